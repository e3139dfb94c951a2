import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { textIn } from '../../../core/text.js';
import type { LocaleController } from '../../../i18n/locale.js';
import type { LazyView } from '../../lazy-element.js';
import type { CanyuSurvey } from '../canyu-survey.js';
import { isTrouble } from '../study-source.js';
import { surveyStyles } from '../survey.styles.js';
import { PageRules } from './page-rules.js';
import { openPaper, type PaperForm, type PaperTrouble } from './paper-source.js';
import { paperTroubleView } from './paper-trouble.js';
import { printForm } from './print-form.js';
import { printStyles } from './print.styles.js';

/** Attributes that decide which form it is. */
const IDENTITY = ['study', 'src', 'instrument', 'wave', 'group', 'community', 'form'] as const;

/**
 * `layout="print"`: the whole questionnaire of one group in one language, for A4 paper, in large type. A button prints it; the
 * browser's own print command does the same.
 */
export class PrintView implements LazyView {
  readonly styles: CSSResult[] = [surveyStyles, printStyles];
  settled: Promise<void> | undefined;
  readonly #host: CanyuSurvey;
  readonly #language: LocaleController;
  readonly #rules = new PageRules();
  #opened = '';
  #form: PaperForm | undefined;
  #trouble: PaperTrouble | undefined;

  constructor(host: CanyuSurvey, language: LocaleController) {
    this.#host = host;
    this.#language = language;
  }

  hostConnected(): void {
    if (this.#form) this.#setRules(this.#form);
  }

  hostDisconnected(): void {
    this.#rules.clear(this.#host);
  }

  hostUpdate(): void {
    const wanted = JSON.stringify([this.#language.locale, ...IDENTITY.map((name) => this.#host[name] ?? null)]);
    if (this.#host.layout !== 'print') this.#rules.clear(this.#host);
    if (wanted === this.#opened) return;
    this.#opened = wanted;
    this.settled = this.#open(wanted);
  }

  async #open(wanted: string): Promise<void> {
    const form = await openPaper(this.#host, this.#language.locale, 'print');
    if (wanted !== this.#opened) return;
    this.#form = isTrouble(form) ? undefined : form;
    this.#trouble = isTrouble(form) ? form : undefined;
    if (this.#form && this.#host.isConnected) this.#setRules(this.#form);
    else this.#rules.clear(this.#host);
    const detail = this.#trouble ? { code: this.#trouble.code } : {};
    this.#host.dispatchEvent(
      new CustomEvent(this.#trouble ? 'canyu-error' : 'canyu-ready', { detail, bubbles: true, composed: true }),
    );
    this.#host.requestUpdate();
  }

  #setRules(form: PaperForm): void {
    const { print } = form.messages;
    const foot = `${print.formName[form.group]} · ${textIn(form.wave.label, form.locale)}`;
    this.#rules.set(this.#host, { corner: `${print.number} □□□□`, foot, pages: print.pages });
  }

  render(): TemplateResult {
    const form = this.#form;
    if (!form) {
      return html`<div class="page" part="page">
        ${this.#trouble ? paperTroubleView(this.#trouble, this.#onRetry) : nothing}
      </div>`;
    }
    const { print } = form.messages;
    return html`<div class="print" lang=${form.locale}>
      <div class="toolbar">
        <button type="button" class="main" part="button main" @click=${this.#onPrint}>${print.print}</button>
        <p class="soft">${print.screenHint}</p>
      </div>
      ${printForm(form)}
    </div>`;
  }

  readonly #onPrint = (): void => {
    window.print();
  };

  readonly #onRetry = (): void => {
    this.#opened = '';
    this.#host.requestUpdate();
  };
}
