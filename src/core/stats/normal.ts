import { exp, log } from './elementary.js';

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return INVERSE_SQRT_TWO_PI * exp(-0.5 * z * z);
}

/** Upper tail P(Z > z), exact in relative terms down to 1e-300 (no 1 - p). Series below 3, continued fraction above. */
export function normalUpper(z: number): number {
  if (z < 0) return 1 - normalUpper(-z);
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let k = 3; term > 1e-18 * sum; k += 2) {
      term *= (z * z) / k;
      sum += term;
    }
    return 0.5 - normalDensity(z) * sum;
  }
  // Laplace's continued fraction of Mills' ratio, from the inside out; 200 levels are ample from 3 on.
  let tail = z;
  for (let k = 200; k >= 1; k--) tail = z + k / tail;
  return normalDensity(z) / tail;
}

/** P(Z <= z). */
export function normalCdf(z: number): number {
  return z <= 0 ? normalUpper(-z) : 1 - normalUpper(z);
}

/** Two-sided p of a standard normal statistic: 2·P(Z > |z|). */
export function normalTwoSided(z: number): number {
  return 2 * normalUpper(Math.abs(z));
}

/**
 * The z with P(Z <= z) = p. 0 < p < 1; ±Infinity at the ends, NaN outside. A rational start (Abramowitz & Stegun 26.2.23,
 * error 4.5e-4) and Newton steps on the logarithm of the tail.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0) return -Infinity;
  const t = Math.sqrt(-2 * log(p));
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let i = 0; i < 6; i++) {
    const tail = normalUpper(z);
    const step = (log(tail / p) * tail) / normalDensity(z);
    z += step;
    if (Math.abs(step) < 1e-15 * Math.max(1, z)) break;
  }
  return -z;
}

/** Φ⁻¹(.975), the multiplier of a 95 % normal interval. */
export const Z_95 = 1.959963984540054;
