import { bcaInterval, jackknifeAcceleration } from './bootstrap.js';
import { hedgesCorrection, hedgesGRm } from './hedges-g.js';
import type { BootstrapHedgesG } from './hedges-g-bootstrap.js';
import { createCountResampler } from './multinomial.js';
import { correlation, differences, isConstant, margin, moments, type PairTally } from './tally.js';
import type { Random } from './random.js';
import { undefinedBecause, type Undefined } from './why.js';

/** Fewest pairs that are resampled, and the largest share of resamples without variation (method.md §3.9). */
const FEWEST = 5;
const MOST_LOST = 0.01;
/** Variances below this share of the squares they are made of are rounding of 0. */
const ROUNDING = 1e-12;

/** Sums over pairs of first, second and their squares and products; all that g_rm is made of. */
interface Sums {
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

/**
 * g_rm = J(n-1)·(d̄/s_d)·√(2(1-r)) of linked pairs with a BCa interval from `resamples` resamples of the pairs (method.md §3.8, §3.9, §4). It
 * is made of five sums over the pairs, taken from how often a resample draws each cell; the acceleration is that of the jackknife by cells. Fewer than 5
 * pairs or no resamples: `not-computable`; a wave or all differences equal, also in more than 1 % of the resamples: `zero-variance`.
 */
export function bootstrapHedgesGRm(pairs: PairTally, resamples: number, random: Random): BootstrapHedgesG | Undefined {
  const { n, counts } = pairs;
  const correction = hedgesCorrection(n - 1);
  if (n < FEWEST || correction === null || !(resamples > 0)) return undefinedBecause('not-computable');
  const difference = differences(pairs);
  if (isConstant(difference) || isConstant(margin(pairs, 'first')) || isConstant(margin(pairs, 'second'))) {
    return undefinedBecause('zero-variance');
  }
  const { mean, variance } = moments(difference);
  const estimate = hedgesGRm(mean, Math.sqrt(variance), correlation(pairs), n);
  if (typeof estimate !== 'number') return estimate;

  // Counted from the means, so that squares do not cancel.
  const [one, two] = [moments(margin(pairs, 'first')).mean, moments(margin(pairs, 'second')).mean];
  const x = pairs.first.map((value) => value - one);
  const y = pairs.second.map((value) => value - two);
  const ofSums = (size: number, j: number, s: Sums): number => {
    const [within1, within2] = [s.xx - (s.x * s.x) / size, s.yy - (s.y * s.y) / size];
    const shared = s.xy - (s.x * s.y) / size;
    const within = within1 + within2 - 2 * shared;
    if (!(within1 > ROUNDING * s.xx && within2 > ROUNDING * s.yy && within > ROUNDING * (within1 + within2)))
      return NaN;
    const r = Math.max(-1, Math.min(1, shared / Math.sqrt(within1 * within2)));
    const change = (s.y - s.x) / size + (two - one);
    return (j * change * Math.sqrt(2 * (1 - r))) / Math.sqrt(within / (size - 1));
  };
  const sumsOf = (drawn: Float64Array): Sums => {
    const sums = { x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
    for (let cell = 0; cell < drawn.length; cell++) {
      const [times, a, b] = [drawn[cell] as number, x[cell] as number, y[cell] as number];
      sums.x += times * a;
      sums.y += times * b;
      sums.xx += times * a * a;
      sums.yy += times * b * b;
      sums.xy += times * a * b;
    }
    return sums;
  };
  const all = sumsOf(counts);
  const fewer = hedgesCorrection(n - 2) as number;
  const acceleration = jackknifeAcceleration([
    {
      counts,
      values: Array.from(counts, (_, cell) => {
        const [a, b] = [x[cell] as number, y[cell] as number];
        return ofSums(n - 1, fewer, {
          x: all.x - a,
          y: all.y - b,
          xx: all.xx - a * a,
          yy: all.yy - b * b,
          xy: all.xy - a * b,
        });
      }),
    },
  ]);
  // Without one of the pairs a wave may have no variation: then there is no jackknife.
  if (acceleration !== acceleration) return undefinedBecause('zero-variance');

  const draw = createCountResampler(counts);
  const replicates = new Float64Array(resamples);
  let kept = 0;
  for (let b = 0; b < resamples; b++) {
    const value = ofSums(n, correction, sumsOf(draw(random)));
    if (value === value) replicates[kept++] = value;
  }
  if (resamples - kept > MOST_LOST * resamples) return undefinedBecause('zero-variance');
  const interval = bcaInterval(replicates.subarray(0, kept), estimate, acceleration);
  return interval.low === interval.low && interval.high === interval.high
    ? { estimate, acceleration, ...interval }
    : undefinedBecause('not-computable');
}
