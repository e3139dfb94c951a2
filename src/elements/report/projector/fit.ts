/** The place of a picture. */
export interface Room {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The least height of its type, in CSS pixels. */
  readonly wanted: number;
  /** The narrowest layout that is still in order, in CSS pixels. */
  readonly narrowest: number;
  /** It has no axis whose figures would be cut. */
  readonly isFree: boolean;
}

/** How a picture is drawn and how much larger it is shown. */
export interface Fit {
  /** Size of the type it is drawn with, in CSS pixels. */
  readonly type: number;
  /** Width it is laid out for, in CSS pixels. */
  readonly width: number;
  /** How many times as large it is shown. */
  readonly scale: number;
}

const CHARTS_NARROW = 560;
/** Charts leave a foot of a fixed height for the figures of their axis: larger type would be cut. */
const TYPES = [16, 17, 18, 19, 20];
/** Without an axis there is more room. */
const LARGER = [21, 22];
const STEPS = 9;

/**
 * The type and scale with which a picture fills a place of `width` × `height` CSS pixels: the smallest type that comes out at least `wanted`
 * high, or else the one that comes out highest. Charts lay out rows of fixed height, so larger type fits only up to a point; the rest
 * is magnified.
 *
 * @param heightOf height of the picture for a width and a size of type
 */
export function fitPicture(
  heightOf: (width: number, type: number) => number,
  { width, height, wanted, narrowest, isFree }: Room,
): Fit {
  let best: Fit | undefined;
  let bestSeen = 0;
  for (const type of isFree ? [...TYPES, ...LARGER] : TYPES) {
    // As a canvas takes it: part of a pixel can be what breaks a line.
    const widthAt = (at: number): number => Math.floor(width / at);
    const scale = largestScale((at) => heightOf(widthAt(at), type) * at <= height, Math.max(1, width / narrowest));
    const seen = seenSize(type, widthAt(scale), scale);
    if (!best || seen > bestSeen) [best, bestSeen] = [{ type, width: widthAt(scale), scale }, seen];
    if (seen >= wanted) break;
  }
  return best!;
}

const seenSize = (type: number, width: number, scale: number): number =>
  scale * (width < CHARTS_NARROW ? Math.round(type * 0.875) : type);

function largestScale(fits: (scale: number) => boolean, most: number): number {
  let [low, high] = [0.4, most];
  if (fits(high)) return high;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
