import { TIE } from '../stats/why.js';
import { collapse, notComputable, strongest } from './disclosure.js';
import { isHidden, type ByWave, type GroupResult, type Hidden, type ItemResult, type Level } from './types.js';

/** The anchoring vignettes; half an answer step of a mean means that standards moved, or differ (method.md §3.15). */
const VIGNETTES = ['AV1', 'AV2'] as const;
const HALF_A_STEP = 12.5;

type Items = Readonly<Record<string, ItemResult | Hidden>> | Hidden;

/** Whether the mean rating of a vignette moved by half a step between the waves: undefined where none was asked. */
export function standardsMoved(items: Items): boolean | Hidden | undefined {
  if (isHidden(items)) return undefined;
  const asked = VIGNETTES.flatMap((id) => items[id] ?? []);
  if (asked.length === 0) return undefined;
  return halfAStep(
    asked.map((item) => {
      const score = scoreOf(item);
      if (isHidden(score)) return score;
      return isHidden(score.change) ? score.change : score.change.estimate;
    }),
  );
}

/**
 * Whether residents and officials rated a vignette half a step apart, by wave (method.md §3.15a): from means that both groups may show.
 * Undefined where no vignette was asked of both; where all items of one group are suppressed, their reason stands.
 */
export function standardsBetween(resident: Items, official: Items): ByWave<boolean | Hidden> | undefined {
  if (isHidden(resident) && isHidden(official)) return undefined;
  const asked = VIGNETTES.flatMap((id) => {
    const [ours, theirs] = [resident, official].map((items) =>
      isHidden(items) ? ('suppressed' in items ? items : undefined) : items[id],
    );
    return ours && theirs ? [[ours, theirs] as const] : [];
  });
  if (asked.length === 0) return undefined;
  const wave = (name: 'baseline' | 'endline'): boolean | Hidden =>
    halfAStep(
      asked.map((both) => {
        const [ours, theirs] = both.map((item) => meanOf(item, name)) as [number | Hidden, number | Hidden];
        const hidden = [ours, theirs].filter(isHidden);
        return hidden.length > 0 ? strongest(hidden) : (theirs as number) - (ours as number);
      }),
    );
  return { baseline: wave('baseline'), endline: wave('endline') };
}

/** A group with what a comparison with the other group says of its standards; as it is where its quality is hidden or no vignette was asked. */
export function withStandardsBetween(group: GroupResult, between: ByWave<boolean | Hidden>): GroupResult {
  const { quality } = group;
  if (quality === undefined || isHidden(quality) || quality.standards === undefined) return group;
  const { standards } = quality;
  const moved = isHidden(standards) ? standards : standards.moved;
  return { ...group, quality: { ...quality, standards: collapse({ moved, betweenGroups: between }) } };
}

/** One difference of half a step is enough; that there is none can be said only when all are known. */
function halfAStep(differences: readonly (number | Hidden)[]): boolean | Hidden {
  const known = differences.filter((difference) => typeof difference === 'number');
  if (known.some((difference) => Math.abs(difference) >= HALF_A_STEP - TIE)) return true;
  return known.length === differences.length ? false : (differences.find(isHidden) ?? notComputable('not-computable'));
}

function scoreOf(item: ItemResult | Hidden): ItemResult['score'] {
  return isHidden(item) ? item : item.score;
}

function meanOf(item: ItemResult | Hidden, wave: 'baseline' | 'endline'): Level['mean'] {
  const score = scoreOf(item);
  if (isHidden(score)) return score;
  const level = score[wave];
  return isHidden(level) ? level : level.mean;
}
