import { isHidden, type Results } from '../../core/change/types.js';
import { hiddenText, type ChartTable } from '../chart-table.js';
import { hatch, line, widthOf, wrap, write, writeAll } from '../ink.js';
import type { KindOptions } from '../kind.js';
import type { Picture, Spot } from '../picture.js';
import { groupsOf } from '../plane-model.js';
import { fitted, penOf, sheetPicture, type Pen, type SheetBar } from '../sheet.js';
import type { DrawOptions } from '../types.js';
import { wordsOf, type ChartWords } from '../words.js';
import {
  answersModel,
  isShares,
  itemsOf,
  optionLabels,
  shareOf,
  SIDES,
  wordingOf,
  type AnswersBlock,
  type AnswersLane,
} from './model.js';
import { remembered } from '../remembered.js';
import { inkOn, tint } from '../tint.js';
import { answersWords, type AnswersWords } from './words.js';

const NARROW = 600;
const THICK = 22;

/** Every figure of the bars. */
export function likertTable(results: Results, options: KindOptions): ChartTable {
  const { locale } = options;
  const words = wordsOf(locale);
  const own = answersWords[locale];
  const blocks = answersModel(results, itemsOf(results, options), options);
  const widest = blocks.reduce<AnswersBlock | undefined>(
    (most, block) => (block.options.length > (most?.options.length ?? 0) ? block : most),
    undefined,
  );
  const single = blocks.some(({ lanes }) => lanes.some(({ shares, grouped }) => isShares(shares) && !grouped));
  const columns = !widest
    ? []
    : single
      ? optionLabels(results, widest.id, widest.options, 'resident', locale)
      : SIDES.map((side) => own.sides[side]);
  return {
    caption: own.likertCaption,
    head: [own.item, own.who, ...columns, own.answered, own.dontKnow, own.notSaid],
    headings: 2,
    rows: blocks.flatMap(({ id, lanes }) =>
      lanes.map((lane) => [
        wordingOf(results, id, lane.group, locale),
        words.mark(words.groups[lane.group], words.waves[lane.wave]),
        ...columns.map((_, index) =>
          isShares(lane.shares) && lane.grouped !== single
            ? lane.shares[index] === undefined
              ? '–'
              : own.percent(lane.shares[index])
            : index
              ? '–'
              : laneText(lane, words, own),
        ),
        lane.n === undefined ? '–' : String(lane.n),
        silence(lane.dontKnow, words, own),
        silence(lane.notSaid, words, own),
      ]),
    ),
  };
}

function silence(rate: AnswersLane['dontKnow'], words: ChartWords, own: AnswersWords): string {
  if (rate === undefined) return '–';
  if (isHidden(rate)) return hiddenText(rate, words);
  const share = shareOf(rate);
  if (share !== undefined) return own.percent(share);
  return isHidden(rate.estimate) ? hiddenText(rate.estimate, words) : '–';
}

/** What stands in a lane without shares. */
function laneText({ shares }: AnswersLane, words: ChartWords, own: AnswersWords): string {
  if (isShares(shares)) {
    return SIDES.map((side, index) => `${own.sides[side]} ${own.percent(shares[index] ?? 0)}`).join(words.comma);
  }
  return 'almostAll' in shares ? own.almostAll[shares.almostAll] : hiddenText(shares, words);
}

/** From the strongest disagreement to the strongest agreement: greys below the middle, the group's colour above it. */
function fills(count: number, pen: Pen, colour: string): string[] {
  const { surface, text } = pen.colours;
  const half = Math.floor(count / 2);
  const strength = (step: number): number => (half <= 1 ? 0.9 : 0.35 + (0.55 * step) / (half - 1));
  return Array.from({ length: count }, (_, index) => {
    if (count % 2 === 1 && index === half) return tint(text, surface, 0.12);
    if (index < half) return tint(text, surface, strength(half - 1 - index) * 0.75);
    return tint(colour, surface, strength(index - (count - half)));
  });
}

