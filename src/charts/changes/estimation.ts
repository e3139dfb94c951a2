import { isHidden, type Results } from '../../core/change/types.js';
import { points } from '../../core/describe/format.js';
import { hiddenText, type ChartTable } from '../chart-table.js';
import { hatch, line, whisker, widthOf, write } from '../ink.js';
import type { KindOptions } from '../kind.js';
import { constructsOf, nameOf, pairOf, type ChangeFigure, type PairFigure } from '../pairs-model.js';
import type { Picture, Spot } from '../picture.js';
import { groupsOf } from '../plane-model.js';
import {
  across,
  fitted,
  FOOT,
  penOf,
  scaleAround,
  sheetPicture,
  spotAt,
  uprights,
  type Pen,
  type SheetDot,
} from '../sheet.js';
import type { DrawOptions } from '../types.js';
import { wordsOf } from '../words.js';
import { changeDecimals, changeText, levelText } from './figure-text.js';
import { changesWords } from './words.js';

const NARROW = 560;
/** Height of the marks of a lane, and of the curve over the interval, in CSS pixels. */
const MARKS = 46;
const CURVE = 26;
const GAP = 12;
/** Points at which the curve is computed, over so many standard errors to each side. */
const STEPS = 60;
const REACH = 4;

interface Lane extends PairFigure {
  readonly top: number;
}

/** Figures of the chart, in its order. */
export function estimationPairs(results: Results, { group, construct }: KindOptions): PairFigure[] {
  const groups = groupsOf(results, group);
  return constructsOf(results, construct).flatMap((id) => groups.map((who) => pairOf(results, who, id)));
}

/** Every figure of the estimation plot. */
export function estimationTable(results: Results, options: KindOptions): ChartTable {
  const words = wordsOf(options.locale);
  const own = changesWords[options.locale];
  return {
    caption: own.estimationCaption,
    head: [
      words.table.scale,
      words.table.group,
      own.before,
      own.after,
      words.table.change,
      words.table.answered,
      own.linked,
    ],
    headings: 2,
    rows: estimationPairs(results, options).map(({ id, group, baseline, endline, change }) => [
      nameOf(results, id, options.locale),
      words.groups[group],
      isHidden(baseline) ? hiddenText(baseline, words) : levelText(baseline, words),
      isHidden(endline) ? hiddenText(endline, words) : levelText(endline, words),
      isHidden(change) ? hiddenText(change, words) : changeText(change, words),
      isHidden(change) ? '–' : words.table.beforeAfter(String(change.n.baseline), String(change.n.endline)),
      isHidden(change) ? '–' : String(change.n.linked),
    ]),
  };
}

/**
 * Estimation plot, lying (Gardner–Altman for one scale, Cumming for six; method.md §5): at the left both waves with their intervals, at the
 * right the difference with its interval and the curve of its law, zero line and ±δ band.
 */
