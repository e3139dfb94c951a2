import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { LocaleController } from '../../i18n/locale.js';
import type { LazyView } from '../lazy-element.js';
import type { CanyuSurvey } from './canyu-survey.js';
import { SurveyApp } from './survey-app.js';
import { screenView, toolsView } from './views/screen-view.js';

/** Attributes of the element that decide which survey it is; another value opens it anew. */
const IDENTITY = ['study', 'src', 'instrument', 'wave', 'group', 'community', 'form', 'mode', 'device'] as const;

/** What `<canyu-survey>` shows: opens the survey that the attributes name and keeps it in step with them. */
export class SurveyView implements LazyView {
  readonly app: SurveyApp;
  readonly #host: CanyuSurvey;
  readonly #language: LocaleController;
  #opened = '';

  constructor(host: CanyuSurvey, language: LocaleController) {
    this.#host = host;
    this.#language = language;
    this.app = new SurveyApp(host);
  }

  get styles(): CSSResult[] {
    return this.app.styles;
  }

  hostUpdate(): void {
    const { locale } = this.#language;
    const wanted = JSON.stringify(IDENTITY.map((name) => this.#host[name] ?? null));
    if (wanted === this.#opened) {
      void this.app.changeLocale(locale);
      // Until it is there, or where it does not arrive, there is one question at a time.
      void this.app.needPage().catch(() => undefined);
    } else {
      this.#opened = wanted;
      void this.app.open(locale);
    }
  }

  hostDisconnected(): void {
    this.app.tools?.disconnected();
  }

  hostUpdated(): void {
    this.app.updated(this.#host.renderRoot as ShadowRoot);
  }

  render(): TemplateResult {
    const { words } = this.app;
    return html`<div class="page" part="page" lang=${words?.locale ?? nothing}>
      ${toolsView(this.app)} ${screenView(this.app)}
    </div>`;
  }
}
