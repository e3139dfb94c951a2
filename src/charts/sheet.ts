import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { Group } from '../core/text.js';
import { line, write, type Box } from './ink.js';
import { coloursOf, fontOf, SHAPES, type Drawn, type Picture, type Spot } from './picture.js';
import { PAPER, type ChartColours, type DrawOptions } from './types.js';

/** The horizontal scale that chart.js draws under the plot. */
export interface SheetAxis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

/** A lying bar: `from` and `to` in units of the axis (CSS pixels without one), `y` its middle in CSS pixels from the top. */
export interface SheetBar {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly thick: number;
  readonly fill: string;
  readonly edge?: string;
}

/** A mark; hollow at the baseline, filled at the endline. */
export interface SheetDot {
  readonly x: number;
  readonly y: number;
  readonly group: Group;
  readonly hollow?: boolean;
}

/** A picture laid out in CSS pixels from the top left corner. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Where bars and marks lie; with an axis, its figures stand in the `foot` pixels below. */
  readonly box: Box;
  readonly axis?: SheetAxis | undefined;
  readonly bars?: readonly SheetBar[] | undefined;
  /** No bar lies on another: those of one colour become one dataset, whose options chart.js works out once instead of for each bar. */
  readonly isFlat?: boolean | undefined;
  readonly dots?: readonly SheetDot[] | undefined;
  /** Drawn before bars and marks; `x` turns units of the axis into pixels. */
  readonly under?: ((x: (value: number) => number) => void) | undefined;
  /** Drawn after them. */
  readonly over?: ((x: (value: number) => number) => void) | undefined;
  readonly spots?: readonly Spot[] | undefined;
}

/** Height of the figures under an axis: at least this, in CSS pixels. */
const FOOT = 30;

/** Type and colours of a picture. */
export interface Pen {
  readonly colours: ChartColours;
  readonly font: string;
  readonly bold: string;
  readonly lineHeight: number;
  /** Height of the figures under an axis. */
  readonly foot: number;
  /** Colour of a group. */
  readonly of: (group: Group) => string;
}

/** The pen for these options. */
export function penOf(options: DrawOptions, narrow: boolean): Pen {
  const { colours = PAPER } = options;
  const font = fontOf(options, narrow);
  const lineHeight = Math.round(parseFloat(font) * 1.4);
  return {
    colours,
    font,
    bold: `bold ${font}`,
    lineHeight,
    foot: Math.max(FOOT, lineHeight + 4),
    of: (group) => coloursOf(colours, group),
  };
}

