import { html, nothing, type TemplateResult } from 'lit';
import { fillFocal } from '../../../core/instrument/focal.js';
import type { Item } from '../../../core/instrument/types.js';
import { langOf, textIn } from '../../../core/text.js';
import type { SurveyApp } from '../survey-app.js';
import { optionsOf } from '../survey-words.js';
import { navView, optionView, progressView } from './parts.js';

/** One question on one screen. */
export function questionView(app: SurveyApp): TemplateResult | typeof nothing {
  const { item, words, state } = app;
  if (!item || !words || !state) return nothing;
  const answered = state.answers[item.id] !== undefined;
  return html`${progressView(app)}
    <form class="step" @submit=${app.onNext}>
      ${itemView(app, item)} ${navView(app, answered ? words.messages.next : words.messages.skip, answered)}
    </form>`;
}

/** The wording of an item as this group reads it. */
export function promptOf(app: SurveyApp, item: Item): string {
  const { words, study, group } = app;
  const locale = words?.locale ?? 'zh-Hans';
  const focal = study?.focal ? textIn(study.focal, locale) : undefined;
  return fillFocal(textIn(item.prompt[group], locale), focal, locale);
}

/** An item with its options; "not clear" and "prefer not to say" stand apart from the scale. */
export function itemView(app: SurveyApp, item: Item): TemplateResult | typeof nothing {
  const { words, state, group } = app;
  if (!words || !state) return nothing;
  const { messages, locale, instrument } = words;
  const answer = state.answers[item.id];
  const stem = textIn(item.stem?.[group], locale);
  const row = (value: string | number, label: string): TemplateResult =>
    optionView({ name: item.id, value, label, chosen: answer === value });
  const lang = langOf(item.prompt[group], locale);
  return html`<fieldset @change=${app.onAnswer}>
    <legend lang=${lang}>
      <h2 part="heading" tabindex="-1">
        ${stem ? html`<span class="stem">${stem}</span>` : nothing}${promptOf(app, item)}
      </h2>
    </legend>
    <div class=${item.kind} lang=${lang}>
      ${optionsOf(words, item, group).map(({ value, label }) => row(value, label))}
    </div>
    ${
      item.kind === 'choice'
        ? nothing
        : html`<div class="apart">
            <p class="soft">${messages.apart}</p>
            <div class="row">
              ${row('dk', textIn(instrument.missing?.dk, locale))}
              ${row('pns', textIn(instrument.missing?.pns, locale))}
            </div>
          </div>`
    }
  </fieldset>`;
}
