import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type * as chartTables from '../../charts/chart-table.js';
import type { DrawnChart } from '../../charts/draw-chart.js';
import type { ChartType, DrawOptions } from '../../charts/types.js';
import type { Results } from '../../core/change/types.js';
import { describeResults } from '../../core/describe/describe.js';
import type { Group } from '../../core/text.js';
import { loadMessages, type LocaleController } from '../../i18n/locale.js';
import { resultsCatalogues } from '../../i18n/results/index.js';
import type { ResultsMessages, ResultsTroubleCode } from '../../i18n/results/types.js';
import type { CanyuChart } from './canyu-chart.js';
import type { LazyView } from '../lazy-element.js';
import { chartNotes } from './chart-notes.js';
import { chartStyles, resultsStyles } from './chart.styles.js';
import { notLoaded, waiting } from './not-loaded.js';
import { onPaletteChange, readPalette, sameColours } from './palette.js';
import { ResultsSource } from './results-source.js';
import { tableView } from './table-view.js';
import { troubleView } from './trouble-view.js';

type Tables = typeof chartTables;

const GROUPS: readonly string[] = ['resident', 'official', 'partner'];

/** Values that were warned about, so that a list of a hundred charts warns once. */
const warned = new Set<string>();

/** Everything of `<canyu-chart>` but its attributes: gets the results and words, shows sentence and table, has the picture drawn. */
export class ChartView implements LazyView {
  readonly styles: CSSResult[] = [resultsStyles, chartStyles];
  readonly #host: CanyuChart;
  readonly #locale: LocaleController;
  readonly #source: ResultsSource;
  #messages: ResultsMessages | undefined;
  #tables: Tables | undefined;
  #loading: Promise<void> | undefined;
  #connection: AbortController | undefined;
  #size: ResizeObserver | undefined;
  #drawn: DrawnChart | undefined;
  #drawing: Promise<void> | undefined;
  /** What is on the canvas, to draw again only when it differs. */
  #shown: { readonly results: Results; readonly options: DrawOptions } | undefined;
  #printing = false;
  /** The words did not arrive. */
  #wordless = false;
  /** The picture cannot be drawn: the table stands in. */
  #failed = false;
  #reported: unknown;
  #announced: unknown;

  constructor(host: CanyuChart, locale: LocaleController) {
    this.#host = host;
    this.#locale = locale;
    this.#source = new ResultsSource(() => host.requestUpdate());
  }

