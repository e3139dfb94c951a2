import type { EntryApp } from './entry-app.js';

/** The keyboard of the typist, for every field of the sheet. */
export class EntryKeys {
  readonly #app: EntryApp;

  constructor(app: EntryApp) {
    this.#app = app;
  }

  /** A row has the focus: it takes the next key, and a key typed there replaces what it holds. */
  readonly onFocus = (event: FocusEvent): void => {
    const input = event.currentTarget as HTMLInputElement;
    input.select();
    this.#app.act({ type: 'go', id: input.name });
  };

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const app = this.#app;
    const { key } = event;
    const command = event.ctrlKey || event.metaKey;
    if ((key === 'Backspace' && !command) || (command && key.toLowerCase() === 'z' && !event.shiftKey)) {
      app.act({ type: 'undo' });
    } else if (!command && (key === 'Enter' || key === ' ')) {
      app.act({ type: 'blank' });
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      app.act({ type: 'move', by: key === 'ArrowDown' ? 1 : -1 });
    } else {
      return;
    }
    event.preventDefault();
  };

  /** Keyboards on glass tell of Backspace here only. */
  readonly onBeforeInput = (event: InputEvent): void => {
    if (event.isComposing || !event.inputType.startsWith('delete')) return;
    event.preventDefault();
    this.#app.act({ type: 'undo' });
  };

  readonly onInput = (event: InputEvent): void => {
    // What an input method writes counts when it is done with it, once.
    if (event.isComposing || /Composition/.test(event.inputType)) return;
    const input = event.currentTarget as HTMLInputElement;
    this.#type(input, event.data ?? input.value);
  };

  readonly onComposed = (event: CompositionEvent): void => {
    this.#type(event.currentTarget as HTMLInputElement, event.data);
  };

  #type(input: HTMLInputElement, keys: string): void {
    // Also where the same code was typed again, or none that the row knows: the field shows what is entered, nothing else.
    input.value = '';
    if (keys) this.#app.type(keys);
    this.#app.host.requestUpdate();
  }

  /** Enter in any other field leads to the next one; with Shift it is a new line. */
  readonly onEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    this.#app.focusOn(`next ${(event.currentTarget as HTMLElement).id}`);
  };
}

/** Enter that chooses a character in an input method is none of ours; Safari ends the composition before it, but keeps the key code. */
function isComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return event.isComposing || event.keyCode === 229;
}
