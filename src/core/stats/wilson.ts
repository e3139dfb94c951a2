import { Z_95 } from './normal.js';
import { undefinedBecause, type Undefined } from './why.js';

/** A share as a fraction with its 95 % interval. */
export interface Share {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's interval of a share (Wilson 1927), `count` of `n`: centre (p + z²/2n)/(1 + z²/n) ± z√(p(1-p)/n + z²/4n²)/(1 + z²/n).
 * Valid at 0 and n, where one limit is 0 or 1. n = 0: `n<2`. method.md §3.19.
 */
export function wilson(count: number, n: number): Share | Undefined {
  if (n < 1) return undefinedBecause('n<2');
  const p = count / n;
  const z2 = Z_95 * Z_95;
  const scale = 1 + z2 / n;
  const centre = (p + z2 / (2 * n)) / scale;
  const half = (Z_95 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / scale;
  return { estimate: p, low: count === 0 ? 0 : centre - half, high: count === n ? 1 : centre + half };
}
