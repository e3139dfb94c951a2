import { incompleteBeta, inverseIncompleteBeta } from './incomplete-beta.js';

/** P(F > f) for F with d1 and d2 degrees of freedom. */
export function fUpper(f: number, d1: number, d2: number): number {
  if (f <= 0) return 1;
  return incompleteBeta(d1 / 2, d2 / 2, (d1 * f) / (d1 * f + d2), d2 / (d1 * f + d2)).upper;
}

/** The f with P(F <= f) = p, 0 < p < 1. */
export function fQuantile(p: number, d1: number, d2: number): number {
  const { x, y } = inverseIncompleteBeta(d1 / 2, d2 / 2, p);
  return (d2 * x) / (d1 * y);
}
