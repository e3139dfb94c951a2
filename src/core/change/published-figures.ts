import { averageSd, hedgesG } from '../stats/hedges-g.js';
import { t95 } from '../stats/t-distribution.js';
import { tEstimate, type TEstimate } from '../stats/t-estimate.js';
import { isUndefined } from '../stats/why.js';
import type { EarlierViews } from './differencing.js';
import { sizesOf } from './differencing.js';
import { shown, suppressed } from './disclosure.js';
import { inUnit, toHundredths, toTenths, toTwoDigits, type Unit } from './published-rounding.js';
import { isHidden, type Change, type DidChange, type Hidden, type Interval, type Level, type Rate } from './types.js';

/** What a figure needs to know to be published: the smallest cell, and what is known already. */
export interface Publishing {
  readonly k: number;
  readonly earlier: EarlierViews;
}

/** Counts below this are never published (results-paths rule 9). */
const FEWEST = 5;

/** A count of people that may not be published, although the group it is a part of may. */
export function isFew(count: number): boolean {
  return count > 0 && count < FEWEST;
}

/** Why a view of these sizes may not be published: too few people, or nearly the same people as in an earlier view. */
export function refusal({ k, earlier }: Publishing, path: string, sizes: readonly number[]): Hidden | undefined {
  if (sizes.some((n) => n > 0 && n < k)) return suppressed('n<5');
  return earlier.refuses(path, sizes) ? suppressed('complement') : undefined;
}

/** One wave. */
export function publishLevel(
  publishing: Publishing,
  path: string,
  level: Level | Hidden,
  unit: Unit = 'points',
): Level | Hidden {
  if (isHidden(level)) return level;
  const refused = refusal(publishing, path, [level.n]);
  if (refused) return refused;
  const round = inUnit(unit, level.n);
  const { n, mean, sd, low, high } = level;
  return { n, mean: round(mean), sd: round(sd), low: round(low), high: round(high) };
}

/** A share; a count of 1–4 on either side hides it, because the share and its interval tell the count. */
export function publishRate(publishing: Publishing, path: string, rate: Rate | Hidden): Rate | Hidden {
  if (isHidden(rate)) return rate;
  const { n, count } = rate;
  const refused = refusal(publishing, path, [n]);
  if (refused) return refused;
  if (typeof count === 'number' && (isFew(count) || isFew(n - count))) return suppressed('n<5');
  const round = inUnit('share', n);
  return { estimate: round(rate.estimate), low: round(rate.low), high: round(rate.high), count, n };
}

/** Rounds a change; `smallerN` is what its points are rounded by. */
export function roundChange(change: Change, smallerN: number, unit: Unit = 'points'): Change {
  const { r, n, g } = change;
  return {
    ...roundInference(change, smallerN, unit),
    ...(r !== undefined && { r: toHundredths(r) }),
    n,
    ...(g !== undefined && { g: isHidden(g) ? g : roundInterval(g) }),
  };
}

/** Rounds estimate, interval and test. */
export function roundInference(change: DidChange, smallerN: number, unit: Unit = 'points'): DidChange {
  const round = inUnit(unit, smallerN);
  return {
    estimate: round(change.estimate),
    low: round(change.low),
    high: round(change.high),
    se: round(change.se),
    df: toTenths(change.df),
    t: toHundredths(change.t),
    p: toTwoDigits(change.p),
  };
}

/** Rounds an interval without unit (effect sizes, Cliff) to hundredths. */
export function roundInterval({ estimate, low, high }: Interval): Interval {
  return { estimate: toHundredths(estimate), low: toHundredths(low), high: toHundredths(high) };
}

/** A headline change before rounding, and whether its inference is another than in the document it comes from. */
export interface Headline {
  readonly change: Change | Hidden;
  readonly renewed: boolean;
}

/**
 * The headline between two waves whose levels are given as published. Without either level there is none: it could be used to work out
 * the other. Fewer linked people than the smallest cell do not lend their correlation (results-paths rule 11 at the higher cell): the
 * inference of method.md §3.7 is then made anew with r := 0 from the levels.
 */
export function publishedHeadline(
  publishing: Publishing,
  path: string,
  change: Change | Hidden,
  before: Spread | Hidden,
  after: Spread | Hidden,
): Headline {
  if (isHidden(change)) return { change, renewed: false };
  const refused = refusal(publishing, path, waveSizes(change));
  const hidden = refused ?? (isHidden(before) ? before : isHidden(after) ? after : undefined);
  if (hidden) return { change: hidden, renewed: false };
  const linked = 'linked' in change.n ? change.n.linked : 0;
  if (!(linked > 0 && linked < publishing.k) || change.r === 0 || isHidden(before) || isHidden(after)) {
    return { change, renewed: false };
  }
  return { change: withoutCorrelation(change, before, after, linked), renewed: true };
}

function waveSizes({ n }: Change): readonly number[] {
  // The number of linked people alone hides nothing of the headline.
  return 'linked' in n ? [n.baseline, n.endline] : sizesOf(n);
}

/** Size, SD (in the unit of the change) of one wave. */
export interface Spread {
  readonly n: number;
  readonly sd: Level['sd'];
}

function withoutCorrelation(change: Change, before: Spread, after: Spread, linked: number): Change {
  const none = suppressed('n<5');
  const { estimate, n } = change;
  if (typeof estimate !== 'number' || typeof before.sd !== 'number' || typeof after.sd !== 'number') {
    return { estimate, low: none, high: none, se: none, df: none, t: none, p: none, r: none, n, g: none };
  }
  const [variance1, variance2] = [before.sd * before.sd, after.sd * after.sd];
  const [part1, part2] = [variance1 / before.n, variance2 / after.n];
  const apart = part1 + part2;
  const gamma = (apart * apart) / ((part1 * part1) / (before.n - 1) + (part2 * part2) / (after.n - 1));
  const unlinked = before.n + after.n - 2 * linked;
  const df = linked - 1 + ((gamma - linked + 1) / (unlinked + 2 * linked)) * unlinked;
  const test = tEstimate(estimate, Math.sqrt(apart), df);
  const g = test.se > 0 ? hedgesG(estimate, test.se, t95(df), df, averageSd(variance1, variance2)) : undefined;
  return {
    ...shownInference(test),
    r: 0,
    n,
    g: g === undefined ? { estimate: null, why: 'zero-variance' } : isUndefined(g) ? g : g,
  };
}

/** Estimate, interval and test as a document has them. */
export function shownInference({ estimate, low, high, se, df, t, p }: TEstimate): DidChange {
  return { estimate, low: shown(low), high: shown(high), se, df: shown(df), t: shown(t), p: shown(p) };
}

/** A change as an estimate that can be combined; undefined where its inference is hidden. */
export function asEstimate(change: DidChange | Hidden): TEstimate | undefined {
  if (isHidden(change)) return undefined;
  const { estimate, se, df } = change;
  if (typeof estimate !== 'number' || typeof se !== 'number') return undefined;
  if (se === 0) return tEstimate(estimate, 0, 1);
  return typeof df === 'number' ? tEstimate(estimate, se, df) : undefined;
}
