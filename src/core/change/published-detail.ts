import { suppressed, type Tier } from './disclosure.js';
import { publishPair, smallerWave } from './published-construct.js';
import { isFew, publishRate, refusal, roundChange, roundInterval, type Publishing } from './published-figures.js';
import { thenTier } from './then-test.js';
import {
  isHidden,
  type AttritionResult,
  type ByWave,
  type Change,
  type ConstructResult,
  type Hidden,
  type ItemAnswers,
  type ItemResult,
  type Level,
  type ModesResult,
  type Pair,
  type QualityResult,
  type Rate,
  type StandardsResult,
  type ThenTestResult,
} from './types.js';

/*
 * Items and quality as published. Of an item all counts are shown or none: with the total and the mean, single missing counts could be
 * worked out.
 */

/** One item. Its mean is shown with its counts only. */
export function publishItem(publishing: Publishing, path: string, item: ItemResult): ItemResult {
  const baseline = publishAnswers(publishing, `${path}/baseline`, item.baseline);
  const endline = publishAnswers(publishing, `${path}/endline`, item.endline);
  return {
    options: item.options,
    baseline,
    endline,
    score: publishScore(publishing, path, item.score, baseline, endline),
  };
}

function publishScore(
  publishing: Publishing,
  path: string,
  score: ItemResult['score'],
  baseline: ItemAnswers | Hidden,
  endline: ItemAnswers | Hidden,
): ItemResult['score'] {
  if (isHidden(score)) return score;
  const before = countsHidden(baseline);
  const after = countsHidden(endline);
  if (before && after) return before;
  const shown: Pair<Level | Hidden> = {
    baseline: before ?? score.baseline,
    endline: after ?? score.endline,
    change: before ?? after ?? score.change,
  };
  return publishPair(publishing, `${path}/score`, shown).pair;
}

function countsHidden(answers: ItemAnswers | Hidden): Hidden | undefined {
  if (isHidden(answers)) return answers;
  return isHidden(answers.counts) ? answers.counts : undefined;
}

function publishAnswers(publishing: Publishing, path: string, answers: ItemAnswers | Hidden): ItemAnswers | Hidden {
  if (isHidden(answers)) return answers;
  const { n, counts, sides, almostAll, dontKnow, notSaid } = answers;
  const refused = refusal(publishing, path, [n]);
  if (refused) return refused;
  const few = suppressed('n<5');
  const fewChose = !isHidden(counts) && counts.some(isFew);
  const silent = silence(publishing, path, dontKnow, notSaid);
  return {
    n,
    counts: fewChose ? few : counts,
    sides: fewChose && !isHidden(sides) && !areWide(sides) ? few : sides,
    ...(almostAll && { almostAll }),
    ...silent,
  };
}

/** Both ends hold enough people for nobody to be told from a side that has nobody. */
function areWide({
  low,
  middle,
  high,
}: {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}): boolean {
  return low > 0 && high > 0 && ![low, middle, high].some(isFew);
}

/** Both or none: with the number of people asked, one tells the other. */
function silence(
  publishing: Publishing,
  path: string,
  dontKnow: Rate | Hidden,
  notSaid: Rate | Hidden,
): Pick<ItemAnswers, 'dontKnow' | 'notSaid'> {
  const unknown = publishRate(publishing, `${path}/dontKnow`, dontKnow);
  const unsaid = publishRate(publishing, `${path}/notSaid`, notSaid);
  return {
    dontKnow: isHidden(unsaid) && !isHidden(unknown) ? unsaid : unknown,
    notSaid: isHidden(unknown) && !isHidden(unsaid) ? unknown : unsaid,
  };
}

/** What the quality of a group is published beside. */
export interface QualityContext {
  /** CY as it is in the document. */
  readonly real: ConstructResult | Hidden | undefined;
  /** CY as published. */
  readonly published: ConstructResult | Hidden | undefined;
  /** Whether the other group is hidden whole: then nothing is said of both together. */
  readonly otherHidden: boolean;
}

