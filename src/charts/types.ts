import type { Results } from '../core/change/types.js';
import type { Group, Locale } from '../core/text.js';
import type { Picture } from './picture.js';

/** All charts, for checking a name (method.md §5). */
export const CHART_TYPES = [
  'plane',
  'forest',
  'estimation',
  'slope',
  'gap',
  'likert',
  'ladder',
  'contributions',
  'loop',
  'timeline',
  'flow',
  'context',
] as const;

/** The charts that can be drawn. */
export type ChartType = (typeof CHART_TYPES)[number];

/** The two charts that every page of results opens with; the others arrive when they are asked for. */
export type MainChartType = 'plane' | 'forest';

/** Answers to an item as bars that part at the middle, or as plain bars of 100 %. */
export type BarsStyle = 'diverging' | 'plain';

/** Colours of the picture, as any canvas understands them (`#143f8f`, `rgb(20, 63, 143)`, …). */
export interface ChartColours {
  readonly text: string;
  /** Secondary text, axis figures. */
  readonly soft: string;
  readonly surface: string;
  /** Hairlines. */
  readonly rule: string;
  /** Lines that must be seen: zero line, diagonal. */
  readonly control: string;
  /** The ±δ band. */
  readonly notice: string;
  readonly resident: string;
  readonly official: string;
}

/** The colours on white paper (design.md §7); every text and mark has at least 4.5:1. */
export const PAPER: ChartColours = {
  text: '#1b1b1f',
  soft: '#5a5a63',
  surface: '#ffffff',
  rule: '#d8d8dc',
  control: '#75757d',
  notice: '#f3f6f5',
  resident: '#143f8f',
  official: '#b8500a',
};

/** Type of the picture. */
export interface ChartFonts {
  /** A CSS font-family list. */
  readonly family: string;
  /** CSS pixels; smaller than 14 is drawn as 14. */
  readonly size: number;
}

/** Makes the picture of one type for a canvas `width` CSS pixels wide. */
export type Paint = (ctx: CanvasRenderingContext2D, results: Results, options: DrawOptions, width: number) => Picture;

/** What and how to draw. */
export interface DrawOptions {
  readonly type: ChartType;
  /** Draws every type but the two main charts, which need none. */
  readonly paint?: Paint | undefined;
  readonly locale: Locale;
  /** Absent: those of white paper. */
  readonly colours?: ChartColours | undefined;
  readonly fonts: ChartFonts;
  /** Only this group; residents and officials when absent. */
  readonly group?: Group | undefined;
  /** Only this construct; all of them when absent (charts of constructs and of items). */
  readonly construct?: string | undefined;
  /** Only for `likert`; absent: diverging. */
  readonly bars?: BarsStyle | undefined;
  /**
   * For a wall, where type is large for its room: rows stand closer, and a group that is alone is not named, which the page does. `height`:
   * CSS pixels that there are; kept where the picture can be lower.
   */
  readonly wall?: { readonly height: number } | undefined;
  /** Nothing in these charts moves; taken so that callers need not know. */
  readonly reducedMotion?: boolean | undefined;
  /** CSS pixels; absent: as wide as the canvas' parent, and redrawn when that changes. */
  readonly width?: number | undefined;
  /** Device pixels per CSS pixel; absent: that of the screen, followed when it changes. */
  readonly pixelRatio?: number | undefined;
}
