import { welchT, unlinked } from '../stats/partially-overlapping-t.js';
import { margin } from '../stats/tally.js';
import { isUndefined } from '../stats/why.js';
import type { WaveName } from './columns.js';
import type { Comparison } from './comparison.js';
import { tierOf, whole } from './disclosure.js';
import type { AttritionResult, ByWave, Hidden } from './types.js';

/** Standards of the What Works Clearinghouse for the likeness of groups (method.md §3.6). */
const ALIKE = 0.05;
const CARE = 0.25;

/**
 * Whether the people who could be linked are like those who answered one wave only: Hedges' g of their scores, linked minus unlinked, with
 * Welch's interval (method.md §3.6). Fewer than the smallest cell on either side, or fewer than ten: hidden (results-paths rule 8).
 */
export function attritionOf(comparison: Comparison, k: number): ByWave<AttritionResult | Hidden> {
  return { baseline: oneWave(comparison, 'baseline', k), endline: oneWave(comparison, 'endline', k) };
}

function oneWave(comparison: Comparison, wave: WaveName, k: number): AttritionResult | Hidden {
  const side = wave === 'baseline' ? 'first' : 'second';
  const linked = margin(comparison.pairs, side);
  const others = unlinked(comparison[wave], comparison.pairs, side);
  return whole(
    () => {
      const difference = welchT(others, linked);
      if (isUndefined(difference)) return difference;
      const { g } = difference;
      if (isUndefined(g)) return g;
      const { estimate, low, high } = g;
      const size = Math.abs(estimate);
      return {
        estimate,
        low,
        high,
        n: { linked: linked.n, unlinked: others.n },
        flag: size <= ALIKE ? ('alike' as const) : size <= CARE ? ('care' as const) : ('differ' as const),
      };
    },
    tierOf([linked.n, others.n], k),
  );
}
