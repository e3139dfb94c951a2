import { boolean, dictionary, list, number, object, oneOf, type Shape } from '../json/shape.js';
import { byWave, change, count, level, orHidden, pairOrHidden, rate, shown } from './figure-shapes.js';
import type {
  AttritionResult,
  ClustersResult,
  ConstructResult,
  GroupResult,
  Hidden,
  Histogram,
  IndexResult,
  ItemAnswers,
  ItemResult,
  ItemSide,
  LadderResult,
  ModesResult,
  QualityResult,
  Range,
  SensitivityResult,
  WeightedChange,
} from './types.js';

/* Shapes of what stands under `groups[group]` (results-paths, names). */

const fraction = number(0, 1);
const wavesOrHidden = <T>(shape: Shape<T>): Shape<{ readonly baseline: T; readonly endline: T } | Hidden> =>
  orHidden(byWave(shape));

const moved = orHidden(
  object({ up: shown, same: shown, down: shown, n: count, estimate: shown, low: shown, high: shown }),
);
const cliff = orHidden(object({ estimate: shown, low: shown, high: shown, superiority: shown }));
const wilcoxon = orHidden(
  object({ n: count, nonZero: count, wPlus: number(0), z: shown, p: shown, exact: shown, rankBiserial: shown }),
);
const reliableChange = orHidden(object({ threshold: shown, up: shown, same: shown, down: shown, n: count }));
const reliability = orHidden(
  object(
    { alpha: shown, low: shown, high: shown, n: count, items: count },
    { omega: shown, itemRest: dictionary(shown) },
  ),
);
const ends = orHidden(object({ floor: shown, ceiling: shown }));

/** One construct. */
export const construct = object(
  { baseline: level, endline: level, change, paired: change, unpaired: change },
  {
    holm: shown,
    cliff,
    netImprovement: moved,
    wilcoxon,
    reliableChange,
    reliability: wavesOrHidden(reliability),
    floorCeiling: wavesOrHidden(ends),
  },
) as Shape<ConstructResult>;

const range: Shape<Range | Hidden> = orHidden(object({ low: shown, high: shown }));
const weighted: Shape<WeightedChange | Hidden> = orHidden(
  object({ estimate: shown, low: shown, high: shown, n: byWave(count), smallestBand: count }),
);
const sensitivity = orHidden(
  object(
    {},
    {
      leaveOneOut: range,
      bounds: range,
      signRobust: orHidden(boolean),
      dirichlet: orHidden(object({ low: shown, high: shown, sameSign: fraction })),
      exactOnly: change,
      withoutStraightLiners: change,
      linkedOnly: change,
      withOneOff: change,
      weightedByAge: weighted,
      withoutNewFirstInCommand: change,
      completeScalesOnly: change,
    },
  ),
) as Shape<SensitivityResult | Hidden>;
const clusters = orHidden(
  object({ communities: count }, { icc: number(), deff: number(), low: number(), high: number() }),
) as Shape<ClustersResult | Hidden>;

const bins: Shape<Histogram> = object({ n: count, edges: list(number(0, 100), 2, 101), counts: list(count, 1, 100) });
const histogram: Shape<Histogram | Hidden> = orHidden((value, path, report) => {
  const read = bins(value, path, report);
  const { edges, counts }: Partial<Histogram> = read ?? {};
  if (edges?.length !== (counts?.length ?? 0) + 1) report(path, 'value', 'must have one edge more than counts');
  return read;
});

/** The index of a group. */
export const index = object(
  {
    baseline: level,
    endline: level,
    change,
    verdict: orHidden(
      oneOf(
        'clear-improvement',
        'clear-decline',
        'no-relevant-change',
        'improvement-uncertain',
        'decline-uncertain',
        'undecided',
      ),
    ),
    contributions: orHidden(dictionary(shown)),
  },
  { sensitivity, clusters, histogram: wavesOrHidden(histogram) },
) as Shape<IndexResult>;

const ladder: Shape<LadderResult | Hidden> = orHidden(
  object({ score: pairOrHidden, share: orHidden(object({ baseline: rate, endline: rate, change })) }),
);

const side = oneOf('low', 'middle', 'high') as Shape<ItemSide>;
const answers = orHidden(
  object(
    {
      n: count,
      counts: orHidden(list(count)),
      sides: orHidden(object({ low: count, middle: count, high: count })),
      dontKnow: rate,
      notSaid: rate,
    },
    { almostAll: side },
  ),
) as Shape<ItemAnswers | Hidden>;
const item: Shape<ItemResult | Hidden> = orHidden(
  object({ options: list(number()), baseline: answers, endline: answers, score: pairOrHidden }),
);

const modes: Shape<ModesResult | Hidden> = orHidden(object({ n: count, self: shown, helped: shown, paper: shown }));
const attrition: Shape<AttritionResult | Hidden> = orHidden(
  object({
    estimate: shown,
    low: shown,
    high: shown,
    n: object({ linked: count, unlinked: count }),
    flag: oneOf('alike', 'care', 'differ'),
  }),
);
const rates = wavesOrHidden(rate);
const quality = orHidden(
  object(
    {
      acquiescence: orHidden(object({ score: pairOrHidden, share: rates })),
      straightLiners: rates,
      speeders: rates,
      prorated: orHidden(dictionary(rates)),
      modes: wavesOrHidden(modes),
      coded: rates,
      linked: rates,
      attrition: orHidden(dictionary(wavesOrHidden(attrition))),
    },
    {
      standards: orHidden(object({ moved: orHidden(boolean) }, { betweenGroups: wavesOrHidden(orHidden(boolean)) })),
      thenTest: orHidden(object({ shift: change, thenChange: change, n: count })),
    },
  ),
) as Shape<QualityResult | Hidden>;

/** All figures of one group. */
export const groupResult = object(
  {
    index: orHidden(index),
    domains: orHidden(object({ participation: pairOrHidden, trust: pairOrHidden, governance: pairOrHidden })),
    constructs: orHidden(dictionary(orHidden(construct))),
  },
  { items: orHidden(dictionary(item)), ladder, frequency: orHidden(dictionary(pairOrHidden)), quality },
) as Shape<GroupResult>;
