import { html, type CSSResult, type TemplateResult } from 'lit';
import type { ChartTable } from '../../charts/chart-table.js';
import type { KindOptions } from '../../charts/kind.js';
import type * as DrawChart from '../../charts/draw-chart.js';
import type { BarsStyle, ChartType, DrawOptions } from '../../charts/types.js';
import type { Results } from '../../core/change/types.js';
import { loadMessages, type LocaleController } from '../../i18n/locale.js';
import { resultsCatalogues } from '../../i18n/results/index.js';
import type { ResultsMessages, ResultsTroubleCode } from '../../i18n/results/types.js';
import { chartBars, chartGroup, chartType, sameOptions } from './asked.js';
import type { CanyuChart } from './canyu-chart.js';
import type { LazyView } from '../lazy-element.js';
import { chartStyles, resultsStyles } from './chart.styles.js';
import { figureView } from './figure-view.js';
import { kindOf, type AnyKind } from './kinds.js';
import { notLoaded, waiting } from './not-loaded.js';
import { onPaletteChange, probeStyles, readPalette } from './palette.js';
import { ResultsSource } from './results-source.js';
import { Tips } from './tips.js';
import { troubleView } from './trouble-view.js';

const loadDrawer = (): Promise<typeof DrawChart> => import('../../charts/draw-chart.js');

