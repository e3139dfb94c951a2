import { isHidden, type Hidden, type Rate, type Results } from '../../core/change/types.js';
import { known } from '../../core/describe/format.js';
import type { Group } from '../../core/text.js';
import { hiddenText, type ChartTable } from '../chart-table.js';
import { hatch, line, widthOf, wrap, write } from '../ink.js';
import type { KindOptions } from '../kind.js';
import type { Picture, Spot } from '../picture.js';
import { groupsOf } from '../plane-model.js';
import { fitted, penOf, sheetPicture, type SheetBar } from '../sheet.js';
import type { DrawOptions } from '../types.js';
import { wordsOf, type ChartWords } from '../words.js';
import { answersModel, bySides, isShares, optionLabels, SIDES, type AnswersLane } from './model.js';
import { answersWords, type AnswersWords } from './words.js';

const NARROW = 600;
const THICK = 17;
/** Rungs from this one up are above the canyu line (method.md §2.4). */
const LINE = 4;
const RUNGS = [0, 1, 2, 3, 4, 5, 6];

interface LadderBlock {
  readonly group: Group;
  /** From the lowest up. */
  readonly rungs: readonly string[];
  /** The first of them above the canyu line. */
  readonly line: number;
  readonly lanes: readonly AnswersLane[];
  readonly share: Readonly<Record<'baseline' | 'endline', Rate | Hidden | undefined>>;
}

/** The ladder of each group: who chose which rung, and the share above the line. */
export function ladderModel(results: Results, options: KindOptions): LadderBlock[] {
  return groupsOf(results, options.group).map((group) => {
    const [block] = answersModel(results, ['LD'], { ...options, group });
    const ladder = results.groups[group]?.ladder;
    const share = ladder === undefined || isHidden(ladder) ? ladder : ladder.share;
    const rates = share === undefined || isHidden(share) ? { baseline: share, endline: share } : share;
    const { options: values, lanes } = block!;
    // Both waves in the same parts: where one has only the two sides and the middle, so has the other.
    const grouped = lanes.some((lane) => lane.grouped);
    const named = values.length > 0 ? values : RUNGS;
    const labels = optionLabels(results, 'LD', named, group, options.locale);
    return {
      group,
      rungs: grouped
        ? SIDES.map((side) => answersWords[options.locale].rungs[side])
        : named.map((value, index) =>
            labels[index] === String(value) ? labels[index] : `${value} ${labels[index] ?? ''}`,
          ),
      line: grouped ? SIDES.length - 1 : named.indexOf(LINE),
      lanes: grouped ? lanes.map(bySides) : lanes,
      share: { baseline: rates.baseline, endline: rates.endline },
    };
  });
}

/** True when there is a rung or a share to show. */
export function hasLadder(results: Results, options: KindOptions): boolean {
  return ladderModel(results, options).some(({ lanes }) => lanes.some(({ shares }) => isShares(shares)));
}

function shareText(rate: Rate | Hidden | undefined, words: ChartWords, own: AnswersWords): string {
  if (rate === undefined) return words.notShown;
  if (isHidden(rate)) return hiddenText(rate, words);
  const [share, low, high] = [known(rate.estimate), known(rate.low), known(rate.high)];
  if (share === undefined) return isHidden(rate.estimate) ? hiddenText(rate.estimate, words) : words.notShown;
  return low === undefined || high === undefined
    ? own.percent(share)
    : own.interval(own.percent(share), own.percent(low), own.percent(high));
}

/** Every figure of the ladder. */
export function ladderTable(results: Results, options: KindOptions): ChartTable {
  const { locale } = options;
  const words = wordsOf(locale);
  const own = answersWords[locale];
  return {
    caption: own.ladderCaption,
    head: [words.table.group, own.rung, words.waves.baseline, words.waves.endline],
    headings: 2,
    rows: ladderModel(results, options).flatMap(({ group, rungs: names, lanes, share }) => {
      const cell = ({ shares }: AnswersLane, index: number): string => {
        if (isShares(shares)) return shares[index] === undefined ? '–' : own.percent(shares[index]);
        return 'almostAll' in shares ? own.almostAll[shares.almostAll] : hiddenText(shares, words);
      };
      const rungs = names.map((name, index) => [words.groups[group], name, ...lanes.map((lane) => cell(lane, index))]);
      return [
        ...rungs.reverse(),
        [
          words.groups[group],
          own.shareName,
          shareText(share.baseline, words, own),
          shareText(share.endline, words, own),
        ],
        [
          words.groups[group],
          own.answered,
          ...lanes.map(({ n, shares }) =>
            n !== undefined ? String(n) : isHidden(shares) ? hiddenText(shares, words) : '–',
          ),
        ],
      ];
    }),
  };
}

