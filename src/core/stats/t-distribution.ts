import { exp, log } from './elementary.js';
import { betaKernel, incompleteBeta } from './incomplete-beta.js';
import { normalQuantile } from './normal.js';

/**
 * Two-sided p of Student's t: P(|T| > |t|) = I_{df/(df+t²)}(df/2, ½), df > 0 (fractional allowed). Exact in relative terms down
 * to 1e-300.
 */
export function tTwoSided(t: number, df: number): number {
  const square = t * t;
  if (square === Infinity) return 0;
  return incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square)).lower;
}

/** P(T <= t). */
export function tCdf(t: number, df: number): number {
  const half = tTwoSided(t, df) / 2;
  return t > 0 ? 1 - half : half;
}

/**
 * The t with P(T > t) = `tail`, 0 < tail <= ½. Newton's method on ln P against ln t: that curve is concave and falling, so from
 * the second step on the iteration comes down to the root from one side and cannot run away.
 */
export function tUpperQuantile(tail: number, df: number): number {
  if (tail === 0.5) return 0;
  if (!(tail > 0 && tail < 0.5 && df > 0)) return NaN;
  const target = log(2 * tail);
  let position = log(-normalQuantile(tail));
  for (let i = 0; i < 100; i++) {
    const t = exp(position);
    const square = t * t;
    const x = df / (df + square);
    const y = square / (df + square);
    const p = incompleteBeta(df / 2, 0.5, x, y).lower;
    const step = ((log(p) - target) * p) / (2 * betaKernel(df / 2, 0.5, x, y));
    position += Math.min(20, step);
    if (Math.abs(step) < 4e-16 * Math.max(1, Math.abs(position))) break;
  }
  return exp(position);
}

/** The t with P(T <= t) = p, 0 < p < 1. */
export function tQuantile(p: number, df: number): number {
  return p < 0.5 ? -tUpperQuantile(p, df) : tUpperQuantile(1 - p, df);
}

/** Multiplier of a 95 % interval: the .975 quantile of t with `df` degrees of freedom. */
export function t95(df: number): number {
  return tUpperQuantile(0.025, df);
}
