import { html, nothing, type TemplateResult } from 'lit';
import { ledgerTemplate } from '../../../core/gather/ledger-table.js';
import { textIn, type Group } from '../../../core/text.js';
import { copyDesk } from '../copy.js';
import type { DeskModel, Holdings } from '../desk-model.js';
import type { DeskWords } from '../desk-view.js';
import { dayOf } from '../../day.js';
import { createBreath } from '../read-file.js';
import { download } from '../../download.js';

const GROUPS: readonly Group[] = ['resident', 'official', 'partner'];

/** What the store holds of the study, a copy of all of it, and the empty table for ledgers. */
export class HereView {
  readonly #model: DeskModel;
  readonly #changed: () => void;
  #copy:
    | { readonly status: 'busy' | 'failed' }
    | { readonly status: 'done'; readonly file: string; readonly count: number; readonly leftOut: number }
    | undefined;
  #locale: DeskWords['own']['locale'] = 'zh-Hans';
  #templateFile = '';

  constructor(model: DeskModel, changed: () => void) {
    this.#model = model;
    this.#changed = changed;
  }

  render(words: DeskWords): TemplateResult | typeof nothing {
    const { holdings, study, hasDocument } = this.#model;
    if (!study || !holdings) return nothing;
    const { here, locale } = words.own;
    this.#locale = locale;
    this.#templateFile = here.templateFile;
    const number = new Intl.NumberFormat(locale);
    const strange = [...new Set(holdings.cells.map(({ wave }) => wave))].filter(
      (wave) => !study.waves.some(({ id }) => id === wave),
    );
    const lines = [
      ...(holdings.sealed ? [here.sealed(number.format(holdings.sealed))] : []),
      ...(holdings.aside ? [here.aside(number.format(holdings.aside))] : []),
      ...(holdings.entries.length ? [here.rows(number.format(holdings.entries.length))] : []),
      ...(strange.length ? [here.strange(strange.join(', '))] : []),
    ];
    return html`
      <section class="here" aria-labelledby="here-title">
        <h4 id="here-title">${here.title}</h4>
        ${hasDocument ? nothing : html`<p class="warn">${here.noDocument}</p>`}
        ${holdings.cells.length ? this.#table(words, holdings) : html`<p>${here.none}</p>`}
        ${lines.map((line) => html`<p>${line}</p>`)}
        <p>
          <button type="button" id="copy" ?disabled=${this.#copy?.status === 'busy'} @click=${this.#onCopy}>
            ${here.copy}
          </button>
        </p>
        <p class="soft">${here.copyText}</p>
        <p role="status">${this.#copyText(words)}</p>
        <details>
          <summary>${here.templateTitle}</summary>
          <p>${here.templateText}</p>
          <p><button type="button" id="template" @click=${this.#onTemplate}>${here.template}</button></p>
        </details>
      </section>
    `;
  }

  #table({ own }: DeskWords, { cells }: Holdings): TemplateResult {
    const { study } = this.#model;
    const count = (wave: string, group: string): number =>
      cells.find((cell) => cell.wave === wave && cell.group === group)?.count ?? 0;
    const groups = GROUPS.filter((group) => cells.some((cell) => cell.group === group));
    const known = study?.waves.map(({ id }) => id) ?? [];
    const waves = [...known, ...new Set(cells.map(({ wave }) => wave).filter((wave) => !known.includes(wave)))];
    const number = new Intl.NumberFormat(own.locale);
    const label = (wave: string): string => {
      const found = study?.waves.find(({ id }) => id === wave);
      return found ? textIn(found.label, own.locale) : wave;
    };
    return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="here-title">
      <table class="holdings">
        <thead>
          <tr>
            <th scope="col">${own.here.wave}</th>
            ${groups.map((group) => html`<th scope="col">${own.groups[group]}</th>`)}
            <th scope="col">${own.here.total}</th>
          </tr>
        </thead>
        <tbody>
          ${waves.map(
            (wave) =>
              html`<tr>
                <th scope="row">${label(wave)}</th>
                ${groups.map((group) => html`<td>${number.format(count(wave, group))}</td>`)}
                <td>${number.format(groups.reduce((sum, group) => sum + count(wave, group), 0))}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #copyText({ own: { here, locale } }: DeskWords): string {
    const copy = this.#copy;
    if (!copy) return '';
    if (copy.status !== 'done') return copy.status === 'busy' ? here.copying : here.copyFailed;
    const number = new Intl.NumberFormat(locale);
    const leftOut = copy.leftOut ? here.copyLeftOut(number.format(copy.leftOut)) : '';
    return `${here.copied(copy.file, number.format(copy.count))} ${leftOut}`.trim();
  }

  readonly #onCopy = (): void => void this.#makeCopy();

  async #makeCopy(): Promise<void> {
    const { study, store } = this.#model;
    if (!study) return;
    this.#copy = { status: 'busy' };
    this.#changed();
    try {
      const { name, blob, count, leftOut } = await copyDesk(store, study.id, dayOf(), createBreath());
      download(blob, name);
      this.#copy = { status: 'done', file: name, count, leftOut };
    } catch {
      this.#copy = { status: 'failed' };
    }
    this.#changed();
  }

  readonly #onTemplate = (): void =>
    download(new Blob([ledgerTemplate(this.#locale)], { type: 'text/csv;charset=utf-8' }), this.#templateFile);
}
