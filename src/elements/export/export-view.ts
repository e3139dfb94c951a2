import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { Results } from '../../core/change/types.js';
import type { ExportFormat } from '../../export/make-export.js';
import { exportCatalogues } from '../../i18n/export-menu/index.js';
import type { ExportMessages } from '../../i18n/export-menu/types.js';
import { loadMessages, type LocaleController } from '../../i18n/locale.js';
import { resultsCatalogues } from '../../i18n/results/index.js';
import type { ResultsMessages } from '../../i18n/results/types.js';
import { heldBackView, noneView } from '../change-index/counts-view.js';
import { LocalSource } from '../change-index/local-source.js';
import { resultsStyles } from '../chart/chart.styles.js';
import { notLoaded, waiting } from '../chart/not-loaded.js';
import { ResultsSource, type ResultsState } from '../chart/results-source.js';
import { troubleView } from '../chart/trouble-view.js';
import type { LazyView } from '../lazy-element.js';
import type { CanyuExport } from './canyu-export.js';
import { exportStyles } from './export.styles.js';
import { canLoadWriters } from './can-load.js';
import { ExportJob } from './export-job.js';

/** Why a file could not be made, and what helps. */
function failedText(own: ExportMessages, code: string): string {
  if (code === 'office-missing') return own.officeMissing;
  return code === 'no-material' ? own.noMaterial : own.failedText;
}

interface Words {
  readonly own: ExportMessages;
  readonly results: ResultsMessages;
}

/** In the order of `FORMATS` of make-export.ts, which is loaded with the first press. */
const OFFERED: readonly ExportFormat[] = [
  'pptx',
  'docx',
  'png',
  'xlsx',
  'csv',
  'r',
  'spss',
  'stata',
  'codebook',
  'json',
  'zip',
];
/** Made from pictures or pages: their progress is counted in charts, not in rows. */
const DRAWN: ReadonlySet<ExportFormat> = new Set(['pptx', 'docx', 'png']);
const SCRIPTS: ReadonlySet<ExportFormat> = new Set(['r', 'spss', 'stata']);

/** Everything of `<canyu-export>` but its attributes: finds the results, offers the formats, has the file made and downloaded. */
export class ExportView implements LazyView {
  readonly styles: CSSResult[] = [resultsStyles, exportStyles];
  readonly #host: CanyuExport;
  readonly #locale: LocaleController;
  readonly #given: ResultsSource;
  readonly #local: LocalSource;
  readonly #job: ExportJob;
  #words: Words | undefined;
  #loading: Promise<void> | undefined;
  #wordless = false;
  #reported: unknown;

  constructor(host: CanyuExport, locale: LocaleController) {
    this.#host = host;
    this.#locale = locale;
    const changed = (): void => host.requestUpdate();
    this.#given = new ResultsSource(changed);
    this.#local = new LocalSource(changed);
    this.#job = new ExportJob(host, changed);
  }

  /** Resolves when no words are being loaded any more. */
  get settled(): Promise<void> | undefined {
    return this.#loading;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#given.stop();
    this.#local.stop();
    this.#job.stop();
  }

  hostUpdate(): void {
    const { results, src, study, definition, instrument, baseline, endline } = this.#host;
    if (this.#isLocal()) {
      const id = definition?.id ?? study ?? '';
      this.#local.ask({ study: id, definition, instrument, baseline, endline });
    } else {
      this.#local.stop();
      this.#given.set(results, src);
    }
    if (this.#words?.own.locale !== this.#locale.locale && !this.#wordless) this.#loading ??= this.#loadWords();
  }

  hostUpdated(): void {
    const state = this.#state();
    if (state.status === 'trouble' && state !== this.#reported) {
      this.#reported = state;
      this.#job.send('canyu-error', { code: state.code });
    }
  }

  render(): TemplateResult {
    const words = this.#words;
    if (!words) return this.#wordless ? notLoaded(this.#onRetry) : waiting;
    return html`<div class="export" dir="ltr" lang=${words.own.locale}>${this.#body(words)}</div>`;
  }

  #body({ own, results }: Words): TemplateResult {
    const outcome = this.#isLocal() ? this.#local.outcome : undefined;
    if (outcome?.status === 'held-back') return heldBackView(results, outcome);
    if (outcome?.status === 'none') return noneView(results, outcome);
    const state = this.#state();
    if (state.status === 'trouble') return troubleView(results, state);
    if (state.status === 'loading') {
      return html`<p role="status">${this.#isLocal() ? results.computing : results.loading}</p>`;
    }
    const unread = outcome?.status === 'results' ? outcome.unread : 0;
    return this.#menu(own, results, state.results, unread);
  }

