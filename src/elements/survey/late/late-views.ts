import { html, type nothing, type TemplateResult } from 'lit';
import type { SessionState } from '../../../core/session/types.js';
import type { Locale } from '../../../core/text.js';
import type { LateSurveyMessages, TroubleCode } from '../../../i18n/survey/types.js';
import { draftsInMemory } from '../../../store/drafts-in-memory.js';
import { draftKey } from '../../../store/keys.js';
import { openStore } from '../../../store/store.js';
import { DraftKeeper } from '../draft-keeper.js';
import type { SurveyApp } from '../survey-app.js';
import type { Phase } from '../survey-runner.js';
import { Ending } from './ending.js';
import { communityView, resumeView } from './opening-views.js';
import { failedView, storeNotice, thanksView, troubleView } from './ending-views.js';
import { extendPlan, extendWords, isWorded } from './extras.js';
import { lateStyles } from './late.styles.js';
import { guardLeaving } from '../leave-guard.js';
import { createLinkStep } from './link-step.js';
import { noteView } from '../page/note-view.js';
import { openTextView } from './open-text-view.js';
import { reviewView } from './review-view.js';
import { Withdrawal, withdrawView } from './withdraw.js';

type Rendered = TemplateResult | typeof nothing;

/** The steps and screens that come after the first questions, in one language. */
export interface LateViews {
  /** Undefined when the words of the survey have been replaced since: the views are to be made anew. */
  readonly locale: Locale | undefined;
  /** Offers to go on with a draft that this device holds, if it belongs to this survey. */
  offer(): Promise<void>;
  /** Adds to the plan what this respondent alone is asked. */
  extend(): void;
  /** Forgets what a person filled in and the session does not hold. */
  forget(): void;
  /** The community, the linking code, an open question, words to read, or the review. */
  step(step: string): Rendered;
  /** A write failed: the answers are still here, and there is a way on. */
  notice(code: TroubleCode): TemplateResult;
  /** A screen outside the session. */
  phase(phase: Phase): Rendered;
}

/** Nothing unfinished is written down on a shared tablet, or where responses are sealed. */
const keepsDrafts = ({ host, study }: SurveyApp): boolean => host.device !== 'kiosk' && !study?.seal;

/** Opens the store and a keeper of drafts for the survey that `app` is at; what was answered until now is saved at once. */
export function openKeeper(app: SurveyApp): void {
  const { study, wave, group, state } = app;
  if (app.keeper || !study || !wave) return;
  const { store = app.host.sharedStore ?? openStore() } = app as Partial<Pick<SurveyApp, 'store'>>;
  app.store = store;
  const keeps = keepsDrafts(app);
  app.keeper = new DraftKeeper(
    keeps ? store : draftsInMemory<SessionState>(store),
    draftKey({ study: study.id, wave: wave.id, group }),
    app.onDraftSaved,
    app.onStoreError,
  );
  void store.ready().catch(app.onStoreError);
  // What the same page may have written when it was not a kiosk, or the study not sealed.
  if (!keeps) void app.keeper.drop();
  if (study.seal) guardLeaving(app);
  if (state?.consent && app.phase === 'session') app.keeper.save(state);
}

/** Makes the late views for `app`. What was filled in of the code so far is kept when only the language changes. */
export async function createLateViews(
  app: SurveyApp,
  messages: LateSurveyMessages,
  locale: Locale,
): Promise<LateViews> {
  const ending = Ending.of(app);
  const withdrawal = Withdrawal.of(app);
  const [link, byReceipt] = await Promise.all([
    createLinkStep(app, withdrawal, messages, locale),
    // A sealed sheet shows no token to this device: it is withdrawn by its receipt.
    app.study?.seal && import('./receipt-view.js').then((part) => part.createReceiptWay(app, messages, locale)),
    extendWords(app),
  ]);
  app.addStyles(lateStyles);
  const extend = (): void => extendPlan(app, app.state?.id);
  extend();
  return {
    get locale() {
      return isWorded(app) ? locale : undefined;
    },
    async offer() {
      const draft = keepsDrafts(app) && (await app.store.readDraft(app.draftKey));
      if (!draft) return;
      // The draft goes by its own plan: which half is asked the then-test is in its id.
      extendPlan(app, (draft as { readonly id?: string }).id);
      ending.offer(draft);
      if (!app.unfinished) extend();
    },
    extend,
    forget: () => {
      link.forget();
      byReceipt?.forget();
    },
    step: (step) => {
      if (step === 'link') return link.step();
      if (step === 'review') return reviewView(app, ending, messages);
      if (step === 'community') return communityView(app, messages);
      return app.item?.kind === 'text' ? openTextView(app, messages) : noteView(app);
    },
    notice: (code) => {
      guardLeaving(app);
      return storeNotice(app, code, messages);
    },
    phase: (phase) => {
      switch (phase) {
        case 'resume':
          return resumeView(app, ending, messages);
        case 'submitting':
          return html`<p role="status">${messages.review.submitting}</p>`;
        case 'failed':
          return failedView(app, ending, messages);
        case 'thanks':
          return thanksView(app, ending, thanked(app, messages));
        case 'withdraw':
          return byReceipt ? byReceipt.view() : withdrawView(withdrawal, link.withdraw, messages);
        default:
          return troubleView(app, messages);
      }
    },
  };
}

/** What is said of the next time goes by how this study links. */
function thanked({ study }: SurveyApp, messages: LateSurveyMessages): LateSurveyMessages {
  const { thanks } = messages;
  const next: typeof thanks.next = (group, resultsOn, secondWave, code, linking = study?.linking) =>
    thanks.next(group, resultsOn, secondWave, code, linking);
  return { ...messages, thanks: { ...thanks, next } };
}
