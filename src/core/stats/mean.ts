import { t95 } from './t-distribution.js';
import { moments, type Tally } from './tally.js';
import { undefinedBecause, type Undefined } from './why.js';

/** Mean of one wave with its SD and 95 % t interval; units as the values. */
export interface MeanEstimate {
  readonly n: number;
  readonly mean: number;
  /** NaN-free: an `Undefined` for n = 1. */
  readonly sd: number | Undefined;
  readonly low: number | Undefined;
  readonly high: number | Undefined;
}

/**
 * Mean, SD (n - 1) and mean ± t(.975, n-1)·sd/√n. No answers: `n<2`. One answer: the mean, everything else `n<2`. No variation:
 * sd 0, limits `zero-variance` (results-paths rule 9).
 */
export function meanEstimate(data: Tally): MeanEstimate | Undefined {
  const { n, mean, variance } = moments(data);
  if (n < 1) return undefinedBecause('n<2');
  if (n < 2) {
    const none = undefinedBecause('n<2');
    return { n, mean, sd: none, low: none, high: none };
  }
  if (variance === 0) {
    const none = undefinedBecause('zero-variance');
    return { n, mean, sd: 0, low: none, high: none };
  }
  const half = t95(n - 1) * Math.sqrt(variance / n);
  return { n, mean, sd: Math.sqrt(variance), low: mean - half, high: mean + half };
}
