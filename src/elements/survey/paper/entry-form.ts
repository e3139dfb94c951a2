import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { consentIn } from '../../../core/paper/sheet.js';
import { waveState } from '../../../core/study/waves.js';
import { textIn } from '../../../core/text.js';
import { longDate } from '../consent-text.js';
import { dayOf } from '../../day.js';
import { storeWords } from '../store-words.js';
import type { EntryActions } from './entry-actions.js';
import type { EntryApp } from './entry-app.js';
import { compareView, failedView, tallyView, willCheck } from './entry-parts.js';
import { buttons, linkView, rowView } from './entry-rows.js';
import { openItems, promptOn, type PaperForm } from './paper-source.js';
import { paperTroubleView } from './paper-trouble.js';
import { meanings, rowName } from './rows.js';

/** The entry page: one sheet as rows that take one key each, below it what the last key did. */
export function entryView(app: EntryApp, actions: EntryActions): TemplateResult | typeof nothing {
  const { form, phase } = app;
  if (phase === 'trouble' && app.trouble) return paperTroubleView(app.trouble, actions.onReopen);
  if (!form) return html`<p role="status">…</p>`;
  const { entry } = form.messages;
  return html`<div lang=${form.locale}>
    ${form.study.synthetic ? html`<p class="soft">${entry.synthetic}</p>` : nothing}
    <div class="top">
      <h2 part="heading" id="title" tabindex="-1">
        ${entry.title([form.messages.print.formName[form.group], textIn(form.wave.label, form.locale)].join(' · '))}
      </h2>
      <p class="count">${entry.done(app.pile.done)}</p>
    </div>
    ${intro(form)} ${app.resumed ? html`<p class="notice">${entry.resumed}</p>` : nothing} ${screen(app, actions, form)}
    ${bar(app, form)} ${storeNotice(app, form)} ${tallyView(app, actions, form)}
  </div>`;
}

function screen(app: EntryApp, actions: EntryActions, form: PaperForm): TemplateResult | typeof nothing {
  switch (app.phase) {
    case 'typing':
      return sheet(app, actions, form);
    case 'compare':
      return compareView(app, actions, form);
    case 'failed':
      return failedView(app, actions, form);
    default:
      return html`<p role="status">${form.messages.entry.working}</p>`;
  }
}

function intro({ messages: { entry }, words: { seal } }: PaperForm): TemplateResult {
  const list = (lines: readonly string[]): TemplateResult =>
    html`<ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`;
  return html`<details class="intro" open>
      <summary>${entry.keysTitle}</summary>
      <div class="columns">${list(entry.intro)} ${list(entry.keys)}</div>
    </details>
    ${seal ? html`<p class="notice">${seal.typing}</p>` : nothing}`;
}

function sheet(app: EntryApp, actions: EntryActions, form: PaperForm): TemplateResult {
  const { entry } = form.messages;
  const { work, fields } = app;
  const { closed, background } = form.plan.form;
  const rows = (wanted: (id: string) => boolean): readonly TemplateResult[] =>
    fields.filter(({ id }) => wanted(id)).map((field) => rowView(app, actions, form, field));
  const { first } = work;
  const second = first !== null;
  const twice = !second && app.pile.numbers.includes(work.number.normalize('NFKC').trim());
  const hasBackground = fields.some(({ id }) => background.includes(id));
  return html`<form class="sheet" novalidate autocomplete="off" @submit=${actions.onSave}>
    ${
      first
        ? html`<div class="notice" id="second">
            <p><strong>${entry.second.title}</strong></p>
            <p>${entry.second.text(first.number)}</p>
          </div>`
        : nothing
    }
    <div class="head">
      <p>
        <label for="number">${entry.number}</label>
        <input
          id="number"
          data-stop
          class="short"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          aria-describedby=${second ? 'second' : 'number-hint'}
          .value=${live(work.number)}
          @input=${actions.onNumber}
          @keydown=${actions.keys.onEnter}
        />
        ${second ? nothing : html`<span class="soft" id="number-hint">${entry.numberHint}</span>`}
      </p>
      ${second ? nothing : dateView(app, actions, form)}
    </div>
    ${twice ? html`<p class="notice" role="status">${entry.already(work.number)}</p>` : nothing}
    <fieldset>
      <legend>${entry.consentTitle}</legend>
      ${rows((id) => id.startsWith('#') && id !== '#community')}
    </fieldset>
    ${
      consentIn(work.entry.values) === 'refused' && !second
        ? html`<p class="notice alarm">${entry.noConsent}</p>`
        : html`<fieldset>
              <legend>${entry.closedTitle}</legend>
              ${rows((id) => id === '#community' || closed.includes(id))}
            </fieldset>
            ${linkView(app, actions, form)} ${second ? nothing : openView(app, actions, form)}
            ${
              hasBackground
                ? html`<fieldset>
                    <legend>${entry.backgroundTitle}</legend>
                    ${rows((id) => background.includes(id))}
                  </fieldset>`
                : nothing
            }`
    }
    ${buttons(app, actions, form, second ? entry.check : willCheck(app) ? entry.toSecond : entry.save)}
  </form>`;
}

