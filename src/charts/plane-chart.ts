import type { ChartConfiguration } from 'chart.js';
import { isHidden, type Results } from '../core/change/types.js';
import { decimalsFor, points } from '../core/describe/format.js';
import { hiddenText, intervalText } from './chart-table.js';
import type { Estimate } from './figures.js';
import {
  arrow,
  boxesAlong,
  freest,
  hatch,
  isTaken,
  line,
  whisker,
  widthOf,
  wrap,
  write,
  type Box,
  type Obstacle,
  type Point,
} from './ink.js';
import { coloursOf, fontOf, SHAPES, type Drawn, type Picture, type Spot } from './picture.js';
import { planeModel, type PlanePath, type PlanePoint } from './plane-model.js';
import { PAPER, type DrawOptions } from './types.js';
import { wordsOf } from './words.js';

/** The plot is square and no larger than this, in CSS pixels: beyond it the picture only grows emptier. */
const LARGEST = 520;
const SMALLEST = 120;
const NARROW = 420;
/** Room for the figures of the upright axis: no less than this. */
const AXIS = 40;
const RIGHT = 10;
const RADIUS = 7;
/** How much labels keep clear of marks and of each other. */
const MARK = 20;
const LABEL = 40;
/** Where the sides of the diagonal are named, in points from their corner's far end. */
const HEIGHTS = [96, 88, 78, 68, 58];

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The canyu × canjia plane: an arrow from before to after for each group, intervals as crosses, the diagonal of equal shares. */
export function planeChart(
  ctx: CanvasRenderingContext2D,
  results: Results,
  options: DrawOptions,
  room: number,
): Picture {
  const { locale, colours = PAPER } = options;
  const words = wordsOf(locale);
  const paths = planeModel(results, options.group);
  const narrow = room < NARROW;
  const font = fontOf(options, narrow);
  const bold = `bold ${font}`;
  const lineHeight = Math.round(parseFloat(font) * 1.4);

  const margin = Math.max(AXIS, Math.ceil(widthOf(ctx, '100', font)) + 8);
  const [top, ticks] = [lineHeight + 8, lineHeight + 10];
  const absent = paths.flatMap((path) => absences(path));
  const bottom = lineHeight + 2 + (absent.length && absent.length * lineHeight + 10);
  const tallest = options.wall ? Math.max(SMALLEST, options.wall.height - top - ticks - bottom) : LARGEST;
  const side = Math.min(room - margin - RIGHT, LARGEST, tallest);
  const width = side + margin + RIGHT;
  const height = top + side + ticks + bottom;

  function absences({ group, baseline, endline }: PlanePath): string[] {
    const name = words.groups[group];
    if (isHidden(baseline) && isHidden(endline)) return [words.absent(name, hiddenText(baseline, words))];
    return (['baseline', 'endline'] as const).flatMap((wave) => {
      const point = wave === 'baseline' ? baseline : endline;
      return isHidden(point) ? [words.absent(words.mark(name, words.waves[wave]), hiddenText(point, words))] : [];
    });
  }

  const axis = {
    type: 'linear' as const,
    min: 0,
    max: 100,
    grid: { color: colours.rule, drawTicks: false },
    border: { color: colours.control },
    ticks: {
      stepSize: 20,
      maxRotation: 0,
      padding: 6,
      color: colours.soft,
      font: { family: options.fonts.family, size: parseFloat(font) },
      callback: (value: string | number) => points(Number(value), 0),
    },
  };

  const configuration: ChartConfiguration<'scatter'> = {
    type: 'scatter',
    data: {
      datasets: paths.flatMap(({ group, baseline, endline }) =>
        [baseline, endline].map((point, index) => ({
          data: isHidden(point) ? [] : [{ x: point.x.value, y: point.y.value }],
          pointStyle: SHAPES[group],
          pointRadius: group === 'resident' ? RADIUS : RADIUS + 0.5,
          pointBackgroundColor: index ? coloursOf(colours, group) : colours.surface,
          pointBorderColor: coloursOf(colours, group),
          pointBorderWidth: 2.5,
          clip: false as const,
        })),
      ),
    },
    options: {
      animation: false,
      responsive: false,
      events: [],
      layout: { padding: { left: 0, right: RIGHT, top, bottom } },
      scales: {
        x: { ...axis, afterFit: (scale) => void (scale.height = ticks) },
        y: { ...axis, afterFit: (scale) => void (scale.width = margin) },
      },
    },
    plugins: [
      {
        id: 'canyu-plane',
        beforeDatasetsDraw: (chart) => {
          const at = placer(chart);
          line(ctx, at(0, 0), at(100, 100), colours.control, 1.5, [6, 5]);
          for (const { group, baseline, endline } of paths) {
            const colour = coloursOf(colours, group);
            if (!isHidden(baseline)) for (const [from, to] of crossOf(baseline, at)) whisker(ctx, from, to, colour, 1);
            if (!isHidden(endline)) for (const [from, to] of crossOf(endline, at)) whisker(ctx, from, to, colour, 1.75);
          }
        },
        afterDatasetsDraw: (chart) => {
          const at = placer(chart);
          for (const { group, baseline, endline } of paths) {
            if (isHidden(baseline) || isHidden(endline)) continue;
            arrow(ctx, middleOf(baseline, at), middleOf(endline, at), coloursOf(colours, group), 3, RADIUS + 3);
          }
          label(chart, at);
          const { left, right, bottom: foot } = chart.chartArea;
          const title = { font, colour: colours.text };
          write(ctx, `↑ ${words.axes.CY}`, { x: 2, y: lineHeight / 2 }, title);
          write(
            ctx,
            `${words.axes.CJ} →`,
            { x: right, y: foot + ticks + lineHeight / 2 },
            { ...title, align: 'right' },
          );
          for (const [index, text] of absent.entries()) {
            const y = foot + ticks + lineHeight * (index + 1.5) + 10;
            hatch(ctx, { left, right: left + 26, top: y - 8, bottom: y + 8 }, colours.control);
            write(ctx, text, { x: left + 34, y }, title);
          }
        },
      },
    ],
  };
  return { configuration, width, height, spots: paths.flatMap(spotsOf) };

  function spotsOf({ group, baseline, endline }: PlanePath): Spot[] {
    return (['baseline', 'endline'] as const).flatMap((wave) => {
      const point = wave === 'baseline' ? baseline : endline;
      if (isHidden(point)) return [];
      const middle = { x: margin + (side * point.x.value) / 100, y: top + side * (1 - point.y.value / 100) };
      const decimals = decimalsFor(point.n);
      const said = (name: string, estimate: Estimate): string =>
        `${name} ${words.brackets(points(estimate.value, decimals), intervalText(estimate, words, decimals))}`;
      const text = `${words.mark(words.groups[group], words.waves[wave])}: ${said(words.axes.CY, point.y)}, ${said(words.axes.CJ, point.x)}`;
      return [{ left: middle.x - 14, right: middle.x + 14, top: middle.y - 14, bottom: middle.y + 14, text }];
    });
  }

  /** Writes the names beside the marks and the two sides of the diagonal where they touch least. */
  function label(chart: Drawn, at: (x: number, y: number) => Point): void {
    const { left, right, top: head, bottom: foot } = chart.chartArea;
    const area = { left: left + 3, right: right - 3, top: head + 3, bottom: foot - 3 };
    const obstacles: Obstacle[] = boxesAlong(at(0, 0), at(100, 100), 0.3, 2);
    for (const { baseline, endline } of paths) {
      const shown = [baseline, endline].filter((point): point is PlanePoint => !isHidden(point));
      for (const point of shown) {
        obstacles.push(around(middleOf(point, at), RADIUS + 3));
        for (const [from, to] of crossOf(point, at)) obstacles.push(...boxesAlong(from, to, 2));
      }
      if (shown.length === 2) obstacles.push(...boxesAlong(middleOf(shown[0]!, at), middleOf(shown[1]!, at), 4, 6));
    }
    const put = (
      text: string,
      style: { font: string; colour: string },
      candidates: (width: number) => Point[],
    ): void => {
      const textWidth = widthOf(ctx, text, style.font);
      const boxes = candidates(textWidth).map(({ x, y }) => ({
        left: x,
        right: x + textWidth,
        top: y - lineHeight / 2,
        bottom: y + lineHeight / 2,
      }));
      const box = freest(boxes, obstacles, area);
      obstacles.push({ ...box, weight: LABEL });
      write(ctx, text, { x: box.left, y: (box.top + box.bottom) / 2 }, { ...style, halo: colours.surface });
    };
    const beside = (point: PlanePoint) => (textWidth: number) => aroundMark(point, at, textWidth, lineHeight);
    for (const { group, baseline, endline } of paths) {
      const colour = coloursOf(colours, group);
      if (!isHidden(endline)) {
        put(
          narrow ? words.groups[group] : words.mark(words.groups[group], words.waves.endline),
          { font: bold, colour },
          beside(endline),
        );
      }
      if (!isHidden(baseline)) {
        const before = words.waves.baseline;
        put(isHidden(endline) ? words.mark(words.groups[group], before) : before, { font, colour }, beside(baseline));
      }
    }
    sideOf(words.sides.above, (size) => HEIGHTS.map((y) => boxAt(at(2, 0).x, at(0, y).y, size)));
    sideOf(words.sides.below, (size) => HEIGHTS.map((y) => boxAt(at(98, 0).x - size.width, at(0, 100 - y).y, size)));

    /** One side of the diagonal, in one line or two; where neither stands free it is left out, for the axes say it too. */
    function sideOf(text: string, candidates: (size: Size) => Box[]): void {
      const half = widthOf(ctx, text, font) * 0.6;
      for (const lines of [[text], wrap(ctx, text, font, half)]) {
        const textWidth = Math.max(...lines.map((each) => widthOf(ctx, each, font)));
        const boxes = candidates({ width: textWidth, height: lines.length * lineHeight });
        const box = freest(boxes, obstacles, area);
        if (isTaken(box, obstacles, MARK, area)) continue;
        obstacles.push({ ...box, weight: LABEL });
        for (const [index, each] of lines.entries()) {
          const place = { x: box.left, y: box.top + (index + 0.5) * lineHeight };
          write(ctx, each, place, { font, colour: colours.soft, halo: colours.surface });
        }
        return;
      }
    }
  }
}