/** The quality of a group's answers. */
export function publishQuality(
  publishing: Publishing,
  path: string,
  quality: QualityResult,
  context: QualityContext,
): QualityResult {
  const rates = (name: string, figure: ByWave<Rate | Hidden> | Hidden): ByWave<Rate | Hidden> | Hidden =>
    isHidden(figure)
      ? figure
      : {
          baseline: publishRate(publishing, `${path}/${name}/baseline`, figure.baseline),
          endline: publishRate(publishing, `${path}/${name}/endline`, figure.endline),
        };
  const { acquiescence, straightLiners, speeders, prorated, modes, coded, linked, attrition } = quality;
  const { standards, thenTest } = quality;
  return {
    acquiescence: isHidden(acquiescence)
      ? acquiescence
      : {
          score: isHidden(acquiescence.score)
            ? acquiescence.score
            : publishPair(publishing, `${path}/acquiescence/score`, acquiescence.score, 'share').pair,
          share: rates('acquiescence/share', acquiescence.share),
        },
    straightLiners: rates('straightLiners', straightLiners),
    speeders: rates('speeders', speeders),
    prorated: isHidden(prorated)
      ? prorated
      : Object.fromEntries(Object.entries(prorated).map(([id, figure]) => [id, rates(`prorated/${id}`, figure)])),
    modes: isHidden(modes)
      ? modes
      : {
          baseline: publishModes(publishing, `${path}/modes/baseline`, modes.baseline),
          endline: publishModes(publishing, `${path}/modes/endline`, modes.endline),
        },
    coded: rates('coded', coded),
    linked: rates('linked', linked),
    attrition: isHidden(attrition)
      ? attrition
      : Object.fromEntries(
          Object.entries(attrition).map(([id, figure]) => [
            id,
            isHidden(figure)
              ? figure
              : {
                  baseline: publishAttrition(publishing, `${path}/attrition/${id}/baseline`, figure.baseline),
                  endline: publishAttrition(publishing, `${path}/attrition/${id}/endline`, figure.endline),
                },
          ]),
        ),
    ...(standards !== undefined && { standards: publishStandards(standards, context) }),
    ...(thenTest !== undefined && { thenTest: publishThenTest(publishing, `${path}/thenTest`, thenTest, context) }),
  };
}

/** Counts of one to four are hidden already, with what would give them away. */
function publishModes(publishing: Publishing, path: string, modes: ModesResult | Hidden): ModesResult | Hidden {
  return isHidden(modes) ? modes : (refusal(publishing, path, [modes.n]) ?? modes);
}

function publishAttrition(
  publishing: Publishing,
  path: string,
  attrition: AttritionResult | Hidden,
): AttritionResult | Hidden {
  if (isHidden(attrition)) return attrition;
  const { n, flag } = attrition;
  return refusal(publishing, path, [n.linked, n.unlinked]) ?? { ...roundInterval(attrition), n, flag };
}

/** Yes or no from means of ten people and more; of both groups only where both are shown. */
function publishStandards(standards: StandardsResult | Hidden, { otherHidden }: QualityContext): typeof standards {
  if (isHidden(standards) || standards.betweenGroups === undefined || !otherHidden) return standards;
  return { ...standards, betweenGroups: suppressed('n<5') };
}

/** With its construct, and at the higher cell as other figures of linked people. */
function publishThenTest(
  publishing: Publishing,
  path: string,
  thenTest: ThenTestResult | Hidden,
  { real, published }: QualityContext,
): ThenTestResult | Hidden {
  if (isHidden(thenTest)) return thenTest;
  const { shift, thenChange, n } = thenTest;
  const tier = publishedThenTier(publishing, n, real, published);
  if (isHidden(tier)) return tier;
  const one = (change: Change | Hidden): Change | Hidden =>
    isHidden(change) ? change : roundChange(change, smallerWave(change));
  return refusal(publishing, path, [n]) ?? { shift: one(shift), thenChange: one(thenChange), n };
}

function publishedThenTier(
  { k }: Publishing,
  n: number,
  real: ConstructResult | Hidden | undefined,
  published: ConstructResult | Hidden | undefined,
): Tier {
  const few = suppressed('n<5');
  if (published === undefined || real === undefined || isHidden(real)) return few;
  if (isHidden(published)) return published;
  if (isHidden(published.change)) return published.change;
  if (isHidden(real.change) || !('linked' in real.change.n)) return few;
  const { baseline, endline, linked } = real.change.n;
  return thenTier({ onlyBaseline: baseline - n, onlyEndline: endline - n, linked }, n, k);
}
