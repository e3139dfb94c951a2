import { html, type TemplateResult } from 'lit';
import type { DeskModel } from '../desk-model.js';
import type { DeskRoom, DeskWords } from '../desk-view.js';
import { heldView, unreadView } from './held-view.js';

const LAYOUTS = ['handout', 'full'] as const;

/** The report and the files, made from the results at hand. */
export class MeetingRoom implements DeskRoom {
  readonly #model: DeskModel;
  readonly #changed: () => void;
  #layout: (typeof LAYOUTS)[number] = 'handout';

  constructor(model: DeskModel, changed: () => void) {
    this.#model = model;
    this.#changed = changed;
  }

  render(words: DeskWords): TemplateResult {
    const held = heldView(words, this.#model);
    if (held) return held;
    const { meeting } = words.own;
    const { results, study, holdings } = this.#model;
    return html`
      <p>${meeting.lead}</p>
      ${unreadView(words, this.#model)}
      <h4>${meeting.filesTitle}</h4>
      <canyu-export .study=${study?.id} .definition=${study} .personLevel=${true}></canyu-export>
      <h4>${meeting.reportTitle}</h4>
      <p class="field">
        <label for="layout">${meeting.layoutLabel}</label>
        <select id="layout" @change=${this.#onLayout}>
          ${LAYOUTS.map(
            (layout) =>
              html`<option value=${layout} ?selected=${layout === this.#layout}>${meeting.layouts[layout]}</option>`,
          )}
        </select>
      </p>
      <canyu-report .layout=${this.#layout} .results=${results} .entries=${holdings?.entries}></canyu-report>
    `;
  }

  readonly #onLayout = (event: Event): void => {
    this.#layout = (event.currentTarget as HTMLSelectElement).value as (typeof LAYOUTS)[number];
    this.#changed();
  };
}
