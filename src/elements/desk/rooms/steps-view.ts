import { html, nothing, type TemplateResult } from 'lit';
import { parseEntry } from '../../../core/ledger/parse.js';
import type { CommitmentEntry } from '../../../core/ledger/types.js';
import type { DeskMessages } from '../../../i18n/desk/types.js';
import { dayOf } from '../../day.js';
import { newId } from '../../survey/platform.js';
import type { DeskModel } from '../desk-model.js';
import { WrittenList } from './written-list.js';

const FIELDS = ['what', 'who', 'due', 'doneOn'] as const;

/** What was agreed: the commitments of the ledger, and a form for one. */
export class StepsView {
  readonly #model: DeskModel;
  readonly #list: WrittenList<CommitmentEntry>;

  constructor(model: DeskModel, changed: () => void) {
    this.#model = model;
    const save = (entry: CommitmentEntry): Promise<void> => model.saveEntry(entry);
    this.#list = new WrittenList<CommitmentEntry>({
      changed,
      items: () => this.#steps(),
      textOf: ({ what }) => what,
      fill: (form, step) =>
        FIELDS.forEach((name, at) => (form.querySelectorAll('input')[at]!.value = step[name] ?? '')),
      read: (form, old) => this.#read(form, old),
      save,
      putBack: save,
      remove: (entry) => model.removeEntry(entry),
    });
  }

  render(own: DeskMessages): TemplateResult {
    const { material } = own;
    const fields = FIELDS.map(
      (name, at) =>
        html`<p class="field">
          <label for="step-${name}">${material.step[name]}</label>
          <input
            id="step-${name}"
            type=${at < 2 ? 'text' : 'date'}
            maxlength=${at < 2 ? 4000 : nothing}
            ?required=${at < 3}
            autocomplete="off"
          />
        </p>`,
    );
    return html`
      <section class="steps" aria-labelledby="steps-title">
        <h5 id="steps-title">${material.stepsTitle}</h5>
        <p class="soft">${material.stepsLead}</p>
        <ul class="plain">
          ${this.#steps().map(
            ({ what, who, due, doneOn }, at) =>
              html`<li class="written">
                <p>
                  <strong>${what}</strong>
                  <span class="soft">${who} · ${due} ${doneOn ? material.done(doneOn) : nothing}</span>
                </p>
                ${this.#list.buttons(own, at)}
              </li>`,
          )}
        </ul>
        ${this.#list.form(own, material.stepsTitle, html`${fields}`)}
      </section>
    `;
  }

  /** Those with the earliest day first. */
  #steps(): readonly CommitmentEntry[] {
    return (this.#model.holdings?.entries ?? [])
      .filter((entry) => entry.kind === 'commitment')
      .sort((a, b) => (a.due < b.due ? -1 : 1));
  }

  /** The ledger row that the form stands for; undefined where it is not whole. */
  #read(form: HTMLFormElement, old: CommitmentEntry | undefined): CommitmentEntry | undefined {
    const inputs = form.querySelectorAll('input');
    const said = FIELDS.flatMap((name, at) => {
      const value = inputs[at]!.value.trim();
      return value ? [[name, value] as const] : [];
    });
    const read = parseEntry({
      schema: 'canyu-entry/1',
      kind: 'commitment',
      study: this.#model.study?.id,
      id: old?.id ?? newId(),
      date: old?.date ?? dayOf(),
      ...Object.fromEntries(said),
    });
    return read.ok && read.value.kind === 'commitment' ? read.value : undefined;
  }
}
