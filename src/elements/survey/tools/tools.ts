import { html, type TemplateResult } from 'lit';
import type { Locale } from '../../../core/text.js';
import { loadMessages } from '../../../i18n/locale.js';
import { toolsCatalogues } from '../../../i18n/tools/index.js';
import type { ToolsMessages } from '../../../i18n/tools/types.js';
import type { SurveyApp } from '../survey-app.js';
import { contrastStyles, systemContrastStyles } from './contrast.styles.js';
import { DigitKeys } from './digits.js';
import { Reader, type ReadingTrouble } from './reader.js';
import { readingParts } from './reading-parts.js';
import { Recording, recordingOf } from './recorded.js';
import { keepSettings, readSettings, standard, type Settings, type Size } from './settings.js';
import { browserSynthesis, Speech } from './speech.js';
import { toolsView, type ToolsModel } from './tools-view.js';
import { toolsStyles } from './tools.styles.js';

/** The respondent's tools as the survey holds them; loaded when somebody first wants them. */
export interface Tools {
  /** Opens the panel and puts the focus on its button. */
  open(): void;
  /** What stands at the top of the page. */
  view(): TemplateResult;
  /** Called after each update of the survey, when the focus has moved to where it goes. */
  updated(root: ShadowRoot): void;
  /** The survey has left the page: silence, and no more keys. */
  disconnected(): void;
}

/** Makes the tools for `app`; rejects when their texts do not arrive. */
export async function createTools(app: SurveyApp): Promise<Tools> {
  const { locale } = app;
  const messages = await loadMessages(toolsCatalogues, locale);
  app.addStyles(systemContrastStyles);
  app.addStyles(toolsStyles);
  return new RespondentTools(app, locale, messages);
}

/** Text size, reading aloud, contrast, number keys, and the notice to helpers. */
class RespondentTools implements Tools, ToolsModel {
  readonly app: SurveyApp;
  locale: Locale;
  messages: ToolsMessages;
  settings: Settings;
  isOpen = false;
  said = '';
  readonly #reader: Reader;
  readonly #digits: DigitKeys;
  #loading: Locale;
  /** Which respondent's sheet and which step were shown last. */
  #person: string | undefined;
  #step = '';
  /** The heading shown last; the linking questions change it within one step. */
  #heading = '';
  #focusToggle = false;

  constructor(app: SurveyApp, locale: Locale, messages: ToolsMessages) {
    this.app = app;
    this.locale = this.#loading = locale;
    this.messages = messages;
    this.settings = this.#atKiosk ? standard : readSettings();
    this.#reader = new Reader(new Speech(browserSynthesis()), new Recording(), () => this.#show());
    this.#digits = new DigitKeys(app, () => this.settings.digits);
    this.#follow();
  }

  get reading(): boolean {
    return this.#reader.active;
  }

  get trouble(): ReadingTrouble | undefined {
    return this.#reader.trouble;
  }

  get helped(): boolean {
    return (this.app.state?.mode ?? this.app.host.mode) === 'helped';
  }

