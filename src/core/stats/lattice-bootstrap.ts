import { fourier } from './fourier.js';
import { moments, type Tally } from './tally.js';
import { undefinedBecause, type Undefined } from './why.js';

/** How far from its mean the resampled sum is followed, in standard deviations: what lies beyond is below 1e-30. */
const REACH = 12;

/**
 * Quantiles of the bootstrap distribution of a mean of lattice values, exact: no random numbers, the same on every engine (method.md §4).
 *
 * The sum of n draws is the n-fold convolution of the histogram; its distribution comes from the n-th power of the histogram's Fourier
 * transform, folded onto a window of ± 12 standard deviations, so that the cost grows with √n. A quantile is the smallest value whose
 * distribution function is at least p. Returned in the unit of the values. All equal: `zero-variance`; no values or no lattice of `step`:
 * `not-computable`.
 */
export function latticeBootstrap(
  data: Tally,
  step: number,
  probabilities: readonly number[] = [0.025, 0.975],
): readonly number[] | Undefined {
  const { n } = data;
  const start = data.values[0];
  if (n < 2 || start === undefined || !(step > 0)) return undefinedBecause('not-computable');
  const places = Array.from(data.values, (value) => Math.round((value - start) / step));
  if (places.some((place, i) => Math.abs(start + place * step - (data.values[i] as number)) > 1e-6 * step)) {
    return undefinedBecause('not-computable');
  }
  const widest = places[places.length - 1] as number;
  if (widest === 0) return undefinedBecause('zero-variance');

  const { mean, variance } = moments({ n, values: Float64Array.from(places), counts: data.counts });
  const largest = n * widest;
  const centre = mean * n;
  const reach = Math.ceil(REACH * Math.sqrt(variance * (n - 1))) + widest;
  const first = Math.max(0, Math.floor(centre) - reach);
  const last = Math.min(largest, Math.ceil(centre) + reach);
  let size = 1;
  while (size < Math.max(last - first + 1, widest + 1)) size *= 2;

  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  places.forEach((place, i) => (real[place] = (data.counts[i] as number) / n));
  fourier(real, imaginary, 1);
  for (let i = 0; i < size; i++) {
    const [re, im] = power(real[i] as number, imaginary[i] as number, n);
    real[i] = re;
    imaginary[i] = im;
  }
  fourier(real, imaginary, -1);

  const quantiles = probabilities.map(() => NaN);
  let cumulative = 0;
  for (let sum = first; sum <= last; sum++) {
    cumulative += Math.max(0, real[sum % size] as number) / size;
    probabilities.forEach((p, i) => {
      if (Number.isNaN(quantiles[i]) && cumulative >= p - 1e-12) quantiles[i] = start + (sum * step) / n;
    });
    if (quantiles.every((quantile) => !Number.isNaN(quantile))) break;
  }
  return quantiles;
}

/** (re + i·im)^n by squaring. */
function power(re: number, im: number, n: number): [number, number] {
  let [resultRe, resultIm] = [1, 0];
  let [baseRe, baseIm] = [re, im];
  for (let exponent = n; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) {
      [resultRe, resultIm] = [resultRe * baseRe - resultIm * baseIm, resultRe * baseIm + resultIm * baseRe];
    }
    [baseRe, baseIm] = [baseRe * baseRe - baseIm * baseIm, 2 * baseRe * baseIm];
  }
  return [resultRe, resultIm];
}
