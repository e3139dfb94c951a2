import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { Results } from '../../core/change/types.js';
import type { ReportMaterial } from '../../core/describe/report-material.js';
import { reportParts, reportWords } from '../../core/describe/report.js';
import type { Locale } from '../../core/text.js';
import { loadMessages, type LocaleController } from '../../i18n/locale.js';
import { reportCatalogues } from '../../i18n/report/index.js';
import type { ReportMessages } from '../../i18n/report/types.js';
import { resultsCatalogues } from '../../i18n/results/index.js';
import type { ResultsMessages } from '../../i18n/results/types.js';
import { resultsStyles } from '../chart/chart.styles.js';
import { notLoaded, waiting } from '../chart/not-loaded.js';
import { ResultsSource } from '../chart/results-source.js';
import { troubleView } from '../chart/trouble-view.js';
import type { LazyView } from '../lazy-element.js';
import type { CanyuReport } from './canyu-report.js';
import { loadModels, type FigureModels } from './figures/models.js';
import { FullReport } from './full/full-report.js';
import { figureStyles } from './handout/figures.styles.js';
import { fitSheet, reset } from './handout/fit-sheet.js';
import { handoutView } from './handout/handout-view.js';
import { handoutStyles } from './handout/handout.styles.js';
import { paperStyles } from './handout/paper.styles.js';
import { MaterialSource } from './material-source.js';
import { PageRules } from './page-rules.js';
import { fullStyles, reportStyles } from './report.styles.js';
import type { Languages, Said } from './said.js';

/** From this width on, in CSS pixels, the screen shows the sheet as it will be printed. */
const SHEET = 810;

/** Everything of `<canyu-report>` on paper: gets results, material and words, shows the sheet, makes it fit, prints it alone. */
export class ReportView implements LazyView {
  readonly styles: CSSResult[] = [resultsStyles, reportStyles, paperStyles, handoutStyles, figureStyles, fullStyles];
  readonly #host: CanyuReport;
  readonly #locale: LocaleController;
  readonly #results: ResultsSource;
  readonly #material: MaterialSource;
  readonly #full: FullReport;
  readonly #rules = new PageRules();
  #messages: readonly ReportMessages[] = [];
  #own: ResultsMessages | undefined;
  #models: FigureModels | undefined;
  #loading: Promise<void> | undefined;
  #wordless = false;
  #connection: AbortController | undefined;
  #size: ResizeObserver | undefined;
  #told: unknown;

  constructor(host: CanyuReport, locale: LocaleController) {
    this.#host = host;
    this.#locale = locale;
    const update = (): void => host.requestUpdate();
    this.#results = new ResultsSource(update);
    this.#material = new MaterialSource(update);
    this.#full = new FullReport(update);
  }

  /** Prints the report alone, once its pictures can be seen. */
  async print(): Promise<void> {
    const host = this.#host;
    const pictures = [...(host.shadowRoot?.querySelectorAll('img') ?? [])];
    await Promise.allSettled(pictures.map((picture) => picture.decode()));
    host.toggleAttribute('printing', true);
    addEventListener('afterprint', () => host.toggleAttribute('printing', false), { once: true });
    window.print();
  }

