import { normalCdf, normalQuantile, Z_95 } from './normal.js';
import { quantile } from './quantile.js';
import { TIE } from './why.js';

/** Limits of a 95 % bootstrap interval. */
export interface BootstrapInterval {
  readonly low: number;
  readonly high: number;
}

/** Percentile interval: type-7 quantiles at .025 and .975 of the replicates. method.md §3.9. */
export function percentileInterval(replicates: ArrayLike<number>): BootstrapInterval {
  const sorted = Float64Array.from(replicates).sort();
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/** What BCa did on its way to the limits. */
export interface BcaInterval extends BootstrapInterval {
  readonly z0: number;
  /** The levels at which the quantiles were taken. */
  readonly levels: readonly [number, number];
}

/**
 * Bias-corrected and accelerated interval (Efron 1987): z₀ = Φ⁻¹((#{t* < t} + ½·#{t* = t})/B), kept within [1/(B+1), B/(B+1)];
 * levels Φ(z₀ + (z₀ ± z)/(1 - a(z₀ ± z))); type-7 quantiles. The ½ matters for lattice scores; `boot::boot.ci` counts strictly. Replicates
 * within 1e-9 of the estimate are equal to it. method.md §3.9.
 */
export function bcaInterval(replicates: ArrayLike<number>, estimate: number, acceleration: number): BcaInterval {
  const sorted = Float64Array.from(replicates).sort();
  const b = sorted.length;
  let below = 0;
  let equal = 0;
  for (const value of sorted) {
    if (value < estimate - TIE) below++;
    else if (value <= estimate + TIE) equal++;
  }
  const share = Math.min(Math.max((below + equal / 2) / b, 1 / (b + 1)), b / (b + 1));
  const z0 = normalQuantile(share);
  const level = (z: number): number => normalCdf(z0 + (z0 + z) / (1 - acceleration * (z0 + z)));
  const levels = [level(-Z_95), level(Z_95)] as const;
  return { low: quantile(sorted, levels[0]), high: quantile(sorted, levels[1]), z0, levels };
}

/** Jackknife values of one stratum: the statistic without one observation of a cell, and how many observations the cell has. */
export interface JackknifeStratum {
  readonly values: readonly number[];
  readonly counts: ArrayLike<number>;
}

/**
 * BCa's acceleration from the jackknife by cells, exact for grouped data (method.md §4). One stratum:
 * â = Σc(θ̄-θ₍₋ⱼ₎)³/(6[Σc(θ̄-θ₍₋ⱼ₎)²]^{3/2}). Several: with u = ((n_s-1)/n_s)(θ̄_s-θ₍₋sⱼ₎) over all cells. A stratum of one observation
 * contributes nothing; no influence at all: 0. (`boot:::bca.ci` with strata does not divide by n_s and is wrong there.)
 */
export function jackknifeAcceleration(strata: readonly JackknifeStratum[]): number {
  let cubes = 0;
  let squares = 0;
  for (const { values, counts } of strata) {
    let n = 0;
    let sum = 0;
    values.forEach((value, j) => {
      n += counts[j] as number;
      sum += value * (counts[j] as number);
    });
    if (n < 2) continue;
    const mean = sum / n;
    const factor = strata.length > 1 ? (n - 1) / n : 1;
    values.forEach((value, j) => {
      const u = factor * (mean - value);
      squares += u * u * (counts[j] as number);
      cubes += u * u * u * (counts[j] as number);
    });
  }
  return squares > 0 ? cubes / (6 * squares * Math.sqrt(squares)) : 0;
}
