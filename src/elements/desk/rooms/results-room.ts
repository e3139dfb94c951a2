import { html, type TemplateResult } from 'lit';
import type { ChartType } from '../../../charts/types.js';
import type { DeskModel } from '../desk-model.js';
import type { DeskRoom, DeskWords } from '../desk-view.js';
import { heldView, unreadView } from './held-view.js';

/** The change index and, one at a time, the charts that are not on its card. */
export class ResultsRoom implements DeskRoom {
  readonly #model: DeskModel;
  readonly #changed: () => void;
  #chart: ChartType = 'gap';

  constructor(model: DeskModel, changed: () => void) {
    this.#model = model;
    this.#changed = changed;
  }

  render(words: DeskWords): TemplateResult {
    const held = heldView(words, this.#model);
    if (held) return held;
    const { own } = words;
    const { results } = this.#model;
    return html`
      ${unreadView(words, this.#model)}
      <canyu-change-index .results=${results}></canyu-change-index>
      <h4>${own.results.chartTitle}</h4>
      <p class="field">
        <label for="chart">${own.results.chartLabel}</label>
        <select id="chart" @change=${this.#onChart}>
          ${Object.entries(own.results.charts).map(
            ([type, name]) => html`<option value=${type} ?selected=${type === this.#chart}>${name}</option>`,
          )}
        </select>
      </p>
      <canyu-chart .type=${this.#chart} .results=${results}></canyu-chart>
    `;
  }

  readonly #onChart = (event: Event): void => {
    this.#chart = (event.currentTarget as HTMLSelectElement).value as ChartType;
    this.#changed();
  };
}
