import { TIE, undefinedBecause, type Undefined } from './why.js';
import type { Tally } from './tally.js';

/** How many people moved by more than measurement error explains. Directions are raw: up is a higher score. */
export interface ReliableChange {
  /** In the unit of the differences (points). */
  readonly threshold: number;
  readonly up: number;
  readonly same: number;
  readonly down: number;
  readonly n: number;
}

/**
 * Jacobson & Truax 1991: SEM = s_pre·√(1-α), S_diff = √2·SEM; a person moved when |difference| > 1.96·S_diff (the factor is 1.96 exactly,
 * results-paths rule 13). Under no change 2.5 % are expected on each side. s_pre = 0: `zero-variance`; no pairs: `n<2`. Whether α is good
 * enough (>= .60) is the caller's question. method.md §3.11.
 */
export function reliableChange(
  difference: Tally,
  sdBaseline: number,
  alpha: number,
  tie = TIE,
): ReliableChange | Undefined {
  if (difference.n < 1) return undefinedBecause('n<2');
  if (!(sdBaseline > 0)) return undefinedBecause('zero-variance');
  const threshold = 1.96 * Math.SQRT2 * sdBaseline * Math.sqrt(Math.max(0, 1 - alpha));
  let up = 0;
  let down = 0;
  difference.values.forEach((value, i) => {
    if (value > threshold + tie) up += difference.counts[i] as number;
    else if (value < -threshold - tie) down += difference.counts[i] as number;
  });
  return { threshold, up, same: difference.n - up - down, down, n: difference.n };
}
