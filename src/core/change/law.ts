import { unlinked } from '../stats/partially-overlapping-t.js';
import { densityOfSum, type SumStratum } from '../stats/sum-density.js';
import { isUndefined } from '../stats/why.js';
import { unitOf, type Comparison } from './comparison.js';
import { notComputable, SOME, suppressed } from './disclosure.js';
import { isHidden, type ChangeLaw, type Hidden, type Level, type Pair } from './types.js';

/** A pair with the bootstrap law of its change; a change that is hidden has none. */
export function withLaw(pair: Pair<Level | Hidden>, comparison: Comparison, k: number): Pair<Level | Hidden> {
  return isHidden(pair.change) ? pair : { ...pair, change: { ...pair.change, law: lawOf(comparison, k) } };
}

/**
 * The bootstrap law of a change, in points: linked pairs, baseline only and endline only are resampled apart (method.md §3.9), each answer
 * adds its share to the difference of the two means. From 20 answers in both waves on. Fewer pairs than the smallest cell count as if they were
 * not linked, as in the headline (results-paths rule 11); fewer than that beside them, and the law is not shown: with the headline it would tell
 * their mean (rule 10).
 */
function lawOf({ baseline, endline, pairs, overlap, ...score }: Comparison, k: number): ChangeLaw | Hidden {
  if (Math.min(baseline.n, endline.n) < SOME) return suppressed('n<20');
  const apart = pairs.n < k;
  if (!apart && [overlap.onlyBaseline, overlap.onlyEndline].some((n) => n > 0 && n < k))
    return suppressed('complement');
  const [before, after] = apart
    ? [baseline, endline]
    : [unlinked(baseline, pairs, 'first'), unlinked(endline, pairs, 'second')];
  const unit = unitOf(score);
  const [first, second] = [unit / baseline.n, unit / endline.n];
  const strata: SumStratum[] = [
    { counts: before.counts, values: before.values.map((value) => -value * first) },
    { counts: after.counts, values: after.values.map((value) => value * second) },
  ];
  if (!apart) {
    const values = pairs.counts.map((_, i) => pairs.second[i]! * second - pairs.first[i]! * first);
    strata.push({ counts: pairs.counts, values });
  }
  const law = densityOfSum(strata);
  return isUndefined(law) ? notComputable(law.why) : law;
}
