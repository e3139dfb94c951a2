import { html, nothing, type TemplateResult } from 'lit';
import type { KeyCode, OpenFailure } from '../../../core/sealed/codes.js';
import type { DeskModel } from '../desk-model.js';
import type { DeskWords } from '../desk-view.js';
import { givenFile, type Given } from '../gatherer.js';

/** The key and the sealed sheets that wait for it. Not there where nothing is sealed. */
export class SealView {
  readonly #model: DeskModel;
  readonly #changed: () => void;
  readonly #take: (given: readonly Given[]) => Promise<void>;
  #isShown = false;

  constructor(model: DeskModel, changed: () => void, take: (given: readonly Given[]) => Promise<void>) {
    this.#model = model;
    this.#changed = changed;
    this.#take = take;
  }

  render(words: DeskWords): TemplateResult | typeof nothing {
    const { opener, holdings } = this.#model;
    const waiting = holdings?.sealed ?? 0;
    if (waiting === 0 && !opener.keyText && !opener.hasKey && !opener.last) return nothing;
    const { seal, locale } = words.own;
    const number = new Intl.NumberFormat(locale);
    return html`
      <section class="seal" aria-labelledby="seal-title">
        <h4 id="seal-title">${seal.title}</h4>
        ${waiting ? html`<p>${seal.waiting(number.format(waiting))}</p>` : nothing}
        ${opener.hasKey ? this.#atHand(words, waiting) : this.#asking(words)}
        <div role="status">${this.#outcome(words)}</div>
        ${this.#trouble(words)}
      </section>
    `;
  }

  #asking({ own: { seal } }: DeskWords): TemplateResult {
    const { opener } = this.#model;
    if (!opener.keyText) {
      return html`<p>${seal.noKey}</p>
        <label class="choose">
          <span>${seal.chooseKey}</span><input type="file" id="key" @change=${this.#onKey} />
        </label>`;
    }
    const isBusy = opener.state.status === 'unlocking';
    return html`<form class="field" @submit=${this.#onUnlock}>
      <label for="passphrase">${seal.passphrase}</label>
      <input
        id="passphrase"
        type=${this.#isShown ? 'text' : 'password'}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        required
      />
      <label class="check"
        ><input type="checkbox" .checked=${this.#isShown} @change=${this.#onShow} /> ${seal.showPassphrase}</label
      >
      <p><button type="submit" class="main" ?disabled=${isBusy}>${isBusy ? seal.unlocking : seal.unlock}</button></p>
    </form>`;
  }

  #atHand({ own: { seal }, opening }: DeskWords, waiting: number): TemplateResult {
    const { opener } = this.#model;
    const { state, role } = opener;
    if (state.status === 'opening') {
      return html`<p>
        <progress max=${state.total} .value=${state.done} aria-label=${seal.title}></progress>
        ${opening.progress(state.done, state.total)}
        <button type="button" @click=${this.#onStop}>${seal.stop}</button>
      </p>`;
    }
    return html`<p>${role ? seal.isOpen(opening.role[role]) : nothing}</p>
      <p class="choice">
        ${waiting ? html`<button type="button" class="main" @click=${this.#onOpen}>${seal.openNow}</button>` : nothing}
        <button type="button" @click=${this.#onForget}>${seal.forget}</button>
      </p>`;
  }

  #outcome({ own: { seal, locale }, opening }: DeskWords): TemplateResult | typeof nothing {
    const { last, state } = this.#model.opener;
    if (!last || state.status === 'opening') return nothing;
    const number = new Intl.NumberFormat(locale);
    const { added, same, conflict } = last.added;
    const lines = [
      ...(added + same + conflict ? [seal.opened(number.format(added + same + conflict))] : []),
      ...(same ? [seal.openedSame(number.format(same))] : []),
      ...(conflict ? [seal.openedConflict(number.format(conflict))] : []),
      ...Object.entries(last.failed).map(([code, count]) => opening.failed[code as OpenFailure](count)),
      ...(last.stopped ? [seal.stopped] : []),
    ];
    return lines.length
      ? html`<ul class="counts">
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>`
      : nothing;
  }

  #trouble({ own, opening }: DeskWords): TemplateResult | typeof nothing {
    const { state } = this.#model.opener;
    if (state.status !== 'trouble') return nothing;
    const text = state.code in opening.key ? opening.key[state.code as KeyCode] : own.seal.failed;
    return html`<p class="bad" role="alert">${text}</p>`;
  }

  readonly #onKey = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (file) void this.#take([givenFile(file)]);
  };

  readonly #onUnlock = (event: Event): void => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('#passphrase');
    const { opener, study } = this.#model;
    void opener.unlock(field?.value ?? '').then(async () => {
      if (!opener.hasKey) return;
      if (study) await opener.open(study.id);
      this.#model.look();
    });
  };

  readonly #onOpen = (): void => {
    const { opener, study } = this.#model;
    if (study) void opener.open(study.id).then(() => this.#model.look());
  };

  readonly #onShow = (event: Event): void => {
    this.#isShown = (event.currentTarget as HTMLInputElement).checked;
    this.#changed();
  };

  readonly #onStop = (): void => this.#model.opener.stop();
  readonly #onForget = (): void => this.#model.opener.forget();
}
