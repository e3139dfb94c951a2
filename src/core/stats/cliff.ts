import { t95 } from './t-distribution.js';
import type { Tally } from './tally.js';
import { TIE, undefinedBecause, type Undefined } from './why.js';

/** Cliff's delta with its interval, and the probability of improvement. Fractions. */
export interface CliffDelta {
  readonly estimate: number;
  readonly low: number | Undefined;
  readonly high: number | Undefined;
  /** P(a later answer is above an earlier one) + ½·P(equal) = (δ + 1)/2. */
  readonly superiority: number;
  /** Variance of δ (Cliff 1993), floored; null where n < 2. */
  readonly variance: number | null;
}

/**
 * Cliff's δ = P(post > pre) - P(post < pre) over all n₁·n₂ pairs as if independent, from cumulative counts of the two tallies.
 *
 * Variance: Cliff 1993, unbiased, floored at (1-δ²)/(n₁n₂-1); interval: Feng & Cliff 2004 with t(n₁+n₂-2). |δ| = 1: inside the formula
 * δ(n₁n₂-1)/(n₁n₂), outer limit ±1 (results-paths rule 12). Values closer than `tie` are equal. An empty wave: `n<2`; one answer in a
 * wave: δ without an interval. method.md §3.8.
 */
export function cliffDelta(baseline: Tally, endline: Tally, tie = TIE): CliffDelta | Undefined {
  const n1 = baseline.n;
  const n2 = endline.n;
  if (n1 < 1 || n2 < 1) return undefinedBecause('n<2');
  const rows = dominance(endline, baseline, tie);
  const columns = dominance(baseline, endline, tie);
  let sum = 0;
  let decided = 0;
  for (const [i, count] of endline.counts.entries()) {
    const { below, above } = rows[i] as Dominance;
    sum += count * (below - above);
    decided += count * (below + above);
  }
  const delta = sum / (n1 * n2);
  const superiority = (delta + 1) / 2;
  if (n1 < 2 || n2 < 2) {
    const none = undefinedBecause('n<2');
    return { estimate: delta, low: none, high: none, superiority, variance: null };
  }
  const total = Math.abs(sum) === n1 * n2;
  const d = total ? (delta * (n1 * n2 - 1)) / (n1 * n2) : delta;
  let rowSquares = 0;
  for (const [i, count] of endline.counts.entries()) {
    const { below, above } = rows[i] as Dominance;
    const deviation = (below - above) / n1 - d;
    rowSquares += count * deviation * deviation;
  }
  let columnSquares = 0;
  for (const [j, count] of baseline.counts.entries()) {
    const { below, above } = columns[j] as Dominance;
    const deviation = (above - below) / n2 - d;
    columnSquares += count * deviation * deviation;
  }
  // Σ(d_ij - d)² with d_ij in {-1, 0, 1}.
  const cellSquares = decided - 2 * d * sum + n1 * n2 * d * d;
  const variance = Math.max(
    (n1 * n1 * rowSquares + n2 * n2 * columnSquares - cellSquares) / (n1 * n2 * (n1 - 1) * (n2 - 1)),
    (1 - d * d) / (n1 * n2 - 1),
  );
  const t = t95(n1 + n2 - 2);
  const t2s2 = t * t * variance;
  const denominator = 1 - d * d + t2s2;
  const centre = d - d * d * d;
  const half = t * Math.sqrt(variance) * Math.sqrt((1 - d * d) * (1 - d * d) + t2s2);
  return {
    estimate: delta,
    low: total && delta < 0 ? -1 : Math.max(-1, (centre - half) / denominator),
    high: total && delta > 0 ? 1 : Math.min(1, (centre + half) / denominator),
    superiority,
    variance,
  };
}

interface Dominance {
  /** How many of the others are below and above this value. */
  readonly below: number;
  readonly above: number;
}

function dominance(of: Tally, others: Tally, tie: number): Dominance[] {
  const result: Dominance[] = [];
  let below = 0;
  let notAbove = 0;
  let i = 0;
  let j = 0;
  for (const value of of.values) {
    while (i < others.values.length && (others.values[i] as number) < value - tie)
      below += others.counts[i++] as number;
    while (j < others.values.length && (others.values[j] as number) <= value + tie)
      notAbove += others.counts[j++] as number;
    result.push({ below, above: others.n - notAbove });
  }
  return result;
}
