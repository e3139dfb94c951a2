import { isHidden, type Hidden, type Results } from '../change/types.js';
import { decimalsFor, known } from '../describe/format.js';

/** The two sides of the meeting. */
export type Side = 'resident' | 'official';

/** What a side's sheets say at the endline: its index in points 0–100, with the limits of the 95 % interval where they may be shown. */
export interface Measured {
  readonly mean: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Decimals to show it with. */
  readonly decimals: 0 | 1;
}

/** The other side. */
export const otherSide = (side: Side): Side => (side === 'resident' ? 'official' : 'resident');

/** The score that the other side guesses before anything is shown (method.md §5, meeting plan 1), or why it may not be shown. */
export function measuredScore(results: Results, side: Side): Measured | Hidden {
  const index = results.groups[side]?.index;
  if (index === undefined) return { estimate: null, why: 'n<2' };
  if (isHidden(index)) return index;
  // A wave may be shown alone, but a score is told in the meeting only together with its change.
  if (isHidden(index.change)) return index.change;
  const { endline } = index;
  if (isHidden(endline)) return endline;
  if (isHidden(endline.mean)) return endline.mean;
  return {
    mean: endline.mean,
    low: known(endline.low),
    high: known(endline.high),
    decimals: decimalsFor(endline.n),
  };
}

/** A guess as it was typed: a whole number 0–100, or nothing. */
export function readGuess(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^\d{1,3}$/.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return value <= 100 ? value : undefined;
}