/** Bars of the answers to each statement, parted at the middle or plain (method.md §5); percentages as text, silence beside. */
export function likertChart(
  ctx: CanvasRenderingContext2D,
  results: Results,
  options: DrawOptions,
  width: number,
): Picture {
  const { locale } = options;
  const words = wordsOf(locale);
  const own = answersWords[locale];
  const plain = options.bars === 'plain';
  const narrow = width < NARROW;
  const pen = penOf(options, narrow);
  const { colours, font, bold, lineHeight } = pen;
  const blocks = answersModel(results, itemsOf(results, options), options);
  const groups = groupsOf(results, options.group);

  const laneName = ({ group, wave }: AnswersLane): string => words.mark(words.groups[group], words.waves[wave]);
  const names = blocks.flatMap(({ lanes }) => lanes.map(laneName));
  const silenceText = ({ dontKnow, notSaid }: AnswersLane): string => {
    const said = [dontKnow, notSaid].map((rate) => shareOf(rate));
    const [unknown, unsaid] = said;
    if (narrow && unknown !== undefined && unsaid !== undefined) {
      return own.silentTogether(own.percent(unknown + unsaid));
    }
    if (said.every((share) => share === undefined)) return '';
    return own.silent(...(said.map((share) => (share === undefined ? '–' : own.percent(share))) as [string, string]));
  };
  const nameWidth = narrow ? 0 : Math.ceil(Math.max(0, ...names.map((text) => widthOf(ctx, text, font)))) + 12;
  const silences = blocks.flatMap(({ lanes }) => lanes.map(silenceText));
  const silenceWidth = narrow ? 0 : Math.ceil(Math.max(0, ...silences.map((text) => widthOf(ctx, text, font)))) + 14;
  const laneHeight = narrow ? lineHeight + THICK + 8 : THICK + 7;

  const legend = legendRows(ctx, results, blocks, groups, pen, width, locale);
  const wordings = blocks.map(({ id }) => {
    const texts = groups.map((group) => wordingOf(results, id, group, locale));
    const alike = new Set(texts).size < 2;
    return (alike ? texts.slice(0, 1) : texts).flatMap((text, index) => {
      const colour = alike ? colours.text : pen.of(groups[index]!);
      return wrap(ctx, text, bold, width - 4).map((row) => ({ text: row, colour }));
    });
  });
  const head = legend.height + 14;
  const tops: number[] = [];
  let bottom = head;
  for (const [index, { lanes }] of blocks.entries()) {
    tops.push(bottom);
    bottom += wordings[index]!.length * lineHeight + 10 + lanes.length * laneHeight + 14;
  }
  const laneY = (block: number, lane: number): number =>
    tops[block]! +
    wordings[block]!.length * lineHeight +
    10 +
    lane * laneHeight +
    (narrow ? lineHeight : 0) +
    THICK / 2;

  // Both sides and the column of the middle share one scale, so that lengths can be compared.
  const drawn = blocks.flatMap(({ lanes }) => lanes.flatMap(({ shares }) => (isShares(shares) ? [shares] : [])));
  const sum = (shares: readonly number[]): number => shares.reduce((total, share) => total + share, 0);
  const sides = (shares: readonly number[]): { low: number; middle: number; high: number } => {
    const half = Math.floor(shares.length / 2);
    return {
      low: sum(shares.slice(0, half)),
      middle: shares.length % 2 ? shares[half]! : 0,
      high: sum(shares.slice(shares.length - half)),
    };
  };
  const most = (side: 'low' | 'middle' | 'high'): number =>
    Math.max(0.1, ...drawn.map((shares) => sides(shares)[side]));
  const room = width - nameWidth - silenceWidth;
  const column = 18;
  const unit = plain ? room : (room - column) / (most('low') + most('high') + most('middle'));
  const zero = nameWidth + most('low') * unit;
  const middleAt = zero + most('high') * unit + column;

  // Hundreds of bars have few different figures and fills.
  const percentWidth = remembered((text) => widthOf(ctx, text, font));
  const ink = remembered((fill) => inkOn(fill, colours.text, colours.surface));
  const inksOf = remembered((key) => fills(Number(key.split(' ')[0]), pen, key.slice(key.indexOf(' ') + 1)));
  const bars: SheetBar[] = [];
  const spots: Spot[] = [];
  const figures: { text: string; x: number; y: number; colour: string }[] = [];
  for (const [block, { id, options: values, lanes }] of blocks.entries()) {
    for (const [lane, each] of lanes.entries()) {
      if (!isShares(each.shares)) continue;
      const { shares, group } = each;
      const y = laneY(block, lane);
      const inks = inksOf(`${shares.length} ${pen.of(group)}`);
      const labels = each.grouped
        ? SIDES.map((side) => own.sides[side])
        : optionLabels(results, id, values, group, locale);
      const half = Math.floor(shares.length / 2);
      let from = plain ? nameWidth : zero - sides(shares).low * unit;
      for (const [index, share] of shares.entries()) {
        const middle = !plain && shares.length % 2 === 1 && index === half;
        const start = middle ? middleAt : from;
        const end = start + share * unit;
        if (!middle) from = end;
        if (share <= 0) continue;
        const fill = inks[index]!;
        bars.push({ from: start, to: end, y, thick: THICK, fill, edge: colours.surface });
        const text = own.percent(share);
        if (percentWidth(text) + 6 <= end - start) {
          figures.push({ text, x: (start + end) / 2, y, colour: ink(fill) });
        }
        const said = `${laneName(each)} · ${labels[index] ?? ''}: ${text}`;
        spots.push({ left: start, right: end, top: y - laneHeight / 2, bottom: y + laneHeight / 2, text: said });
      }
    }
  }

  const under = (): void => {
    for (const [block, { lanes }] of blocks.entries()) {
      for (const [lane, each] of lanes.entries()) {
        if (isShares(each.shares)) continue;
        const y = laneY(block, lane);
        const box = { left: nameWidth, right: width - silenceWidth, top: y - THICK / 2, bottom: y + THICK / 2 };
        if (!('almostAll' in each.shares)) hatch(ctx, box, colours.rule);
        const text = fitted(ctx, laneText(each, words, own), font, box.right - box.left - 8);
        const style = { font, colour: colours.text, halo: colours.surface, align: 'center' as const };
        write(ctx, text, { x: (box.left + box.right) / 2, y }, style);
      }
    }
  };

  const over = (): void => {
    legend.draw();
    for (const [block, { lanes }] of blocks.entries()) {
      const top = tops[block]!;
      line(ctx, { x: 0, y: top - 8 }, { x: width, y: top - 8 }, colours.rule, 1);
      for (const [at, { text, colour }] of wordings[block]!.entries()) {
        write(ctx, text, { x: 0, y: top + (at + 0.5) * lineHeight }, { font: bold, colour });
      }
      for (const [lane, each] of lanes.entries()) {
        const y = laneY(block, lane);
        const level = narrow ? y - THICK / 2 - lineHeight / 2 : y;
        write(ctx, laneName(each), { x: 0, y: level }, { font, colour: pen.of(each.group) });
        const from = narrow ? widthOf(ctx, laneName(each), font) + 10 : 0;
        const silent = narrow ? fitted(ctx, silenceText(each), font, width - from) : silenceText(each);
        if (silent) write(ctx, silent, { x: width, y: level }, { font, colour: colours.soft, align: 'right' });
      }
      // The line of the middle stands only where there are bars: it would cut the words of a hidden lane.
      for (const [lane, { shares }] of plain ? [] : lanes.entries()) {
        if (!isShares(shares)) continue;
        const y = laneY(block, lane);
        const half = (narrow ? THICK : laneHeight) / 2;
        for (const x of [zero, middleAt]) line(ctx, { x, y: y - half }, { x, y: y + half }, colours.text, 1.5);
      }
    }
    writeAll(ctx, figures, font, 'center');
  };

  const box = { left: 0, right: width, top: 0, bottom };
  return sheetPicture({ width, height: bottom, box, bars, isFlat: true, under, over, spots }, options, pen);
}