/** A text with its left edge at `x` and its middle at `y`. */
function boxAt(x: number, y: number, { width, height }: Size): Box {
  return { left: x, right: x + width, top: y - height / 2, bottom: y + height / 2 };
}

function placer(chart: Drawn): (x: number, y: number) => Point {
  return (x, y) => ({ x: chart.scales['x']!.getPixelForValue(x), y: chart.scales['y']!.getPixelForValue(y) });
}

function middleOf(point: PlanePoint, at: (x: number, y: number) => Point): Point {
  return at(point.x.value, point.y.value);
}

/** The lines of the cross, as far as the limits are known, kept inside 0–100. */
function crossOf({ x, y }: PlanePoint, at: (x: number, y: number) => Point): [Point, Point][] {
  const across = limits(x).map((value) => at(value, y.value));
  const up = limits(y).map((value) => at(x.value, value));
  return [across, up].filter((ends): ends is [Point, Point] => ends.length === 2);
}

function limits({ low, high }: Estimate): number[] {
  return low === undefined || high === undefined ? [] : [Math.max(0, low), Math.min(100, high)];
}

function around({ x, y }: Point, half: number): Obstacle {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half, weight: MARK };
}

/** Where a label may stand: beyond the four ends of the cross, in its four corners, then further out. Left edges and middles. */
function aroundMark(point: PlanePoint, at: (x: number, y: number) => Point, width: number, height: number): Point[] {
  const { x, y } = middleOf(point, at);
  const [west = x, east = x] = limits(point.x).map((value) => at(value, 0).x);
  const [south = y, north = y] = limits(point.y).map((value) => at(0, value).y);
  const gap = RADIUS + 4;
  const right = { x: Math.max(east, x + RADIUS) + 8, y };
  const left = { x: Math.min(west, x - RADIUS) - 8 - width, y };
  const above = { x: x - width / 2, y: Math.min(north, y - RADIUS) - 4 - height / 2 };
  const below = { x: x - width / 2, y: Math.max(south, y + RADIUS) + 4 + height / 2 };
  const corners = [0, 1, 2].flatMap((step) =>
    [-1, 1].flatMap((way) => {
      const level = y + way * (gap + height / 2 + step * height);
      return [
        { x: x + gap, y: level },
        { x: x - gap - width, y: level },
      ];
    }),
  );
  return [right, left, above, below, ...corners];
}
