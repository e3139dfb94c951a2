import { noncentralTUpper } from './noncentral-t.js';
import { t95 } from './t-distribution.js';
import { undefinedBecause, type Undefined } from './why.js';

/*
 * How many people a study needs, and what it can see (method.md §3.18): two-sided tests at 5 %, 80 % power, by the non-central t as in R's
 * `power.t.test` (the far tail left out, as there by default). Hints for planning, not results.
 */

/** Chance of seeing a change that is there. */
const POWER = 0.8;
/** More people than any study has. */
const MOST = 10_000_000;

/** Power to see a standardised change `g` in n linked pairs whose waves correlate by `r`. */
function pairedPower(n: number, g: number, r: number): number {
  return power(n - 1, (Math.sqrt(n) * g) / Math.sqrt(2 * (1 - r)));
}

/** Power to see a standardised difference `g` between two waves of n unlinked people each. */
function unpairedPower(n: number, g: number): number {
  return power(2 * (n - 1), Math.sqrt(n / 2) * g);
}

function power(df: number, delta: number): number {
  // Far beyond the limits of the series everything is seen.
  return delta > 30 ? 1 : noncentralTUpper(t95(df), df, delta);
}

/**
 * Linked pairs needed to see a change of `g` standard deviations when the two answers of a person correlate by `r`. g = 0 or r outside
 * (-1, 1): `not-computable`. R: `ceiling(power.t.test(delta = g, sd = sqrt(2*(1-r)), power = .8, type = "paired")$n)`.
 */
export function pairsNeeded(g: number, r = 0.5): number | Undefined {
  if (!(r > -1 && r < 1)) return undefinedBecause('not-computable');
  return fewest((n) => pairedPower(n, Math.abs(g), r), Math.abs(g));
}

/** People needed at each wave to see a difference of `g` standard deviations between unlinked waves. g = 0: `not-computable`. */
export function perWaveNeeded(g: number): number | Undefined {
  return fewest((n) => unpairedPower(n, Math.abs(g)), Math.abs(g));
}

/** The least n >= 2 with enough power, which grows with n. */
function fewest(powerOf: (n: number) => number, g: number): number | Undefined {
  if (!(g > 0)) return undefinedBecause('not-computable');
  let high = 2;
  while (powerOf(high) < POWER) {
    high *= 2;
    if (high > MOST) return undefinedBecause('not-computable');
  }
  let low = Math.max(1, high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (powerOf(middle) < POWER) low = middle;
    else high = middle;
  }
  return high;
}

/** What a study looks like when `detectableChange` is asked. */
export interface SampleShape {
  /** Correlation of a person's two answers; default .5. */
  readonly r?: number;
  /** Standard deviation in points; default 20. */
  readonly sd?: number;
  /** Design effect of several communities (method.md §3.17); default 1. */
  readonly deff?: number;
}

/**
 * The smallest change, in the unit of `sd` (points), that n linked pairs show with 80 % power, times √DEFF. Fewer than 2 pairs: `n<2`;
 * r outside (-1, 1), sd <= 0 or deff <= 0: `not-computable`.
 */
export function detectableChange(n: number, { r = 0.5, sd = 20, deff = 1 }: SampleShape = {}): number | Undefined {
  if (!(n >= 2)) return undefinedBecause('n<2');
  if (!(r > -1 && r < 1 && sd > 0 && deff > 0)) return undefinedBecause('not-computable');
  let low = 0;
  let high = 1;
  while (pairedPower(n, high, r) < POWER) high *= 2;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (pairedPower(n, middle, r) < POWER) low = middle;
    else high = middle;
  }
  return high * sd * Math.sqrt(deff);
}

/**
 * How many to invite so that `needed` are linked, when a share `back` of those invited answers both times and a share `linked` of these
 * can be linked; default about one half together. Shares outside (0, 1]: `not-computable`.
 */
export function inviteFor(needed: number, back = 0.7, linked = 0.7): number | Undefined {
  if (!(needed >= 0 && back > 0 && back <= 1 && linked > 0 && linked <= 1)) return undefinedBecause('not-computable');
  return Math.ceil(needed / (back * linked));
}
