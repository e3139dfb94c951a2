import { BarController, BarElement, Chart, LinearScale, PointElement, ScatterController } from 'chart.js';
import type { Results } from '../core/change/types.js';
import { forestChart } from './forest-chart.js';
import type { Spot } from './picture.js';
import { planeChart } from './plane-chart.js';
import type { ChartType, DrawOptions, Paint } from './types.js';

Chart.register(ScatterController, PointElement, BarController, BarElement, LinearScale);

/** The one of the two main charts that `type` names. */
const mainChart = (type: ChartType): Paint => (type === 'forest' ? forestChart : planeChart);

/** The narrowest picture; a canvas without a place (in a hidden parent) is drawn when it gets one. */
const NARROWEST = 200;

/** A picture on its canvas. */
export interface DrawnChart {
  /** Where the picture says its figures when pointed at; none before it is drawn. */
  readonly spots: readonly Spot[];
  /** Draws again with other results or options; what is not given stays. */
  update(changes?: Partial<DrawOptions> & { readonly results?: Results }): void;
  /** Takes the picture and every listener away. May be called twice. */
  destroy(): void;
}

/**
 * Draws a chart of a results document on `canvas` and keeps it as wide as the canvas' parent and as sharp as the screen.
 * The canvas gets its size from here; the caller gives it a role, a name and a table (design.md §6.3).
 * @throws {Error} `no-canvas` when the browser gives no 2D context.
 */
export function drawChart(canvas: HTMLCanvasElement, results: Results, options: DrawOptions): DrawnChart {
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('no-canvas');
  // The words of a picture are Chinese or English, also on a page that is written from right to left.
  canvas.dir = 'ltr';

  let current = { results, ...options };
  let chart: Chart | undefined;
  let drawnWidth = 0;
  let spots: readonly Spot[] = [];
  const listening = new AbortController();

  const room = (): number => Math.floor(current.width ?? canvas.parentElement?.clientWidth ?? 0);

  function draw(): void {
    chart?.destroy();
    chart = undefined;
    drawnWidth = room();
    if (drawnWidth < NARROWEST && current.width === undefined) return;
    const paint = current.paint ?? mainChart(current.type);
    const picture = paint(ctx!, current.results, current, Math.max(drawnWidth, NARROWEST));
    spots = picture.spots ?? [];
    canvas.style.setProperty('width', `${picture.width}px`);
    canvas.style.setProperty('height', `${picture.height}px`);
    canvas.width = picture.width;
    canvas.height = picture.height;
    const { configuration } = picture;
    configuration.options = { ...configuration.options, devicePixelRatio: current.pixelRatio ?? devicePixelRatio };
    chart = new Chart(canvas, configuration);
  }

  // In the next frame, because drawing changes the height of what is observed.
  let frame = 0;
  const resizing = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (room() !== drawnWidth) draw();
    });
  });

  // A window that moves to another screen, or zoom, changes the ratio; each query tells of leaving one value only.
  function followScreen(): void {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        draw();
        followScreen();
      },
      { once: true, signal: listening.signal },
    );
  }

  draw();
  if (current.width === undefined && canvas.parentElement) resizing.observe(canvas.parentElement);
  if (current.pixelRatio === undefined) followScreen();

  return {
    get spots() {
      return spots;
    },
    update(changes = {}) {
      if (listening.signal.aborted) return;
      current = { ...current, ...changes };
      draw();
    },
    destroy() {
      listening.abort();
      resizing.disconnect();
      cancelAnimationFrame(frame);
      chart?.destroy();
      chart = undefined;
    },
  };
}
