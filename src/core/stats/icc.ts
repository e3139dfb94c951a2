import { moments, tally } from './tally.js';
import { undefinedBecause, type Undefined } from './why.js';

/** How alike people of one community are. */
export interface IntraclassCorrelation {
  readonly icc: number;
  /** The size that stands for all communities' sizes in the formula. */
  readonly n0: number;
}

/**
 * ICC(1) by one-way ANOVA: (MSB - MSW)/(MSB + (n₀-1)·MSW), n₀ = (N - Σn_j²/N)/(J-1), over the values of each community. MSB = MSW = 0:
 * 0. One community or nobody beside the first of each: `not-computable`. method.md §3.17.
 */
export function icc1(communities: readonly ArrayLike<number>[]): IntraclassCorrelation | Undefined {
  const parts = communities.map((values) => moments(tally(values))).filter((part) => part.n > 0);
  const total = parts.reduce((sum, part) => sum + part.n, 0);
  if (parts.length < 2 || total <= parts.length) return undefinedBecause('not-computable');
  const grand = parts.reduce((sum, part) => sum + part.n * part.mean, 0) / total;
  let between = 0;
  let within = 0;
  let squares = 0;
  for (const part of parts) {
    between += part.n * (part.mean - grand) * (part.mean - grand);
    within += part.n > 1 ? part.variance * (part.n - 1) : 0;
    squares += part.n * part.n;
  }
  const msb = between / (parts.length - 1);
  const msw = within / (total - parts.length);
  const n0 = (total - squares / total) / (parts.length - 1);
  const denominator = msb + (n0 - 1) * msw;
  return { icc: denominator > 0 ? (msb - msw) / denominator : 0, n0 };
}

/** Kish's design effect 1 + (m̄ - 1)·max(0, ICC): how much larger the variance is than with as many independent people. */
export function designEffect(meanSize: number, icc: number): number {
  return 1 + Math.max(0, meanSize - 1) * Math.max(0, icc);
}