/** The ladder, rung 6 on top as Arnstein drew it, before hollow and after filled, with the canyu line under rung 4. */
export function ladderChart(
  ctx: CanvasRenderingContext2D,
  results: Results,
  options: DrawOptions,
  width: number,
): Picture {
  const { locale } = options;
  const words = wordsOf(locale);
  const own = answersWords[locale];
  const narrow = width < NARROW;
  const pen = penOf(options, narrow);
  const { colours, font, bold, lineHeight } = pen;
  const blocks = ladderModel(results, options);

  const nameWidth = narrow ? 0 : Math.round(width * 0.42);
  const figure = Math.ceil(widthOf(ctx, own.percent(1), font)) + 10;
  const most = Math.max(
    0.1,
    ...blocks.flatMap(({ lanes }) => lanes.flatMap(({ shares }) => (isShares(shares) ? [...shares] : []))),
  );
  const at = (share: number): number => nameWidth + (share / most) * (width - nameWidth - figure);

  const bars: SheetBar[] = [];
  const spots: Spot[] = [];
  const draws: (() => void)[] = [];
  let y = 0;
  for (const { group, rungs, line: above, lanes, share } of blocks) {
    const colour = pen.of(group);
    const who = words.groups[group];
    if (y > 0) {
      const rule = y;
      draws.push(() => line(ctx, { x: 0, y: rule }, { x: width, y: rule }, colours.rule, 1));
      y += 10;
    }
    const shares = own.share(shareText(share.baseline, words, own), shareText(share.endline, words, own));
    for (const [index, text] of [who, ...wrap(ctx, shares, font, width)].entries()) {
      const level = y + lineHeight / 2;
      draws.push(() =>
        write(ctx, text, { x: 0, y: level }, { font: index ? font : bold, colour: index ? colours.text : colour }),
      );
      y += lineHeight;
    }
    y += 8;
    const hiddenLanes = lanes.filter(({ shares: answers }) => !isShares(answers));
    for (const lane of hiddenLanes) {
      const { shares: none } = lane;
      const reason = isShares(none)
        ? ''
        : 'almostAll' in none
          ? own.almostAll[none.almostAll]
          : hiddenText(none, words);
      const text = words.absent(words.waves[lane.wave], reason);
      const level = y + lineHeight / 2 + 2;
      draws.push(() => {
        hatch(ctx, { left: 0, right: 26, top: level - 8, bottom: level + 8 }, colours.control);
        write(ctx, fitted(ctx, text, font, width - 34), { x: 34, y: level }, { font, colour: colours.text });
      });
      y += lineHeight + 4;
    }
    if (hiddenLanes.length === lanes.length) {
      y += 8;
      continue;
    }
    for (const [index, name] of [...rungs.entries()].reverse()) {
      const label = wrap(ctx, name, font, (narrow ? width : nameWidth) - 14);
      const barRoom = 2 * THICK + 6;
      const tall = narrow ? label.length * lineHeight + barRoom : Math.max(label.length * lineHeight, barRoom);
      const middle = y + (narrow ? label.length * lineHeight + barRoom / 2 : tall / 2);
      const first = narrow ? y + lineHeight / 2 : middle - ((label.length - 1) * lineHeight) / 2;
      draws.push(() => {
        for (const [row, text] of label.entries()) {
          write(ctx, text, { x: 0, y: first + row * lineHeight }, { font, colour: colours.text });
        }
      });
      for (const [lane, each] of lanes.entries()) {
        const one = isShares(each.shares) ? each.shares[index] : undefined;
        if (one === undefined) continue;
        const level = middle + (lane ? 1 : -1) * (THICK / 2 + 1);
        const hollow = each.wave === 'baseline';
        if (one > 0)
          bars.push({
            from: nameWidth,
            to: at(one),
            y: level,
            thick: THICK,
            fill: hollow ? colours.surface : colour,
            edge: colour,
          });
        const text = own.percent(one);
        draws.push(() => write(ctx, text, { x: at(one) + 6, y: level }, { font: hollow ? font : bold, colour }));
        const said = `${words.mark(who, words.waves[each.wave])} · ${name}: ${text}`;
        spots.push({ left: nameWidth, right: width, top: level - THICK / 2, bottom: level + THICK / 2, text: said });
      }
      y += tall + 10;
      if (index === above) {
        const level = y + lineHeight / 2;
        draws.push(() => {
          const text = widthOf(ctx, own.line, bold) + 40 <= width ? own.line : own.shortLine;
          const size = widthOf(ctx, text, bold);
          line(ctx, { x: 0, y: level }, { x: width - size - 8, y: level }, colours.text, 2, [8, 5]);
          write(ctx, text, { x: width, y: level }, { font: bold, colour: colours.text, align: 'right' });
        });
        y += lineHeight + 10;
      }
    }
    y += 8;
  }

  const box = { left: 0, right: width, top: 0, bottom: y };
  const over = (): void => {
    for (const draw of draws) draw();
  };
  return sheetPicture({ width, height: y, box, bars, over, spots }, options, pen);
}
