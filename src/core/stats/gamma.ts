import { exp, log, log1p, log1pMinus } from './elementary.js';

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * What Stirling's formula leaves over: δ(z) = ln Γ(z) - [(z - ½) ln z - z + ½ ln 2π], for z > 0.
 *
 * From 15 on the asymptotic series (Abramowitz & Stegun 6.1.41), below by recursion; absolute error about 1e-15. Ratios of gamma
 * functions are built from it because ln Γ itself loses digits where it is large.
 */
export function stirlingError(z: number): number {
  let shift = 0;
  let x = z;
  while (x < 15) {
    shift += (x + 0.5) * log1p(1 / x) - 1;
    x += 1;
  }
  const y = 1 / (x * x);
  return shift + (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360360))))) / x;
}

/** ln Γ(z) for z > 0; NaN otherwise. */
export function logGamma(z: number): number {
  if (!(z > 0)) return NaN;
  return (z - 0.5) * log(z) - z + HALF_LOG_TWO_PI + stirlingError(z);
}

/**
 * Γ(m/2) / (√(m/2) Γ((m-1)/2)): Hedges' small-sample correction J (method.md §3.8), for m > 1.
 *
 * J(2) = .56419, J(9) = .91387, J → 1. Which m may be used is decided by the caller (`hedgesCorrection`).
 */
export function gammaRatioHalf(m: number): number {
  const a = m / 2;
  return exp(-(a - 1) * log1pMinus(-0.5 / a) - 0.5 / a + stirlingError(a) - stirlingError(a - 0.5));
}
