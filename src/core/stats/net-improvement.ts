import { Z_95 } from './normal.js';
import type { Tally } from './tally.js';
import { TIE, undefinedBecause, type Undefined } from './why.js';

/** Of n people asked twice, how many moved up, stayed, moved down; the net share as a fraction. */
export interface NetImprovement {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly up: number;
  readonly same: number;
  readonly down: number;
  readonly n: number;
}

/**
 * (up - down)/n of linked differences with the interval of Agresti & Min 2005: e = (up-down)/(n+2),
 * se = √(up + down + 1 - (up-down)²/(n+2))/(n+2), e ± z·se, kept within [-1, 1]. Nobody moved: 0 with a valid interval. n = 0: `n<2`.
 * method.md §3.8.
 */
export function netImprovement(difference: Tally, tie = TIE): NetImprovement | Undefined {
  const { n, values, counts } = difference;
  if (n < 1) return undefinedBecause('n<2');
  let up = 0;
  let down = 0;
  values.forEach((value, i) => {
    if (value > tie) up += counts[i] as number;
    else if (value < -tie) down += counts[i] as number;
  });
  const net = up - down;
  const e = net / (n + 2);
  const half = (Z_95 * Math.sqrt(up + down + 1 - (net * net) / (n + 2))) / (n + 2);
  return {
    estimate: net / n,
    low: Math.max(-1, e - half),
    high: Math.min(1, e + half),
    up,
    same: n - up - down,
    down,
    n,
  };
}
