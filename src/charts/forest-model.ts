import { isHidden, type Change, type Hidden, type Results, type Shown } from '../core/change/types.js';
import { indexInterval } from '../core/change/index-interval.js';
import { known } from '../core/describe/format.js';
import type { Group } from '../core/text.js';
import { reasonOf, type Estimate } from './figures.js';
import { groupsOf } from './plane-model.js';

/** Rows of the forest, in construct order, the index on top (method.md §5). */
export const FOREST_ROWS = ['CCI', 'CY', 'CJ', 'PR', 'TR', 'RC', 'GV'] as const;
export type ForestRowId = (typeof FOREST_ROWS)[number];

/** One change with its interval, oriented so that positive is better (CJ is turned round). */
export interface ForestChange extends Estimate {
  readonly n: { readonly baseline: number; readonly endline: number };
  /** Holm-adjusted p of a construct; absent for the index and where it is hidden. */
  readonly holm?: number | undefined;
}

/** One group in one row: its change, or why there is none. */
export interface ForestMark {
  readonly group: Group;
  readonly change: ForestChange | Hidden;
}

export interface ForestRow {
  readonly id: ForestRowId;
  readonly marks: readonly ForestMark[];
}

/** Endline minus baseline of the index and the six constructs, for each group. */
export function forestModel(results: Results, only?: Group, construct?: string): ForestRow[] {
  const ids = FOREST_ROWS.filter((id) => !construct || id === construct);
  const groups = groupsOf(results, only);
  return (ids.length ? ids : FOREST_ROWS).map((id) => ({
    id,
    marks: groups.map((group) => ({ group, change: changeOf(results, group, id) })),
  }));
}

function changeOf(results: Results, group: Group, id: ForestRowId): ForestChange | Hidden {
  const result = results.groups[group];
  if (!result) return { estimate: null, why: 'n<2' };
  if (id === 'CCI') {
    if (isHidden(result.index)) return result.index;
    const { change } = result.index;
    return oriented(isHidden(change) ? change : { ...change, ...indexInterval(result.index) }, 1);
  }
  if (isHidden(result.constructs)) return result.constructs;
  const construct = result.constructs[id];
  if (!construct) return { estimate: null, why: 'not-computable' };
  return isHidden(construct) ? construct : oriented(construct.change, id === 'CJ' ? -1 : 1, construct.holm);
}

function oriented(change: Change | Hidden, sign: 1 | -1, holm?: Shown): ForestChange | Hidden {
  const hidden = reasonOf(change, 'estimate');
  if (hidden) return hidden;
  const { estimate, low, high, n } = change as Change;
  const limits = [known(low), known(high)].map((limit) => (limit === undefined ? undefined : sign * limit));
  return {
    value: sign * known(estimate)!,
    low: limits[sign === 1 ? 0 : 1],
    high: limits[sign === 1 ? 1 : 0],
    holm: known(holm),
    n: 'baseline' in n ? { baseline: n.baseline, endline: n.endline } : { baseline: n.resident, endline: n.official },
  };
}

/** A Holm mark: the adjusted p is below .05 (method.md §3.12). */
export function isHolmMarked(change: ForestChange): boolean {
  return change.holm !== undefined && change.holm < 0.05;
}
