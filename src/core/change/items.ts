import type { LinkedPair } from '../link/match.js';
import type { ScoredItem } from '../scoring/answer.js';
import type { PairTally, Tally } from '../stats/tally.js';
import { levelsAndChange, type Comparison } from './comparison.js';
import { collapse, FEW, notComputable, rate, SOME, suppressed } from './disclosure.js';
import { countItem, type ItemCounts, type ItemTable } from './item-table.js';
import {
  isHidden,
  type Hidden,
  type ItemAnswers,
  type ItemResult,
  type ItemSide,
  type Level,
  type Pair,
} from './types.js';

/**
 * What people said, item by item (method.md §3.13.4, §5 Likert bars; formative scales are reported by their parts): answers from ten people
 * on, shares of "don't know" and "prefer not to say", and the mean in points with its change. Items that nobody of the group met are not
 * listed.
 */
export function* itemResults(
  table: ItemTable,
  pairs: readonly LinkedPair[],
  k: number,
): Generator<void, Readonly<Record<string, ItemResult | Hidden>> | Hidden> {
  const results: Record<string, ItemResult | Hidden> = {};
  const linked = {
    first: Int32Array.from(pairs, ({ baseline }) => baseline),
    second: Int32Array.from(pairs, ({ endline }) => endline),
  };
  for (const item of table.items) {
    const [baseline, endline] = [countItem(table, item.at, 'baseline'), countItem(table, item.at, 'endline')];
    yield;
    if ([baseline, endline].every(({ n, dontKnow, notSaid }) => n + dontKnow + notSaid === 0)) continue;
    const before = answersOf(item, baseline, k);
    const after = answersOf(item, endline, k);
    results[item.id] = collapse({
      options: item.options,
      baseline: before,
      endline: after,
      score: scoreOf(levelsAndChange(comparisonOf(table, item, baseline, endline, linked), k), before, after),
    });
    if (isHidden(before) && isHidden(after)) results[item.id] = before;
    yield;
  }
  return Object.keys(results).length > 0 ? collapse(results) : notComputable('n<2');
}

/** One wave. Fewer than ten: nothing. Fewer than twenty on one side of the scale: which side, and no more ("almost all"). */
function answersOf(
  { options }: ScoredItem,
  { n, counts, dontKnow, notSaid }: ItemCounts,
  k: number,
): ItemAnswers | Hidden {
  if (n > 0 && n < k) return suppressed('n<5');
  if (n === 0) return notComputable('n<2');
  if (n < FEW) return suppressed('n<10');
  const asked = n + dontKnow + notSaid;
  const sides = sidesOf(options, counts);
  const only = n < SOME ? (['low', 'middle', 'high'] as const).find((side) => sides[side] === n) : undefined;
  const few = suppressed('n<20');
  return {
    n,
    counts: only ? few : counts,
    sides: only ? few : sides,
    ...(only && { almostAll: only }),
    dontKnow: rate(dontKnow, asked, k),
    notSaid: rate(notSaid, asked, k),
  };
}

/** How many chose an answer below, at and above the middle of the scale. */
function sidesOf(options: readonly number[], counts: readonly number[]): Record<ItemSide, number> {
  const middle = ((options[0] ?? 0) + (options[options.length - 1] ?? 0)) / 2;
  const sides = { low: 0, middle: 0, high: 0 };
  options.forEach((value, i) => {
    sides[value < middle ? 'low' : value > middle ? 'high' : 'middle'] += counts[i] as number;
  });
  return sides;
}

/** The mean goes with the answers: few whole answers can be told from their mean. */
function scoreOf(
  { baseline, endline, change }: Pair<Level | Hidden>,
  before: ItemAnswers | Hidden,
  after: ItemAnswers | Hidden,
): Pair<Level | Hidden> {
  const hiddenBy = (answers: ItemAnswers | Hidden): Hidden | undefined =>
    isHidden(answers) ? answers : answers.almostAll ? suppressed('n<20') : undefined;
  const [first, second] = [hiddenBy(before), hiddenBy(after)];
  return { baseline: first ?? baseline, endline: second ?? endline, change: first ?? second ?? change };
}

/** The sheets of linked people, by position in each wave. */
interface Linked {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

function comparisonOf(
  { cells }: ItemTable,
  item: ScoredItem,
  baseline: ItemCounts,
  endline: ItemCounts,
  linked: Linked,
): Comparison {
  const { options, min, max, reversed, at } = item;
  // Rising values: a reverse-keyed item is read from its other end.
  const values = (reversed ? [...options].reverse() : options).map((value) => (reversed ? max - value : value - min));
  const place = (code: number): number => (reversed ? options.length - 1 - code : code);
  const both = pairTally(values, jointCounts(cells, at, options.length, linked), place);
  const [one, two] = [waveTally(values, baseline, place), waveTally(values, endline, place)];
  return {
    id: item.id,
    denominator: max - min,
    baseline: one,
    endline: two,
    pairs: both,
    overlap: { onlyBaseline: one.n - both.n, onlyEndline: two.n - both.n, linked: both.n },
  };
}

/** How many linked people gave each pair of answers, by the codes of both. */
function jointCounts(cells: ItemTable['cells'], at: number, size: number, { first, second }: Linked): Float64Array {
  const [before, after] = [cells.baseline[at] as Int8Array, cells.endline[at] as Int8Array];
  const joint = new Float64Array(size * size);
  for (let i = 0; i < first.length; i++) {
    const [one, two] = [before[first[i] as number] as number, after[second[i] as number] as number];
    if (one >= 0 && two >= 0) joint[one * size + two]!++;
  }
  return joint;
}

function waveTally(values: readonly number[], { n, counts }: ItemCounts, place: (code: number) => number): Tally {
  const ordered = values.map((_, i) => counts[place(i)] as number);
  const occupied = values.map((_, i) => i).filter((i) => (ordered[i] as number) > 0);
  return {
    n,
    values: Float64Array.from(occupied, (i) => values[i] as number),
    counts: Float64Array.from(occupied, (i) => ordered[i] as number),
  };
}

function pairTally(values: readonly number[], joint: Float64Array, code: (place: number) => number): PairTally {
  const size = values.length;
  const count = (cell: number): number => joint[code(Math.floor(cell / size)) * size + code(cell % size)] as number;
  const occupied = Array.from(joint.keys()).filter((cell) => count(cell) > 0);
  return {
    n: joint.reduce((sum, own) => sum + own, 0),
    first: Float64Array.from(occupied, (cell) => values[Math.floor(cell / size)] as number),
    second: Float64Array.from(occupied, (cell) => values[cell % size] as number),
    counts: Float64Array.from(occupied, count),
  };
}
