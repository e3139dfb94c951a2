import type { DrawnChart, drawChart as DrawChart } from '../../../charts/draw-chart.js';
import type { KindOptions } from '../../../charts/kind.js';
import type { DrawOptions, Paint } from '../../../charts/types.js';
import type { Results } from '../../../core/change/types.js';
import { onPaletteChange, readPalette } from '../../chart/palette.js';
import { fitPicture } from './fit.js';

/** A picture of the page: what it shows and how it is painted; the two main charts bring their own painter. */
export interface StagePicture {
  readonly options: KindOptions;
  readonly paint: Paint | undefined;
}

/** What stands on the wall. */
interface Scene {
  readonly place: HTMLElement;
  readonly probe: HTMLElement;
  readonly results: Results;
  readonly pictures: readonly StagePicture[];
}

/** Where the style sheet lets pages scroll. */
const PHONE = '(max-width: 700px)';
/** The plane is square and may be small; the others are in order from where they stop being narrow. */
const PLANE_FROM = 300;
const WIDE_FROM = 640;

/** Room between two pictures, in the pictures' own pixels. */
const BETWEEN = 6;

/** Draws the charts of a page as large as they go, one below the other, and again when the place or the colours change. */
export class Stage {
  readonly #failed: () => void;
  #scene: Scene | undefined;
  #drawn: DrawnChart[] = [];
  #painters: Promise<Readonly<Record<'plane' | 'forest', Paint>>> | undefined;
  #size: ResizeObserver | undefined;
  #listening: AbortController | undefined;
  #frame = 0;

  constructor(failed: () => void) {
    this.#failed = failed;
  }

  /** Puts pictures into the canvases of `place`; the same again changes nothing. Resolves when they are drawn. */
  async show(scene: Scene): Promise<void> {
    const before = this.#scene;
    if (
      before?.place === scene.place &&
      before.results === scene.results &&
      before.pictures.length === scene.pictures.length &&
      before.pictures.every((picture, at) => isSame(picture.options, scene.pictures[at]!.options))
    )
      return;
    this.clear();
    this.#scene = scene;
    this.#listening = new AbortController();
    onPaletteChange(scene.probe.getRootNode(), this.#later, this.#listening.signal);
    this.#size = new ResizeObserver(this.#later);
    await this.#draw();
    if (this.#scene === scene) this.#size.observe(scene.place);
  }

  /** Takes everything away. May be called twice. */
  clear(): void {
    this.#listening?.abort();
    this.#size?.disconnect();
    cancelAnimationFrame(this.#frame);
    for (const chart of this.#drawn) chart.destroy();
    this.#drawn = [];
    this.#scene = undefined;
  }

  // In the next frame, because drawing changes what is observed.
  readonly #later = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => void this.#draw());
  };

  async #draw(): Promise<void> {
    const scene = this.#scene;
    if (!scene) return;
    try {
      const { drawChart } = await import('../../../charts/draw-chart.js');
      const main = await (this.#painters ??= mainPainters());
      if (this.#scene !== scene || scene.place.clientWidth === 0) return;
      this.#drawAll(scene, drawChart, main);
    } catch {
      this.clear();
      this.#failed();
    }
  }

  #drawAll(
    { place, probe, results, pictures }: Scene,
    drawChart: typeof DrawChart,
    main: Readonly<Record<'plane' | 'forest', Paint>>,
  ): void {
    const canvases = [...place.querySelectorAll('canvas')];
    const ctx = document.createElement('canvas').getContext('2d');
    if (!ctx) throw new Error('no-canvas');
    const style = getComputedStyle(probe);
    const base = parseFloat(style.fontSize);
    const colours = readPalette(probe);
    const { width, height } = sizeOf(place);
    // On a phone pages scroll: pictures are drawn as they are.
    const isPhone = matchMedia(PHONE).matches;
    const optionsOf = ({ options, paint }: StagePicture, type: number, laidOut: number): DrawOptions => ({
      ...options,
      paint: paint ?? main[options.type === 'forest' ? 'forest' : 'plane'],
      colours,
      fonts: { family: style.fontFamily, size: type },
      ...(!isPhone && { wall: { height: (height * laidOut) / width / pictures.length - BETWEEN } }),
    });
    const heightOf = (laidOut: number, type: number): number =>
      pictures.reduce((sum, picture) => {
        const options = optionsOf(picture, type, laidOut);
        return sum + options.paint!(ctx, results, options, laidOut).height + BETWEEN;
      }, 0);
    const { type } = pictures[0]!.options;
    const fit = isPhone
      ? { type: 16, width, scale: 1 }
      : fitPicture(heightOf, {
          width,
          height,
          wanted: base,
          narrowest: type === 'plane' ? PLANE_FROM : WIDE_FROM,
          isFree: type === 'loop' || type === 'plane',
        });
    for (const chart of this.#drawn) chart.destroy();
    this.#drawn = pictures.map((picture, at) => {
      const canvas = canvases[at]!;
      const chart = drawChart(canvas, results, {
        ...optionsOf(picture, fit.type, fit.width),
        width: fit.width,
        pixelRatio: devicePixelRatio * fit.scale,
      });
      for (const side of ['width', 'height'] as const) {
        const drawn = parseFloat(canvas.style.getPropertyValue(side));
        canvas.style.setProperty(side, `${drawn * fit.scale}px`);
      }
      return chart;
    });
  }
}

function sizeOf(place: HTMLElement): { readonly width: number; readonly height: number } {
  return { width: place.clientWidth, height: place.clientHeight };
}

async function mainPainters(): Promise<Readonly<Record<'plane' | 'forest', Paint>>> {
  const [{ planeChart }, { forestChart }] = await Promise.all([
    import('../../../charts/plane-chart.js'),
    import('../../../charts/forest-chart.js'),
  ]);
  return { plane: planeChart, forest: forestChart };
}

function isSame(a: KindOptions & { readonly type?: string }, b: KindOptions & { readonly type?: string }): boolean {
  return a.type === b.type && a.locale === b.locale && a.group === b.group && a.construct === b.construct;
}
