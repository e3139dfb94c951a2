import type { PropertyDeclarations } from 'lit';
import type { ChartType } from '../../charts/types.js';
import type { Results } from '../../core/change/types.js';
import { VERSION } from '../../core/version.js';
import { LazyElement } from '../lazy-element.js';
import type { ChartView } from './chart-view.js';

/** Detail of `canyu-chart-ready`. */
export interface ChartReadyDetail {
  readonly type: ChartType;
}

/**
 * One chart of a results document, with its sentence and its table (method.md §5). Loads chart.js only when there is something
 * to draw and the element is visible; without chart.js the table opens by itself.
 *
 * @tag canyu-chart
 * @summary A chart of Canyu results: the canyu × canjia plane, the forest of changes, and ten more.
 * @fires {CustomEvent<{type: string}>} canyu-chart-ready - The chart, or the table in its stead, can be seen.
 * @fires {CustomEvent<{code: string}>} canyu-error - Results are missing or bad, or the picture could not be drawn.
 * @csspart synthetic - The label of made-up data.
 * @csspart sentence - The chart in one sentence.
 * @csspart canvas - The picture.
 * @csspart tip - The figure under the pointer, or the one the arrow keys reached.
 * @csspart switch - The button that changes how answers are drawn (likert).
 * @csspart notes - How to read the picture, and the stamps of changed settings.
 * @csspart table - The disclosure with the table.
 * @csspart message - What is shown in place of a chart.
 */
export class CanyuChart extends LazyElement<ChartView> {
  /** Version of the package this class comes from. */
  static readonly version: string = VERSION;
  static override properties: PropertyDeclarations = {
    type: {},
    group: {},
    construct: {},
    bars: {},
    src: {},
    results: { attribute: false },
  };

  /**
   * Which chart: `plane`, `forest`, `estimation`, `slope`, `gap`, `likert` (of CY unless `construct` says another), `ladder`, `contributions`,
   * `loop`, `timeline`, `flow`, `context`. Another value shows the plane and warns once.
   */
  declare type: ChartType;
  /** Only this group: `resident`, `official` or `partner`; residents and officials when absent. */
  declare group: string | undefined;
  /** Only this construct, e.g. `TR`; all of them when absent. */
  declare construct: string | undefined;
  /** For `likert`: `diverging` (the default) or `plain` bars. */
  declare bars: string | undefined;
  /** Address of a results.json. */
  declare src: string | undefined;
  /** The results document itself; wins over `src`. */
  declare results: Results | undefined;

  constructor() {
    super();
    this.type = 'plane';
  }

  protected override async loadView(): Promise<ChartView> {
    const { ChartView } = await import('./chart-view.js');
    return new ChartView(this, this.language);
  }

  /**
   * The chart as a PNG on white, with the study's title, the sentence, the notes and how it was computed.
   *
   * @param scale device pixels per CSS pixel, 1–4; the picture is 820 CSS pixels wide
   * @throws {Error} `no-results` when there is nothing to draw yet, or the element was never on a page; `no-canvas` when the browser gives no 2D context
   */
  async toPNG(scale = 2): Promise<Blob> {
    // Off the page nothing is loaded, and the wait would have no end.
    if (this.isConnected) await this.updateComplete;
    if (!this.view) throw new Error('no-results');
    return this.view.toPNG(scale);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'canyu-chart': CanyuChart;
  }
  interface GlobalEventHandlersEventMap {
    'canyu-chart-ready': CustomEvent<ChartReadyDetail>;
    'canyu-error': CustomEvent<{ readonly code: string }>;
  }
}
