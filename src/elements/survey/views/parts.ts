import { html, nothing, type TemplateResult } from 'lit';
import type { SurveyApp } from '../survey-app.js';

/** One answer as a full-width row with its native radio. */
export interface OptionRow {
  readonly name: string;
  readonly value: string | number;
  readonly label: string;
  readonly chosen: boolean;
}

/**
 * The whole row is the target; the chosen one is marked by border, weight and a tick, not by colour alone. What is around the rows hears
 * the choice (`change`): a page can hold hundreds of them.
 */
export function optionView({ name, value, label, chosen }: OptionRow): TemplateResult {
  const look = chosen ? 'option chosen' : 'option';
  return html`<label class=${look} part=${look}
    ><input type="radio" name=${name} value=${value} autocomplete="off" .checked=${chosen} /><span
      .textContent=${label}
    ></span
  ></label>`;
}

/** Back and forward. A button that would leave the question unanswered says so and looks lighter. */
export function navView(app: SurveyApp, forward: string, answered: boolean): TemplateResult {
  const { words, state } = app;
  return html`<div class="nav">
    ${
      state?.changing
        ? nothing
        : html`<button type="button" part="button" @click=${app.onBack}>
            ${app.progress.index > 0 ? words?.messages.back : words?.messages.leave}
          </button>`
    }
    <button type="submit" class=${answered ? 'main' : ''} part=${answered ? 'button main' : 'button'}>
      ${state?.changing ? words?.messages.toReview : forward}
    </button>
  </div>`;
}

/** Where the respondent is and how long it still takes, in words and as a bar. */
export function progressView(app: SurveyApp): TemplateResult | typeof nothing {
  const { words, state } = app;
  if (!words || !state || state.changing) return nothing;
  const { index, total, minutesLeft } = app.progress;
  const { messages } = words;
  return html`<div class="progress" part="progress">
    <p class="soft">${messages.progress(index + 1, total, minutesLeft)}</p>
    <progress aria-label=${messages.progressLabel} max=${total} value=${index}></progress>
  </div>`;
}
