import { html, nothing, type TemplateResult } from 'lit';
import type { LinkTexts } from '../../../core/link/code.js';
import type { Locale } from '../../../core/text.js';
import type { LateSurveyMessages } from '../../../i18n/survey/types.js';
import type { SurveyApp } from '../survey-app.js';
import { linkGoal, type LinkFlow, type LinkGoal } from './link-flow.js';
import type { Withdrawal } from './withdraw.js';

/** The study's way of linking, as a step of the survey and as the way to a withdrawal. */
export interface LinkStep {
  step(): TemplateResult | typeof nothing;
  withdraw(): TemplateResult | typeof nothing;
  /** Forgets what a person filled in. */
  forget(): void;
}

type Flow<F extends LinkFlow> = new (app: SurveyApp, goal: LinkGoal) => F;

const flows = new WeakMap<LinkGoal, LinkFlow>();
const goals = new WeakMap<object, LinkGoal>();

/** The one flow towards a goal: what was filled in so far is kept when only the language changes. */
function flowTo<F extends LinkFlow>(app: SurveyApp, goal: LinkGoal, kind: Flow<F>): F {
  const there = flows.get(goal);
  if (there instanceof kind) return there;
  const flow = new kind(app, goal);
  flows.set(goal, flow);
  return flow;
}

function stepGoal(app: SurveyApp): LinkGoal {
  let goal = goals.get(app);
  if (!goal) goals.set(app, (goal = linkGoal(app)));
  return goal;
}

function both<F extends LinkFlow>(
  app: SurveyApp,
  { goal }: Withdrawal,
  kind: Flow<F>,
  view: (flow: F) => TemplateResult,
): LinkStep {
  const [step, withdrawal] = [flowTo(app, stepGoal(app), kind), flowTo(app, goal, kind)];
  return {
    step: () => view(step.serve()),
    withdraw: () => view(withdrawal.serve()),
    forget() {
      step.clear();
      withdrawal.clear();
    },
  };
}

const codeTexts = {
  'zh-Hans': async (): Promise<LinkTexts> => (await import('../../../core/link/texts.zh-Hans.js')).linkZhHans,
  en: async (): Promise<LinkTexts> => (await import('../../../core/link/texts.en.js')).linkEn,
};

/** Loads what the study's way of linking needs; a study by card loads no six questions, one by code no pictures. */
export async function createLinkStep(
  app: SurveyApp,
  withdrawal: Withdrawal,
  messages: LateSurveyMessages,
  locale: Locale,
): Promise<LinkStep> {
  switch (app.study?.linking) {
    case 'card': {
      const [{ CardFlow }, { cardView }, { cardStyles }] = await Promise.all([
        import('./card-flow.js'),
        import('./card-view.js'),
        import('./card.styles.js'),
      ]);
      app.addStyles(cardStyles);
      return both(app, withdrawal, CardFlow, (flow) => cardView(flow, locale, messages));
    }
    case 'device': {
      const [{ DeviceFlow }, { deviceView }] = await Promise.all([
        import('./device-flow.js'),
        import('./device-view.js'),
      ]);
      return both(app, withdrawal, DeviceFlow, (flow) => deviceView(flow, messages));
    }
    case 'code': {
      const [texts, { CodeFlow }, { codeView }] = await Promise.all([
        codeTexts[locale](),
        import('./code-flow.js'),
        import('./code-view.js'),
      ]);
      return both(app, withdrawal, CodeFlow, (flow) => {
        if (!flow.withdraws) return codeView(flow, texts, messages);
        // The same six questions, but here they lead to a deletion, and leaving them out means not to withdraw.
        const { withdraw, code } = messages;
        const words = { ...code, done: withdraw.remove, skipAll: withdraw.cancel };
        return html`${flow.index === 0 ? html`<p>${withdraw.text.code}</p>` : nothing}
        ${codeView(flow, { ...texts, why: withdraw.title }, { ...messages, code: words })}`;
      });
    }
    default:
      // Nobody is linked: no such step comes up, and a withdrawal says why there is none.
      return { step: () => nothing, withdraw: () => nothing, forget: () => undefined };
  }
}