/** Everything of `<canyu-chart>` but its attributes: gets the results and words, shows sentence and table, has the picture drawn. */
export class ChartView implements LazyView {
  readonly styles: CSSResult[] = [resultsStyles, chartStyles, probeStyles];
  readonly #host: CanyuChart;
  readonly #locale: LocaleController;
  readonly #source: ResultsSource;
  #messages: ResultsMessages | undefined;
  #kind: { readonly type: ChartType; readonly locale: string; readonly parts: AnyKind } | undefined;
  #tips: Tips | undefined;
  #table:
    | { readonly results: Results; readonly parts: AnyKind; readonly key: string; readonly table: ChartTable }
    | undefined;
  /** How answers are drawn, once the reader has chosen. */
  #bars: BarsStyle | undefined;
  #loading: Promise<void> | undefined;
  #connection: AbortController | undefined;
  #size: ResizeObserver | undefined;
  #drawn: DrawChart.DrawnChart | undefined;
  #drawing: Promise<void> | undefined;
  /** The code that draws, once it was asked for; it may not have come. */
  #drawer: Promise<typeof DrawChart | undefined> | undefined;
  /** What is on the canvas, to draw again only when it differs. */
  #shown: { readonly results: Results; readonly options: DrawOptions } | undefined;
  #wasSeen = false;
  #printing = false;
  /** The words did not arrive. */
  #wordless = false;
  /** The picture cannot be drawn: the table stands in. */
  #failed = false;
  #reported: unknown;
  #announced: { readonly results: Results; readonly type: ChartType } | undefined;

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
    onPaletteChange(this.#host.renderRoot, () => this.#host.requestUpdate(), signal);
    matchMedia('print').addEventListener('change', ({ matches }) => this.#print(matches), { signal });
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
        const isSeen = this.#host.clientWidth > 0;
        // While it was hidden, colours may have changed without a word.
        if (isSeen && (!this.#drawn || !this.#wasSeen)) this.#host.requestUpdate();
        this.#wasSeen = isSeen;
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
    const { locale } = this.#locale;
    const ready =
      this.#messages?.locale === locale && this.#kind?.locale === locale && this.#kind.type === this.#type();
    if (!ready && !this.#wordless) this.#loading ??= this.#loadWords();
    // Asked for beside the words, not after them; whoever draws waits for it and says so if it does not come.
    if (!this.#drawer && this.#source.state.status === 'ready' && this.#host.clientWidth > 0)
      this.#drawer = loadDrawer().catch(() => undefined);
  }

  render(): TemplateResult {
    const messages = this.#messages;
    const state = this.#source.state;
    if (!messages || !this.#kind) return this.#wordless ? notLoaded(this.#onRetry) : waiting;
    const body =
      state.status === 'loading'
        ? html`<p role="status">${messages.loading}</p>`
        : state.status === 'trouble'
          ? troubleView(messages, state)
          : figureView(messages, this.#kind.parts, state.results, this.#choice(), {
              failed: this.#failed,
              onSwitch: this.#onSwitch,
              table: this.#tableOf(state.results),
            });
    // Chinese and English run from left to right, also on a page that does not.
    return html`<div dir="ltr" lang=${messages.locale}>${body}</div>`;
  }

  /** The table of what is shown; the same one as long as that stays. */
  #tableOf(results: Results): ChartTable {
    const { parts } = this.#kind!;
    const choice = this.#choice();
    const key = JSON.stringify(choice);
    const known = this.#table;
    if (known?.results === results && known.parts === parts && known.key === key) return known.table;
    const table = parts.table(results, choice);
    this.#table = { results, parts, key, table };
    return table;
  }

  readonly #onSwitch = (): void => {
    this.#bars = this.#choice().bars === 'plain' ? 'diverging' : 'plain';
    this.#host.requestUpdate();
  };

  /** Draws, announces, reports. */
  hostUpdated(): void {
    const state = this.#source.state;
    if (!this.#messages || !this.#kind || state.status === 'loading') return;
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
    if (this.#host.clientWidth === 0) return;
    this.#wasSeen = true;
    this.#draw(canvas, state.results);
  }

  #draw(canvas: HTMLCanvasElement, results: Results): void {
    const options = this.#options();
    const before = this.#shown;
    if (before?.results === results && sameOptions(before.options, options)) return;
    this.#shown = { results, options };
    if (this.#drawn) {
      this.#tips?.hide();
      this.#drawn.update({ ...options, results });
      this.#announce(results);
      return;
    }
    this.#drawing ??= this.#firstDraw(canvas, results).finally(() => (this.#drawing = undefined));
  }

  async #firstDraw(canvas: HTMLCanvasElement, results: Results): Promise<void> {
    try {
      const { drawChart } = (await this.#drawer) ?? (await loadDrawer());
      // In the meantime the element may have gone, or been given something else.
      if (!this.#shown || !canvas.isConnected) return;
      const drawn = (this.#drawn = drawChart(canvas, this.#shown.results, this.#shown.options));
      this.#tips = new Tips(canvas, canvas.nextElementSibling as HTMLElement, () => drawn.spots);
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
    this.#tips?.stop();
    this.#drawn = this.#tips = undefined;
    this.#shown = undefined;
  }

  #options(): DrawOptions {
    const probe = this.#host.renderRoot.querySelector<HTMLElement>('.probe')!;
    const style = getComputedStyle(probe);
    return {
      ...this.#choice(),
      paint: this.#kind!.parts.paint,
      colours: this.#printing ? undefined : readPalette(probe),
      // Away from the page an element has no style.
      fonts: { family: style.fontFamily || 'sans-serif', size: (parseFloat(style.fontSize) || 20) * 0.8 },
      pixelRatio: this.#printing ? Math.max(3, devicePixelRatio) : undefined,
    };
  }

  /** Paper is white whatever the screen is, and finer than it. Must be done when the event returns; the media query may tell of it too. */
  #print(printing: boolean): void {
    if (printing === this.#printing) return;
    this.#printing = printing;
    const state = this.#source.state;
    if (!this.#drawn || !this.#messages || state.status !== 'ready') return;
    const options = this.#options();
    this.#shown = { results: state.results, options };
    this.#drawn.update(options);
  }

  #type(): ChartType {
    return chartType(this.#host.type);
  }

  /** What of the results is shown. The type is the one whose parts have arrived. */
  #choice(): KindOptions {
    const { group, construct, bars } = this.#host;
    return {
      type: this.#kind!.type,
      locale: this.#messages!.locale,
      group: chartGroup(group),
      construct,
      bars: this.#bars ?? chartBars(bars),
    };
  }

  /** The chart as a picture file for slides and documents (`toPNG` of the element). */
  async toPNG(scale: number): Promise<Blob> {
    const state = this.#source.state;
    if (state.status !== 'ready' || !this.#messages || !this.#kind) throw new Error('no-results');
    const { picture } = await import('./picture-file.js');
    return picture(this.#messages, this.#kind.parts, state.results, this.#options(), scale);
  }

  readonly #onRetry = (): void => {
    this.#wordless = false;
    this.#host.requestUpdate();
  };

  async #loadWords(): Promise<void> {
    try {
      const { locale } = this.#locale;
      const type = this.#type();
      const words = loadMessages(resultsCatalogues, locale);
      const [messages, parts] = await Promise.all([words, kindOf(type, words)]);
      this.#messages = messages;
      this.#kind = { type, locale, parts };
    } catch {
      this.#wordless = true;
      this.#send('canyu-error', { code: 'load-failed' });
    } finally {
      this.#loading = undefined;
      this.#host.requestUpdate();
    }
  }

  #announce(results: Results): void {
    const { type } = this.#kind!;
    if (this.#announced?.results === results && this.#announced.type === type) return;
    this.#announced = { results, type };
    this.#send('canyu-chart-ready', { type });
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
