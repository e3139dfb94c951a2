import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { codeOf, type PaperField } from '../../../core/paper/codes.js';
import { linkValueOf } from '../../../core/paper/link-entry.js';
import type { EntryActions } from './entry-actions.js';
import type { EntryApp } from './entry-app.js';
import { numbersOf, type LinkRow, type PaperForm } from './paper-source.js';
import { meaningOf, rowText } from './rows.js';

/** One row: what is asked, its key, and what the key means. */
export function rowView(app: EntryApp, actions: EntryActions, form: PaperForm, field: PaperField): TemplateResult {
  const { id, codes } = field;
  const { keys } = actions;
  const { values, at, refused } = app.work.entry;
  const value = values[id];
  const number = numbersOf(form).get(id);
  const current = app.fields[at]?.id === id;
  const meaning = value === undefined ? '' : value === null ? form.messages.entry.blank : meaningOf(form, id, value);
  return html`<div class="row ${current ? 'current' : ''} ${value === undefined ? '' : 'typed'}">
    <label for="row-${id}">
      <span class="no">${number ?? nothing}</span><span class="words">${rowText(form, id)}</span>
      ${id.startsWith('#') ? nothing : html`<span class="id">${id}</span>`}
    </label>
    <input
      id="row-${id}"
      data-stop
      name=${id}
      type="text"
      inputmode=${codes.every(({ code }) => /\d/.test(code)) ? 'numeric' : 'text'}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-describedby="codes"
      aria-invalid=${refused?.id === id ? 'true' : nothing}
      .value=${live(codeOf(field, value))}
      @focus=${keys.onFocus}
      @keydown=${keys.onKeyDown}
      @beforeinput=${keys.onBeforeInput}
      @input=${keys.onInput}
      @compositionend=${keys.onComposed}
    />
    <span class="meaning">${meaning}</span>
  </div>`;
}

/** The six small questions or the pictures of the card; what is typed goes no further than this page's memory. */
export function linkView(app: EntryApp, actions: EntryActions, form: PaperForm): TemplateResult | typeof nothing {
  if (!app.asksLink) return nothing;
  const { entry } = form.messages;
  const card = form.linking === 'card';
  return html`<fieldset>
    <legend>${card ? entry.cardTitle : entry.linkTitle}</legend>
    <p class="soft" id="link-hint">${card ? entry.cardHint : entry.linkHint}</p>
    ${form.linkRows.map((row) => linkRow(app, actions, row))}
  </fieldset>`;
}

function linkRow(app: EntryApp, actions: EntryActions, { id, prompt, values, labels }: LinkRow): TemplateResult {
  const typed = app.raw.get(id) ?? '';
  const value = typed === '' ? undefined : linkValueOf(values, labels, typed);
  const meaning = typed === '' ? '' : value === undefined ? '?' : (labels?.[values?.indexOf(value) ?? -1] ?? value);
  return html`<div class="row">
    <label for="link-${id}"><span class="no"></span><span class="words">${prompt}</span></label>
    <input
      id="link-${id}"
      data-stop
      class="wide"
      name=${id}
      type="text"
      inputmode=${values && values.length < 32 ? 'numeric' : 'text'}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-describedby="link-hint"
      .value=${live(typed)}
      @input=${actions.onLink}
      @keydown=${actions.keys.onEnter}
    />
    <span class="meaning">${meaning}</span>
  </div>`;
}

/** Save, and the way out for a sheet that may not or should not be typed in. */
export function buttons(app: EntryApp, actions: EntryActions, form: PaperForm, save: string): TemplateResult {
  const { entry } = form.messages;
  if (app.discarding) {
    return html`<div class="nav" role="group" aria-labelledby="sure">
      <p id="sure"><strong>${entry.discardSure}</strong></p>
      <button type="button" id="discard-no" part="button" @click=${actions.onKeep}>${entry.discardNo}</button>
      <button type="button" part="button" @click=${actions.onDiscardYes}>${entry.discardYes}</button>
    </div>`;
  }
  return html`<div class="nav">
    <button type="submit" id="save" data-stop class="main" part="button main">${save}</button>
    <button type="button" id="discard" part="button" @click=${actions.onDiscard}>${entry.discard}</button>
  </div>`;
}