function dateView(app: EntryApp, actions: EntryActions, form: PaperForm): TemplateResult {
  const { entry } = form.messages;
  const { date } = app.work;
  const { opens, closes } = form.wave;
  const outside = date !== '' && ['before', 'closed'].includes(waveState(form.wave, date));
  const day = (iso: string | undefined): string => (iso ? longDate(iso, form.locale) : '…');
  return html`<p>
      <label for="date">${entry.date}</label>
      <input
        id="date"
        data-stop
        type="date"
        max=${dayOf()}
        autocomplete="off"
        aria-describedby=${outside ? 'outside' : nothing}
        .value=${live(date)}
        @change=${actions.onDate}
        @keydown=${actions.keys.onEnter}
      />
    </p>
    ${outside ? html`<p class="notice" id="outside">${entry.outsideWave(day(opens), day(closes))}</p>` : nothing}`;
}

function openView(app: EntryApp, actions: EntryActions, form: PaperForm): TemplateResult | typeof nothing {
  const items = openItems(form);
  if (items.length === 0) return nothing;
  const { entry } = form.messages;
  return html`<fieldset>
    <legend>${entry.openTitle}</legend>
    <p class="soft" id="open-hint">${entry.openHint}</p>
    ${items.map(
      (item) =>
        html`<p class="written">
          <label for="open-${item.id}">${promptOn(form, item)} <span class="id">${item.id}</span></label>
          <textarea
            id="open-${item.id}"
            data-stop
            name=${item.id}
            rows="2"
            autocomplete="off"
            spellcheck="false"
            aria-describedby="open-hint"
            .value=${live(app.work.texts[item.id] ?? '')}
            @change=${actions.onText}
            @keydown=${actions.keys.onEnter}
          ></textarea>
        </p>`,
    )}
  </fieldset>`;
}

/** Always in sight: what the current row takes, and what the last key did. */
function bar(app: EntryApp, form: PaperForm): TemplateResult {
  const { notice, fields, work } = app;
  const { entry } = form.messages;
  const row = app.phase === 'typing' || app.phase === 'compare' ? fields[work.entry.at] : undefined;
  const codes = row && meanings(form, row.id).map(({ code, label }) => `${code} ${label}`);
  return html`<div class="bar ${notice?.alarm ? 'alarm' : ''}">
    <p class="done" role="status">${notice && !notice.alarm ? notice.text : nothing}</p>
    <p class="wrong" role="alert">${notice?.alarm ? notice.text : nothing}</p>
    <p class="codes" id="codes">${row && codes ? entry.codes(rowName(form, row.id), codes.join('　')) : nothing}</p>
  </div>`;
}

function storeNotice({ storeTrouble, phase }: EntryApp, form: PaperForm): TemplateResult | typeof nothing {
  if (!storeTrouble || phase === 'failed') return nothing;
  const { title, text } = storeWords(form, storeTrouble, form.late);
  return html`<div class="notice alarm" role="alert">
    <p><strong>${title}</strong><br />${text}</p>
  </div>`;
}
