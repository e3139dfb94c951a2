import type { ChartConfiguration, ScatterDataPoint } from 'chart.js';
import { isHidden, type Results } from '../core/change/types.js';
import { decimalsFor, points } from '../core/describe/format.js';
import type { Group } from '../core/text.js';
import { hiddenText, intervalText, scaleLabel } from './chart-table.js';
import { forestModel, isHolmMarked, type ForestMark, type ForestRow } from './forest-model.js';
import { hatch, line, whisker, widthOf, wrap, write } from './ink.js';
import { coloursOf, fontOf, SHAPES, type Picture, type Spot } from './picture.js';
import { groupsOf } from './plane-model.js';
import { PAPER, type DrawOptions } from './types.js';
import { wordsOf } from './words.js';

/** Below this width the names of the rows stand above their marks and the intervals are left to the table. */
const NARROW = 560;
/** Height of one mark and of the gap below a row, in CSS pixels; larger type makes lanes taller on a wall. */
const LANE = 26;
const GAP = { page: 14, wall: 6 };
const AXIS = 58;
/** Room at the left of the plot where no names stand, and between the plot and the values. */
const EDGE = 8;
const VALUE_GAP = 14;

/** The forest: one row per construct, one lane per group in it, zero line, ±δ band, values written beside the marks. */
export function forestChart(
  ctx: CanvasRenderingContext2D,
  results: Results,
  options: DrawOptions,
  width: number,
): Picture {
  const { locale, colours = PAPER } = options;
  const words = wordsOf(locale);
  const rows = forestModel(results, options.group, options.construct);
  const groups = groupsOf(results, options.group);
  const delta = results.settings.relevance;
  const narrow = width < NARROW;
  const font = fontOf(options, narrow);
  const bold = `bold ${font}`;
  const lineHeight = Math.round(parseFloat(font) * 1.35);
  const onWall = options.wall !== undefined;
  const tall = onWall ? Math.max(LANE, lineHeight + 2) : LANE;
  const gap = onWall ? GAP.wall : GAP.page;
  const foot = onWall ? Math.max(AXIS, 2 * lineHeight + 6) : AXIS;
  const isNamed = !onWall || groups.length > 1;

  const values = rows.map((row) => row.marks.map((mark) => valueText(mark)));
  const valueWidth = Math.ceil(Math.max(...values.flat().map((text) => widthOf(ctx, text, font))));
  const nameRoom = narrow ? width : onWall ? width * 0.36 : Math.min(200, width * 0.26);
  const names = rows.map((row) => wrap(ctx, scaleLabel(row.id, words), row.id === 'CCI' ? bold : font, nameRoom));
  const nameWidth = narrow
    ? 0
    : Math.ceil(Math.max(...names.flat().map((text, index) => widthOf(ctx, text, index ? font : bold)))) + 20;

  const heights = rows.map((row, index) => {
    const lanes = row.marks.length * tall;
    const name = names[index]!.length * lineHeight;
    return (narrow ? name + lanes : Math.max(lanes, name)) + gap;
  });
  const tops = heights.map((_, index) => heights.slice(0, index).reduce((sum, height) => sum + height, 0));
  const total = heights.reduce((sum, height) => sum + height, 0);
  const height = total + foot;
  const plot = width - (nameWidth || EDGE) - valueWidth - VALUE_GAP;
  const [min, max, step] = scaleOf(rows, delta, Math.floor(plot / (3 * parseFloat(font))));

  /** Middle of a lane, counted in CSS pixels from the top of the plot, which is also the unit of the y scale. */
  const laneAt = (row: number, lane: number): number => {
    const lanes = rows[row]!.marks.length * tall;
    const above = narrow ? names[row]!.length * lineHeight : (heights[row]! - gap - lanes) / 2;
    return tops[row]! + gap / 2 + above + (lane + 0.5) * tall;
  };

  function valueText({ group, change }: ForestMark): string {
    const who = words.groups[group];
    if (isHidden(change)) return !isNamed ? '–' : narrow ? `${who} –` : who;
    const decimals = decimalsFor(Math.min(change.n.baseline, change.n.endline));
    const value = `${isNamed ? `${who} ` : ''}${points(change.value, decimals, true)}${isHolmMarked(change) ? '＊' : ''}`;
    if (narrow || change.low === undefined || change.high === undefined) return value;
    return words.brackets(value, words.interval(points(change.low, decimals), points(change.high, decimals)));
  }

  const marks = rows.flatMap((row, index) =>
    row.marks.map((mark, lane) => ({ ...mark, id: row.id, y: laneAt(index, lane), text: values[index]![lane]! })),
  );

  const datasets = groups.map((group: Group) => ({
    data: marks.flatMap(({ group: of, change, y }): ScatterDataPoint[] =>
      of === group && !isHidden(change) ? [{ x: change.value, y }] : [],
    ),
    pointStyle: SHAPES[group],
    pointRadius: group === 'resident' ? 6.5 : 7,
    pointBackgroundColor: coloursOf(colours, group),
    pointBorderColor: colours.surface,
    pointBorderWidth: 1,
    clip: false as const,
  }));

  const configuration: ChartConfiguration<'scatter'> = {
    type: 'scatter',
    data: { datasets },
    options: {
      animation: false,
      responsive: false,
      events: [],
      layout: { padding: { left: nameWidth || EDGE, right: valueWidth + VALUE_GAP, top: 0, bottom: lineHeight } },
      scales: {
        x: {
          type: 'linear',
          min,
          max,
          // The rows are laid out in CSS pixels: the plot must be exactly as tall as they are.
          afterFit: (scale) => void (scale.height = foot - lineHeight),
          // Zero is always among them.
          afterBuildTicks: (scale) => {
            const first = Math.ceil(min / step);
            const count = Math.floor(max / step) - first + 1;
            scale.ticks = Array.from({ length: count }, (_, index) => ({ value: (first + index) * step }));
          },
          grid: { display: false },
          border: { display: false },
          ticks: {
            autoSkip: false,
            maxRotation: 0,
            color: colours.soft,
            font: { family: options.fonts.family, size: parseFloat(font) },
            callback: (value) => points(Number(value), 0, true),
          },
        },
        y: { type: 'linear', min: 0, max: total, bounds: 'data', reverse: true, display: false },
      },
    },
    plugins: [
      {
        id: 'canyu-forest',
        beforeDatasetsDraw: (chart) => {
          const { left, right } = chart.chartArea;
          const x = (value: number): number => chart.scales['x']!.getPixelForValue(value);
          const y = (value: number): number => chart.scales['y']!.getPixelForValue(value);
          for (const [index, row] of rows.entries()) {
            if (index) line(ctx, { x: 0, y: y(tops[index]!) }, { x: width, y: y(tops[index]!) }, colours.rule, 1);
            // Beside the names the band runs through; under a name that stands above its marks it would cut the letters.
            const from = y(narrow ? laneAt(index, -0.4) : tops[index]!);
            const to = y(narrow ? laneAt(index, row.marks.length - 0.6) : tops[index]! + heights[index]!);
            ctx.fillStyle = colours.notice;
            ctx.fillRect(x(-delta), from, x(delta) - x(-delta), to - from);
            for (const edge of [-delta, delta]) {
              line(ctx, { x: x(edge), y: from }, { x: x(edge), y: to }, colours.control, 1, [3, 4]);
            }
            line(ctx, { x: x(0), y: from }, { x: x(0), y: to }, colours.text, 1.5);
          }
          for (const { group, change, y: middle } of marks) {
            const at = y(middle);
            if (isHidden(change)) {
              hatch(ctx, { left, right, top: at - tall / 2 + 2, bottom: at + tall / 2 - 2 }, colours.rule);
              const long = hiddenText(change, words);
              const short = 'suppressed' in change ? words.notShown : words.notComputed;
              const text = widthOf(ctx, long, font) > right - left - 8 ? short : long;
              const style = { font, colour: colours.text, halo: colours.surface, align: 'center' as const };
              write(ctx, text, { x: (left + right) / 2, y: at }, style);
            } else if (change.low !== undefined && change.high !== undefined) {
              whisker(ctx, { x: x(change.low), y: at }, { x: x(change.high), y: at }, coloursOf(colours, group), 2);
            }
          }
        },
        afterDatasetsDraw: (chart) => {
          const area = chart.chartArea;
          const y = (value: number): number => chart.scales['y']!.getPixelForValue(value);
          for (const [index, row] of rows.entries()) {
            const style = { font: row.id === 'CCI' ? bold : font, colour: colours.text };
            const lines = names[index]!;
            const middle = narrow
              ? tops[index]! + gap / 2 + (lines.length * lineHeight) / 2
              : tops[index]! + heights[index]! / 2;
            for (const [at, text] of lines.entries()) {
              write(ctx, text, { x: 0, y: y(middle) + (at - (lines.length - 1) / 2) * lineHeight }, style);
            }
          }
          for (const { group, change, y: middle, text } of marks) {
            const colour = isHidden(change) ? colours.soft : coloursOf(colours, group);
            write(ctx, text, { x: area.right + VALUE_GAP, y: y(middle) }, { font, colour });
          }
          const title = { font, colour: colours.soft, align: 'center' as const };
          const middle = (area.left + area.right) / 2;
          const half = widthOf(ctx, words.axes.change, font) / 2;
          const centre = Math.min(Math.max(middle, half), width - half);
          write(ctx, words.axes.change, { x: centre, y: height - lineHeight / 2 }, title);
        },
      },
    ],
  };
  const left = nameWidth || EDGE;
  const spots = marks.flatMap(({ id, group, change, y }): Spot[] => {
    if (isHidden(change)) return [];
    const x = left + ((change.value - min) / (max - min)) * plot;
    const decimals = decimalsFor(Math.min(change.n.baseline, change.n.endline));
    const value = words.brackets(points(change.value, decimals, true), intervalText(change, words, decimals));
    const text = `${scaleLabel(id, words)} · ${words.groups[group]}: ${value}`;
    return [{ left: x - 13, right: x + 13, top: y - tall / 2, bottom: y + tall / 2, text }];
  });
  return { configuration, width, height, spots };
}

/** The x scale: zero, the band and every interval inside; steps that leave at most `most` figures, and never more than seven. */
function scaleOf(rows: readonly ForestRow[], delta: number, most: number): [min: number, max: number, step: number] {
  const values = rows.flatMap(({ marks }) =>
    marks.flatMap(({ change }) =>
      isHidden(change) ? [] : [change.value, change.low ?? change.value, change.high ?? change.value],
    ),
  );
  const low = Math.min(-1.6 * delta, ...values);
  const high = Math.max(1.6 * delta, ...values);
  const step = [5, 10, 20, 25, 50].find((size) => (high - low) / size <= Math.min(6, most)) ?? 100;
  return [Math.floor(low / 5) * 5, Math.ceil(high / 5) * 5, step];
}
