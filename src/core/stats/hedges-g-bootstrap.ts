import { bcaInterval, jackknifeAcceleration, type BcaInterval } from './bootstrap.js';
import { hedgesCorrection } from './hedges-g.js';
import { createResampler } from './multinomial.js';
import type { Random } from './random.js';
import { isConstant, differences, margin, type PairTally } from './tally.js';
import { undefinedBecause, type Undefined } from './why.js';

/** Hedges' g_av of linked data with its bootstrap interval. */
export interface BootstrapHedgesG extends BcaInterval {
  readonly estimate: number;
  readonly acceleration: number;
}

/** Fewest pairs that are resampled, and the largest share of resamples without variation (method.md §3.9). */
const FEWEST = 5;
const MOST_LOST = 0.01;

/**
 * g_av = J(n-1)·d̄/s_av of linked pairs with a BCa interval from `resamples` resamples of the pairs (method.md §3.8, §3.9, §4). g_av is made of
 * three sums over the pairs, which is all that a resample draws; the acceleration is that of the jackknife by cells. Fewer than 5 pairs or no
 * resamples: `not-computable`; all differences equal, or a wave without variation in more than 1 % of the resamples: `zero-variance`.
 */
export function bootstrapHedgesG(pairs: PairTally, resamples: number, random: Random): BootstrapHedgesG | Undefined {
  const { n, counts } = pairs;
  const correction = hedgesCorrection(n - 1);
  if (n < FEWEST || correction === null || !(resamples > 0)) return undefinedBecause('not-computable');
  if (isConstant(differences(pairs))) return undefinedBecause('zero-variance');
  // Counted from a value in the middle, so that squares do not cancel.
  const zero = middleOf(pairs);
  const first = pairs.first.map((value) => value - zero);
  const second = pairs.second.map((value) => value - zero);
  const squares = first.map((value, cell) => value * value + (second[cell] as number) * (second[cell] as number));
  const g = (size: number, j: number, s1: number, s2: number, s11s22: number): number => {
    const variances = (s11s22 - (s1 * s1 + s2 * s2) / size) / (size - 1);
    return variances > 1e-12 * s11s22 ? (j * (s2 - s1)) / size / Math.sqrt(variances / 2) : NaN;
  };
  const total = (values: Float64Array): number =>
    values.reduce((sum, value, cell) => sum + value * (counts[cell] as number), 0);
  const [s1, s2, s11s22] = [total(first), total(second), total(squares)];
  const estimate = g(n, correction, s1, s2, s11s22);
  if (estimate !== estimate) return undefinedBecause('zero-variance');

  const fewer = hedgesCorrection(n - 2) as number;
  const acceleration = jackknifeAcceleration([
    {
      counts,
      values: Array.from(counts, (_, cell) =>
        g(
          n - 1,
          fewer,
          s1 - (first[cell] as number),
          s2 - (second[cell] as number),
          s11s22 - (squares[cell] as number),
        ),
      ),
    },
  ]);
  const draw = createResampler(counts, [first, second, squares]);
  const replicates = new Float64Array(resamples);
  let kept = 0;
  for (let b = 0; b < resamples; b++) {
    const sums = draw(random);
    const value = g(n, correction, sums[0] as number, sums[1] as number, sums[2] as number);
    if (value === value) replicates[kept++] = value;
  }
  if (resamples - kept > MOST_LOST * resamples) return undefinedBecause('zero-variance');
  const interval = bcaInterval(replicates.subarray(0, kept), estimate, acceleration);
  return interval.low === interval.low && interval.high === interval.high
    ? { estimate, acceleration, ...interval }
    : undefinedBecause('not-computable');
}

function middleOf(pairs: PairTally): number {
  const { values } = margin(pairs, 'first');
  return values[values.length >> 1] as number;
}
