import { linkedTier, suppressed, unlinkedTier, type Tier } from './disclosure.js';
import {
  isFew,
  publishedHeadline,
  publishLevel,
  refusal,
  roundChange,
  roundInterval,
  type Headline,
  type Publishing,
} from './published-figures.js';
import { toHundredths, toTwoDigits, inUnit, roundTo, type Unit } from './published-rounding.js';
import {
  isHidden,
  type Change,
  type ConstructResult,
  type FloorCeiling,
  type Hidden,
  type Level,
  type NetImprovementResult,
  type Pair,
  type ReliableChangeResult,
  type Reliability,
  type WilcoxonResult,
} from './types.js';

/** Two published waves and the headline between them, before and after rounding. */
export interface PublishedPair {
  readonly pair: Pair<Level | Hidden>;
  readonly headline: Headline;
}

/** Levels and headline of a score. */
export function publishPair(
  publishing: Publishing,
  path: string,
  { baseline, endline, change }: Pair<Level | Hidden>,
  unit: Unit = 'points',
): PublishedPair {
  const before = publishLevel(publishing, `${path}/baseline`, baseline, unit);
  const after = publishLevel(publishing, `${path}/endline`, endline, unit);
  const headline = publishedHeadline(
    publishing,
    `${path}/change`,
    change,
    // Hidden as published, but with the exact SD.
    isHidden(before) ? before : baseline,
    isHidden(after) ? after : endline,
  );
  return {
    pair: {
      baseline: before,
      endline: after,
      change: isHidden(headline.change)
        ? headline.change
        : roundChange(headline.change, smallerWave(headline.change), unit),
    },
    headline,
  };
}

/** The smaller wave of a headline change. */
export function smallerWave({ n }: Change): number {
  return 'baseline' in n ? Math.min(n.baseline, n.endline) : Math.min(n.resident, n.official);
}

/** One construct; its `holm` is made anew by the caller, who knows the others. */
export function publishConstruct(
  publishing: Publishing,
  path: string,
  construct: ConstructResult,
): { readonly construct: ConstructResult; readonly headline: Headline } {
  const { pair, headline } = publishPair(publishing, path, construct);
  const { linked, apart } = tiers(publishing, construct, headline.change);
  const paired = linkedFigure(publishing, `${path}/paired`, construct.paired, linked, (change) =>
    roundChange(change, smallerWave(change)),
  );
  const counts = linkedFigure(
    publishing,
    `${path}/netImprovement`,
    construct.netImprovement,
    linked,
    publishNetImprovement,
  );
  // Ranks and their sum tell how many moved down when nearly everybody moved up.
  const ranks = counts !== undefined && isHidden(counts) ? counts : undefined;
  const both = isHidden(pair.change) ? pair.change : undefined;
  const members: Record<string, unknown> = {
    ...pair,
    paired,
    unpaired: linkedFigure(publishing, `${path}/unpaired`, construct.unpaired, apart, (change) =>
      roundChange(change, smallerWave(change)),
    ),
    cliff: orHidden(construct.cliff, both, (cliff) => ({
      ...roundInterval(cliff),
      superiority: toHundredths(cliff.superiority),
    })),
    netImprovement: counts,
    wilcoxon: linkedFigure(publishing, `${path}/wilcoxon`, construct.wilcoxon, ranks ?? linked, publishWilcoxon),
    reliableChange: linkedFigure(publishing, `${path}/reliableChange`, construct.reliableChange, linked, (moved) =>
      publishReliableChange(moved, construct.netImprovement),
    ),
    reliability: byWave(construct.reliability, (figure, wave) => {
      const reliability = figure as Reliability;
      const level = pair[wave];
      if (isHidden(level)) return level;
      return refusal(publishing, `${path}/reliability/${wave}`, [reliability.n]) ?? publishReliability(reliability);
    }),
    floorCeiling: byWave(construct.floorCeiling, (ends, wave) => {
      const level = pair[wave];
      return isHidden(level) ? level : publishEnds(ends as FloorCeiling, level.n);
    }),
  };
  return {
    construct: Object.fromEntries(
      Object.entries(members).filter(([, member]) => member !== undefined),
    ) as unknown as ConstructResult,
    headline,
  };
}

/** Whether figures of linked and of unlinked people may be published (results-paths rule 10 at the higher cell). */
function tiers(
  { k }: Publishing,
  { change }: ConstructResult,
  published: Change | Hidden,
): { linked: Tier; apart: Tier } {
  if (isHidden(published)) return { linked: published, apart: published };
  if (isHidden(change) || !('linked' in change.n)) return { linked: suppressed('n<5'), apart: suppressed('n<5') };
  const { baseline, endline, linked } = change.n;
  const overlap = { onlyBaseline: baseline - linked, onlyEndline: endline - linked, linked };
  return { linked: linkedTier(overlap, k), apart: unlinkedTier(overlap, k) };
}