/** The answers by name, each with its swatch in the colour of every group. */
function legendRows(
  ctx: CanvasRenderingContext2D,
  results: Results,
  blocks: readonly AnswersBlock[],
  groups: ReturnType<typeof groupsOf>,
  pen: Pen,
  width: number,
  locale: DrawOptions['locale'],
): { height: number; draw: () => void } {
  const { font, lineHeight, colours } = pen;
  const block = blocks.find(({ options }) => options.length > 0);
  if (!block) return { height: 0, draw: () => undefined };
  const single = blocks.some(({ lanes }) => lanes.some(({ shares, grouped }) => isShares(shares) && !grouped));
  const labels = single
    ? optionLabels(results, block.id, block.options, groups[0] ?? 'resident', locale)
    : SIDES.map((side) => answersWords[locale].sides[side]);
  const swatch = 14;
  let [x, row] = [0, 0];
  const places = labels.map((label) => {
    const size = swatch * groups.length + 6 + widthOf(ctx, label, font);
    if (x > 0 && x + size > width) [x, row] = [0, row + 1];
    const place = { label, x, y: row * (lineHeight + 4) + lineHeight / 2 + 2 };
    x += size + 18;
    return place;
  });
  return {
    height: (row + 1) * (lineHeight + 4),
    draw: () => {
      for (const [index, { label, x: left, y }] of places.entries()) {
        for (const [at, group] of groups.entries()) {
          ctx.fillStyle = fills(labels.length, pen, pen.of(group))[index]!;
          ctx.fillRect(left + at * swatch, y - 7, swatch - 1, 14);
        }
        write(ctx, label, { x: left + swatch * groups.length + 5, y }, { font, colour: colours.text });
      }
    },
  };
}
