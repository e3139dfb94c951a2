import { circlePoint } from './elementary.js';
import { complexPower } from './lattice-bootstrap.js';
import { undefinedBecause, type Undefined } from './why.js';

/** A density at evenly spaced points from `from` to `to`, per unit of the values. */
export interface Density {
  readonly from: number;
  readonly to: number;
  readonly density: readonly number[];
}

/** Observations that are resampled together: what each adds to the statistic, and how many there are of each. */
export interface SumStratum {
  readonly values: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
}

/** Points of a density, over `REACH` standard deviations to each side; the law is followed on a window of `WINDOW` of them in all. */
const POINTS = 41;
const REACH = 4;
const WINDOW = 10;
/** Frequencies: a normal law has a 10⁻¹² of its height left at the last, and the law's own lattice, which nobody is to see, lies beyond. */
const FREQUENCIES = 12;
/** Less than this share of the peak is drawn nowhere and is 0. */
const NOTHING = 1e-4;

/**
 * The bootstrap law of a sum over strata that are resampled apart, each with its size held fixed: what the histogram of resamples tends to
 * with their number, without any (method.md §4). The law of n draws has the characteristic function φⁿ, φ that of the stratum, and the sum
 * the product over the strata; the density is its Fourier series on ten standard deviations.
 * Costs 12 multiplications per distinct value, whatever n is. Four significant digits. No variation: `zero-variance`.
 */
export function densityOfSum(strata: readonly SumStratum[]): Density | Undefined {
  let centre = 0;
  let variance = 0;
  const parts = strata.map(({ values, counts }) => {
    let n = 0;
    let sum = 0;
    for (let j = 0; j < values.length; j++) {
      n += counts[j] as number;
      sum += (values[j] as number) * (counts[j] as number);
    }
    const mean = n > 0 ? sum / n : 0;
    centre += sum;
    for (let j = 0; j < values.length; j++) {
      const away = (values[j] as number) - mean;
      variance += away * away * (counts[j] as number);
    }
    return { values, counts, n, mean };
  });
  const sd = Math.sqrt(variance);
  if (!(sd > 1e-11 * Math.max(1, Math.abs(centre)))) return undefinedBecause('zero-variance');

  const law = Array.from({ length: FREQUENCIES }, () => ({ re: 1, im: 0 }));
  for (const { values, counts, n, mean } of parts) {
    if (n === 0) continue;
    const re = new Float64Array(FREQUENCIES);
    const im = new Float64Array(FREQUENCIES);
    for (let j = 0; j < values.length; j++) {
      const { cos, sin } = circlePoint(((values[j] as number) - mean) / (WINDOW * sd), 1);
      let [x, y] = [counts[j] as number, 0];
      for (let k = 0; k < FREQUENCIES; k++) {
        [x, y] = [x * cos - y * sin, x * sin + y * cos];
        re[k]! += x;
        im[k]! += y;
      }
    }
    law.forEach((term, k) => {
      const [x, y] = complexPower((re[k] as number) / n, (im[k] as number) / n, n);
      [term.re, term.im] = [term.re * x - term.im * y, term.re * y + term.im * x];
    });
  }
  const half = (POINTS - 1) / 2;
  const density = Array.from({ length: POINTS }, (_, point) => {
    // Points and frequencies are whole parts of the circle: REACH/half of a standard deviation on a window of WINDOW.
    const sum = law.reduce((total, { re, im }, k) => {
      const { cos, sin } = circlePoint((k + 1) * (point - half) * REACH, half * WINDOW);
      return total + re * cos + im * sin;
    }, 0.5);
    return (2 * sum) / (WINDOW * sd);
  });
  const least = NOTHING * Math.max(...density);
  return {
    from: digits(centre - REACH * sd),
    to: digits(centre + REACH * sd),
    density: density.map((value) => (value < least ? 0 : digits(value))),
  };
}

const digits = (value: number): number => Number(value.toPrecision(4));
