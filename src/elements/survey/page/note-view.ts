import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../../core/instrument/types.js';
import { langOf, textIn } from '../../../core/text.js';
import type { SurveyApp } from '../survey-app.js';
import { navView } from '../views/parts.js';
import { promptOf } from '../views/question-view.js';

/** Words to read on a screen of their own. */
export function noteView(app: SurveyApp): TemplateResult | typeof nothing {
  const { item, words } = app;
  if (!item || !words) return nothing;
  return html`<form class="step" @submit=${app.onNext}>
    ${noteText(app, item)} ${navView(app, words.messages.next, true)}
  </form>`;
}

/** A note: its lead-in, or else its first line, is the heading; every other line is a paragraph. */
export function noteText(app: SurveyApp, item: Item): TemplateResult {
  const { group } = app;
  const locale = app.words?.locale ?? 'zh-Hans';
  const lines = promptOf(app, item).split('\n');
  const heading = textIn(item.stem?.[group], locale) || lines.shift();
  return html`<div lang=${langOf(item.prompt[group], locale)}>
    <h2 part="heading" tabindex="-1">${heading}</h2>
    ${lines.map((line) => html`<p>${line}</p>`)}
  </div>`;
}
