import { html, type TemplateResult } from 'lit';
import type { LinkTexts } from '../../../core/link/code.js';
import type { Locale } from '../../../core/text.js';
import type { LateSurveyMessages } from '../../../i18n/survey/types.js';
import type { SurveyApp } from '../survey-app.js';
import type { Phase } from '../survey-runner.js';
import { CodeFlow } from './code-flow.js';
import { codeView } from './code-view.js';
import { Ending } from './ending.js';
import { failedView, thanksView, troubleView } from './ending-views.js';
import { openTextView } from './open-text-view.js';
import { reviewView } from './review-view.js';
import { Withdrawal, withdrawView } from './withdraw.js';

/** The steps and screens that come after the first questions, in one language. */
export interface LateViews {
  readonly locale: Locale;
  /** The linking code, an open question or the review. */
  step(step: string): TemplateResult;
  /** A screen outside the session. */
  phase(phase: Phase): TemplateResult;
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
  const code = CodeFlow.of(app);
  const ending = Ending.of(app);
  const withdrawal = Withdrawal.of(app);
  return {
    locale,
    step: (step) => {
      if (step === 'link') return codeView(code, texts, messages);
      if (step === 'review') return reviewView(app, messages);
      return openTextView(app, messages);
    },
    phase: (phase) => {
      switch (phase) {
        case 'submitting':
          return html`<p role="status">${messages.review.submitting}</p>`;
        case 'failed':
          return failedView(app, ending, messages);
        case 'thanks':
          return thanksView(app, messages);
        case 'withdraw':
          return withdrawView(withdrawal, texts, messages);
        default:
          return troubleView(app, messages);
      }
    },
  };
}
