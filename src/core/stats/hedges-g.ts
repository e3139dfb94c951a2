import { gammaRatioHalf } from './gamma.js';
import { undefinedBecause, type Undefined } from './why.js';

/** A standardised mean difference with its 95 % interval. */
export interface EffectSize {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** Hedges' correction J(m) = Γ(m/2)/(√(m/2)·Γ((m-1)/2)); null for m < 2, where it is 0 or not defined. method.md §3.8. */
export function hedgesCorrection(m: number): number | null {
  return m < 2 ? null : gammaRatioHalf(m);
}

/** √((s₁² + s₂²)/2): the standardiser of d_av (Cumming 2012). */
export function averageSd(variance1: number, variance2: number): number {
  return Math.sqrt((variance1 + variance2) / 2);
}

/**
 * Hedges' g of a mean difference: J·estimate/s_av, with limits J·(estimate ± t·se)/s_av, where `m` are the degrees of freedom of J
 * and `t` the multiplier of the interval (Cumming 2012; Bird 2002 and Algina & Keselman 2003 for linked data). With the df of §3.7 it is the
 * headline g, with n - 1 and the standard error of the differences it is g_av. m < 2: `not-computable`; s_av = 0: `zero-variance`.
 * method.md §3.8.
 */
export function hedgesG(estimate: number, se: number, t: number, m: number, sAv: number): EffectSize | Undefined {
  if (!(sAv > 0)) return undefinedBecause('zero-variance');
  const j = hedgesCorrection(m);
  if (j === null) return undefinedBecause('not-computable');
  const scale = j / sAv;
  return { estimate: scale * estimate, low: scale * (estimate - t * se), high: scale * (estimate + t * se) };
}

/**
 * g_rm = J(n-1)·(d̄/s_d)·√(2(1-r)) of linked data (Lakens 2013; `effectsize::repeated_measures_d`). s_d = 0: `zero-variance`;
 * n < 3: `not-computable`.
 */
export function hedgesGRm(meanDifference: number, sdDifference: number, r: number, n: number): number | Undefined {
  if (!(sdDifference > 0)) return undefinedBecause('zero-variance');
  const j = hedgesCorrection(n - 1);
  if (j === null) return undefinedBecause('not-computable');
  return j * (meanDifference / sdDifference) * Math.sqrt(2 * (1 - r));
}
