import { html, nothing, type TemplateResult } from 'lit';
import { stepsOf } from '../../../core/session/session.js';
import { textIn } from '../../../core/text.js';
import type { LateSurveyMessages } from '../../../i18n/survey/types.js';
import type { SurveyApp } from '../survey-app.js';
import { optionsOf } from '../survey-words.js';
import type { Ending } from './ending.js';
import { promptOf } from '../views/question-view.js';

/** Everything answered, with a way to change each (WCAG 3.3.4), then the one button that hands it in. */
export function reviewView(
  app: SurveyApp,
  ending: Ending,
  messages: LateSurveyMessages,
): TemplateResult | typeof nothing {
  const { state, plan, words } = app;
  if (!state || !plan || !words) return nothing;
  const { review } = messages;
  const linking = app.study?.linking;
  const link =
    linking === 'card' || linking === 'device'
      ? messages[linking].review
      : { label: review.code, given: review.codeGiven, none: review.codeNone };
  const onChange = (event: Event): void => {
    app.dispatch({ type: 'change', step: (event.currentTarget as HTMLButtonElement).value });
  };
  const row = (step: string, question: string, answer: string | undefined): TemplateResult =>
    html`<li>
      <span>
        <span class="question">${question}</span>
        ${answer === undefined ? html`<em class="none">${review.unanswered}</em>` : html`<strong>${answer}</strong>`}
      </span>
      <button type="button" part="button" value=${step} aria-label=${review.changeItem(question)} @click=${onChange}>
        ${review.change}
      </button>
    </li>`;
  return html`<div class="step">
    <h2 part="heading" tabindex="-1">${review.title(app.group)}</h2>
    <p>${review.text(app.group)}</p>
    <ul class="review">
      ${stepsOf(plan, state).map((step) => {
        if (step === 'link') return row(step, link.label, state.link ? link.given : link.none);
        const item = words.items.get(step);
        return item && item.kind !== 'note' ? row(step, promptOf(app, item), answerText(app, step)) : nothing;
      })}
    </ul>
    <div class="nav">
      <button type="button" part="button" @click=${app.onBack}>${words.messages.back}</button>
      <button type="button" class="main" part="button main" @click=${ending.onSubmit}>${review.submit}</button>
    </div>
  </div>`;
}

function answerText(app: SurveyApp, id: string): string | undefined {
  const { state, words, group } = app;
  const answer = state?.answers[id];
  const item = words?.items.get(id);
  if (answer === undefined || !item || !words) return undefined;
  if (answer === 'dk' || answer === 'pns') return textIn(words.instrument.missing?.[answer], words.locale);
  return optionsOf(words, item, group).find(({ value }) => value === answer)?.label ?? String(answer);
}