  #menu(own: ExportMessages, words: ResultsMessages, results: Results, unread: number): TemplateResult {
    const count = new Intl.NumberFormat(own.locale);
    return html`
      <h2>${own.title}</h2>
      ${results.study.synthetic ? html`<div><span class="synthetic">${words.synthetic}</span></div>` : nothing}
      ${this.#care(own)} ${unread > 0 ? html`<p class="small">${own.unread(count.format(unread))}</p>` : nothing}
      <ul class="formats">
        ${this.#formats().map(
          (format) =>
            html`<li>
              <button
                type="button"
                part="format"
                data-format=${format}
                aria-disabled=${this.#job.state.status === 'busy' ? 'true' : 'false'}
                @click=${this.#onFormat}
              >
                <strong>${own.formats[format].name}</strong>
                <span class="small">${own.formats[format].text}</span>
              </button>
            </li>`,
        )}
      </ul>
      ${this.#status(own, count)}
    `;
  }

  /** What the files hold of people. */
  #care(own: ExportMessages): TemplateResult {
    if (!this.#host.personLevel) return html`<p class="small">${own.aggregates}</p>`;
    if (!this.#isLocal()) return html`<p class="small">${own.noPersons}</p>`;
    return html`<div class="warning" part="warning" role="note">
      <strong>${own.personTitle}</strong>${own.personText}
    </div>`;
  }

  #status(own: ExportMessages, count: Intl.NumberFormat): TemplateResult {
    const { state } = this.#job;
    if (state.status === 'failed') {
      return html`<div class="message trouble" part="message" role="alert">
        <strong>${own.failedTitle}</strong>${failedText(own, state.code)}
        <div class="small">${own.code(state.code)}</div>
      </div>`;
    }
    if (state.status !== 'busy') {
      const size = new Intl.NumberFormat(own.locale, { maximumFractionDigits: 1 });
      const text =
        state.status === 'done'
          ? own.done(
              state.file,
              state.bytes < 1e6 ? `${size.format(state.bytes / 1e3)} kB` : `${size.format(state.bytes / 1e6)} MB`,
            )
          : state.status === 'stopped'
            ? own.stopped
            : '';
      const leftOut = state.status === 'done' && state.leftOut > 0 ? own.leftOut(count.format(state.leftOut)) : '';
      return html`<div class="status" part="status"><p role="status">${text} ${leftOut}</p></div>`;
    }
    const { name } = own.formats[state.format];
    // The line is not read out at every step: the bar says how far it is to whoever asks.
    const say = DRAWN.has(state.format) ? own.drawing : own.writing;
    const text = state.total > 0 ? say(name, count.format(state.done), count.format(state.total)) : own.preparing(name);
    return html`<div class="status" part="status">
      <p aria-hidden="true">${text}</p>
      <p role="status" hidden>${own.preparing(name)}</p>
      ${
        state.total > 0
          ? html`<progress aria-label=${name} max=${state.total} .value=${state.done}></progress>`
          : html`<progress aria-label=${name}></progress>`
      }
      <button type="button" @click=${this.#onStop}>${own.stop}</button>
    </div>`;
  }

  #isLocal(): boolean {
    const { results, src, study, definition } = this.#host;
    return !results && !src && Boolean(study ?? definition);
  }

  /** The results, wherever they come from; a local outcome without figures counts as loading here. */
  #state(): ResultsState {
    if (!this.#isLocal()) return this.#given.state;
    const { outcome } = this.#local;
    if (outcome?.status === 'results') return { status: 'ready', results: outcome.results };
    return outcome?.status === 'trouble' ? outcome : { status: 'loading' };
  }

  /** The formats that the page asks for, of those that the source can give. */
  #formats(): readonly ExportFormat[] {
    const asked = this.#host.formats?.split(/\s+/).filter(Boolean) ?? [];
    const isLocal = this.#isLocal();
    return OFFERED.filter((format) => {
      if (asked.length > 0 && !asked.includes(format)) return false;
      if (format === 'pptx' || format === 'docx') return canLoadWriters();
      if (SCRIPTS.has(format)) return isLocal && this.#host.personLevel;
      return format !== 'codebook' || isLocal;
    });
  }

  readonly #onFormat = (event: Event): void => {
    const format = (event.currentTarget as HTMLElement).dataset['format'] as ExportFormat;
    const state = this.#state();
    if (state.status !== 'ready' || !this.#words) return;
    void this.#job.start(format, state.results, this.#isLocal(), this.#words.results);
  };

  readonly #onStop = (): void => this.#job.stop();

  readonly #onRetry = (): void => {
    this.#wordless = false;
    this.#host.requestUpdate();
  };

  async #loadWords(): Promise<void> {
    try {
      const { locale } = this.#locale;
      const [own, results] = await Promise.all([
        loadMessages(exportCatalogues, locale),
        loadMessages(resultsCatalogues, locale),
      ]);
      this.#words = { own, results };
    } catch {
      this.#wordless = true;
      this.#job.send('canyu-error', { code: 'load-failed' });
    } finally {
      this.#loading = undefined;
      this.#host.requestUpdate();
    }
  }
}
