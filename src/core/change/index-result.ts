import { isUndefined, TIE } from '../stats/why.js';
import type { ChangeEstimate } from '../stats/t-estimate.js';
import { clustersOf } from './clusters.js';
import type { Column, GroupColumns } from './columns.js';
import {
  compareRanked,
  headline,
  levelsAndChange,
  rankColumn,
  type Comparison,
  type RankedColumn,
} from './comparison.js';
import { collapse, FEW, notComputable, suppressed } from './disclosure.js';
import { histogramOf } from './histogram.js';
import { indexColumn, meanWithin, patternsOf } from './index-cells.js';
import { withLaw } from './law.js';
import { boundsOf, dirichlet, exactOnly, leaveOneOut, withoutStraightLiners, type Patterns } from './sensitivity.js';
import { isHidden, type Hidden, type IndexResult, type Settings, type Shown } from './types.js';
import { verdictOf } from './verdict.js';

/** The index of a group and what the joint index needs of it. */
export interface IndexOutcome {
  readonly result: IndexResult | Hidden;
  /** The headline, present when the index may be shown. */
  readonly estimate?: ChangeEstimate;
  readonly n?: { readonly baseline: number; readonly endline: number; readonly linked: number };
  /** Everybody's index and how it was counted, for further runs; present when the index may be shown. */
  readonly counted?: { readonly column: Column; readonly ranked: RankedColumn; readonly comparison: Comparison };
}

/**
 * The Canyu Change Index of one group: mean Q at endline minus at baseline (method.md §3.21; results-paths rules 15–18). `scales` are the
 * columns of the index scales, `comparisons` the same scales counted, `stream` the group's name.
 */
export function* indexOutcome(
  columns: GroupColumns,
  scales: readonly Column[],
  comparisons: readonly Comparison[],
  settings: Settings,
  stream: string,
): Generator<void, IndexOutcome> {
  const k = settings.minimumCell;
  if (scales.length === 0) return { result: notComputable('not-computable') };
  const weights = scales.map((scale) => settings.weights[scale.id] ?? 0);
  const column = indexColumn('index', scales, weights);
  yield;
  const ranked = rankColumn(column);
  yield;
  const comparison = compareRanked(ranked, columns.links.used);
  yield;
  const smallest = Math.min(comparison.baseline.n, comparison.endline.n);
  if (smallest < k) return { result: suppressed('n<5') };
  if (smallest < FEW) return { result: notComputable('n<10') };
  const estimate = headline(comparison, k);
  if (isUndefined(estimate)) return { result: notComputable(estimate.why) };

  const clusters = clustersOf(column, columns, estimate);
  yield;
  const baseline = patternsOf(scales, 'baseline');
  yield;
  const patterns: Patterns = { baseline, endline: patternsOf(scales, 'endline') };
  yield;
  const { low, high } = clusters.low === undefined ? estimate : clusters;
  const verdict =
    typeof low === 'number' && typeof high === 'number'
      ? verdictOf(low, high, settings.relevance)
      : notComputable('zero-variance');
  const straight = withoutStraightLiners(ranked, columns, comparison, k);
  yield;
  const exact = exactOnly(ranked, columns, comparison, k);
  yield;
  return {
    estimate,
    counted: { column, ranked, comparison },
    n: { baseline: comparison.baseline.n, endline: comparison.endline.n, linked: comparison.pairs.n },
    result: {
      ...withLaw(levelsAndChange(comparison, k), comparison, k),
      verdict,
      contributions: contributionsOf(patterns, scales, weights, estimate.estimate, k),
      sensitivity: {
        leaveOneOut: leaveOneOut(patterns, weights, k),
        ...boundsOf(comparisons, k),
        dirichlet: yield* dirichlet(patterns, scales.length, estimate.estimate, settings.seed, stream),
        exactOnly: exact,
        withoutStraightLiners: straight,
      },
      clusters,
      histogram: collapse({
        baseline: histogramOf(comparison.baseline, k),
        endline: histogramOf(comparison.endline, k),
      }),
    },
  };
}

/**
 * What each scale adds to the index, and `missing`, the remainder that comes from answers not given (rule 16). A scale that fewer than k
 * people of a wave answered is suppressed, and then the remainder with it, from which it could be worked out.
 */
function contributionsOf(
  patterns: Patterns,
  scales: readonly Column[],
  weights: readonly number[],
  estimate: number,
  k: number,
): Readonly<Record<string, Shown>> {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const contributions: Record<string, Shown> = {};
  let missing: Shown = estimate;
  scales.forEach(({ id }, s) => {
    const weight = (weights[s] as number) / whole;
    const before = meanWithin(patterns.baseline, weights, s);
    const after = meanWithin(patterns.endline, weights, s);
    const few = [before.n, after.n].some((n) => n > 0 && n < k);
    if (weight === 0) contributions[id] = 0;
    else if (few) {
      contributions[id] = suppressed('n<5');
      missing = suppressed('complement');
    } else if (before.n === 0 || after.n === 0) {
      contributions[id] = notComputable('n<2');
      if (!isHidden(missing)) missing = notComputable('not-computable');
    } else {
      const own = weight * (after.mean - before.mean);
      contributions[id] = own;
      if (!isHidden(missing)) missing -= own;
    }
  });
  // Nothing is missing: what is left is rounding.
  if (!isHidden(missing) && Math.abs(missing) < TIE) missing = 0;
  return { ...contributions, missing };
}
