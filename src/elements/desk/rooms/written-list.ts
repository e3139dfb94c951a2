import { html, nothing, type TemplateResult } from 'lit';
import type { DeskMessages } from '../../../i18n/desk/types.js';

/** What a list is of, and how its things are kept. Each change resolves when it is stored. */
export interface ListParts<T> {
  readonly items: () => readonly T[];
  /** What one says, to name its buttons. */
  readonly textOf: (item: T) => string;
  /** Puts one into the fields of the form. */
  readonly fill: (form: HTMLFormElement, item: T) => void;
  /** What the form says; undefined where that is nothing whole. `old`: the one that is being changed. */
  readonly read: (form: HTMLFormElement, old: T | undefined) => T | undefined;
  readonly save: (item: T, old: T | undefined) => Promise<void>;
  readonly remove: (item: T) => Promise<void>;
  readonly putBack: (item: T, at: number) => Promise<void>;
  readonly changed: () => void;
}

/** What was done last; what was removed can be put back where it was. */
type Note<T> =
  { readonly what: 'saved' | 'failed' | 'bad' } | { readonly what: 'removed'; readonly item: T; readonly at: number };

/** The beginning of a text. */
const shortened = (text: string): string => (text.length > 24 ? `${Array.from(text).slice(0, 24).join('')}…` : text);

/** A list that is written at the desk: one thing at a time in a form below it, changed in the same form, and what is removed can be put back. */
export class WrittenList<T> {
  #editing: T | undefined;
  #note: Note<T> | undefined;
  readonly #parts: ListParts<T>;

  constructor(parts: ListParts<T>) {
    this.#parts = parts;
  }

  /** The buttons of one thing of the list, with one more where it has one. */
  buttons({ material }: DeskMessages, at: number, more: TemplateResult | typeof nothing = nothing): TemplateResult {
    const name = this.#name(this.#parts.items()[at]);
    return html`<p class="choice">
      <button type="button" value=${at} aria-label="${material.change} ${name}" @click=${this.#onEdit}>
        ${material.change}
      </button>
      <button type="button" value=${at} aria-label="${material.remove} ${name}" @click=${this.#onRemove}>
        ${material.remove}
      </button>
      ${more}
    </p>`;
  }

  /** What was done last, and the form around its `fields`. */
  form({ material }: DeskMessages, title: string, fields: TemplateResult): TemplateResult {
    const note = this.#note;
    const isTrouble = note?.what === 'bad' || note?.what === 'failed';
    const said =
      note?.what === 'removed' ? material.removed(this.#name(note.item)) : note?.what === 'saved' ? material.saved : '';
    return html`
      <p role="status">${said}</p>
      ${isTrouble ? html`<p class="bad" role="alert">${material[note.what]}</p>` : nothing}
      ${
        note?.what === 'removed'
          ? html`<p><button type="button" class="back" @click=${this.#onPutBack}>${material.putBack}</button></p>`
          : nothing
      }
      <form aria-label=${title} @submit=${this.#onSave}>
        ${fields}
        <p class="choice">
          <button type="submit" class="main">${this.#editing ? material.save : material.add}</button>
          ${this.#editing ? html`<button type="button" @click=${this.#onCancel}>${material.cancel}</button>` : nothing}
        </p>
      </form>
    `;
  }

  /** Does something to the list and says what became of it. `note`: what is said once it is done. */
  async change(work: () => Promise<void>, note?: Note<T>): Promise<boolean> {
    const done = await work().then(
      () => true,
      () => false,
    );
    this.#tell(done ? note : { what: 'failed' });
    return done;
  }

  #name(item: T | undefined): string {
    return item === undefined ? '' : shortened(this.#parts.textOf(item));
  }

  #tell(note: Note<T> | undefined): void {
    this.#note = note;
    this.#parts.changed();
  }

  readonly #onEdit = (event: Event): void => {
    this.#editing = this.#parts.items()[placeOf(event)];
    this.#tell(undefined);
    const form = sectionOf(event).querySelector('form') as HTMLFormElement;
    if (this.#editing) this.#parts.fill(form, this.#editing);
    focusFirst(form);
  };

  readonly #onRemove = async (event: Event): Promise<void> => {
    const section = sectionOf(event);
    const at = placeOf(event);
    const item = this.#parts.items()[at];
    if (item === undefined) return;
    await this.change(() => this.#parts.remove(item), { what: 'removed', item, at });
    // The button that was pressed is gone.
    requestAnimationFrame(() => section.querySelector<HTMLElement>('.back')?.focus());
  };

  readonly #onPutBack = (event: Event): void => {
    const note = this.#note;
    focusFirst(sectionOf(event));
    if (note?.what === 'removed') void this.change(() => this.#parts.putBack(note.item, note.at));
  };

  readonly #onCancel = (event: Event): void => {
    const form = (event.currentTarget as HTMLButtonElement).form as HTMLFormElement;
    this.#end(form);
    this.#tell(undefined);
    focusFirst(form);
  };

  readonly #onSave = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const item = this.#parts.read(form, this.#editing);
    if (item === undefined) this.#tell({ what: 'bad' });
    else if (await this.change(() => this.#parts.save(item, this.#editing), { what: 'saved' })) this.#end(form);
  };

  #end(form: HTMLFormElement): void {
    this.#editing = undefined;
    form.reset();
    this.#parts.changed();
  }
}

/** The value of the button that was pressed: the place of what it stands beside. */
export const placeOf = (event: Event): number => Number((event.currentTarget as HTMLButtonElement).value);

const sectionOf = (event: Event): HTMLElement => (event.currentTarget as HTMLElement).closest('section') as HTMLElement;

/** Moves the focus to the first field in which something is written. */
export const focusFirst = (inside: HTMLElement): void => inside.querySelector<HTMLElement>('textarea, input')?.focus();
