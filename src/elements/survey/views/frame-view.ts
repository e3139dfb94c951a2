import { html, nothing, type TemplateResult } from 'lit';
import { langOf, textIn } from '../../../core/text.js';
import type { SurveyApp } from '../survey-app.js';
import { navView } from './parts.js';

/** Which period to think of, one word explained, and how skipping works. */
export function frameView(app: SurveyApp): TemplateResult | typeof nothing {
  const { words, group } = app;
  if (!words) return nothing;
  const { instrument, messages, locale } = words;
  return html`<form class="step" @submit=${app.onNext}>
    <h2 part="heading" tabindex="-1">${messages.frameTitle}</h2>
    ${[instrument.frame, instrument.glossary].map((text) =>
      text?.[group] ? html`<p lang=${langOf(text[group], locale)}>${textIn(text[group], locale)}</p>` : nothing,
    )}
    <p>${messages.frameHint(group)}</p>
    ${navView(app, messages.begin, true)}
  </form>`;
}
