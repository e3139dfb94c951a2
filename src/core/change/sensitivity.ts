import { log } from '../stats/elementary.js';
import { quantile } from '../stats/quantile.js';
import { createRandom } from '../stats/random.js';
import { isUndefined } from '../stats/why.js';
import { LESS_IS_BETTER } from '../scoring/person-index.js';
import { WAVES, type GroupColumns } from './columns.js';
import { compareRanked, counts, headline, type Comparison, type RankedColumn } from './comparison.js';
import { change, notComputable, strongest, suppressed, tierOf } from './disclosure.js';
import { meanIndex, type Pattern } from './index-cells.js';
import { isHidden, type Change, type Hidden, type Range } from './types.js';

/** Draws of weights (method.md §3.21). */
const WEIGHT_DRAWS = 1000;

/** The patterns of both waves. */
export interface Patterns {
  readonly baseline: readonly Pattern[];
  readonly endline: readonly Pattern[];
}

/** Range of the index when one scale is left out, over the six scales (rule 17); a run that cannot be shown hides the range. */
export function leaveOneOut(patterns: Patterns, weights: readonly number[], k: number): Range | Hidden {
  const estimates: number[] = [];
  for (let left = 0; left < weights.length; left++) {
    const rest = weights.map((weight, s) => (s === left ? 0 : weight));
    if (!rest.some((weight) => weight > 0)) continue;
    // A pattern may have no answered weight among the rest, but never an answered scale that is left out.
    const before = meanIndex(patterns.baseline, rest);
    const after = meanIndex(patterns.endline, rest);
    const tier = tierOf([before.n, after.n], k);
    if (isHidden(tier)) return tier;
    estimates.push(after.mean - before.mean);
  }
  if (estimates.length === 0) return notComputable('not-computable');
  return { low: Math.min(...estimates), high: Math.max(...estimates) };
}

/** Least and greatest of the six scales' headline changes, CJ negated, and whether all point the same way (rule 17). */
export function boundsOf(
  scales: readonly Comparison[],
  k: number,
): { readonly bounds: Range | Hidden; readonly signRobust: boolean | Hidden } {
  const estimates: number[] = [];
  const hidden: Hidden[] = [];
  for (const scale of scales) {
    const tier = tierOf([scale.baseline.n, scale.endline.n], k);
    const estimate = headline(scale, k);
    if (isHidden(tier)) hidden.push(tier);
    else if (isUndefined(estimate)) hidden.push(notComputable(estimate.why));
    else estimates.push(LESS_IS_BETTER.has(scale.id) ? -estimate.estimate : estimate.estimate);
  }
  if (hidden.length > 0) return { bounds: strongest(hidden), signRobust: strongest(hidden) };
  return {
    bounds: { low: Math.min(...estimates), high: Math.max(...estimates) },
    signRobust: estimates.every((estimate) => estimate > 0) || estimates.every((estimate) => estimate < 0),
  };
}

/**
 * The index under 1000 draws of weights from Dirichlet(1, …, 1): 5–95 % range (type 7) and the share of draws with the sign of the index
 * (method.md §3.21). A draw in which a wave has nobody is left out.
 */
export function* dirichlet(
  patterns: Patterns,
  scales: number,
  estimate: number,
  seed: number,
  stream: string,
): Generator<void, (Range & { readonly sameSign: number }) | Hidden> {
  const random = createRandom(seed, `dirichlet|${stream}`);
  const draws: number[] = [];
  for (let draw = 0; draw < WEIGHT_DRAWS; draw++) {
    // Exponential variables with sum 1 after normalisation; the index needs no normalisation.
    const weights = Array.from({ length: scales }, () => -log(random.uniform()));
    const value = meanIndex(patterns.endline, weights).mean - meanIndex(patterns.baseline, weights).mean;
    if (value === value) draws.push(value);
    if (draw % 100 === 99) yield;
  }
  if (draws.length === 0) return notComputable('not-computable');
  const sorted = Float64Array.from(draws).sort();
  return {
    low: quantile(sorted, 0.05),
    high: quantile(sorted, 0.95),
    sameSign: draws.filter((value) => Math.sign(value) === Math.sign(estimate)).length / draws.length,
  };
}

/**
 * The index with exact links only (method.md §3.5: always beside the headline), unless this would tell about the one to four people who
 * are linked otherwise (method.md §3.13, differencing). `all` is the index as it is.
 */
export function exactOnly(index: RankedColumn, { links }: GroupColumns, all: Comparison, k: number): Change | Hidden {
  if (links.used === links.exact) return changeOf(all, k);
  const exact = compareRanked(index, links.exact);
  const oneOff = all.pairs.n - exact.pairs.n;
  return oneOff > 0 && oneOff < k ? suppressed('complement') : changeOf(exact, k);
}

/**
 * The index without sheets that give one answer throughout (method.md §3.20). Where leaving them out would tell about one to four people,
 * it is not shown (method.md §3.13, differencing). `all` is the index as it is.
 */
export function withoutStraightLiners(
  index: RankedColumn,
  { straight, links }: GroupColumns,
  all: Comparison,
  k: number,
): Change | Hidden {
  const none = WAVES.every((wave) => !straight[wave].includes(1));
  const comparison = none ? all : compareRanked(index, links.used, straight);
  const removed = [
    all.baseline.n - comparison.baseline.n,
    all.endline.n - comparison.endline.n,
    all.pairs.n - comparison.pairs.n,
  ];
  if (removed.some((n) => n > 0 && n < k)) return suppressed('complement');
  return changeOf(comparison, k);
}

function changeOf(comparison: Comparison, k: number): Change | Hidden {
  return change(
    () => headline(comparison, k),
    tierOf([comparison.baseline.n, comparison.endline.n], k),
    counts(comparison),
  );
}
