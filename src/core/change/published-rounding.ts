import { isHidden, type Shown } from './types.js';

/*
 * How coarse published figures are (results-paths rule 9; method.md §3.13.4). Exact figures of small groups let a reader work out single
 * answers: a sum of whole answers has few possible values. Quantities the rule does not name are rounded as coarsely as those it names, so
 * that none of them gives back the digits another has lost.
 */

/** Below this many answers points are whole numbers. */
const WHOLE_BELOW = 20;

/** What a figure is measured in: points 0–100, or fractions shown as whole per cents. */
export type Unit = 'points' | 'share';

/** `value` to a number of decimals, halves away from zero; never -0. */
export function roundTo(value: number, decimals: 0 | 1 | 2): number {
  const factor = decimals === 0 ? 1 : decimals === 1 ? 10 : 100;
  const size = Math.round(Math.abs(value) * factor) / factor;
  return value < 0 && size > 0 ? -size : size;
}

/** A function of one figure that leaves hidden ones alone. */
export type Rounding = (value: Shown) => Shown;

const decimals =
  (count: 0 | 1 | 2): Rounding =>
  (value) =>
    isHidden(value) ? value : roundTo(value, count);

/** Points to whole numbers where the smaller wave or group has fewer than 20, else to 0.1; shares to whole per cents. */
export function inUnit(unit: Unit, smallerN: number): Rounding {
  return decimals(unit === 'share' ? 2 : smallerN < WHOLE_BELOW ? 0 : 1);
}

/** Correlations, effect sizes, test statistics, reliabilities: two decimals. */
export const toHundredths: Rounding = decimals(2);
/** Degrees of freedom: one decimal. */
export const toTenths: Rounding = decimals(1);
/** A p value: two significant digits. */
export const toTwoDigits: Rounding = (value) => (isHidden(value) ? value : Number(value.toPrecision(2)));