  get #atKiosk(): boolean {
    return this.app.host.device === 'kiosk';
  }

  open(): void {
    this.isOpen = true;
    this.#focusToggle = true;
    this.#show();
  }

  view(): TemplateResult {
    this.#follow();
    return html`${toolsView(this)}`;
  }

  updated(root: ShadowRoot): void {
    // An update that was under way when the survey left the page comes here after `disconnected`.
    if (!this.app.host.isConnected) return;
    this.#digits.attach();
    window.addEventListener('pagehide', this.#onPageHide);
    this.#dress(root);
    this.#digits.mark(root);
    if (this.#focusToggle) {
      const toggle = root.querySelector<HTMLElement>('.aids .toggle');
      toggle?.focus();
      this.#focusToggle = !toggle;
    }
    this.#followHeading(root);
  }

  disconnected(): void {
    this.#reader.stop();
    this.#digits.detach();
    window.removeEventListener('pagehide', this.#onPageHide);
  }

  readonly onToggle = (): void => {
    this.isOpen = !this.isOpen;
    this.#show();
  };

  readonly onClose = (): void => {
    this.isOpen = false;
    this.#focusToggle = true;
    this.#show();
  };

  readonly onEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.isOpen) this.onClose();
  };

  readonly onRead = (): void => {
    if (this.#reader.active) this.#reader.stop();
    else this.#read();
  };

  readonly onSize = (event: Event): void => {
    this.#set({ size: (event.currentTarget as HTMLButtonElement).value as Size });
  };

  readonly onSwitch = (event: Event): void => {
    const { name, checked } = event.currentTarget as HTMLInputElement;
    if (name === 'helped') {
      this.said = checked ? this.messages.helper(this.app.group).short : '';
      this.app.dispatch({ type: 'mode', mode: checked ? 'helped' : 'self' }, false);
      // Kept so that the tools, and with them the notice, are there again when the half-finished sheet is taken up after a reload.
      this.#set({});
      return;
    }
    this.#set({ [name]: checked });
    if (name === 'reading' && checked) this.#read();
  };

  readonly #onPageHide = (): void => this.#reader.stop();

  #set(change: Partial<Settings>): void {
    this.settings = { ...this.settings, ...change };
    if (!this.#atKiosk) keepSettings(this.settings);
    this.#show();
  }

  /** Another step: the panel makes room for it. Another person at the kiosk: everything as at the beginning. */
  #follow(): void {
    const { state, phase, words } = this.app;
    const step = `${state?.id} ${phase} ${state?.at}`;
    if (this.#step && step !== this.#step) {
      this.isOpen = false;
      this.said = '';
    }
    this.#step = step;
    // The sheet is gone as soon as it is handed in; thanks are still read by who filled it in.
    if (state && state.id !== this.#person) {
      if (this.#person && this.#atKiosk) this.settings = standard;
      this.#person = state.id;
    }
    if (words && words.locale !== this.#loading) void this.#changeLocale(words.locale);
  }

  async #changeLocale(locale: Locale): Promise<void> {
    this.#loading = locale;
    try {
      const messages = await loadMessages(toolsCatalogues, locale);
      if (locale !== this.#loading) return;
      this.locale = locale;
      this.messages = messages;
    } catch {
      // The words there are stay; the next change of language tries again.
    }
    this.#show();
  }

  /** Another question is on screen: nobody wants to hear the last one to its end. */
  #followHeading(root: ShadowRoot): void {
    const heading = `${this.#person} ${root.querySelector('h2')?.textContent.trim()}`;
    if (heading === this.#heading) return;
    this.#heading = heading;
    this.#reader.stop();
    const { phase, item, state, host } = this.app;
    const question = phase === 'session' && host.layout === 'step' && (item !== undefined || state?.at === 'link');
    if (question && this.settings.reading) this.#read();
  }

  #read(): void {
    const { app } = this;
    const screen = app.host.renderRoot.querySelector('.step');
    if (!screen || !app.words) return;
    const recording = app.host.layout === 'step' ? recordingOf(app) : undefined;
    void this.#reader.read(readingParts(screen), app.words.locale, recording);
  }

  #dress(root: ShadowRoot): void {
    const { size, contrast } = this.settings;
    const page = root.querySelector<HTMLElement>('.page');
    if (size === 'standard') page?.removeAttribute('data-size');
    else page?.setAttribute('data-size', size);
    // Browsers without adopted style sheets (Safari before 16.4) keep to what their system asks for.
    const { styleSheet } = contrastStyles;
    if (!styleSheet || contrast === root.adoptedStyleSheets.includes(styleSheet)) return;
    root.adoptedStyleSheets = contrast
      ? [...root.adoptedStyleSheets, styleSheet]
      : root.adoptedStyleSheets.filter((one) => one !== styleSheet);
  }

  #show(): void {
    this.app.host.requestUpdate();
  }
}
