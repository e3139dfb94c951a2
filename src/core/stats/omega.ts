import type { ItemCovariance } from './alpha.js';
import { undefinedBecause, type Undefined } from './why.js';

/** McDonald's omega of a one-factor model, and the smallest uniqueness as a share of its item's variance. */
export interface McDonaldOmega {
  readonly omega: number;
  readonly smallestUniqueness: number;
}

/**
 * ω = (Σλ)²/((Σλ)² + Σψ) (McDonald 1999), maximum likelihood by EM on the covariances (Rubin & Thayer 1982), started at the first
 * principal component; equals a fully converged `factanal(X, 1)` to 1e-9.
 *
 * EM converges slowly near its end: on the oracle's data 2000 steps are still 2e-5 away (and R's default factanal 5e-7), so the
 * iteration runs to a step of 1e-13 or 20 000 steps.
 * n < 50, fewer than 3 items: `not-computable`; an item without variance: `zero-variance`; a Heywood case (ψ/s² < .005) or loadings of
 * both signs: `not-computable`. method.md §3.4.
 */
export function mcdonaldOmega({ n, covariance }: ItemCovariance, fewest = 50): McDonaldOmega | Undefined {
  const k = covariance.length;
  if (n < fewest || k < 3) return undefinedBecause('not-computable');
  const variances = covariance.map((row, i) => row[i] as number);
  if (variances.some((variance) => !(variance > 1e-12))) return undefinedBecause('zero-variance');

  const loadings = firstComponent(covariance);
  const uniquenesses = variances.map((variance, i) =>
    Math.max(variance - (loadings[i] as number) * (loadings[i] as number), 0.05 * variance),
  );
  const b = new Float64Array(k);
  const c = new Float64Array(k);
  for (let step = 0; step < 20_000; step++) {
    let precision = 1;
    for (let i = 0; i < k; i++) {
      b[i] = (loadings[i] as number) / (uniquenesses[i] as number);
      precision += (b[i] as number) * (loadings[i] as number);
    }
    let scale = 1;
    for (let i = 0; i < k; i++) {
      const row = covariance[i] as readonly number[];
      let sum = 0;
      for (let j = 0; j < k; j++) sum += (row[j] as number) * (b[j] as number);
      c[i] = sum / precision;
    }
    for (let i = 0; i < k; i++) scale += ((b[i] as number) / precision) * ((c[i] as number) - (loadings[i] as number));
    let moved = 0;
    for (let i = 0; i < k; i++) {
      const variance = variances[i] as number;
      const loading = (c[i] as number) / scale;
      const uniqueness = Math.max(variance - loading * (c[i] as number), 1e-6 * variance);
      moved = Math.max(
        moved,
        Math.abs(loading - (loadings[i] as number)),
        Math.abs(uniqueness - (uniquenesses[i] as number)),
      );
      loadings[i] = loading;
      uniquenesses[i] = uniqueness;
    }
    if (moved < 1e-13) break;
  }
  const smallestUniqueness = Math.min(...uniquenesses.map((value, i) => value / (variances[i] as number)));
  const sameSign = loadings.every((loading) => loading > 0) || loadings.every((loading) => loading < 0);
  if (smallestUniqueness < 0.005 || !sameSign) return undefinedBecause('not-computable');
  const sum = loadings.reduce((total, loading) => total + loading, 0);
  const common = sum * sum;
  return { omega: common / (common + uniquenesses.reduce((total, value) => total + value, 0)), smallestUniqueness };
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);

/** Loadings of the first principal component, by power iteration from equal weights. */
function firstComponent(covariance: readonly (readonly number[])[]): number[] {
  let vector = covariance.map(() => 1 / Math.sqrt(covariance.length));
  let value = 0;
  for (let step = 0; step < 200; step++) {
    const image = covariance.map((row) => dot(row, vector));
    value = Math.sqrt(dot(image, image));
    if (!(value > 0)) break;
    vector = image.map((x) => x / value);
  }
  return vector.map((x) => x * Math.sqrt(value));
}
