import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { addCounts, isNews, noCounts, type Counts } from '../../../core/gather/report.js';
import type { GatheredRecords } from '../../../core/gather/types.js';
import { countsText, kindText, questionText, rowText } from '../../../i18n/desk/say.js';
import type { DeskMessages } from '../../../i18n/desk/types.js';
import type { DeskModel } from '../desk-model.js';
import type { DeskWords } from '../desk-view.js';
import type { Item } from '../gatherer.js';

/** What became of each file, and of all together. */
export class FileList {
  readonly #model: DeskModel;

  constructor(model: DeskModel) {
    this.#model = model;
  }

  render({ own }: DeskWords): TemplateResult {
    const { items } = this.#model.gatherer;
    // The line that is read out is there from the beginning, so that it is heard when it gets its first words.
    return html`
      <p class="total" role="status">${items.length ? this.#total(own, items) : ''}</p>
      <section class="files" aria-label=${own.gather.filesTitle} ?hidden=${items.length === 0}>
        <h4>${own.gather.filesTitle}</h4>
        <ol class="plain">
          ${repeat(
            [...items].reverse(),
            ({ id }) => id,
            (item) => this.#item(own, item),
          )}
        </ol>
        <p><button type="button" @click=${this.#onClear}>${own.gather.clearList}</button></p>
      </section>
    `;
  }

  #total(own: DeskMessages, items: readonly Item[]): string {
    const count = new Intl.NumberFormat(own.locale);
    const of = (...wanted: Item['state']['status'][]): number =>
      items.filter(({ state }) => wanted.includes(state.status)).length;
    const sum = items.reduce(
      (all, { state }) => (state.status === 'done' ? addCounts(all, state.counts) : all),
      noCounts,
    );
    const refused = of('refused', 'left-out', 'failed');
    const asking = of('asking', 'asking-study');
    const parts = [
      own.report.total(count.format(items.length)),
      ...countsText(own, sum),
      ...(refused ? [own.report.refusedFiles(count.format(refused))] : []),
      ...(asking ? [own.report.openQuestions(count.format(asking))] : []),
    ];
    return parts.join(own.locale === 'en' ? '; ' : '；') + (own.locale === 'en' ? '.' : '。');
  }

  #item(own: DeskMessages, item: Item): TemplateResult {
    const { gathered, name } = item;
    const kind = gathered && kindText(own, gathered);
    return html`
      <li part="file" class="file ${item.state.status}" data-status=${item.state.status}>
        <p class="name">
          <strong>${name || own.gather.pasted}</strong>
          ${kind ? html`<span class="soft">${kind}</span>` : nothing}
        </p>
        ${this.#state(own, item)}
      </li>
    `;
  }

  #state(own: DeskMessages, { id, state, gathered }: Item): TemplateResult {
    const { report, ask } = own;
    switch (state.status) {
      case 'waiting':
      case 'reading':
      case 'storing':
        return html`<p class="soft">${report[state.status]}</p>`;
      case 'left-out':
        return html`<p>${report.leftOut}</p>`;
      case 'key':
        return html`<p>${report.key}</p>`;
      case 'study':
        return gathered?.kind === 'study' && gathered.study.id !== this.#model.study?.id
          ? html`<p class="warn">${report.kept(gathered.study.id)}</p>`
          : html`<p>${state.isNew ? report.studySaved : report.studySame}</p>`;
      case 'instrument':
        return html`<p>${report.instrumentSaved}</p>`;
      case 'refused':
        return html`<p class="bad">${own.refused[state.why](state.detail)}</p>`;
      case 'failed':
        return html`<p class="bad">
            ${state.code === 'reader-missing' ? report.noReader : report.failed} <small>${own.code(state.code)}</small>
          </p>
          <p><button type="button" value=${id} @click=${this.#onAgree}>${report.retry}</button></p>`;
      case 'asking-study':
        return html`<p>${ask.study}</p>
          ${this.#choice(own, id, ask.replace)}`;
      case 'asking': {
        const other = state.questions.some(({ code }) => code === 'other-study');
        return html`${state.questions.map(
          (question) => html`<p>${questionText(own, question, this.#model.study?.id ?? '')}</p>`,
        )}
        ${this.#choice(own, id, other ? ask.takeOther : ask.take)}`;
      }
      case 'done':
        return this.#done(own, id, state.counts, gathered as GatheredRecords);
    }
  }

  #choice(own: DeskMessages, id: number, yes: string): TemplateResult {
    return html`<p class="choice">
      <button type="button" value=${id} @click=${this.#onAgree}>${yes}</button>
      <button type="button" value=${id} @click=${this.#onLeave}>${own.ask.leave}</button>
    </p>`;
  }

  #done(own: DeskMessages, id: number, counts: Counts, gathered: GatheredRecords): TemplateResult {
    const { report } = own;
    const count = new Intl.NumberFormat(own.locale);
    const parts = countsText(own, counts);
    const others = gathered.studies.map(({ study }) => study).filter((study) => study !== this.#model.study?.id);
    const isNothing = !isNews(counts) && counts.rowsKept + counts.rowsRefused + counts.partsRefused === 0;
    const lead = parts.length === 0 ? report.empty : isNothing ? report.nothingNew : '';
    return html`
      ${lead ? html`<p>${lead}</p>` : nothing}
      ${
        parts.length
          ? html`<ul class="counts">
              ${parts.map((part) => html`<li>${part}</li>`)}
            </ul>`
          : nothing
      }
      ${
        gathered.refusedRows.length
          ? html`<ul class="rows">
              ${gathered.refusedRows.slice(0, 20).map((row) => html`<li>${rowText(own, row)}</li>`)}
            </ul>`
          : nothing
      }
      ${gathered.damage ? html`<p class="warn">${report.incomplete}</p>` : nothing}
      ${gathered.duplicates ? html`<p class="soft">${report.duplicates(count.format(gathered.duplicates))}</p>` : nothing}
      ${gathered.gaps.length ? html`<p class="warn">${report.moreCodes(missing(gathered))}</p>` : nothing}
      ${others.map((study) => html`<p class="warn">${report.kept(study)}</p>`)}
      ${
        counts.rowsKept
          ? html`<p>
              <button type="button" value=${id} @click=${this.#onReplace}>${report.replaceRows}</button>
            </p>`
          : nothing
      }
    `;
  }

  readonly #onClear = (): void => this.#model.gatherer.clear();
  readonly #onAgree = (event: Event): void => void this.#model.gatherer.agree(idOf(event));
  readonly #onReplace = (event: Event): void => void this.#model.gatherer.agree(idOf(event), true);
  readonly #onLeave = (event: Event): void => this.#model.gatherer.leaveOut(idOf(event));
}

const idOf = (event: Event): number => Number((event.currentTarget as HTMLButtonElement).value);

const missing = ({ gaps }: GatheredRecords): string =>
  gaps.flatMap((gap) => gap.missing.map((number) => `${number}/${gap.count}`)).join(', ');
