import type { LinkedPair } from '../link/match.js';
import { partiallyOverlappingT } from '../stats/partially-overlapping-t.js';
import { scaleEstimate, type ChangeEstimate } from '../stats/t-estimate.js';
import { tally, tallyPairs, type PairTally, type Tally } from '../stats/tally.js';
import type { Undefined } from '../stats/why.js';
import type { Column } from './columns.js';
import { change, level, tierOf, type Overlap } from './disclosure.js';
import type { Hidden, Level, Pair } from './types.js';

/**
 * A score at two waves, counted by its keys: integers for scales, so that equal answers are equal and sums are exact. Results are brought to
 * points at the end, by `denominator` (points = 100·key/denominator).
 */
export interface Comparison {
  readonly id: string;
  readonly denominator: number;
  readonly baseline: Tally;
  readonly endline: Tally;
  readonly pairs: PairTally;
  readonly overlap: Overlap;
}

/** Counts a column. `include` leaves out sheets (by wave and position). */
export function compare(
  column: Column,
  pairs: readonly LinkedPair[],
  include?: { readonly baseline: (i: number) => boolean; readonly endline: (i: number) => boolean },
): Comparison {
  const { baseline, endline } = include
    ? {
        baseline: column.baseline.map((key, i) => (include.baseline(i) ? key : NaN)),
        endline: column.endline.map((key, i) => (include.endline(i) ? key : NaN)),
      }
    : column;
  const first = new Float64Array(pairs.length);
  const second = new Float64Array(pairs.length);
  pairs.forEach((pair, i) => {
    first[i] = baseline[pair.baseline] as number;
    second[i] = endline[pair.endline] as number;
  });
  const [before, after, both] = [tally(baseline), tally(endline), tallyPairs(first, second)];
  return {
    id: column.id,
    denominator: column.denominator,
    baseline: before,
    endline: after,
    pairs: both,
    overlap: { onlyBaseline: before.n - both.n, onlyEndline: after.n - both.n, linked: both.n },
  };
}

/** Points per key. */
export function unitOf({ denominator }: { readonly denominator: number }): number {
  return 100 / denominator;
}

/** Counts of a comparison as a Change carries them. */
export function counts({ baseline, endline, pairs }: Comparison): {
  baseline: number;
  endline: number;
  linked: number;
} {
  return { baseline: baseline.n, endline: endline.n, linked: pairs.n };
}

/** The headline of method.md §3.7 in points, before disclosure control. Pairs below the smallest cell do not lend their correlation. */
export function headline(comparison: Comparison, k: number): ChangeEstimate | Undefined {
  const { baseline, endline, pairs } = comparison;
  return scaleEstimate(partiallyOverlappingT(baseline, endline, pairs, k), unitOf(comparison));
}

/** Two waves and the headline change between them, at their tiers. */
export function levelsAndChange(comparison: Comparison, k: number): Pair<Level | Hidden> {
  const { baseline, endline } = comparison;
  return {
    baseline: level(baseline, k, unitOf(comparison)),
    endline: level(endline, k, unitOf(comparison)),
    change: change(() => headline(comparison, k), tierOf([baseline.n, endline.n], k), counts(comparison)),
  };
}
