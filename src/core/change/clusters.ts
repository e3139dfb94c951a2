import { designEffect, icc1 } from '../stats/icc.js';
import { t95 } from '../stats/t-distribution.js';
import type { ChangeEstimate } from '../stats/t-estimate.js';
import { moments, tally } from '../stats/tally.js';
import { isUndefined } from '../stats/why.js';
import { WAVES, type Column, type GroupColumns } from './columns.js';

/** How many communities an index rests on, and its interval widened by their likeness (`low`, `high` only from two on). */
export interface Clusters {
  readonly communities: number;
  readonly icc?: number;
  readonly deff?: number;
  readonly low?: number;
  readonly high?: number;
}

/** Below this many communities their likeness is assumed, not estimated (method.md §3.17). */
const ESTIMATED_FROM = 5;
const ASSUMED_ICC = 0.03;
/** From this many on the communities' own changes tell the uncertainty. */
const OWN_CHANGES_FROM = 10;

/**
 * The index's interval for answers that come from several communities (method.md §3.17, results-paths rule 18): estimate ± t·SE·√DEFF with
 * DEFF = 1 + (m̄-1)·max(0, ICC), m̄ = (n₁+n₂)/(2J); ICC(1) of all scores of both waves from five communities on, .03 below. From ten on:
 * t of the communities' changes of the mean with J - 1 df, where each has both waves. People without a community are in no community.
 */
export function clustersOf(column: Column, columns: GroupColumns, estimate: ChangeEstimate): Clusters {
  const scores = new Map<string, { baseline: number[]; endline: number[] }>();
  let people = 0;
  for (const wave of WAVES) {
    column[wave].forEach((score, i) => {
      const community = columns.communities[wave][i];
      if (score !== score) return;
      people++;
      if (community === undefined) return;
      let own = scores.get(community);
      if (!own) scores.set(community, (own = { baseline: [], endline: [] }));
      own[wave].push(score);
    });
  }
  const communities = [...scores.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own);
  const count = Math.max(1, communities.length);
  if (count === 1 || typeof estimate.df !== 'number') return { communities: count };

  const found = icc1(communities.map((own) => [...own.baseline, ...own.endline]));
  const icc = count < ESTIMATED_FROM || isUndefined(found) ? ASSUMED_ICC : found.icc;
  const deff = designEffect(people / (2 * count), icc);
  let half = t95(estimate.df) * estimate.se * Math.sqrt(deff);
  if (count >= OWN_CHANGES_FROM && communities.every((own) => own.baseline.length > 0 && own.endline.length > 0)) {
    const changes = moments(
      tally(communities.map((own) => moments(tally(own.endline)).mean - moments(tally(own.baseline)).mean)),
    );
    half = t95(count - 1) * Math.sqrt(changes.variance / count);
  }
  return { communities: count, icc, deff, low: estimate.estimate - half, high: estimate.estimate + half };
}