/** A figure about linked or unlinked people; what is hidden already keeps its reason. */
function linkedFigure<T extends { readonly n: number | object }>(
  publishing: Publishing,
  path: string,
  figure: T | Hidden | undefined,
  tier: Tier,
  publish: (figure: T) => T | Hidden,
): T | Hidden | undefined {
  if (figure === undefined || isHidden(figure)) return figure;
  if (isHidden(tier)) return tier;
  const sizes = typeof figure.n === 'number' ? [figure.n] : (Object.values(figure.n) as number[]);
  return refusal(publishing, path, sizes) ?? publish(figure);
}

function orHidden<T>(
  figure: T | Hidden | undefined,
  hidden: Hidden | undefined,
  publish: (figure: T) => T,
): T | Hidden | undefined {
  if (figure === undefined || isHidden(figure)) return figure;
  return hidden ?? publish(figure);
}

function byWave(
  figure: unknown,
  publish: (figure: unknown, wave: 'baseline' | 'endline') => unknown,
): Hidden | { baseline: unknown; endline: unknown } | undefined {
  if (figure === undefined || isHidden(figure)) return figure;
  const waves = figure as Readonly<Record<'baseline' | 'endline', unknown>>;
  const one = (wave: 'baseline' | 'endline'): unknown => {
    const own = waves[wave];
    return isHidden(own) ? own : publish(own, wave);
  };
  return { baseline: one('baseline'), endline: one('endline') };
}

/** All three counts and the share they make, or nothing: with n known, any two of them tell the third. */
function publishNetImprovement(moved: NetImprovementResult): NetImprovementResult | Hidden {
  const { up, same, down, n } = moved;
  if ([up, same, down].some((count) => typeof count === 'number' && isFew(count))) return suppressed('n<5');
  return { ...roundInterval(moved), up, same, down, n };
}

function publishReliableChange(
  moved: ReliableChangeResult,
  all: NetImprovementResult | Hidden | undefined,
): ReliableChangeResult | Hidden {
  const { up, same, down, n, threshold } = moved;
  const counts = [up, same, down];
  // Those who moved, but by less than the threshold: the difference of the two counts.
  if (all !== undefined && !isHidden(all)) counts.push(less(all.up, up), less(all.down, down));
  if (counts.some((count) => typeof count === 'number' && isFew(count))) return suppressed('n<5');
  return { threshold: inUnit('points', n)(threshold), up, same, down, n };
}

function less(all: NetImprovementResult['up'], some: NetImprovementResult['up']): NetImprovementResult['up'] {
  return typeof all === 'number' && typeof some === 'number' ? all - some : 0;
}

function publishWilcoxon(test: WilcoxonResult): WilcoxonResult {
  const { n, nonZero, wPlus, z, p, exact, rankBiserial } = test;
  return {
    n,
    nonZero,
    wPlus,
    z: toHundredths(z),
    p: toTwoDigits(p),
    exact: toTwoDigits(exact),
    rankBiserial: toHundredths(rankBiserial),
  };
}

function publishReliability(reliability: Reliability): Reliability {
  const { alpha, low, high, n, items, omega, itemRest } = reliability;
  return {
    alpha: toHundredths(alpha),
    low: toHundredths(low),
    high: toHundredths(high),
    n,
    items,
    ...(omega !== undefined && { omega: toHundredths(omega) }),
    ...(itemRest !== undefined && {
      itemRest: Object.fromEntries(Object.entries(itemRest).map(([id, r]) => [id, toHundredths(r)])),
    }),
  };
}

/** Shares at both ends; with few people between them both are hidden. */
function publishEnds({ floor, ceiling }: FloorCeiling, n: number): FloorCeiling | Hidden {
  const few = suppressed('n<5');
  const count = (share: FloorCeiling['floor']): number => (typeof share === 'number' ? Math.round(share * n) : 0);
  const [low, high] = [count(floor), count(ceiling)];
  const between = isFew(n - low - high);
  const one = (share: FloorCeiling['floor'], own: number): FloorCeiling['floor'] =>
    isHidden(share) ? share : between || isFew(own) ? few : roundTo(share, 2);
  const ends = { floor: one(floor, low), ceiling: one(ceiling, high) };
  return isHidden(ends.floor) && isHidden(ends.ceiling) ? ends.floor : ends;
}
