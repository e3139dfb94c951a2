import type { ChangeEstimate, TEstimate } from '../stats/t-estimate.js';
import { meanEstimate } from '../stats/mean.js';
import type { Tally } from '../stats/tally.js';
import { isUndefined, type Undefined } from '../stats/why.js';
import { wilson } from '../stats/wilson.js';
import {
  isHidden,
  type Change,
  type Hidden,
  type Level,
  type NotComputable,
  type Rate,
  type Suppressed,
  type Why,
} from './types.js';

/*
 * Disclosure control (method.md §3.13; results-paths rules 8–10). Every figure of a results document passes through here, so that nothing
 * downstream can show what must not be shown.
 */

/** Below this many the SD, inference and shares are not shown (rule 8). */
export const FEW = 10;
/** Below this many a share with everybody on one side, and reliability, are not shown (rule 8). */
export const SOME = 20;

/** A figure that may not be shown. */
export function suppressed(why: Why): Suppressed {
  return { suppressed: true, why };
}

/** A figure that cannot be computed. */
export function notComputable(why: Why): NotComputable {
  return { estimate: null, why };
}

/** A number of a statistic, or why it is not there. */
export function shown(value: number | Undefined): number | NotComputable {
  return typeof value === 'number' ? value : notComputable(value.why);
}

/** How much of a comparison of two sets of answers may be shown: nothing, estimate and interval, or everything. */
export type Tier = Hidden | 'few' | 'full';

/** The tier of figures that rest on sets of these sizes, `k` the smallest cell (rule 8). */
export function tierOf(sizes: readonly number[], k: number): Tier {
  if (sizes.some((n) => n > 0 && n < k)) return suppressed('n<5');
  const smallest = Math.min(...sizes);
  if (smallest === 0) return notComputable('n<2');
  return smallest < FEW ? 'few' : 'full';
}

/** How many answered only the baseline, only the endline, or both, on one score. */
export interface Overlap {
  readonly onlyBaseline: number;
  readonly onlyEndline: number;
  readonly linked: number;
}

/**
 * The tier of figures about linked people (rule 10): too few pairs, or so few beside them that these could be worked out from the headline.
 */
export function linkedTier({ onlyBaseline, onlyEndline, linked }: Overlap, k: number): Tier {
  const small = (n: number): boolean => n > 0 && n < k;
  if (small(linked)) return suppressed('n<5');
  if (small(onlyBaseline) || small(onlyEndline)) return suppressed('complement');
  return tierOf([linked], k);
}

/** The tier of figures about people who answered one wave only (rule 10). */
export function unlinkedTier({ onlyBaseline, onlyEndline, linked }: Overlap, k: number): Tier {
  const small = (n: number): boolean => n > 0 && n < k;
  if (small(onlyBaseline) || small(onlyEndline)) return suppressed('n<5');
  if (small(linked)) return suppressed('complement');
  return tierOf([onlyBaseline, onlyEndline], k);
}

/** One wave of a score (rule 8); `unit` points per value of the tally. */
export function level(data: Tally, k: number, unit = 1): Level | Hidden {
  const tier = tierOf([data.n], k);
  if (isHidden(tier)) return tier;
  const estimate = meanEstimate(data);
  if (isUndefined(estimate)) return notComputable(estimate.why);
  const inUnit = (value: number | Undefined): number | NotComputable =>
    typeof value === 'number' ? value * unit : notComputable(value.why);
  return {
    n: estimate.n,
    mean: estimate.mean * unit,
    sd: tier === 'few' ? suppressed('n<10') : inUnit(estimate.sd),
    low: inUnit(estimate.low),
    high: inUnit(estimate.high),
  };
}

/** A change at its tier; r and g where the document has them. */
export function change(
  compute: () => ChangeEstimate | Undefined,
  tier: Tier,
  n: Change['n'],
  parts: { readonly r: boolean; readonly g: boolean } = { r: true, g: true },
): Change | Hidden {
  if (isHidden(tier)) return tier;
  const estimate = compute();
  if (isUndefined(estimate)) return notComputable(estimate.why);
  const few = tier === 'few';
  const { r, g } = estimate;
  return {
    ...inference(estimate, tier),
    ...(parts.r && { r: few ? suppressed('n<10') : r }),
    n,
    ...(parts.g && { g: few ? suppressed('n<10') : isUndefined(g) ? notComputable(g.why) : g }),
  };
}

/** Estimate, interval and test at a tier. */
export function inference(estimate: TEstimate, tier: 'few' | 'full'): Omit<Change, 'r' | 'g' | 'n'> {
  const detail = (value: number | Undefined): number | Hidden => (tier === 'few' ? suppressed('n<10') : shown(value));
  return {
    estimate: estimate.estimate,
    low: shown(estimate.low),
    high: shown(estimate.high),
    se: detail(estimate.se),
    df: detail(estimate.df),
    t: detail(estimate.t),
    p: detail(estimate.p),
  };
}

/** A share with Wilson's interval; from 10 on, and with everybody on one side only from 20 on (rule 8). */
export function rate(count: number, n: number, k: number): Rate | Hidden {
  const tier = tierOf([n], k);
  if (isHidden(tier)) return tier;
  if (tier === 'few') return suppressed('n<10');
  if (n < SOME && (count === 0 || count === n)) return suppressed('n<20');
  const share = wilson(count, n);
  if (isUndefined(share)) return notComputable(share.why);
  return { ...share, count, n };
}

/** Any other statistic at its tier: whole, or not at all below 10 (rule 8). */
export function whole<T extends object>(estimate: () => T | Undefined, tier: Tier): T | Hidden {
  if (isHidden(tier)) return tier;
  if (tier === 'few') return suppressed('n<10');
  const value = estimate();
  return isUndefined(value) ? notComputable(value.why) : value;
}

/**
 * An object of which nothing can be shown becomes one hidden figure (results-paths, hidden figures), from the inside out. A suppressed
 * part wins over one that cannot be computed: it says more about why the whole is not there.
 */
export function collapse<T>(value: T): T | Hidden {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isHidden(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, collapse(member as unknown)] as const);
  const hidden = members.map(([, member]) => member).filter(isHidden);
  if (members.length > 0 && hidden.length === members.length) return strongest(hidden);
  return Object.fromEntries(members) as T;
}

/** The reason that stands for several (rule 15: suppressed wins). */
export function strongest(hidden: readonly Hidden[]): Hidden {
  const secret = hidden.filter((figure) => 'suppressed' in figure);
  return secret.find((figure) => figure.why === 'n<5') ?? secret[0] ?? hidden[0] ?? notComputable('not-computable');
}