  /** Resolves when nothing of the words, tables or picture is under way. */
  get settled(): Promise<void> {
    return Promise.all([this.#loading, this.#drawing]).then(() => undefined);
  }

  hostConnected(): void {
    this.#failed = false;
    const { signal } = (this.#connection = new AbortController());
    onPaletteChange(() => this.#host.requestUpdate(), signal);
    for (const [name, printing] of [
      ['beforeprint', true],
      ['afterprint', false],
    ] as const) {
      addEventListener(name, () => this.#print(printing), { signal });
    }
    // A chart in a hidden tab of the page is drawn when it is shown.
    // In the next frame, because drawing changes the height of what is observed.
    this.#size = new ResizeObserver(() => {
      requestAnimationFrame(() => {
        if (!this.#drawn && this.#host.clientWidth > 0) this.#host.requestUpdate();
      });
    });
    this.#size.observe(this.#host);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#size?.disconnect();
    this.#source.stop();
    this.#erase();
  }

  hostUpdate(): void {
    const { results, src } = this.#host;
    this.#source.set(results, src);
    if (this.#messages?.locale !== this.#locale.locale && !this.#wordless) this.#loading ??= this.#loadWords();
  }

  render(): TemplateResult {
    const messages = this.#messages;
    const state = this.#source.state;
    if (!messages || !this.#tables) return this.#wordless ? notLoaded(this.#onRetry) : waiting;
    const body =
      state.status === 'loading'
        ? html`<p role="status">${messages.loading}</p>`
        : state.status === 'trouble'
          ? troubleView(messages, state)
          : this.#figure(messages, this.#tables, state.results);
    // Chinese and English run from left to right, also on a page that does not.
    return html`<div dir="ltr" lang=${messages.locale}>${body}</div>`;
  }

  #figure(messages: ResultsMessages, tables: Tables, results: Results): TemplateResult {
    const type = this.#type();
    const options = { type, locale: messages.locale, group: this.#group(), construct: this.#host.construct };
    const sentence = describeResults(results, messages.locale).charts[type];
    const drawable = tables.isDrawable(results, options);
    const notes = chartNotes(messages, tables, results, options);
    return html`
      <figure>
        ${results.study.synthetic ? html`<div part="synthetic"><span class="synthetic">${messages.synthetic}</span></div>` : nothing}
        <div class="row">
          <div class="words">
            <figcaption part="sentence">${sentence}</figcaption>
            ${this.#failed ? troubleView(messages, { code: 'chart-failed' }) : nothing}
          </div>
          ${
            drawable && !this.#failed
              ? html`<div class="frame ${type}">
                  <canvas part="canvas" role="img" aria-label=${sentence} aria-describedby="notes"></canvas>
                </div>`
              : nothing
          }
        </div>
        <ul class="notes small" part="notes" id="notes">
          ${notes.map((note) => html`<li>${note}</li>`)}
        </ul>
        <details part="table" ?open=${this.#failed || !drawable}>
          <summary>${messages.asTable}</summary>
          ${tableView(messages, tables.chartTable(results, options))}
        </details>
        <span class="probe" hidden></span>
      </figure>
    `;
  }

  /** Draws, announces, reports. */
  hostUpdated(): void {
    const state = this.#source.state;
    if (!this.#messages || state.status === 'loading') return;
    if (state.status === 'trouble') {
      this.#erase();
      this.#report(state, state.code);
      return;
    }
    this.#reported = undefined;
    const canvas = this.#host.renderRoot.querySelector('canvas');
    if (!canvas) {
      this.#erase();
      this.#announce(state.results);
      return;
    }
    if (this.#host.clientWidth > 0) this.#draw(canvas, state.results);
  }

  #draw(canvas: HTMLCanvasElement, results: Results): void {
    const options = this.#options();
    const before = this.#shown;
    if (before?.results === results && sameOptions(before.options, options)) return;
    this.#shown = { results, options };
    if (this.#drawn) {
      this.#drawn.update({ ...options, results });
      this.#announce(results);
      return;
    }
    this.#drawing ??= this.#firstDraw(canvas, results).finally(() => (this.#drawing = undefined));
  }

  async #firstDraw(canvas: HTMLCanvasElement, results: Results): Promise<void> {
    try {
      const { drawChart } = await import('../../charts/draw-chart.js');
      // In the meantime the element may have gone, or been given something else.
      if (!this.#shown || !canvas.isConnected) return;
      this.#drawn = drawChart(canvas, this.#shown.results, this.#shown.options);
      this.#announce(results);
    } catch {
      this.#failed = true;
      this.#erase();
      this.#host.requestUpdate();
      this.#report(results, 'chart-failed');
    }
  }

  #erase(): void {
    this.#drawn?.destroy();
    this.#drawn = undefined;
    this.#shown = undefined;
  }

  #options(): DrawOptions {
    const probe = this.#host.renderRoot.querySelector<HTMLElement>('.probe')!;
    const style = getComputedStyle(probe);
    return {
      type: this.#type(),
      locale: this.#messages!.locale,
      group: this.#group(),
      construct: this.#host.construct,
      colours: this.#printing ? undefined : readPalette(probe),
      fonts: { family: style.fontFamily, size: parseFloat(style.fontSize) * 0.8 },
      pixelRatio: this.#printing ? Math.max(3, devicePixelRatio) : undefined,
    };
  }

  /** Paper is white whatever the screen is, and finer than it. Must be done when the event returns. */
  #print(printing: boolean): void {
    this.#printing = printing;
    const state = this.#source.state;
    if (!this.#drawn || !this.#messages || state.status !== 'ready') return;
    const options = this.#options();
    this.#shown = { results: state.results, options };
    this.#drawn.update(options);
  }

  #type(): ChartType {
    return this.#host.type === 'forest' ? 'forest' : 'plane';
  }

  #group(): Group | undefined {
    const { group } = this.#host;
    if (!group) return undefined;
    if (GROUPS.includes(group)) return group as Group;
    warnOnce(
      `<canyu-chart group="${group}"> is not known; residents and officials are shown. Known are ${GROUPS.join(', ')}.`,
    );
    return undefined;
  }

  readonly #onRetry = (): void => {
    this.#wordless = false;
    this.#host.requestUpdate();
  };

  async #loadWords(): Promise<void> {
    try {
      const { locale } = this.#locale;
      [this.#messages, this.#tables] = await Promise.all([
        loadMessages(resultsCatalogues, locale),
        import('../../charts/chart-table.js'),
      ]);
    } catch {
      this.#wordless = true;
      this.#send('canyu-error', { code: 'load-failed' });
    } finally {
      this.#loading = undefined;
      this.#host.requestUpdate();
    }
  }

  #announce(results: Results): void {
    if (this.#announced === results) return;
    this.#announced = results;
    this.#send('canyu-chart-ready', { type: this.#type() });
  }

  #report(cause: unknown, code: ResultsTroubleCode): void {
    if (this.#reported === cause) return;
    this.#reported = cause;
    this.#send('canyu-error', { code });
  }

  #send(name: string, detail: object): void {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

function sameOptions(a: DrawOptions, b: DrawOptions): boolean {
  return (
    a.type === b.type &&
    a.locale === b.locale &&
    a.group === b.group &&
    a.construct === b.construct &&
    a.pixelRatio === b.pixelRatio &&
    a.fonts.family === b.fonts.family &&
    a.fonts.size === b.fonts.size &&
    sameColours(a.colours, b.colours)
  );
}

function warnOnce(text: string): void {
  if (warned.has(text)) return;
  warned.add(text);
  console.warn(text);
}
