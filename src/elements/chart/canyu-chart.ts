import { LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ChartType } from '../../charts/types.js';
import type { Results } from '../../core/change/types.js';
import { VERSION } from '../../core/version.js';
import { LocaleController } from '../../i18n/locale.js';
import { oneOf } from '../attributes.js';
import { theme } from '../theme.js';
import { chartStyles, resultsStyles } from './chart.styles.js';
import type { ChartView } from './chart-view.js';
import { notLoaded, waiting } from './not-loaded.js';

/** Detail of `canyu-chart-ready`. */
export interface ChartReadyDetail {
  readonly type: ChartType;
}

/**
 * One chart of a results document, with its sentence and its table (method.md §5). Loads chart.js only when there is something
 * to draw and the element is visible; without chart.js the table opens by itself.
 *
 * @tag canyu-chart
 * @summary A chart of Canyu results: the canyu × canjia plane, or the forest of changes.
 * @fires {CustomEvent<{type: string}>} canyu-chart-ready - The chart, or the table in its stead, can be seen.
 * @fires {CustomEvent<{code: string}>} canyu-error - Results are missing or bad, or the picture could not be drawn.
 * @csspart synthetic - The label of made-up data.
 * @csspart sentence - The chart in one sentence.
 * @csspart canvas - The picture.
 * @csspart notes - How to read the picture, and the stamps of changed settings.
 * @csspart table - The disclosure with the table.
 * @csspart message - What is shown in place of a chart.
 */
export class CanyuChart extends LitElement {
  /** Version of the package this class comes from. */
  static readonly version: string = VERSION;
  static override styles: CSSResultGroup = [theme, resultsStyles, chartStyles];

  /** Which chart: `plane` or `forest`. Another value shows the plane and warns once. */
  @property({ converter: oneOf('type', ['plane', 'forest']) }) type: ChartType = 'plane';

  /** Only this group: `resident`, `official` or `partner`; residents and officials when absent. */
  @property() group: string | undefined;

  /** Only this construct, e.g. `TR` (forest). */
  @property() construct: string | undefined;

  /** Address of a results.json. */
  @property() src: string | undefined;

  /** The results document itself; wins over `src`. */
  @property({ attribute: false }) results: Results | undefined;

  readonly #locale = new LocaleController(this);
  #view: ChartView | undefined;
  #failed = false;
  #loading: Promise<void> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#loading ??= this.#load();
  }

  async #load(): Promise<void> {
    try {
      const { ChartView } = await import('./chart-view.js');
      this.#view = new ChartView(this, this.#locale);
      this.addController(this.#view);
    } catch {
      this.#failed = true;
      this.dispatchEvent(
        new CustomEvent('canyu-error', { detail: { code: 'load-failed' }, bubbles: true, composed: true }),
      );
    }
    this.requestUpdate();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#loading;
    const done = await super.getUpdateComplete();
    await this.#view?.settled;
    return done && super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    return this.#view?.render() ?? (this.#failed ? notLoaded : waiting);
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
