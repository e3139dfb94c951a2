import { LESS_IS_BETTER } from '../scoring/person-index.js';
import { notComputable, strongest } from './disclosure.js';
import { isHidden, type Change, type Hidden, type Results, type Shown } from './types.js';
import type { Group } from '../text.js';

/** A group's index under other weights, from a results document alone. Points. */
export interface Reweighed {
  /** The change of the index; without an interval, which aggregates do not give. */
  readonly estimate: number | Hidden;
  /** By construct; at the document's own weights also `missing`, the remainder from answers not given. */
  readonly contributions: Readonly<Record<string, Shown>>;
  /** The weights are the document's: its own figures stand, with their interval. */
  readonly asComputed: boolean;
}

/**
 * The index of a group if its scales weighed otherwise (method.md §3.21, weight sliders): the weighted mean of the changes of the scales, CJ turned
 * round. Equal to `computeResults` with these weights where everybody answered every scale; where answers are missing it differs by
 * what the half rule moves, about 0.1 points in the sample study. It always lies within `sensitivity.bounds`.
 *
 * There is no interval: it needs how the scales go together within people, which the document does not hold. A scale that is hidden and
 * weighs something hides the whole; an index that is hidden stays so under any weights.
 *
 * @param weights by construct, any sum; less than 0 and absent count as 0. All 0: `not-computable`
 */
export function reweigh(results: Results, group: Group, weights: Readonly<Record<string, number>>): Reweighed {
  const ids = Object.keys(results.settings.weights);
  const wanted = shares(ids, weights);
  const asComputed = wanted !== undefined && isSame(wanted, shares(ids, results.settings.weights));
  const whole = results.groups[group];
  const none = (why: Hidden): Reweighed => ({ estimate: why, contributions: {}, asComputed });
  if (!whole) return none(notComputable('n<2'));
  const { index, constructs } = whole;
  if (isHidden(index)) return none(index);
  const own = estimateOf(index.change);
  if (isHidden(own)) return none(own);
  if (!wanted) return none(notComputable('not-computable'));
  if (asComputed)
    return { estimate: own, contributions: isHidden(index.contributions) ? {} : index.contributions, asComputed };

  const contributions: Record<string, Shown> = {};
  const hidden: Hidden[] = [];
  let estimate = 0;
  ids.forEach((id, at) => {
    const weight = wanted[at]!;
    const construct = isHidden(constructs) ? constructs : constructs[id];
    const change = construct === undefined || isHidden(construct) ? construct : construct.change;
    const value = estimateOf(change);
    if (weight === 0) contributions[id] = 0;
    else if (isHidden(value)) hidden.push((contributions[id] = value));
    else estimate += contributions[id] = weight * (LESS_IS_BETTER.has(id) ? -value : value);
  });
  return { estimate: hidden.length > 0 ? strongest(hidden) : estimate, contributions, asComputed };
}

function estimateOf(change: Change | Hidden | undefined): number | Hidden {
  if (change === undefined) return notComputable('not-computable');
  return isHidden(change) ? change : change.estimate;
}

/** Weights as fractions; undefined where none is above 0. */
function shares(ids: readonly string[], weights: Readonly<Record<string, number>>): readonly number[] | undefined {
  const positive = ids.map((id) => Math.max(0, weights[id] ?? 0));
  const sum = positive.reduce((total, weight) => total + weight, 0);
  return sum > 0 && Number.isFinite(sum) ? positive.map((weight) => weight / sum) : undefined;
}

/** The document carries 12 significant digits. */
function isSame(a: readonly number[], b: readonly number[] | undefined): boolean {
  return b !== undefined && a.every((share, at) => Math.abs(share - b[at]!) < 1e-9);
}
