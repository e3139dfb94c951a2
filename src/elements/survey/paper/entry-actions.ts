import { limitText } from '../../../core/response/characters.js';
import { maskOpenText } from '../../../core/response/mask.js';
import type { LocaleController } from '../../../i18n/locale.js';
import type { EntryApp } from './entry-app.js';
import { EntryKeys } from './entry-keys.js';
import { goOn, offerFile, submit } from './entry-saving.js';

/** DOM events of the entry page as what they mean. */
export class EntryActions {
  readonly keys: EntryKeys;
  readonly #app: EntryApp;
  readonly #language: LocaleController;

  constructor(app: EntryApp, language: LocaleController) {
    this.#app = app;
    this.#language = language;
    this.keys = new EntryKeys(app);
  }

  readonly onNumber = (event: Event): void => {
    this.#app.set({ number: (event.currentTarget as HTMLInputElement).value });
  };

  readonly onDate = (event: Event): void => {
    this.#app.set({ date: (event.currentTarget as HTMLInputElement).value });
  };

  readonly onLink = (event: Event): void => {
    const { name, value } = event.currentTarget as HTMLInputElement;
    this.#app.raw.set(name, value);
    this.#app.host.requestUpdate();
  };

  readonly onText = (event: Event): void => {
    const area = event.currentTarget as HTMLTextAreaElement;
    const { text } = maskOpenText(limitText(area.value.trim()));
    this.#app.set({ texts: { ...this.#app.work.texts, [area.name]: text } });
  };

  readonly onAll = (event: Event): void => {
    this.#app.setAll((event.currentTarget as HTMLInputElement).checked);
  };

  readonly onSave = (event: Event): void => {
    event.preventDefault();
    void goOn(this.#app);
  };

  readonly onRetry = (): void => void submit(this.#app);
  readonly onDownload = (): void => void offerFile(this.#app);
  readonly onReopen = (): void => void this.#app.open(this.#language.locale);

  readonly onHandedOver = (): void => {
    void this.#app.handedOver();
  };

  readonly onDiscard = (): void => {
    this.#app.discarding = true;
    this.#app.focusOn('discard-no');
  };

  readonly onKeep = (): void => {
    this.#app.discarding = false;
    this.#app.focusOn('discard');
  };

  readonly onDiscardYes = (): void => void this.#app.discard();
}
