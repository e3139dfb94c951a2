import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '../../../core/text.js';
import type { DeskMessages } from '../../../i18n/desk/types.js';
import type { DeskModel } from '../desk-model.js';
import type { DeskRoom, DeskWords } from '../desk-view.js';
import { givenFile, givenText, type Given } from '../gatherer.js';
import { FileList } from './file-list.js';
import { HereView } from './here-view.js';
import { SealView } from './seal-view.js';

/** Where files come in: the place to drop them, what became of them, the key, and what is here now. */
export class GatherRoom implements DeskRoom {
  readonly #model: DeskModel;
  readonly #take: (given: readonly Given[]) => Promise<void>;
  readonly #files: FileList;
  readonly #seal: SealView;
  readonly #here: HereView;

  constructor(model: DeskModel, changed: () => void, take: (given: readonly Given[]) => Promise<void>) {
    this.#model = model;
    this.#take = take;
    this.#files = new FileList(model);
    this.#seal = new SealView(model, changed, take);
    this.#here = new HereView(model, changed);
  }

  render(words: DeskWords): TemplateResult {
    const { gather } = words.own;
    if (!(globalThis.crypto as Partial<Crypto> | undefined)?.subtle) {
      return html`<p class="message trouble" role="alert">${gather.noCrypto}</p>`;
    }
    return html`
      <p>${gather.lead} <span class="soft">${gather.privacy}</span></p>
      ${this.#model.study ? nothing : this.#studies(words.own)}
      <div class="drop" part="drop">
        <p><strong>${gather.dropTitle}</strong><br />${gather.dropText}</p>
        <label class="choose">
          <span>${gather.choose}</span>
          <input type="file" id="files" multiple @change=${this.#onFiles} />
        </label>
      </div>
      <details>
        <summary>${gather.pasteTitle}</summary>
        <form @submit=${this.#onPaste}>
          <p>${gather.pasteText}</p>
          <label for="pasted">${gather.pasteLabel}</label>
          <textarea id="pasted" rows="5" spellcheck="false" autocomplete="off"></textarea>
          <p><button type="submit">${gather.pasteButton}</button></p>
        </form>
      </details>
      ${this.#files.render(words)} ${this.#seal.render(words)} ${this.#here.render(words)}
    `;
  }

  #studies({ gather, locale }: DeskMessages): TemplateResult {
    const { known } = this.#model;
    return html`
      <p class="message">${gather.noStudy}</p>
      ${
        known.length
          ? html`<p>${gather.knownStudies}</p>
              <ul class="plain">
                ${known.map(
                  ({ id, title }) =>
                    html`<li>
                      <button type="button" value=${id} @click=${this.#onStudy}>
                        ${textIn(title, locale)} · ${id}
                      </button>
                    </li>`,
                )}
              </ul>`
          : nothing
      }
    `;
  }

  readonly #onStudy = (event: Event): void => this.#model.open((event.currentTarget as HTMLButtonElement).value);

  readonly #onFiles = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const files = Array.from(input.files ?? []);
    // The same file may be chosen again.
    input.value = '';
    if (files.length) void this.#take(files.map(givenFile));
  };

  readonly #onPaste = (event: Event): void => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).querySelector('textarea') as HTMLTextAreaElement;
    const text = field.value;
    if (text.trim() === '') return;
    void this.#take([givenText(text)]).then(() => {
      const state = this.#model.gatherer.items.at(-1)?.state;
      // Codes that are still missing are pasted behind what is there.
      if (state?.status !== 'refused') field.value = '';
    });
  };
}
