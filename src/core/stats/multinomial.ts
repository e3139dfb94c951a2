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

function byRejection(random: Random, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const quick = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const logOdds = log(p / (1 - p));
  const mode = Math.floor((n + 1) * p);
  const peak = logGamma(mode + 1) + logGamma(n - mode + 1);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + c);
    if (edge >= 0.07 && v <= quick) return k;
    if (k < 0 || k > n) continue;
    const height = log((v * alpha) / (a / (edge * edge) + b));
    if (height <= peak - logGamma(k + 1) - logGamma(n - k + 1) + (k - mode) * logOdds) return k;
  }
}

/** Draws one resample: how often each cell comes up in n draws with replacement. The array is the same one at every call. */
export type Resampler = (random: Random) => Float64Array;

/** Observations per cell below which drawing rows is cheaper than drawing cells (measured; method.md §4). */
const ROWS_BELOW = 25;

/**
 * A bootstrap resampler of grouped observations, exact: n draws of rows, or conditional binomials over the cells, largest first, whichever
 * costs less (method.md §4).
 */
export function createResampler(counts: Float64Array): Resampler {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const drawn = new Float64Array(counts.length);
  if (n < ROWS_BELOW * counts.length) {
    const cellOf = new Uint32Array(n);
    let row = 0;
    counts.forEach((count, cell) => {
      cellOf.fill(cell, row, row + count);
      row += count;
    });
    return (random) => {
      drawn.fill(0);
      for (let i = 0; i < n; i++) drawn[cellOf[random.below(n)] as number]!++;
      return drawn;
    };
  }
  const order = Array.from(counts.keys()).sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  return (random) => {
    let left = n;
    let rest = n;
    for (const cell of order) {
      const count = counts[cell] as number;
      const hits = rest === count ? left : binomial(random, left, count / rest);
      drawn[cell] = hits;
      left -= hits;
      rest -= count;
    }
    return drawn;
  };
}
