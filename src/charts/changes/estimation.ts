import { isHidden, type Results } from '../../core/change/types.js';
import { points } from '../../core/describe/format.js';
import { hiddenText } from '../chart-table.js';
import { hatch, line, whisker, widthOf, write } from '../ink.js';
import { nameOf, type ChangeFigure, type PairFigure } from '../pairs-model.js';
import type { Picture, Spot } from '../picture.js';
import {
  across,
  fitted,
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
import { drawDots, peoplePerDot, stackHeight } from './dots.js';
import { estimationHistograms, estimationPairs } from './estimation-model.js';
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
  /** Room for the dots of a wave, in CSS pixels. */
  readonly stack: number;
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
  const pairs = estimationPairs(results, options);
  const delta = results.settings.relevance;

  const middle = Math.round(width * (narrow ? 0.46 : 0.48));
  const left = { left: 12, right: middle - 30 };
  const people = peoplePerDot(estimationHistograms(results, options), left.right - left.left);

  const blocks: { readonly id: string; readonly top: number; bottom: number }[] = [];
  let y = -10;
  const lanes = pairs.map((pair): Lane => {
    if (blocks.at(-1)?.id !== pair.id) {
      y += 10;
      blocks.push({ id: pair.id, top: y, bottom: y });
      y += lineHeight + 8;
    }
    const stack = stackHeight(Object.values(pair.histogram ?? {}), left.right - left.left, people);
    const top = y;
    y += lineHeight + MARKS + GAP + 2 * stack;
    blocks.at(-1)!.bottom = y;
    return { ...pair, top, stack };
  });
  const bottom = y;
  const height = bottom + pen.foot + lineHeight;

  const right = { left: middle + 12, right: width - 20 };
  const level = across(left, 0, 100);
  const changes = lanes.flatMap(({ change }) => (isHidden(change) ? [] : [change]));
  const reach = changes.flatMap(({ value, low = value, high = value, law, bootstrap }) => {
    const tail = 2.6 * (bootstrap ? (bootstrap.to - bootstrap.from) / 8 : (law?.se ?? 0));
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
    for (const block of blocks) {
      const range = [block.top + lineHeight + 4, block.bottom] as const;
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
      const bins = lane.histogram?.[wave];
      if (bins) drawDots(ctx, bins, level, y - 12, { group: lane.group, hollow: wave === 'baseline', people }, pen);
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
    halfViolin(ctx, change, at, { y, high: CURVE + Math.min(CURVE, lane.stack) }, colour);
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
    for (const { id, top } of blocks) {
      if (top > 0) line(ctx, { x: 0, y: top - 4 }, { x: width, y: top - 4 }, colours.rule, 1);
      const y = top + lineHeight / 2 + 2;
      write(ctx, nameOf(results, id, locale), { x: 0, y }, { font: bold, colour: colours.text });
      if (lanes.some((lane) => lane.id === id && lane.stack > 0)) {
        const style = { font, colour: colours.soft, align: 'right' as const };
        write(ctx, own.dot(people), { x: right.right, y }, style);
      }
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
        { x, y: bottom + pen.foot + lineHeight / 2 - 3 },
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

function wavesOf({ top, stack }: Lane, lineHeight: number): readonly (readonly ['baseline' | 'endline', number])[] {
  return [
    ['baseline', top + lineHeight + stack + 12],
    ['endline', top + lineHeight + 2 * stack + 36],
  ];
}

const changeY = ({ top, stack }: Lane, lineHeight: number): number => top + lineHeight + 2 * stack + 36;

/**
 * Half of a violin over the interval: the bootstrap law of the change where the document has it, else, dashed, the density of the t
 * distribution with the change's own standard error and degrees of freedom. Both as high at their peak.
 */
function halfViolin(
  ctx: CanvasRenderingContext2D,
  change: ChangeFigure,
  at: (value: number) => number,
  { y, high }: { readonly y: number; readonly high: number },
  colour: Pen['font'],
): void {
  const points = curveOf(change);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return;
  const peak = Math.max(...points.map((point) => point.density));
  ctx.save();
  ctx.fillStyle = colour;
  ctx.strokeStyle = colour;
  ctx.beginPath();
  ctx.moveTo(at(first.value), y);
  for (const { value, density } of points) ctx.lineTo(at(value), y - (high * density) / peak);
  ctx.lineTo(at(last.value), y);
  ctx.globalAlpha = 0.18;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.lineWidth = 1.2;
  if (!change.bootstrap) ctx.setLineDash([4, 3]);
  ctx.stroke();
  ctx.restore();
}

function curveOf({ value, law, bootstrap }: ChangeFigure): { readonly value: number; readonly density: number }[] {
  if (bootstrap) {
    const { from, to, density } = bootstrap;
    const step = (to - from) / (density.length - 1);
    return density.map((each, i) => ({ value: from + i * step, density: each }));
  }
  if (!law) return [];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const t = -REACH + (2 * REACH * step) / STEPS;
    return { value: value + t * law.se, density: (1 + (t * t) / law.df) ** (-(law.df + 1) / 2) };
  });
}
