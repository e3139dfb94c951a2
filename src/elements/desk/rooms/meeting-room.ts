import { html, type TemplateResult } from 'lit';
import type { DeskModel } from '../desk-model.js';
import type { DeskRoom, DeskWords } from '../desk-view.js';
import { heldView, unreadView } from './held-view.js';
import { MaterialView } from './material-view.js';

const LAYOUTS = ['handout', 'full'] as const;

/** The report and the files, made from the results at hand, and what they say beside the figures. */
export class MeetingRoom implements DeskRoom {
  readonly #model: DeskModel;
  readonly #changed: () => void;
  readonly #material: MaterialView;
  #layout: (typeof LAYOUTS)[number] = 'handout';

  constructor(model: DeskModel, changed: () => void) {
    this.#model = model;
    this.#changed = changed;
    this.#material = new MaterialView(model, changed);
  }

  render(words: DeskWords): TemplateResult {
    const { meeting } = words.own;
    // What is written for the report can be prepared while results are still held back.
    return html`<p>${meeting.lead}</p>
      ${this.#material.render(words)} ${heldView(words, this.#model) ?? this.#papers(words)}`;
  }

  #papers(words: DeskWords): TemplateResult {
    const { meeting } = words.own;
    const { results, study, holdings } = this.#model;
    return html`
      ${unreadView(words, this.#model)}
      <h4>${meeting.filesTitle}</h4>
      <canyu-export
        .study=${study?.id}
        .definition=${study}
        .personLevel=${true}
        .material=${holdings?.material}
      ></canyu-export>
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
      <canyu-report
        .layout=${this.#layout}
        .results=${results}
        .entries=${holdings?.entries}
        .material=${holdings?.material}
      ></canyu-report>
    `;
  }

  readonly #onLayout = (event: Event): void => {
    this.#layout = (event.currentTarget as HTMLSelectElement).value as (typeof LAYOUTS)[number];
    this.#changed();
  };
}
