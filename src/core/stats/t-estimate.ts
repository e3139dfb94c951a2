import type { EffectSize } from './hedges-g.js';
import { t95, tTwoSided } from './t-distribution.js';
import { isUndefined, undefinedBecause, type Undefined } from './why.js';

/** An estimate with t inference: two-sided p of "no difference" and a 95 % interval. */
export interface TEstimate {
  readonly estimate: number;
  readonly se: number;
  readonly df: number | Undefined;
  readonly t: number | Undefined;
  readonly p: number | Undefined;
  readonly low: number | Undefined;
  readonly high: number | Undefined;
}

/** A change between two waves: `TEstimate` with the correlation used and Hedges' g. */
export interface ChangeEstimate extends TEstimate {
  /** Correlation of the linked pairs; 0 where it was not used. */
  readonly r: number;
  readonly g: EffectSize | Undefined;
}

/** estimate ± t(.975, df)·se. se = 0: estimate and se stand, the rest is `zero-variance` (results-paths rule 9). */
export function tEstimate(estimate: number, se: number, df: number): TEstimate {
  if (!(se > 0)) {
    const none = undefinedBecause('zero-variance');
    return { estimate, se: 0, df: none, t: none, p: none, low: none, high: none };
  }
  const half = t95(df) * se;
  const t = estimate / se;
  return { estimate, se, df, t, p: tTwoSided(t, df), low: estimate - half, high: estimate + half };
}

/**
 * Σ c_i·estimate_i of independent estimates, with SE² = Σ c_i²·se_i² and Satterthwaite's df = SE⁴/Σ(c_i⁴·se_i⁴/df_i). An estimate
 * without variation adds no uncertainty. method.md §3.14, §3.21.
 */
export function combine(parts: readonly { readonly of: TEstimate; readonly by: number }[]): TEstimate {
  let estimate = 0;
  let variance = 0;
  let denominator = 0;
  for (const { of, by } of parts) {
    estimate += by * of.estimate;
    const part = by * by * of.se * of.se;
    variance += part;
    if (part > 0 && typeof of.df === 'number') denominator += (part * part) / of.df;
  }
  return tEstimate(estimate, Math.sqrt(variance), (variance * variance) / denominator);
}

/** The officials' change minus the residents' (or any two independent changes): second - first. method.md §3.14. */
export function differenceInDifferences(first: TEstimate, second: TEstimate): TEstimate {
  return combine([
    { of: second, by: 1 },
    { of: first, by: -1 },
  ]);
}

/** A change in another unit, `factor` > 0 of the new per old; what has no unit (df, t, p, r, g) stays. */
export function scaleEstimate(change: ChangeEstimate | Undefined, factor: number): ChangeEstimate | Undefined {
  if (isUndefined(change) || factor === 1) return change;
  const { estimate, se, low, high } = change;
  return {
    ...change,
    estimate: estimate * factor,
    se: se * factor,
    low: typeof low === 'number' ? low * factor : low,
    high: typeof high === 'number' ? high * factor : high,
  };
}
