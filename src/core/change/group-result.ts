import type { Entry } from '../ledger/types.js';
import { DOMAINS } from '../scoring/person-index.js';
import type { ScoreKey } from '../scoring/score-keys.js';
import { holm } from '../stats/holm.js';
import type { Study } from '../study/types.js';
import type { Group } from '../text.js';
import type { Column, GroupColumns } from './columns.js';
import { compare, counts, headline, levelsAndChange, type Comparison } from './comparison.js';
import { constructResult } from './construct-result.js';
import { change, collapse, notComputable, rate, tierOf } from './disclosure.js';
import { furtherSensitivity } from './further-sensitivity.js';
import { indexColumn, indexColumns } from './index-cells.js';
import { indexOutcome, type IndexOutcome } from './index-result.js';
import { itemResults } from './items.js';
import { proratedOf, qualityResult, type Prorated } from './quality.js';
import type { GroupSheets } from './sheets.js';
import {
  isHidden,
  type ConstructResult,
  type GroupResult,
  type Hidden,
  type IndexResult,
  type LadderResult,
  type SensitivityResult,
  type Pair,
  type Level,
  type Settings,
  type Shown,
} from './types.js';

/** All figures of a group, and what gaps and the joint index need of them. */
export interface GroupOutcome {
  readonly result: GroupResult;
  readonly index: IndexOutcome;
  readonly comparisons: ReadonlyMap<string, Comparison>;
}

/** What a group's figures are computed from. */
export interface GroupInput {
  readonly study: Study;
  readonly waves: { readonly baseline: string; readonly endline: string };
  readonly entries: readonly Entry[];
  readonly settings: Settings;
  readonly group: Group;
  readonly sheets: GroupSheets;
  readonly columns: GroupColumns;
}

/** Computes everything under `groups[group]` (results-paths, names). */
export function* groupOutcome(input: GroupInput): Generator<void, GroupOutcome> {
  const { columns, settings, group, sheets } = input;
  const k = settings.minimumCell;
  const comparisons = new Map<string, Comparison>();
  for (const [id, column] of columns.scores) {
    comparisons.set(id, compare(column, columns.links.used));
    yield;
  }
  const byKind = (kind: ScoreKey['kind']): Comparison[] =>
    columns.keys.flatMap((key) => (key.kind === kind ? (comparisons.get(key.id) ?? []) : []));

  const scales = indexColumns(columns, Object.keys(settings.weights));
  const index = yield* indexOutcome(
    columns,
    scales,
    scales.flatMap((scale) => comparisons.get(scale.id) ?? []),
    settings,
    group,
  );

  const constructs: Record<string, ConstructResult> = {};
  for (const { id, kind } of columns.keys) {
    const comparison = comparisons.get(id);
    if (!comparison || (kind !== 'scale' && id !== 'BAL')) continue;
    constructs[id] = constructResult(comparison, columns.reliability.get(id), k, kind === 'balance');
    yield;
  }
  withHolm(constructs, byKind('scale'));

  const domain = (id: keyof typeof DOMAINS): Pair<Level | Hidden> =>
    domainResult(id, indexColumns(columns, DOMAINS[id]), columns, settings);
  const participation = domain('participation');
  yield;
  const trust = domain('trust');
  yield;
  const domains = { participation, trust, governance: domain('governance') };
  yield;
  const prorated = proratedOf(sheets, columns);
  yield;
  const items = yield* itemResults(columns.table, columns.links.used, k);
  const quality = yield* qualityResult({ sheets, columns, comparisons: byKind('scale'), items, prorated, k });
  return {
    index,
    comparisons,
    result: {
      index: collapse(yield* withFurtherRuns(input, index, scales, prorated)),
      domains: collapse(domains),
      constructs: collapse(constructs),
      ladder: ladderResult(columns, comparisons, k),
      frequency: collapse(
        Object.fromEntries(
          columns.keys
            .filter(({ id, kind }) => kind === 'frequency' || (kind === 'balance' && id !== 'BAL'))
            .flatMap(({ id }) => {
              const comparison = comparisons.get(id);
              return comparison ? [[id, levelsAndChange(comparison, k)]] : [];
            }),
        ),
      ),
      items,
      quality,
    },
  };
}

/** The index with its further runs under `sensitivity`. */
function* withFurtherRuns(
  { columns, settings, ...input }: GroupInput,
  { result, counted }: IndexOutcome,
  scales: readonly Column[],
  prorated: Prorated,
): Generator<void, IndexResult | Hidden> {
  if (isHidden(result) || !counted) return result;
  const further = yield* furtherSensitivity({
    ...input,
    columns,
    scales,
    prorated,
    weights: scales.map(({ id }) => settings.weights[id] ?? 0),
    index: counted.column,
    ranked: counted.ranked,
    all: counted.comparison,
    k: settings.minimumCell,
  });
  return { ...result, sensitivity: { ...(result.sensitivity as SensitivityResult), ...further } };
}

/** Adds Holm's p over the scales of the group; where p is hidden so is its adjusted value, and it is left out of m (method.md §3.12). */
function withHolm(constructs: Record<string, ConstructResult>, scales: readonly Comparison[]): void {
  const p = scales.map(({ id }): Shown => {
    const { change } = constructs[id] as ConstructResult;
    return isHidden(change) ? change : change.p;
  });
  const adjusted = holm(p.map((value) => (isHidden(value) ? null : value)));
  scales.forEach(({ id }, i) => {
    constructs[id] = { ...(constructs[id] as ConstructResult), holm: adjusted[i] ?? (p[i] as Shown) };
  });
}

/** The participation, trust or governance index: the weighted mean of a domain's oriented scales (results-paths, names). */
function domainResult(
  domain: string,
  scales: readonly Column[],
  columns: GroupColumns,
  settings: Settings,
): Pair<Level | Hidden> {
  const k = settings.minimumCell;
  if (scales.length === 0) {
    const none = notComputable('not-computable');
    return { baseline: none, endline: none, change: none };
  }
  const own = scales.map(({ id }) => settings.weights[id] ?? 0);
  const weights = own.some((weight) => weight > 0) ? own : own.map(() => 1);
  return levelsAndChange(compare(indexColumn(domain, scales, weights), columns.links.used), k);
}

/**
 * The ladder's mean score and the share of people at rung 4 or higher. Where the share of one wave is hidden, so is its change: the hidden
 * share could be worked out from it and the other wave.
 */
function ladderResult(
  columns: GroupColumns,
  comparisons: ReadonlyMap<string, Comparison>,
  k: number,
): LadderResult | Hidden {
  const [id] = columns.ladderShares.keys();
  const score = id === undefined ? undefined : comparisons.get(id);
  const column = id === undefined ? undefined : columns.ladderShares.get(id);
  if (!score || !column) return notComputable('not-computable');
  const share = compare(column, columns.links.used);
  const { baseline, endline } = share;
  const above = (wave: typeof baseline): number => {
    const at = wave.values.indexOf(1);
    return at < 0 ? 0 : (wave.counts[at] as number);
  };
  const before = rate(above(baseline), baseline.n, k);
  const after = rate(above(endline), endline.n, k);
  const between = change(() => headline(share, k), tierOf([baseline.n, endline.n], k), counts(share));
  return collapse({
    score: levelsAndChange(score, k),
    share: {
      baseline: before,
      endline: after,
      change: isHidden(between) ? between : isHidden(before) ? before : isHidden(after) ? after : between,
    },
  });
}
