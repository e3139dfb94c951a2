import { cronbachAlpha, itemRest } from '../stats/alpha.js';
import { cliffDelta } from '../stats/cliff.js';
import { netImprovement } from '../stats/net-improvement.js';
import { mcdonaldOmega } from '../stats/omega.js';
import { pairedT, unlinked, welchT } from '../stats/partially-overlapping-t.js';
import { reliableChange } from '../stats/reliable-change.js';
import { prattSignedRank } from '../stats/signed-rank.js';
import { scaleEstimate } from '../stats/t-estimate.js';
import { differences, margin, moments, scaled, type Tally } from '../stats/tally.js';
import { isUndefined, type Undefined } from '../stats/why.js';
import type { ScaleSums, WaveName } from './columns.js';
import { levelsAndChange, unitOf, type Comparison } from './comparison.js';
import {
  change,
  linkedTier,
  notComputable,
  SOME,
  shown,
  suppressed,
  tierOf,
  unlinkedTier,
  whole,
} from './disclosure.js';
import { withLaw } from './law.js';
import {
  isHidden,
  type ConstructResult,
  type FloorCeiling,
  type Hidden,
  type Reliability,
  type ReliableChangeResult,
} from './types.js';

/** Smallest alpha at which a person's change is told from error (method.md §3.11). */
const LEAST_ALPHA = 0.6;

/**
 * All figures of one construct of one group (results-paths, names), without `holm`, which needs the other constructs. `sums` are those of
 * the scale's items; absent for formative scales and balances, which have no reliability and no reliable change. Floor and ceiling are those
 * of a scale 0–100, so a balance has none.
 */
export function constructResult(
  comparison: Comparison,
  sums: ScaleSums | undefined,
  k: number,
  isBalance: boolean,
): ConstructResult {
  const { baseline, endline, pairs, overlap } = comparison;
  const unit = unitOf(comparison);
  const both = tierOf([baseline.n, endline.n], k);
  const linked = linkedTier(overlap, k);
  const apart = unlinkedTier(overlap, k);
  const { onlyBaseline, onlyEndline } = overlap;
  const moves = differences(pairs);
  return {
    ...withLaw(levelsAndChange(comparison, k), comparison, k),
    paired: change(() => scaleEstimate(pairedT(pairs, k), unit), linked, {
      baseline: pairs.n,
      endline: pairs.n,
      linked: pairs.n,
    }),
    unpaired: change(
      () => scaleEstimate(welchT(unlinked(baseline, pairs, 'first'), unlinked(endline, pairs, 'second')), unit),
      apart,
      { baseline: onlyBaseline, endline: onlyEndline, linked: 0 },
    ),
    cliff: whole(() => {
      const delta = cliffDelta(baseline, endline);
      if (isUndefined(delta)) return delta;
      const { estimate, low, high, superiority } = delta;
      return { estimate, low: shown(low), high: shown(high), superiority };
    }, both),
    netImprovement: whole(() => netImprovement(moves), linked),
    wilcoxon: whole(() => {
      const test = prattSignedRank(moves);
      return isUndefined(test) ? test : { ...test, exact: shown(test.exact) };
    }, linked),
    reliableChange: sums
      ? reliable(comparison, moves, sums, linked)
      : isHidden(linked)
        ? linked
        : notComputable('not-computable'),
    reliability: sums
      ? {
          baseline: reliabilityOf(sums, 'baseline', baseline.n, k),
          endline: reliabilityOf(sums, 'endline', endline.n, k),
        }
      : notComputable('not-computable'),
    ...(!isBalance && {
      floorCeiling: {
        baseline: floorAndCeiling(baseline, comparison.denominator, k),
        endline: floorAndCeiling(endline, comparison.denominator, k),
      },
    }),
  };
}

/** α, its interval, ω and item–rest correlations of complete rows; from 20 rows on (method.md §3.4, rule 8). */
function reliabilityOf(
  { items, ...sums }: ScaleSums,
  wave: WaveName,
  answered: number,
  k: number,
): Reliability | Hidden {
  const tier = tierOf([answered], k);
  if (isHidden(tier)) return tier;
  const matrix = sums[wave].covariance();
  if (matrix.n < SOME) return suppressed('n<20');
  const alpha = cronbachAlpha(matrix);
  if (isUndefined(alpha)) return notComputable(alpha.why);
  const omega = mcdonaldOmega(matrix);
  const rest = itemRest(matrix);
  return {
    alpha: alpha.alpha,
    low: alpha.low,
    high: alpha.high,
    n: alpha.n,
    items: alpha.items,
    ...(!isUndefined(omega) && { omega: omega.omega }),
    itemRest: Object.fromEntries(items.map((item, i) => [item.id, shown(rest[i] as number | Undefined)])),
  };
}

/** Counts of people who moved clearly (method.md §3.11, rule 13): α of all complete baseline rows, SD of the linked people's baseline. */
function reliable(
  comparison: Comparison,
  moves: Tally,
  sums: ScaleSums,
  linked: ReturnType<typeof linkedTier>,
): ReliableChangeResult | Hidden {
  if (isHidden(linked)) return linked;
  if (linked === 'few') return suppressed('n<10');
  const matrix = sums.baseline.covariance();
  if (matrix.n < SOME) return suppressed('n<20');
  const alpha = cronbachAlpha(matrix);
  if (isUndefined(alpha)) return notComputable(alpha.why);
  if (alpha.alpha < LEAST_ALPHA) return suppressed('alpha<.60');
  const unit = unitOf(comparison);
  const sd = unit * Math.sqrt(moments(margin(comparison.pairs, 'first')).variance);
  return whole(() => reliableChange(scaled(moves, unit), sd, alpha.alpha), linked);
}

/** Shares of people at 0 and at 100 (method.md §3.16). */
function floorAndCeiling(wave: Tally, denominator: number, k: number): FloorCeiling | Hidden {
  return whole(
    () => {
      const share = (key: number): number => {
        const at = wave.values.indexOf(key);
        return at < 0 ? 0 : (wave.counts[at] as number) / wave.n;
      };
      return { floor: share(0), ceiling: share(denominator) };
    },
    tierOf([wave.n], k),
  );
}
