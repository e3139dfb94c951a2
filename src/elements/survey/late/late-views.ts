import { adoptStyles, html, type nothing, type TemplateResult } from 'lit';
import type { LinkTexts } from '../../../core/link/code.js';
import type { Locale } from '../../../core/text.js';
import type { LateSurveyMessages, TroubleCode } from '../../../i18n/survey/types.js';
import type { SurveyApp } from '../survey-app.js';
import type { Phase } from '../survey-runner.js';
import { CodeFlow } from './code-flow.js';
import { codeView } from './code-view.js';
import { Ending } from './ending.js';
import { communityView, resumeView } from './opening-views.js';
import { failedView, storeNotice, thanksView, troubleView } from './ending-views.js';
import { theme } from '../../theme.js';
import { surveyStyles } from '../survey.styles.js';
import { lateStyles } from './late.styles.js';
import { openTextView } from './open-text-view.js';
import { questionView } from '../views/question-view.js';
import { pageView } from './page-view.js';
import { reviewView } from './review-view.js';
import { Withdrawal, withdrawView } from './withdraw.js';

type Rendered = TemplateResult | typeof nothing;

/** The steps and screens that come after the first questions, in one language. */
export interface LateViews {
  readonly locale: Locale;
  /** Offers to go on with a draft that this device holds, if it belongs to this survey. */
  offer(draft: unknown): void;
  /** The community, the linking code, an open question, the review, or a whole page of questions. */
  step(step: string): Rendered;
  /** A write failed: the answers are still here, and there is a way on. */
  notice(code: TroubleCode): TemplateResult;
  /** A screen outside the session. */
  phase(phase: Phase): Rendered;
}

const linkTexts = {
  'zh-Hans': async (): Promise<LinkTexts> => (await import('../../../core/link/texts.zh-Hans.js')).linkZhHans,
  en: async (): Promise<LinkTexts> => (await import('../../../core/link/texts.en.js')).linkEn,
};

/** Makes the late views for `app`. What was filled in of the code so far is kept when only the language changes. */
export async function createLateViews(
  app: SurveyApp,
  messages: LateSurveyMessages,
  locale: Locale,
): Promise<LateViews> {
  const texts = await linkTexts[locale]();
  adoptStyles(app.host.renderRoot as ShadowRoot, [theme, surveyStyles, lateStyles]);
  const code = CodeFlow.of(app);
  const ending = Ending.of(app);
  const withdrawal = Withdrawal.of(app);
  return {
    locale,
    offer: (draft) => ending.offer(draft),
    step: (step) => {
      if (step === 'link') return codeView(code, texts, messages);
      if (step === 'review') return reviewView(app, ending, messages);
      if (step === 'community') return communityView(app, messages);
      if (app.item?.kind === 'text') return openTextView(app, messages);
      return app.state?.changing ? questionView(app) : pageView(app);
    },
    notice: (code) => storeNotice(app, code, messages),
    phase: (phase) => {
      switch (phase) {
        case 'resume':
          return resumeView(app, ending, messages);
        case 'submitting':
          return html`<p role="status">${messages.review.submitting}</p>`;
        case 'failed':
          return failedView(app, ending, messages);
        case 'thanks':
          return thanksView(app, ending, messages);
        case 'withdraw':
          return withdrawView(withdrawal, texts, messages);
        default:
          return troubleView(app, messages);
      }
    },
  };
}