export function estimationChart(
  ctx: CanvasRenderingContext2D,
  results: Results,
  options: DrawOptions,
  width: number,
): Picture {
  const { locale } = options;
  const words = wordsOf(locale);
  const own = changesWords[locale];
  const narrow = width < NARROW;
  const pen = penOf(options, narrow);
  const { colours, font, bold, lineHeight } = pen;
  const groups = groupsOf(results, options.group);
  const ids = constructsOf(results, options.construct);
  const delta = results.settings.relevance;

  const laneHeight = lineHeight + MARKS + GAP;
  const blockHeight = lineHeight + 8 + groups.length * laneHeight;
  const blockTop = (block: number): number => block * (blockHeight + 10);
  const lanes = ids.flatMap((id, block) =>
    groups.map((group, index): Lane => ({
      ...pairOf(results, group, id),
      top: blockTop(block) + lineHeight + 8 + index * laneHeight,
    })),
  );
  const bottom = blockTop(ids.length) - 10;
  const height = bottom + FOOT + lineHeight;

  const middle = Math.round(width * (narrow ? 0.46 : 0.48));
  const left = { left: 12, right: middle - 30 };
  const right = { left: middle + 12, right: width - 20 };
  const level = across(left, 0, 100);
  const changes = lanes.flatMap(({ change }) => (isHidden(change) ? [] : [change]));
  const reach = changes.flatMap(({ value, low = value, high = value, law }) => {
    const tail = 2.6 * (law?.se ?? 0);
    return [low, high, value - tail, value + tail];
  });
  const scale = scaleAround([...reach, -1.5 * delta, 1.5 * delta], narrow ? 4 : 6);
  const at = across(right, scale.min, scale.max);

  const dots: SheetDot[] = [];
  const spots: Spot[] = [];
  for (const lane of lanes) {
    const who = words.groups[lane.group];
    for (const [wave, y] of wavesOf(lane, lineHeight)) {
      const figure = lane[wave];
      if (isHidden(figure)) continue;
      dots.push({ x: level(figure.value), y, group: lane.group, hollow: wave === 'baseline' });
      spots.push(spotAt(level(figure.value), y, `${words.mark(who, words.waves[wave])}: ${levelText(figure, words)}`));
    }
    if (!isHidden(lane.change)) {
      const y = changeY(lane, lineHeight);
      dots.push({ x: at(lane.change.value), y, group: lane.group });
      spots.push(spotAt(at(lane.change.value), y, `${who}: ${own.change} ${changeText(lane.change, words)}`));
    }
  }

  const under = (): void => {
    for (const [block] of ids.entries()) {
      const range = [blockTop(block) + lineHeight + 4, blockTop(block) + blockHeight] as const;
      ctx.fillStyle = colours.notice;
      ctx.fillRect(at(-delta), range[0], at(delta) - at(-delta), range[1] - range[0]);
      for (const edge of [-delta, delta]) {
        line(ctx, { x: at(edge), y: range[0] }, { x: at(edge), y: range[1] }, colours.control, 1, [3, 4]);
      }
      for (const value of [0, 50, 100]) {
        line(ctx, { x: level(value), y: range[0] }, { x: level(value), y: range[1] }, colours.rule, 1);
      }
      line(ctx, { x: at(0), y: range[0] }, { x: at(0), y: range[1] }, colours.text, 1.5);
    }
    for (const lane of lanes) drawLane(lane);
  };

  function drawLane(lane: Lane): void {
    const colour = pen.of(lane.group);
    for (const [wave, y] of wavesOf(lane, lineHeight)) {
      const figure = lane[wave];
      if (isHidden(figure)) {
        const text = fitted(ctx, hiddenText(figure, words), font, left.right - left.left - 6);
        hidden({ left: left.left, right: left.right, y, text });
      } else if (figure.low !== undefined && figure.high !== undefined) {
        const [low, high] = [Math.max(0, figure.low), Math.min(100, figure.high)];
        whisker(ctx, { x: level(low), y }, { x: level(high), y }, colour, 2);
      }
    }
    const { change } = lane;
    const y = changeY(lane, lineHeight);
    if (isHidden(change)) {
      const text = fitted(ctx, hiddenText(change, words), font, right.right - right.left - 6);
      hidden({ left: right.left, right: right.right, y: y - 6, text });
      return;
    }
    ctx.save();
    ctx.beginPath();
    ctx.rect(right.left - 12, 0, width - right.left + 12, height);
    ctx.clip();
    halfViolin(ctx, change, at, y, colour);
    ctx.restore();
    if (change.low !== undefined && change.high !== undefined) {
      whisker(ctx, { x: at(change.low), y }, { x: at(change.high), y }, colour, 3);
    }
  }

  function hidden(place: { left: number; right: number; y: number; text: string }): void {
    hatch(ctx, { left: place.left, right: place.right, top: place.y - 10, bottom: place.y + 10 }, colours.rule);
    const style = { font, colour: colours.text, halo: colours.surface, align: 'center' as const };
    write(ctx, place.text, { x: (place.left + place.right) / 2, y: place.y }, style);
  }

  const over = (): void => {
    for (const [block, id] of ids.entries()) {
      if (block) line(ctx, { x: 0, y: blockTop(block) - 4 }, { x: width, y: blockTop(block) - 4 }, colours.rule, 1);
      const y = blockTop(block) + lineHeight / 2 + 2;
      write(ctx, nameOf(results, id, locale), { x: 0, y }, { font: bold, colour: colours.text });
    }
    for (const lane of lanes) label(lane);
    const range = [bottom - 2, bottom] as const;
    const plain = (value: number): string => points(value, 0);
    uprights(ctx, pen, level, narrow ? [0, 100] : [0, 50, 100], range, plain);
    uprights(ctx, pen, at, scale.ticks, range, (value) => points(value, 0, true));
    const title = { font, colour: colours.soft };
    const titles = narrow ? [own.short.points, own.short.change] : [own.points, own.change];
    for (const [index, text] of titles.entries()) {
      const box = index ? right : left;
      const x = (box.left + box.right) / 2;
      const room = narrow ? width / 2 - 6 : box.right - box.left;
      write(
        ctx,
        fitted(ctx, text, font, room),
        { x, y: bottom + FOOT + lineHeight / 2 - 3 },
        { ...title, align: 'center' },
      );
    }
  };

  function label(lane: Lane): void {
    const { change, group, top } = lane;
    const y = top + lineHeight / 2;
    const who = words.groups[group];
    const style = { font, colour: pen.of(group), halo: colours.surface };
    write(ctx, who, { x: left.left, y }, style);
    if (isHidden(change)) return;
    const { baseline, endline, linked } = change.n;
    const [before, after] = [String(baseline), String(endline)];
    const long =
      linked > 0 ? own.design(before, after, String(linked)) : `${own.shortDesign(before, after)} · ${own.apart}`;
    const from = left.left + widthOf(ctx, who, font) + 10;
    const room = right.left - 8 - from;
    const value = changeText(change, words);
    const short = points(change.value, changeDecimals(change), true);
    const text = widthOf(ctx, value, bold) <= right.right - right.left ? value : short;
    // How many answered stands here as far as there is room; the table always has it.
    const design = [long, own.shortDesign(before, after)].find((each) => widthOf(ctx, each, font) <= room);
    if (design) write(ctx, design, { x: from, y }, { font, colour: colours.soft, halo: colours.surface });
    write(ctx, text, { x: right.right, y }, { ...style, align: 'right', font: bold });
  }

  const box = { left: 0, right: width, top: 0, bottom };
  return sheetPicture({ width, height, box, dots, under, over, spots }, options, pen);
}

function wavesOf({ top }: Lane, lineHeight: number): readonly (readonly ['baseline' | 'endline', number])[] {
  return [
    ['baseline', top + lineHeight + 12],
    ['endline', top + lineHeight + 36],
  ];
}

const changeY = ({ top }: Lane, lineHeight: number): number => top + lineHeight + 36;

/** Half of a violin over the interval: the density of the t distribution with the change's own standard error and degrees of freedom. */
function halfViolin(
  ctx: CanvasRenderingContext2D,
  { value, law }: ChangeFigure,
  at: (value: number) => number,
  y: number,
  colour: Pen['font'],
): void {
  if (!law) return;
  const density = (t: number): number => (1 + (t * t) / law.df) ** (-(law.df + 1) / 2);
  ctx.save();
  ctx.fillStyle = colour;
  ctx.strokeStyle = colour;
  ctx.beginPath();
  ctx.moveTo(at(value - REACH * law.se), y);
  for (let step = 0; step <= STEPS; step += 1) {
    const t = -REACH + (2 * REACH * step) / STEPS;
    ctx.lineTo(at(value + t * law.se), y - CURVE * density(t));
  }
  ctx.lineTo(at(value + REACH * law.se), y);
  ctx.globalAlpha = 0.18;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.restore();
}