/** Turns a sheet into what chart.js draws: bars and marks are its elements, the axis is its scale. */
export function sheetPicture(sheet: Sheet, options: DrawOptions, pen: Pen): Picture {
  const { width, height, box, axis, bars = [], isFlat = false, dots = [] } = sheet;
  const { colours, font } = pen;
  const foot = axis ? pen.foot : 0;
  const sets = new Map<string, SheetBar[]>();
  for (const bar of bars) {
    const key = isFlat ? `${bar.thick} ${bar.fill} ${bar.edge ?? ''}` : String(bar.thick);
    const known = sets.get(key);
    if (known) known.push(bar);
    else sets.set(key, [bar]);
  }
  const barSets = [...sets.values()].map((own): ChartDataset<'bar' | 'scatter'> => {
    const { thick, fill: first, edge: around = first } = own[0]!;
    return {
      type: 'bar',
      indexAxis: 'y',
      grouped: false,
      barThickness: thick,
      borderSkipped: false,
      borderWidth: 1.5,
      minBarLength: 0,
      order: 1,
      clip: false,
      data: own.map(({ from, to, y }) => ({ x: [from, to], y })) as never,
      backgroundColor: isFlat ? first : own.map(({ fill }) => fill),
      borderColor: isFlat ? around : own.map(({ edge, fill }) => edge ?? fill),
    };
  });
  const groups = [...new Set(dots.map(({ group }) => group))];
  const dotSets = groups.map((group): ChartDataset<'bar' | 'scatter'> => {
    const own = dots.filter((dot) => dot.group === group);
    return {
      type: 'scatter',
      order: 0,
      clip: false,
      data: own.map(({ x, y }) => ({ x, y })),
      pointStyle: SHAPES[group],
      pointRadius: group === 'resident' ? 6.5 : 7,
      pointBackgroundColor: own.map(({ hollow }) => (hollow ? colours.surface : pen.of(group))),
      pointBorderColor: pen.of(group),
      pointBorderWidth: 2.5,
    };
  });
  const configuration: ChartConfiguration<'bar' | 'scatter'> = {
    type: 'scatter',
    data: { datasets: [...barSets, ...dotSets] },
    options: {
      animation: false,
      responsive: false,
      events: [],
      layout: {
        autoPadding: false,
        padding: { left: box.left, right: width - box.right, top: box.top, bottom: height - box.bottom - foot },
      },
      scales: {
        x: {
          type: 'linear',
          min: axis?.min ?? box.left,
          max: axis?.max ?? box.right,
          display: axis !== undefined,
          // Bars would ask for half a step of room at both ends.
          offset: false,
          afterFit: (scale) => void (scale.height = foot),
          afterBuildTicks: (scale) => void (scale.ticks = (axis?.ticks ?? []).map((value) => ({ value }))),
          grid: { display: false },
          border: { display: false },
          ticks: {
            autoSkip: false,
            maxRotation: 0,
            color: colours.soft,
            font: { family: options.fonts.family, size: parseFloat(font) },
            callback: (value) => axis?.format(Number(value)) ?? '',
          },
        },
        y: {
          type: 'linear',
          offset: false,
          min: box.top,
          max: box.bottom,
          bounds: 'data',
          reverse: true,
          display: false,
        },
      },
    },
    plugins: [
      {
        id: 'canyu-sheet',
        beforeDatasetsDraw: (chart) => sheet.under?.(pixelOf(chart)),
        afterDatasetsDraw: (chart) => sheet.over?.(pixelOf(chart)),
      },
    ],
  };
  // A chart of bars and marks is typed by its datasets, one of marks alone by its kind; chart.js draws both alike.
  return {
    configuration: configuration as unknown as Picture['configuration'],
    width,
    height,
    spots: sheet.spots ?? [],
  };
}

function pixelOf(chart: Drawn): (value: number) => number {
  return (value) => chart.scales['x']!.getPixelForValue(value);
}

/** Where `value` lies on the scale `min`–`max` drawn across `box`: for layouts that need it before chart.js draws. */
export function across(box: Pick<Box, 'left' | 'right'>, min: number, max: number): (value: number) => number {
  return (value) => box.left + ((value - min) / (max - min)) * (box.right - box.left);
}

/** A box around a mark, large enough for a finger. */
export function spotAt(x: number, y: number, text: string, half = 14): Spot {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half, text };
}

/** Upright hairlines with their figures, for panels beside each other, which chart.js has not. */
export function uprights(
  ctx: CanvasRenderingContext2D,
  { font, colours, foot }: Pen,
  at: (value: number) => number,
  ticks: readonly number[],
  [top, bottom]: readonly [number, number],
  format: (value: number) => string,
): void {
  for (const value of ticks) {
    line(ctx, { x: at(value), y: top }, { x: at(value), y: bottom }, colours.rule, 1);
    write(ctx, format(value), { x: at(value), y: bottom + foot / 2 }, { font, colour: colours.soft, align: 'center' });
  }
}

/** A scale that holds zero and `values`, with steps that leave at most `most` figures. */
export function scaleAround(values: readonly number[], most: number): { min: number; max: number; ticks: number[] } {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const step = [1, 2, 5, 10, 20, 25, 50].find((size) => (high - low) / size <= Math.max(2, most - 1)) ?? 100;
  const min = Math.floor(low / step) * step;
  const max = Math.ceil(high / step) * step || step;
  const ticks = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, index) => min + index * step);
  return { min, max, ticks };
}

/** `text` cut to `room` with "…", for the rare label that no layout can hold. */
export function fitted(ctx: CanvasRenderingContext2D, text: string, font: string, room: number): string {
  ctx.save();
  ctx.font = font;
  let cut = text;
  while (cut.length > 1 && ctx.measureText(cut === text ? cut : `${cut}…`).width > room) cut = cut.slice(0, -1);
  ctx.restore();
  return cut === text ? text : `${cut}…`;
}
