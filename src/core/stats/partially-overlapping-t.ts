import { averageSd, hedgesG } from './hedges-g.js';
import { tEstimate, type ChangeEstimate } from './t-estimate.js';
import { t95 } from './t-distribution.js';
import { correlation, differences, margin, moments, without, type PairTally, type Tally } from './tally.js';
import { undefinedBecause, type Undefined } from './why.js';

/** Fewest linked pairs whose correlation is used (results-paths rule 11). */
export const FEWEST_PAIRS_FOR_R = 5;

/** SE² below this share of the unlinked SE² is rounding of 0. */
const ROUNDING = 1e-13;

/**
 * The change of a mean between two waves of which some people answered both: partially overlapping samples t with unequal variances
 * (Derrick, Russ, Toher & White 2017), method.md §3.7.
 *
 * `baseline` and `endline` hold all answers of a wave, `pairs` the linked ones among them. With n_a = n_b = 0 it is the paired t, with
 * n_c = 0 Welch's t, exactly. Edges: a wave with fewer than 2 answers: `n<2`. Fewer than `fewestPairs` pairs or a constant linked wave:
 * r := 0. Both waves constant: estimate and se = 0 stand, the rest `zero-variance`. g = J(df)·estimate/s_av (§3.8).
 */
export function partiallyOverlappingT(
  baseline: Tally,
  endline: Tally,
  pairs: PairTally,
  fewestPairs = FEWEST_PAIRS_FOR_R,
): ChangeEstimate | Undefined {
  const first = moments(baseline);
  const second = moments(endline);
  if (first.n < 2 || second.n < 2) return undefinedBecause('n<2');
  const linked = pairs.n;
  const unlinked = first.n + second.n - 2 * linked;
  const found = linked >= fewestPairs ? correlation(pairs) : NaN;
  const r = found === found ? found : 0;

  const estimate = second.mean - first.mean;
  const part1 = first.variance / first.n;
  const part2 = second.variance / second.n;
  const apart = part1 + part2;
  const shared = (2 * r * Math.sqrt(first.variance * second.variance) * linked) / (first.n * second.n);
  const variance = apart - shared > ROUNDING * apart ? apart - shared : 0;
  const se = Math.sqrt(variance);

  const gamma = (apart * apart) / ((part1 * part1) / (first.n - 1) + (part2 * part2) / (second.n - 1));
  const df = linked - 1 + ((gamma - linked + 1) / (unlinked + 2 * linked)) * unlinked;
  const g =
    se > 0
      ? hedgesG(estimate, se, t95(df), df, averageSd(first.variance, second.variance))
      : undefinedBecause('zero-variance');
  return { ...tEstimate(estimate, se, df), r, g };
}

/**
 * Linked people only: the paired t of the differences, with g_av (J(n-1), t interval; method.md §3.7, §3.8). Fewer than 2 pairs: `n<2`.
 * Everyone moved alike (s_d = 0): estimate and se = 0 stand, the rest `zero-variance`.
 */
export function pairedT(pairs: PairTally, fewestPairs = FEWEST_PAIRS_FOR_R): ChangeEstimate | Undefined {
  if (pairs.n < 2) return undefinedBecause('n<2');
  const difference = moments(differences(pairs));
  const se = Math.sqrt(difference.variance / pairs.n);
  const found = pairs.n >= fewestPairs ? correlation(pairs) : NaN;
  const sAv = averageSd(moments(margin(pairs, 'first')).variance, moments(margin(pairs, 'second')).variance);
  const df = pairs.n - 1;
  const g = se > 0 ? hedgesG(difference.mean, se, t95(df), df, sAv) : undefinedBecause('zero-variance');
  return { ...tEstimate(difference.mean, se, df), r: found === found ? found : 0, g };
}

/** Unlinked people only: Welch's t between those who answered once (method.md §3.7). Either side below 2: `n<2`. */
export function welchT(baseline: Tally, endline: Tally): ChangeEstimate | Undefined {
  return partiallyOverlappingT(baseline, endline, NO_PAIRS);
}

/** Those who answered one wave only, of a wave's answers and the linked pairs. */
export function unlinked(wave: Tally, pairs: PairTally, side: 'first' | 'second'): Tally {
  return without(wave, margin(pairs, side));
}

const NO_PAIRS: PairTally = {
  n: 0,
  first: new Float64Array(0),
  second: new Float64Array(0),
  counts: new Float64Array(0),
};
