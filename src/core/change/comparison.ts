import type { LinkedPair } from '../link/match.js';
import { partiallyOverlappingT } from '../stats/partially-overlapping-t.js';
import { scaleEstimate, type ChangeEstimate } from '../stats/t-estimate.js';
import { rank, tallyRankPairs, tallyRanks, type PairTally, type Ranked, type Tally } from '../stats/tally.js';
import type { Undefined } from '../stats/why.js';
import type { Column, WaveName } from './columns.js';
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

/** A column whose values are ranked, so that it can be counted more than once. */
export interface RankedColumn {
  readonly id: string;
  readonly denominator: number;
  readonly baseline: Ranked;
  readonly endline: Ranked;
}

/** Ranks both waves of a column. */
export function rankColumn({ id, denominator, baseline, endline }: Column): RankedColumn {
  return { id, denominator, baseline: rank(baseline), endline: rank(endline) };
}

/** Counts a column. */
export function compare(column: Column, pairs: readonly LinkedPair[]): Comparison {
  return compareRanked(rankColumn(column), pairs);
}

/** Counts a ranked column. `leftOut` marks sheets, by wave and position, that are not counted. */
export function compareRanked(
  { id, denominator, baseline, endline }: RankedColumn,
  pairs: readonly LinkedPair[],
  leftOut?: Readonly<Record<WaveName, Uint8Array>>,
): Comparison {
  const left = new Int32Array(pairs.length);
  const right = new Int32Array(pairs.length);
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i] as LinkedPair;
    const out = leftOut && (leftOut.baseline[pair.baseline] !== 0 || leftOut.endline[pair.endline] !== 0);
    left[i] = out ? -1 : (baseline.ranks[pair.baseline] as number);
    right[i] = endline.ranks[pair.endline] as number;
  }
  const before = tallyRanks(baseline, leftOut?.baseline);
  const after = tallyRanks(endline, leftOut?.endline);
  const both = tallyRankPairs(baseline.values, left, endline.values, right);
  return {
    id,
    denominator,
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
