import { html, nothing, type TemplateResult } from 'lit';
import { countsText } from '../../../i18n/desk/say.js';
import type { DeskMessages } from '../../../i18n/desk/types.js';
import type { DeskModel } from '../desk-model.js';
import type { DeskWords } from '../desk-view.js';
import { givenFile } from '../gatherer.js';
import { QuotesView } from './quotes-view.js';
import { StepsView } from './steps-view.js';

/** What the report says beside the figures: from a file of material, or written here. */
export class MaterialView {
  readonly #model: DeskModel;
  readonly #quotes: QuotesView;
  readonly #steps: StepsView;
  /** Of the last file that was chosen here. */
  #item = 0;

  constructor(model: DeskModel, changed: () => void) {
    this.#model = model;
    this.#quotes = new QuotesView(model, changed);
    this.#steps = new StepsView(model, changed);
  }

  render({ own }: DeskWords): TemplateResult | typeof nothing {
    if (!this.#model.holdings) return nothing;
    const { material } = own;
    return html`
      <section class="material" aria-labelledby="material-title">
        <h4 id="material-title">${material.title}</h4>
        <p>${material.lead}</p>
        ${this.#quotes.render(own)} ${this.#steps.render(own)}
        <label class="choose second">
          <span>${material.choose}</span><input type="file" id="material-file" @change=${this.#onFile} />
        </label>
        <p role="status">${this.#fileText(own)}</p>
      </section>
    `;
  }

  #fileText(own: DeskMessages): string {
    const item = this.#model.gatherer.items.find(({ id }) => id === this.#item);
    if (!item) return '';
    const { name, state } = item;
    const lead = `${name}${own.locale === 'en' ? ': ' : '：'}`;
    switch (state.status) {
      case 'waiting':
      case 'reading':
      case 'storing':
        return lead + own.report[state.status];
      case 'done': {
        const counts = countsText(own, state.counts);
        return lead + (counts.join(own.locale === 'en' ? '; ' : '；') || own.report.empty);
      }
      case 'refused':
        return lead + own.refused[state.why](state.detail);
      case 'failed':
        return lead + own.report.failed;
      default:
        return lead + own.material.asked;
    }
  }

  readonly #onFile = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    input.value = '';
    if (!file) return;
    const { gatherer } = this.#model;
    void gatherer.add([givenFile(file)]);
    this.#item = gatherer.items.at(-1)?.id ?? 0;
  };
}
