/** A place on a page: left, top, width, height in inches. The page is 13.333 × 7.5. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** Words below each other. */
export interface WordsPart {
  readonly kind: 'words';
  readonly box: Box;
  readonly lines: readonly string[];
  /** Sizes in points, from the largest; the first that fits is taken. */
  readonly sizes: readonly number[];
  readonly bold?: boolean;
  readonly bullets?: boolean;
  readonly colour?: string;
}

/** A table of words, its first row headings. */
export interface TablePart {
  readonly kind: 'table';
  readonly box: Box;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Widths of the columns, relative to each other. */
  readonly widths: readonly number[];
  readonly sizes: readonly number[];
  /** Rows to be filled in by hand: as high as the box allows. */
  readonly tall?: boolean;
}

/** A figure that may be absent: then nothing is drawn, not a zero. */
export type Bar = number | null;

/** One row of bars. */
export interface Series {
  readonly name: string;
  /** `rrggbb`. */
  readonly colour: string;
  /** Only an outline: the earlier wave. */
  readonly hollow?: boolean;
  readonly values: readonly Bar[];
  /** Ends of the intervals, in the units of the values. */
  readonly low?: readonly Bar[];
  readonly high?: readonly Bar[];
}

/** A chart that the program itself draws and that can be edited there. */
export interface ChartPart {
  readonly kind: 'bars';
  readonly box: Box;
  /** The picture in words, for readers who do not see it. */
  readonly alt: string;
  readonly lying: boolean;
  /** Lying bars whose first category is on top; else it is at the bottom. */
  readonly topDown?: boolean;
  readonly stacked?: boolean;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly axis: string;
  /** How figures are written on the bars; none when absent. */
  readonly labels?: string;
  /** The figures stand at the foot of the bars, where no interval crosses them. */
  readonly inside?: boolean;
}

/** One way on the plane, from the earlier wave to the later. */
export interface PlaneWay {
  /** What stands beside the later point, and beside the earlier one. */
  readonly name: string;
  readonly earlier: string;
  readonly colour: string;
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly hollow: boolean;
    readonly xLow?: number | undefined;
    readonly xHigh?: number | undefined;
    readonly yLow?: number | undefined;
    readonly yHigh?: number | undefined;
  }[];
}

/** The plane of attending and taking part. */
export interface PlanePart {
  readonly kind: 'plane';
  readonly box: Box;
  readonly alt: string;
  readonly across: string;
  readonly up: string;
  readonly ways: readonly PlaneWay[];
  /** Name of the line on which both are alike. */
  readonly equal: string;
}

/** One part of a page. */
export type Part = WordsPart | TablePart | ChartPart | PlanePart;

/** One page of the deck. */
export interface Slide {
  readonly title: string;
  readonly parts: readonly Part[];
  /** What the one who presents it reads: first how to go about it, then the figures in sentences. */
  readonly notes: readonly string[];
}
