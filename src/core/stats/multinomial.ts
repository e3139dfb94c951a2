import { log, exp } from './elementary.js';
import { logGamma } from './gamma.js';
import type { Random } from './random.js';

/**
 * An exact draw from Binomial(n, p): sequential inversion where n·min(p, 1-p) < 10, else transformed rejection (BTRS, Hörmann 1993). No
 * normal or Poisson approximation. method.md §4.
 */
export function binomial(random: Random, n: number, p: number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomial(random, n, 1 - p);
  return n * p < 10 ? byInversion(random, n, p) : byRejection(random, n, p);
}

function byInversion(random: Random, n: number, p: number): number {
  const odds = p / (1 - p);
  const start = exp(n * log(1 - p));
  for (;;) {
    let u = random.uniform();
    let probability = start;
    for (let k = 0; k <= n; k++) {
      if (u <= probability) return k;
      u -= probability;
      probability *= (odds * (n - k)) / (k + 1);
      if (probability < 1e-300 && k > n * p) break;
    }
  }
}

/** Distance from the mode up to which the density is a product of ratios, which costs less than logarithms of factorials. */
const NEAR = 30;

function byRejection(random: Random, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const quick = 0.92 - 4.2 / b;
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + c);
    if (edge >= 0.07 && v <= quick) return k;
    if (k < 0 || k > n) continue;
    const height = (v * (2.83 + 5.1 / b) * spread) / (a / (edge * edge) + b);
    if (height <= densityToMode(k, n, p)) return k;
  }
}

/** P(k)/P(mode) of Binomial(n, p). */
function densityToMode(k: number, n: number, p: number): number {
  const mode = Math.floor((n + 1) * p);
  const odds = p / (1 - p);
  const [low, high] = k < mode ? [k, mode] : [mode, k];
  if (high - low > NEAR) {
    const peak = logGamma(mode + 1) + logGamma(n - mode + 1);
    return exp(peak - logGamma(k + 1) - logGamma(n - k + 1) + (k - mode) * log(odds));
  }
  let up = 1;
  let down = 1;
  for (let i = low + 1; i <= high; i++) {
    up *= (n + 1 - i) * odds;
    down *= i;
  }
  return k < mode ? down / up : up / down;
}

/** Draws one resample and gives its sums; the array is the same one at every call. */
export type Resampler = (random: Random) => Float64Array;

/** Observations of a cell from which on one binomial draw is cheaper than drawing them one by one (measured; method.md §4). */
const ONE_BY_ONE_BELOW = 16;

/** Most sums that a resample gives. */
const WIDTH = 3;

/**
 * A bootstrap resampler of grouped observations: n draws with replacement from cells with `counts`. What a statistic needs of a resample are
 * sums: `values` holds one to three columns with one number for each cell, and a resample gives Σ draws·value of each column.
 *
 * Exact: how often the large cells come up are conditional binomials, largest first; what is left of the n draws falls on the small cells one
 * by one. So the cost is that of the rows where there are few observations for each cell, and that of the cells where there are many,
 * whatever n is (method.md §4).
 */
export function createResampler(counts: Float64Array, values: readonly Float64Array[]): Resampler {
  const { n, large, shares, rows } = planOf(counts, WIDTH);
  const table = new Float64Array(WIDTH * counts.length);
  values.forEach((column, v) => column.forEach((value, cell) => (table[WIDTH * cell + v] = value)));

  const sums = new Float64Array(WIDTH);
  return (random) => {
    let [sum0, sum1, sum2] = [0, 0, 0];
    let left = n;
    for (let i = 0; i < large.length; i++) {
      const hits = binomial(random, left, shares[i] as number);
      const at = WIDTH * (large[i] as number);
      sum0 += hits * (table[at] as number);
      sum1 += hits * (table[at + 1] as number);
      sum2 += hits * (table[at + 2] as number);
      left -= hits;
    }
    for (; left > 0; left--) {
      const at = rows[random.below(rows.length)] as number;
      sum0 += table[at] as number;
      sum1 += table[at + 1] as number;
      sum2 += table[at + 2] as number;
    }
    sums[0] = sum0;
    sums[1] = sum1;
    sums[2] = sum2;
    return sums;
  };
}

/**
 * The same resampler for statistics that are not made of a few sums: a resample gives how often each cell was drawn, in the order of
 * `counts`; the array is the same one at every call.
 */
export function createCountResampler(counts: Float64Array): Resampler {
  const { n, large, shares, rows } = planOf(counts, 1);
  const drawn = new Float64Array(counts.length);
  return (random) => {
    drawn.fill(0);
    let left = n;
    for (let i = 0; i < large.length; i++) {
      const hits = binomial(random, left, shares[i] as number);
      drawn[large[i] as number] = hits;
      left -= hits;
    }
    for (; left > 0; left--) drawn[rows[random.below(rows.length)] as number]!++;
    return drawn;
  };
}

/** How the n draws are made: the large cells, the share of each in what the larger ones leave, and where every other observation is. */
interface Plan {
  readonly n: number;
  readonly large: readonly number[];
  readonly shares: readonly number[];
  /** `width` times the cell of every observation in a small cell. */
  readonly rows: Uint32Array;
}

function planOf(counts: Float64Array, width: number): Plan {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const large = Array.from(counts.keys())
    .filter((cell) => (counts[cell] as number) >= ONE_BY_ONE_BELOW)
    .sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  let rest = n;
  const shares = large.map((cell) => {
    const share = (counts[cell] as number) / rest;
    rest -= counts[cell] as number;
    return share;
  });
  const rows = new Uint32Array(rest);
  let end = 0;
  counts.forEach((count, cell) => {
    if (count < ONE_BY_ONE_BELOW) rows.fill(width * cell, end, (end += count));
  });
  return { n, large, shares, rows };
}
