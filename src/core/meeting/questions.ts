import { isHidden, type Results } from '../change/types.js';
import { decimalsFor, known } from '../describe/format.js';
import { smallest } from '../describe/say.js';

/** A thing that both sides judge and see differently at the endline, as a question for mixed tables. */
export interface GapQuestion {
  readonly construct: string;
  /** Officials minus residents, in points. */
  readonly gap: number;
  readonly low: number;
  readonly high: number;
  readonly decimals: 0 | 1;
}

/**
 * Where the two views are apart at the endline by more than chance explains, the widest first (method.md §5, meeting plan 3). A gap that is
 * hidden, or whose interval holds 0, is nothing to ask "why" about.
 */
export function gapQuestions(results: Results, most = 3): readonly GapQuestion[] {
  return Object.entries(results.gaps)
    .flatMap(([construct, { endline }]): GapQuestion[] => {
      if (isHidden(endline)) return [];
      const [gap, low, high] = [known(endline.estimate), known(endline.low), known(endline.high)];
      if (gap === undefined || low === undefined || high === undefined || low * high <= 0) return [];
      return [{ construct, gap, low, high, decimals: decimalsFor(smallest(endline)) }];
    })
    .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap))
    .slice(0, most);
}