  /** Resolves when nothing of the words or charts is under way. */
  get settled(): Promise<void> {
    return Promise.all([this.#loading, this.#full.settled]).then(() => undefined);
  }

  hostConnected(): void {
    const { signal } = (this.#connection = new AbortController());
    // Must be done when the event returns: the sheet takes its size on paper, whatever the screen is.
    addEventListener('beforeprint', () => this.#fit(true), { signal });
    addEventListener('afterprint', () => this.#fit(), { signal });
    this.#size = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()));
    this.#size.observe(this.#host);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#size?.disconnect();
    this.#results.stop();
    this.#material.stop();
    this.#full.stop();
    this.#rules.clear(this.#host);
  }

  hostUpdate(): void {
    const { results, src, material } = this.#host;
    this.#results.set(results, src);
    this.#material.set(material);
    const wanted = this.#wanted();
    const ready = this.#messages.map(({ locale }) => locale).join() === wanted.join();
    if (!ready && !this.#wordless) this.#loading ??= this.#loadWords(wanted);
  }

  /** Which languages are shown; the full report has one. */
  #wanted(): readonly Locale[] {
    const { locale } = this.#locale;
    const isBoth = this.#host.languages === 'both' && this.#host.layout !== 'full';
    return isBoth ? ['zh-Hans', 'en'] : [locale];
  }

  render(): TemplateResult {
    const own = this.#own;
    const [lead] = this.#messages;
    if (!own || !lead) return this.#wordless ? notLoaded(this.#onRetry) : waiting;
    const { state } = this.#results;
    if (state.status === 'trouble') return html`<div lang=${own.locale} dir="ltr">${troubleView(own, state)}</div>`;
    if (state.status === 'loading' || !this.#material.ready)
      return html`<p role="status" lang=${own.locale}>${own.loading}</p>`;
    const material = this.#material.of(this.#host);
    const languages = this.#messages.map((messages): Said => ({
      messages,
      parts: reportParts(state.results, material, messages.locale),
    })) as unknown as Languages;
    return html`
      <div class="toolbar" lang=${lead.locale} dir="ltr">
        <button type="button" part="button" @click=${this.#onPrint}>${lead.print}</button>
        <p>${this.#host.layout === 'full' ? lead.fullHint : lead.handoutHint}</p>
        ${this.#material.failed ? html`<p role="alert" part="message">${lead.noMaterial}</p>` : nothing}
        ${this.#material.leftOut > 0 ? html`<p role="alert" part="message">${lead.leftOut(this.#material.leftOut)}</p>` : nothing}
      </div>
      ${this.#sheet(languages, state.results, material)}
    `;
  }

  #sheet(languages: Languages, results: Results, material: ReportMaterial): TemplateResult {
    if (this.#host.layout !== 'full') return handoutView(this.#models!, languages, results);
    return this.#full.render(languages[0], results, material, this.#family());
  }

  /** The fonts of the page, for the pictures. */
  #family(): string {
    return getComputedStyle(this.#host).fontFamily;
  }

  hostUpdated(): void {
    const { state } = this.#results;
    if (!this.#own || state.status === 'loading' || !this.#material.ready) return;
    if (state.status === 'trouble') {
      this.#rules.clear(this.#host);
      this.#tell(state, 'canyu-error', { code: state.code });
      return;
    }
    this.#setRules(state.results);
    this.#fit();
    const { layout } = this.#host;
    if (layout === 'full' && !this.#full.isDrawn) return;
    if (this.#material.failed) this.#tell(this.#material, 'canyu-error', { code: 'no-material' });
    else this.#tell(state, 'canyu-report-ready', { layout });
  }

  #setRules(results: Results): void {
    if (!this.#host.isConnected) return;
    const [lead] = this.#messages;
    const { title, synthetic } = reportParts(results, {}, lead!.locale);
    const layout = this.#host.layout === 'full' ? 'full' : 'handout';
    this.#rules.set(this.#host, { layout, foot: [synthetic, title].filter(Boolean).join(' · '), pages: lead!.pages });
  }

  /** Gives the handout its size on paper where there is room for it, and always for the printer. */
  #fit(printing = false): void {
    const sheet = this.#host.renderRoot.querySelector<HTMLElement>('.handout');
    if (!sheet) return;
    const isPaper = printing || this.#host.clientWidth >= SHEET;
    sheet.classList.toggle('paper', isPaper);
    const more = (count: number): string =>
      this.#messages.map(({ locale }) => reportWords(locale).more(count)).join(' ');
    if (isPaper) fitSheet(sheet, more);
    else reset(sheet, more);
  }

  readonly #onPrint = (): void => {
    void this.#host.print();
  };

  readonly #onRetry = (): void => {
    this.#wordless = false;
    this.#host.requestUpdate();
  };

  async #loadWords(wanted: readonly Locale[]): Promise<void> {
    try {
      const [models, own, ...messages] = await Promise.all([
        loadModels(),
        loadMessages(resultsCatalogues, wanted[0]!),
        ...wanted.map((locale) => loadMessages(reportCatalogues, locale)),
      ]);
      this.#models = models;
      this.#own = own;
      this.#messages = messages;
    } catch {
      this.#wordless = true;
      this.#tell({}, 'canyu-error', { code: 'load-failed' });
    } finally {
      this.#loading = undefined;
      this.#host.requestUpdate();
    }
  }

  /** Tells once about the same thing. */
  #tell(about: unknown, name: string, detail: object): void {
    if (this.#told === about) return;
    this.#told = about;
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
