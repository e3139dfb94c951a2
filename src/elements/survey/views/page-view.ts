import { html, type TemplateResult } from 'lit';
import type { SurveyApp } from '../survey-app.js';
import { itemView } from './question-view.js';
import { navView } from './parts.js';

/** `layout="page"`: all choice questions of this part of the form under each other. */
export function pageView(app: SurveyApp): TemplateResult {
  const { words } = app;
  if (!words) return html``;
  return html`<form class="step" @submit=${app.onNextPart}>
    ${app.part.map((id) => {
      const item = words.items.get(id);
      return item ? itemView(app, item) : html``;
    })}
    ${navView(app, words.messages.next, true)}
  </form>`;
}
