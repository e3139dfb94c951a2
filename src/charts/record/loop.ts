import { isHidden, type Hidden, type Rate, type Results, type Shown } from '../../core/change/types.js';
import { known } from '../../core/describe/format.js';
import { hiddenText, type ChartTable } from '../chart-table.js';
import { hatch, line, widthOf, write } from '../ink.js';
import type { KindOptions } from '../kind.js';
import type { Picture, Spot } from '../picture.js';
import { fitted, penOf, sheetPicture, type SheetBar } from '../sheet.js';
import type { DrawOptions } from '../types.js';
import { wordsOf, type ChartWords } from '../words.js';
import { recordWords, type RecordWords } from './words.js';

const NARROW = 560;
const THICK = 22;
/** Room between a step and what it is a part of, where both stand in one line. */
const BETWEEN = 8;

/** One step of a suggestion's way. */
interface Step {
  readonly name: string;
  readonly of: string | undefined;
  readonly count: Shown;
  readonly n: number | undefined;
  readonly share: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** The steps from raised to done; empty without suggestions in the document (method.md §3.19). */
export function loopModel(results: Results, { locale }: KindOptions): Step[] {
  const own = recordWords[locale];
  const suggestions = results.ledger?.suggestions;
  if (suggestions === undefined || isHidden(suggestions) || suggestions.raised === 0) return [];
  const { raised, answered, adopted, explained, reportedBack, done, closedLoop } = suggestions;
  const step = (name: string, of: keyof RecordWords['ofSteps'], rate: Rate | Hidden): Step => {
    const read = isHidden(rate) ? undefined : rate;
    return {
      name,
      of: own.ofSteps[of],
      count: isHidden(rate) ? rate : rate.count,
      n: read?.n,
      share: known(read?.estimate),
      low: known(read?.low),
      high: known(read?.high),
    };
  };
  return [
    { name: own.raised, of: undefined, count: raised, n: raised, share: undefined, low: undefined, high: undefined },
    step(own.answered, 'raised', answered),
    step(own.adopted, 'answered', adopted),
    step(own.explained, 'refused', explained),
    step(own.reportedBack, 'answered', reportedBack),
    step(own.done, 'adopted', done),
    step(own.closedLoop, 'raised', closedLoop),
  ];
}

function countText(count: Shown, words: ChartWords): string {
  return typeof count === 'number' ? String(count) : hiddenText(count, words);
}

/** Every figure of the loop. */
export function loopTable(results: Results, options: KindOptions): ChartTable {
  const words = wordsOf(options.locale);
  const own = recordWords[options.locale];
  return {
    caption: own.loopCaption,
    head: [own.step, own.count, own.of, own.share, own.interval],
    headings: 1,
    rows: loopModel(results, options).map(({ name, count, n, of, share, low, high }) => [
      name,
      countText(count, words),
      n === undefined || of === undefined ? '–' : `${n} (${of})`,
      share === undefined ? '–' : own.percent(share),
      low === undefined || high === undefined ? '–' : words.interval(own.percent(low), own.percent(high)),
    ]),
  };
}

/** Bars with counts: what became of the suggestions (method.md §5). */
export function loopChart(
  ctx: CanvasRenderingContext2D,
  results: Results,
  options: DrawOptions,
  width: number,
): Picture {
  const words = wordsOf(options.locale);
  const own = recordWords[options.locale];
  const narrow = width < NARROW;
  const pen = penOf(options, narrow);
  const { colours, font, bold, lineHeight } = pen;
  const steps = loopModel(results, options);

  const figure = ({ count, n, of, share }: Step): string =>
    typeof count !== 'number' || n === undefined
      ? '–'
      : of === undefined
        ? String(count)
        : own.figure(String(count), String(n), share === undefined ? undefined : own.percent(share));
  const names = steps.flatMap(({ name, of }) => [name, of ?? '']);
  const widestName = Math.max(0, ...names.map((text) => widthOf(ctx, text, bold)));
  const nameRoom = Math.max(widestName, 0.4 * width);
  const lineWidth = ({ name, of }: Step): number =>
    widthOf(ctx, name, bold) + (of ? BETWEEN + widthOf(ctx, of, font) : 0);
  /** On a wall, where height is scarce, both stand in one line if they go into it. */
  const isOneLine = (step: Step): boolean => options.wall !== undefined && lineWidth(step) <= nameRoom;
  const widest = Math.max(widestName, ...steps.filter(isOneLine).map(lineWidth));
  const nameWidth = narrow ? 0 : Math.ceil(widest) + 16;
  const figureWidth = Math.ceil(Math.max(0, ...steps.map((step) => widthOf(ctx, figure(step), bold)))) + 12;
  const most = Math.max(1, ...steps.map(({ n }) => n ?? 0));
  const at = (count: number): number => nameWidth + (count / most) * (width - nameWidth - figureWidth);
  const lines = steps.map((step) => Math.max(isOneLine(step) ? lineHeight : 2 * lineHeight, THICK));
  const free = options.wall ? (options.wall.height - lines.reduce((sum, own) => sum + own, 4)) / steps.length : 10;
  const gap = Math.min(14, Math.max(6, Math.floor(free)));
  const heights = steps.map((_, lane) => (narrow ? lineHeight + THICK + 14 : lines[lane]! + gap));
  const laneTop = (lane: number): number => heights.slice(0, lane).reduce((sum, height) => sum + height, 0);
  const laneY = (lane: number): number => laneTop(lane) + (narrow ? lineHeight + THICK / 2 + 2 : heights[lane]! / 2);

  const bars: SheetBar[] = [];
  const spots: Spot[] = [];
  for (const [lane, step] of steps.entries()) {
    const { count, n, name, of } = step;
    const y = laneY(lane);
    if (typeof count !== 'number' || n === undefined) continue;
    bars.push({ from: nameWidth, to: at(n), y, thick: THICK, fill: colours.surface, edge: colours.soft });
    if (count > 0) bars.push({ from: nameWidth, to: at(count), y, thick: THICK, fill: colours.soft });
    const said = `${name}${of === undefined ? '' : `, ${of}`}: ${figure(step)}`;
    const top = laneTop(lane);
    spots.push({ left: 0, right: width, top, bottom: top + heights[lane]!, text: said });
  }
  const under = (): void => {
    for (const [lane, { count }] of steps.entries()) {
      if (typeof count === 'number') continue;
      const y = laneY(lane);
      const right = width - figureWidth;
      hatch(ctx, { left: nameWidth, right, top: y - THICK / 2, bottom: y + THICK / 2 }, colours.rule);
      const style = { font, colour: colours.text, halo: colours.surface, align: 'center' as const };
      write(
        ctx,
        fitted(ctx, hiddenText(count, words), font, right - nameWidth - 8),
        { x: (nameWidth + right) / 2, y },
        style,
      );
    }
  };
  const over = (): void => {
    for (const [lane, step] of steps.entries()) {
      const y = laneY(lane);
      const { name, of, count, n } = step;
      const last = lane === steps.length - 1;
      if (last) line(ctx, { x: 0, y: laneTop(lane) }, { x: width, y: laneTop(lane) }, colours.rule, 1);
      if (narrow || isOneLine(step)) {
        const level = narrow ? y - THICK / 2 - lineHeight / 2 - 1 : y;
        write(ctx, name, { x: 0, y: level }, { font: bold, colour: colours.text });
        const from = widthOf(ctx, name, bold) + BETWEEN;
        if (of) write(ctx, fitted(ctx, of, font, width - from), { x: from, y: level }, { font, colour: colours.soft });
      } else {
        const first = of ? y - lineHeight / 2 : y;
        write(ctx, name, { x: 0, y: first }, { font: bold, colour: colours.text });
        if (of) write(ctx, of, { x: 0, y: first + lineHeight }, { font, colour: colours.soft });
      }
      const x = typeof count === 'number' && n !== undefined ? at(n) + 8 : width - figureWidth + 8;
      write(ctx, figure(step), { x, y }, { font: bold, colour: colours.text });
    }
  };
  const height = laneTop(steps.length) + 4;
  const box = { left: 0, right: width, top: 0, bottom: height };
  return sheetPicture({ width, height, box, bars, under, over, spots }, options, pen);
}
