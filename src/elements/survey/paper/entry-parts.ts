import { html, nothing, type TemplateResult } from 'lit';
import { differenceRate, isSampled, sampleRule, toleratedRate } from '../../../core/paper/check.js';
import { codeOf } from '../../../core/paper/codes.js';
import type { Answer } from '../../../core/response/types.js';
import { storeWords } from '../store-words.js';
import type { EntryActions } from './entry-actions.js';
import type { EntryApp } from './entry-app.js';
import { buttons, linkView, rowView } from './entry-rows.js';
import type { PaperForm } from './paper-source.js';
import { meaningOf } from './rows.js';

/** Whether the sheet on the table is one that is typed twice. */
export const willCheck = ({ pile }: EntryApp): boolean => pile.all || isSampled(pile.done + 1);

/** Where two entries differ: the paper decides, by a third entry of these rows. */
export function compareView(app: EntryApp, actions: EntryActions, form: PaperForm): TemplateResult {
  const { compare } = form.messages.entry;
  const told = (id: string, value: Answer | null): string => {
    const field = form.fields.find((one) => one.id === id);
    const meaning = value === null ? form.messages.entry.blank : meaningOf(form, id, value);
    return `${codeOf(field, value)} ${meaning}`.trim();
  };
  return html`<form class="sheet" novalidate autocomplete="off" @submit=${actions.onSave}>
    <h2 id="compare" tabindex="-1">${compare.title(app.differences.length)}</h2>
    <p>${compare.text}</p>
    ${app.fields.map((field) => {
      const difference = app.differences.find(({ id }) => id === field.id);
      return html`${rowView(app, actions, form, field)}
        <p class="soft both">
          ${compare.first}：${told(field.id, difference?.first ?? null)} ·
          ${compare.second}：${told(field.id, difference?.second ?? null)}
        </p>`;
    })}
    ${app.linkDiffers ? html`<p class="notice">${form.linking === 'card' ? compare.card : compare.link}</p>` : nothing}
    ${linkView(app, actions, form)} ${buttons(app, actions, form, compare.confirm)}
  </form>`;
}

/** The sheet is not stored: nothing is lost, and there are two ways on. */
export function failedView(app: EntryApp, actions: EntryActions, form: PaperForm): TemplateResult {
  const { failed } = form.messages.entry;
  const why = storeWords(form, app.storeTrouble ?? 'unknown', form.late);
  return html`<div class="step">
    <h2 id="failed" tabindex="-1">${failed.title}</h2>
    <p>${failed.text}</p>
    <p class="notice alarm" role="alert"><strong>${why.title}</strong><br />${why.text}</p>
    <div class="nav">
      <button type="button" class="main" part="button main" @click=${actions.onRetry}>${failed.retry}</button>
      <button type="button" part="button" @click=${actions.onDownload}>${failed.download}</button>
    </div>
    ${
      app.fileText
        ? html`<details>
              <summary>${form.late.failed.noFile}</summary>
              <p>${form.late.failed.copy}</p>
              <textarea readonly rows="4" aria-label=${form.late.failed.copy} .value=${app.fileText}></textarea>
            </details>
            <div class="nav">
              <button type="button" part="button" @click=${actions.onHandedOver}>${failed.handedOver}</button>
            </div>`
        : nothing
    }
  </div>`;
}

/** What the checks of this pile found. */
export function tallyView({ pile }: EntryApp, actions: EntryActions, form: PaperForm): TemplateResult {
  const { tally: text } = form.messages.entry;
  const rate = differenceRate(pile.tally);
  const { sheets, items, differences } = pile.tally;
  const percent = new Intl.NumberFormat(form.locale === 'en' ? 'en' : 'zh-CN', {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  return html`<section class="tally" aria-labelledby="tally">
    <h2 id="tally">${text.title}</h2>
    <p>${rate === null ? text.none : text.text(sheets, items, differences, percent.format(rate))}</p>
    ${rate !== null && rate > toleratedRate ? html`<p class="notice alarm" role="status">${text.tooMany}</p>` : nothing}
    <p class="soft">${text.rule(sampleRule.first, sampleRule.every)}</p>
    <label class="all">
      <input type="checkbox" name="all" autocomplete="off" .checked=${pile.all} @change=${actions.onAll} />
      <span>${text.all}</span>
    </label>
  </section>`;
}
