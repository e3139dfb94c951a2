import { ABSENT } from '../scoring/answer-row.js';
import { pairedT } from '../stats/partially-overlapping-t.js';
import { scaleEstimate } from '../stats/t-estimate.js';
import { tallyPairs } from '../stats/tally.js';
import { mostlyShort, WAVES, type Column, type GroupColumns } from './columns.js';
import { unitOf, type Comparison } from './comparison.js';
import { change, linkedTier, suppressed, type Overlap, type Tier } from './disclosure.js';
import type { GroupSheets } from './sheets.js';
import { isHidden, type Change, type Hidden, type ThenTestResult } from './types.js';

/** The scale that is asked again about six months ago, and the mark of its then-items (`CY1T`; method.md §3.15b). */
const SCALE = 'CY';
const THEN = 'T';

/**
 * The then-test (Howard 1980, method.md §3.15b) of linked people who have all three scores of CY: shift = then - pre, then-change =
 * post - then, paired t, in points. It explains a change and enters no index. Undefined where nobody answered a then-item.
 */
export function thenTestOf(
  sheets: GroupSheets,
  columns: GroupColumns,
  comparisons: readonly Comparison[],
  k: number,
): ThenTestResult | Hidden | undefined {
  const comparison = comparisons.find(({ id }) => id === SCALE);
  const scale = columns.scores.get(SCALE);
  const then = thenScores(sheets, columns);
  if (!comparison || !scale || !then) return undefined;
  const people = columns.links.used
    .map(({ baseline, endline }) => ({
      pre: scale.baseline[baseline] as number,
      post: scale.endline[endline] as number,
      then: then[endline] as number,
    }))
    .filter(({ pre, post, then: own }) => pre === pre && post === post && own === own);
  const n = people.length;
  const tier = thenTier(
    {
      onlyBaseline: comparison.baseline.n - n,
      onlyEndline: comparison.endline.n - n,
      linked: comparison.pairs.n,
    },
    n,
    k,
    then.filter((own) => own === own).length - n,
  );
  if (isHidden(tier)) return tier;
  const between = (first: 'pre' | 'then', second: 'then' | 'post'): Change | Hidden =>
    change(
      () =>
        scaleEstimate(
          pairedT(
            tallyPairs(
              people.map((own) => own[first]),
              people.map((own) => own[second]),
            ),
            k,
          ),
          unitOf(comparison),
        ),
      tier,
      { baseline: n, endline: n, linked: n },
    );
  return { shift: between('pre', 'then'), thenChange: between('then', 'post'), n };
}

/**
 * The tier of a then-test of n people: as other figures of linked people (results-paths rule 10), and hidden too when those beside them,
 * linked without a then-test, are too few. `linked` of the overlap are all linked people. Where the people are a whole wave their
 * then-score could be worked out from a mean, and with it that of the `others` who answered then-items: hidden.
 */
export function thenTier({ onlyBaseline, onlyEndline, linked }: Overlap, n: number, k: number, others = 0): Tier {
  const tier = linkedTier({ onlyBaseline, onlyEndline, linked: n }, k);
  if (isHidden(tier)) return tier;
  const beside = linked - n;
  const whole = onlyBaseline === 0 || onlyEndline === 0;
  return (beside > 0 && beside < k) || (whole && others > 0) ? suppressed('complement') : tier;
}

/** Keys of CY from the then-items of every sheet of the endline; undefined where there is no such item or nobody met one. */
function thenScores(sheets: GroupSheets, { keys, table }: GroupColumns): Column['endline'] | undefined {
  const key = keys.find(({ id, kind }) => id === SCALE && kind === 'scale');
  const twins = (key?.items ?? []).flatMap((item) => {
    const twin = table.items.find(({ id }) => id === item.id + THEN);
    return twin ? [{ at: item.at, twin, cells: table.cells.endline[twin.at] as Int8Array }] : [];
  });
  if (!key || twins.length === 0 || twins.every(({ cells }) => cells.every((code) => code === ABSENT)))
    return undefined;
  const allShort = WAVES.some((wave) => mostlyShort(sheets[wave]));
  // Each answer stands in the place of the item it repeats, so that the scale's own key scores it.
  const row = new Float64Array(table.items.length).fill(NaN);
  return Float64Array.from(sheets.endline, ({ form }, i) => {
    for (const { at, twin, cells } of twins) {
      const value = twin.options[cells[i] as number];
      row[at] = value === undefined ? NaN : twin.reversed ? twin.max - value : value - twin.min;
    }
    return key.keyOf(row, allShort || form === 'short');
  });
}
