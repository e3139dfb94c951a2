/**
 * Why a statistic could not be computed. A statistic of this folder returns this in place of its figures; it never returns
 * NaN or an infinity. Disclosure control is no concern of statistics: it is applied in `change/`.
 */
export interface Undefined {
  readonly estimate: null;
  readonly why: 'n<2' | 'zero-variance' | 'not-computable';
}

/** Shorthand for a statistic that could not be computed. */
export function undefinedBecause(why: Undefined['why']): Undefined {
  return { estimate: null, why };
}

/** True when a statistic could not be computed. */
export function isUndefined(value: object): value is Undefined {
  return 'why' in value;
}

/** Two values of a score closer than this (in points) are the same value (method.md §3, conventions). */
export const TIE = 1e-9;
