import { isHidden, type Hidden, type Level, type Results } from '../core/change/types.js';
import { known } from '../core/describe/format.js';
import type { Group } from '../core/text.js';
import { reasonOf, type Estimate } from './figures.js';

/** One group at one wave: x = CJ, y = CY, both means in points 0–100. */
export interface PlanePoint {
  readonly x: Estimate;
  readonly y: Estimate;
  readonly n: number;
}

/** One group's way from baseline to endline; a wave that may not be shown carries the reason instead. */
export interface PlanePath {
  readonly group: Group;
  readonly baseline: PlanePoint | Hidden;
  readonly endline: PlanePoint | Hidden;
}

/** The groups a picture shows: the one asked for, else residents and officials, as far as the results have them. */
export function groupsOf(results: Results, only?: Group): Group[] {
  const wanted: readonly Group[] = only ? [only] : ['resident', 'official'];
  return wanted.filter((group) => results.groups[group] ?? results.flow[group]);
}

/** The canyu × canjia plane of method.md §5. */
export function planeModel(results: Results, only?: Group): PlanePath[] {
  return groupsOf(results, only).map((group) => ({
    group,
    baseline: pointAt(results, group, 'baseline'),
    endline: pointAt(results, group, 'endline'),
  }));
}

function pointAt(results: Results, group: Group, wave: 'baseline' | 'endline'): PlanePoint | Hidden {
  const constructs = results.groups[group]?.constructs;
  if (!constructs) return { estimate: null, why: 'n<2' };
  if (isHidden(constructs)) return constructs;
  const [x, y] = (['CJ', 'CY'] as const).map((id) => {
    const result = constructs[id];
    return isHidden(result) ? result : result?.[wave];
  });
  const hidden = reasonOf(x, 'mean') ?? reasonOf(y, 'mean');
  if (hidden) return hidden;
  const [across, up] = [x as Level, y as Level];
  return { x: estimateOf(across), y: estimateOf(up), n: Math.min(across.n, up.n) };
}

function estimateOf(level: Level): Estimate {
  return { value: known(level.mean)!, low: known(level.low), high: known(level.high) };
}
