import { html, type CSSResult, type TemplateResult } from 'lit';
import type { LocaleController } from '../../../i18n/locale.js';
import type { LazyView } from '../../lazy-element.js';
import type { CanyuSurvey } from '../canyu-survey.js';
import { surveyStyles } from '../survey.styles.js';
import { EntryActions } from './entry-actions.js';
import { EntryApp } from './entry-app.js';
import { entryView } from './entry-form.js';
import { entryStyles } from './entry.styles.js';

/** Attributes of the element that decide which form is typed in; another value opens it anew. */
const IDENTITY = ['study', 'src', 'instrument', 'wave', 'group', 'community', 'form', 'mode', 'device'] as const;

/**
 * `mode="paper"`: a volunteer types in a pile of sheets by keyboard. The page's language is that of the sheets, which goes into
 * the responses.
 */
export class PaperEntryView implements LazyView {
  readonly styles: CSSResult[] = [surveyStyles, entryStyles];
  readonly app: EntryApp;
  settled: Promise<void> | undefined;
  readonly #host: CanyuSurvey;
  readonly #language: LocaleController;
  readonly #actions: EntryActions;
  #opened = '';

  constructor(host: CanyuSurvey, language: LocaleController) {
    this.#host = host;
    this.#language = language;
    this.app = new EntryApp(host);
    this.#actions = new EntryActions(this.app, language);
  }

  hostUpdate(): void {
    const { locale } = this.#language;
    const wanted = JSON.stringify(IDENTITY.map((name) => this.#host[name] ?? null));
    if (wanted === this.#opened) {
      void this.app.changeLocale(locale);
    } else {
      this.#opened = wanted;
      this.settled = this.app.open(locale);
    }
  }

  hostUpdated(): void {
    const target = this.app.takeFocus();
    if (target) focusIn(this.#host.renderRoot as ShadowRoot, target);
  }

  render(): TemplateResult {
    return html`<div class="page entry" part="page">${entryView(this.app, this.#actions)}</div>`;
  }
}

/** Puts the focus on a field: `row CY1`, `after CY1`, `next number`, `link G1`, or an id. */
function focusIn(root: ShadowRoot, target: string): void {
  const [how = '', name = ''] = target.split(' ');
  const stops = [...root.querySelectorAll<HTMLElement>('[data-stop]')];
  const row = (id: string): HTMLElement | undefined => stops.find((stop) => stop.getAttribute('name') === id);
  const after = (stop: HTMLElement | undefined): HTMLElement | undefined => stop && stops[stops.indexOf(stop) + 1];
  const found =
    how === 'row'
      ? row(name)
      : how === 'after'
        ? after(row(name))
        : how === 'next'
          ? after(root.getElementById(name) ?? undefined)
          : how === 'link'
            ? root.getElementById(`link-${name}`)
            : how === 'first'
              ? stops[0]
              : root.getElementById(how);
  found?.focus();
}
