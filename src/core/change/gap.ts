import { welchT } from '../stats/partially-overlapping-t.js';
import { differenceInDifferences, scaleEstimate, type ChangeEstimate } from '../stats/t-estimate.js';
import type { Tally } from '../stats/tally.js';
import { isUndefined, type Undefined } from '../stats/why.js';
import { headline, unitOf, type Comparison } from './comparison.js';
import { convergenceOf } from './convergence.js';
import { change, inference, notComputable, SOME, suppressed, tierOf } from './disclosure.js';
import {
  isHidden,
  type Change,
  type DidChange,
  type Gap,
  type Hidden,
  type Interval,
  type Settings,
  type Shown,
} from './types.js';

/**
 * The gap between officials and residents on one construct that both judge alike, officials minus residents, and how it changed
 * (method.md §3.14; results-paths rules 15 and 19). A gap goes by the smaller group, its change by the smallest of the four.
 */
export function* gapOf(
  resident: Comparison,
  official: Comparison,
  settings: Settings,
  stream: string,
): Generator<void, Gap> {
  const k = settings.minimumCell;
  const unit = unitOf(resident);
  const baseline = scaleEstimate(welchT(resident.baseline, official.baseline), unit);
  const endline = scaleEstimate(welchT(resident.endline, official.endline), unit);
  const sizes = [resident.baseline.n, official.baseline.n, resident.endline.n, official.endline.n];
  return {
    baseline: oneWave(baseline, resident.baseline, official.baseline, k),
    endline: oneWave(endline, resident.endline, official.endline, k),
    didChange: didChange(headline(resident, k), headline(official, k), sizes, k),
    convergence: yield* convergence(resident, official, baseline, sizes, settings, stream),
  };
}

function oneWave(estimate: ChangeEstimate | Undefined, resident: Tally, official: Tally, k: number): Change | Hidden {
  return change(
    () => estimate,
    tierOf([resident.n, official.n], k),
    { resident: resident.n, official: official.n },
    { r: false, g: true },
  );
}

function didChange(
  resident: ChangeEstimate | Undefined,
  official: ChangeEstimate | Undefined,
  sizes: readonly number[],
  k: number,
): DidChange | Hidden {
  const tier = tierOf(sizes, k);
  if (isHidden(tier)) return tier;
  if (isUndefined(resident)) return notComputable(resident.why);
  if (isUndefined(official)) return notComputable(official.why);
  return inference(differenceInDifferences(resident, official), tier);
}

/** Only where the baseline's gap is larger than half the width of its interval (rule 19); bootstrap limits from 20 answers on (§3.9) and `not-computable` without resamples. */
function* convergence(
  resident: Comparison,
  official: Comparison,
  baseline: ChangeEstimate | Undefined,
  sizes: readonly number[],
  settings: Settings,
  stream: string,
): Generator<void, Interval | Hidden> {
  const tier = tierOf(sizes, settings.minimumCell);
  if (isHidden(tier)) return tier;
  if (isUndefined(baseline) || typeof baseline.low !== 'number' || typeof baseline.high !== 'number') {
    return notComputable('not-computable');
  }
  if (!(Math.abs(baseline.estimate) > (baseline.high - baseline.low) / 2)) return notComputable('not-computable');
  const found = yield* convergenceOf(resident, official, settings.resamples, settings.seed, stream);
  const few = Math.min(...sizes) < SOME;
  const unit = unitOf(resident);
  const limit = (value: number | undefined): Shown =>
    few ? suppressed('n<20') : value === undefined ? notComputable('not-computable') : value * unit;
  return { estimate: found.estimate * unit, low: limit(found.low), high: limit(found.high) };
}
