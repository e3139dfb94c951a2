import { jackknifeAcceleration } from './bootstrap.js';
import { circlePoint, exp } from './elementary.js';
import { normalCdf, normalQuantile, Z_95 } from './normal.js';
import { moments, type Tally } from './tally.js';
import { undefinedBecause, type Undefined } from './why.js';

/** How far from its mean the resampled sum is followed, in standard deviations; what lies beyond (below 1e-11) is folded back. */
const REACH = 12;
/** A frequency counts where |φ|ⁿ is above e⁻⁴² ≈ 6e-19. */
const VANISHED = 42;
/** Rounding of the distribution function. */
const ROUNDING = 1e-12;

/**
 * The bootstrap distribution of a mean of lattice values, exact: no random numbers, the same on every engine (method.md §4).
 *
 * The sum of n draws is the n-fold convolution of the histogram, so that its characteristic function is φⁿ, φ that of the histogram. On a
 * window of M lattice points (± 12 standard deviations) its distribution function is a sum over the frequencies 2πk/M, and φⁿ vanishes at
 * all of them but some fifty, whatever n is: |φ(ω + δ)| ≤ |φ(ω)| + δ·E|v| tells how many of the others can be passed over unseen. So the cost
 * does not grow with n. It does with the number of lattices that the values nearly are on (a few scores from fewer answers).
 */
interface LatticeLaw {
  /** P(mean < observed) + ½·P(mean = observed). */
  readonly belowObserved: number;
  /** The smallest value whose distribution function is at least p. */
  quantile(p: number): number;
}

/**
 * Quantiles of the bootstrap distribution of a mean of lattice values, in the unit of the values. A quantile is the smallest value whose
 * distribution function is at least p. All equal: `zero-variance`; no values or no lattice of `step`: `not-computable`.
 */
export function latticeBootstrap(
  data: Tally,
  step: number,
  probabilities: readonly number[] = [0.025, 0.975],
): readonly number[] | Undefined {
  const law = lawOfMean(data, step);
  return 'why' in law ? law : probabilities.map((p) => law.quantile(p));
}

/** An exact BCa interval and what it was made from. */
export interface LatticeBca {
  readonly low: number;
  readonly high: number;
  readonly z0: number;
  readonly acceleration: number;
  /** The levels at which the quantiles were taken. */
  readonly levels: readonly [number, number];
}

/**
 * BCa interval (Efron 1987) of a mean of lattice values with the exact bootstrap distribution in the place of resamples: what `bcaInterval`
 * tends to with their number. For the mean change of linked people `data` is the tally of their differences. In the unit of the values;
 * undefined as `latticeBootstrap`. method.md §3.9, §4.
 */
export function latticeBca(data: Tally, step: number): LatticeBca | Undefined {
  const law = lawOfMean(data, step);
  if ('why' in law) return law;
  const { n, values, counts } = data;
  const sum = values.reduce((total, value, i) => total + value * (counts[i] as number), 0);
  const acceleration = jackknifeAcceleration([
    { values: Array.from(values, (value) => (sum - value) / (n - 1)), counts },
  ]);
  const z0 = normalQuantile(law.belowObserved);
  const level = (z: number): number => normalCdf(z0 + (z0 + z) / (1 - acceleration * (z0 + z)));
  const levels = [level(-Z_95), level(Z_95)] as const;
  return { low: law.quantile(levels[0]), high: law.quantile(levels[1]), z0, acceleration, levels };
}

function lawOfMean(data: Tally, step: number): LatticeLaw | Undefined {
  const { n, counts } = data;
  const start = data.values[0];
  if (n < 2 || start === undefined || !(step > 0)) return undefinedBecause('not-computable');
  const steps = data.values.map((value) => Math.round((value - start) / step));
  if (steps.some((place, i) => Math.abs(start + place * step - (data.values[i] as number)) > 1e-6 * step)) {
    return undefinedBecause('not-computable');
  }
  const coarsest = steps.reduce(greatestCommonDivisor, 0);
  if (coarsest === 0) return undefinedBecause('zero-variance');

  // Places are counted from the lattice point next to the mean, so that sums stay small and exact.
  const { mean, variance } = moments({ n, values: steps.map((place) => place / coarsest), counts });
  const middle = Math.round(mean);
  const places = steps.map((place) => place / coarsest - middle);
  const [least, most] = [places[0] as number, places[places.length - 1] as number];
  const observed = places.reduce((sum, place, i) => sum + place * (counts[i] as number), 0);
  const reach = Math.ceil(REACH * Math.sqrt(variance * (n - 1))) + most - least;
  const first = Math.max(n * least, observed - reach);
  const last = Math.min(n * most, observed + reach);
  const upTo = distribution(places, counts, n, first, last);
  return {
    belowObserved: (upTo(observed - 1) + upTo(observed)) / 2,
    quantile(p) {
      let [low, high] = [first, last];
      while (low < high) {
        const sum = Math.floor((low + high) / 2);
        if (upTo(sum) >= p - ROUNDING) high = sum;
        else low = sum + 1;
      }
      return start + (low / n + middle) * coarsest * step;
    },
  };
}

/** P(sum ≤ x) for the sum of n draws from places with counts, x in first … last. */
function distribution(
  places: Float64Array,
  counts: Float64Array,
  n: number,
  first: number,
  last: number,
): (x: number) => number {
  // An odd number of points has no frequency that is its own mirror.
  const size = (last - first + 1) | 1;
  const spread = places.reduce((sum, place, i) => sum + Math.abs(place) * (counts[i] as number), 0) / n;
  const threshold = exp(-VANISHED / n);
  const terms: { readonly k: number; readonly re: number; readonly im: number }[] = [];
  for (let k = 1; 2 * k < size;) {
    let re = 0;
    let im = 0;
    for (let i = 0; i < places.length; i++) {
      const { cos, sin } = circlePoint(k * (places[i] as number), size);
      re += cos * (counts[i] as number);
      im += sin * (counts[i] as number);
    }
    const length = Math.sqrt(re * re + im * im) / n;
    if (length >= threshold) {
      const [powerRe, powerIm] = complexPower(re / n, im / n, n);
      const scale = 1 / (size * circlePoint(k, 2 * size).sin);
      terms.push({ k, re: powerRe * scale, im: powerIm * scale });
      k++;
    } else k += Math.max(1, Math.floor(((threshold - length) / spread) * (size / TWO_PI)));
  }
  // Σ e^{-iωs} over s = first … x is (e^{-iω(first - ½)} - e^{-iω(x + ½)})/(2i·sin(ω/2)).
  const periodic = (x: number): number => {
    let sum = 0;
    for (const { k, re, im } of terms) {
      const { cos, sin } = circlePoint(k * (2 * x + 1), 2 * size);
      sum += im * cos - re * sin;
    }
    return sum;
  };
  const before = periodic(first - 1);
  return (x) => (x < first ? 0 : (x - first + 1) / size + before - periodic(x));
}

const TWO_PI = 6.283185307179586;

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

/** (re + i·im) to a whole power, by squaring. */
export function complexPower(re: number, im: number, whole: number): [number, number] {
  let [resultRe, resultIm] = [1, 0];
  let [baseRe, baseIm] = [re, im];
  for (let exponent = whole; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) {
      [resultRe, resultIm] = [resultRe * baseRe - resultIm * baseIm, resultRe * baseIm + resultIm * baseRe];
    }
    [baseRe, baseIm] = [baseRe * baseRe - baseIm * baseIm, 2 * baseRe * baseIm];
  }
  return [resultRe, resultIm];
}
