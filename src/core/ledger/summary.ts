import { canonicalJson } from '../json/canonical.js';
import { notComputable, suppressed } from '../change/disclosure.js';
import type { Hidden, Shown } from '../change/types.js';
import type { Study } from '../study/types.js';
import { latest } from './days.js';
import type {
  EventResult,
  GroupLevelResult,
  GroupsResult,
  LedgerResult,
  PracticeResult,
  ResourceResult,
} from './result.js';
import { suggestionsResult } from './suggestions.js';
import {
  strategies,
  type Entry,
  type GroupEntry,
  type PhaseEntry,
  type PracticeEntry,
  type ProofEntry,
  type ResourceEntry,
  type Strategy,
  type StrategyEntry,
} from './types.js';

/** What the ledger is read with. */
export interface LedgerContext {
  readonly study: Study;
  readonly waves: { readonly baseline: string; readonly endline: string };
  /** Smallest cell. */
  readonly k: number;
  /** The day to read the ledger on; default the latest day on which anything in it happened. */
  readonly today?: string | undefined;
  /** Latest day on which a counted sheet of a wave was filled in, for waves whose dates the study does not say. */
  readonly answeredUntil: (wave: 'baseline' | 'endline') => string | undefined;
}

const ACTORS = ['government', 'organisation', 'residents'] as const;
const RESOURCES = ['law', 'money', 'consensus', 'legitimation', 'information', 'time'] as const;
const PROOF_LEVELS = ['community', 'street', 'district', 'city', 'province', 'national'] as const;
const GROUP_LEVELS = ['leading', 'coordinating', 'implementing'] as const;

/**
 * The ledger of a study as counts and rates (design.md §3, method.md §1 and §3.19); undefined when there is no row of the study. The same
 * row twice counts once. The order of rows does not matter.
 */
export function summariseLedger(entries: readonly Entry[], context: LedgerContext): LedgerResult | undefined {
  const { rows, conflicts } = rowsOf(entries, context.study.id);
  const asOf = context.today ?? lastHappened(rows);
  if (asOf === undefined) return undefined;
  const of = <K extends Entry['kind']>(kind: K): Extract<Entry, { kind: K }>[] =>
    rows.filter((row): row is Extract<Entry, { kind: K }> => row.kind === kind);
  const commitments = of('commitment');
  const pending = commitments.filter(({ doneOn }) => doneOn === undefined);
  const overdue = pending.filter(({ due }) => due < asOf).length;
  return {
    asOf,
    suggestions: suggestionsResult(of('suggestion'), asOf),
    events: of('event').map(({ date, event, label, handover }): EventResult => ({
      date,
      event,
      label,
      ...(handover !== undefined && { handover }),
    })),
    groups: groupsResult(
      of('group').filter(({ date, until }) => date <= asOf && (until === undefined || until >= asOf)),
      context.k,
    ),
    practices: practicesResult(of('practice'), context),
    proofs: proofsResult(of('proof')),
    phase: phaseResult(of('phase'), context),
    resources: resourcesResult(of('resource'), context),
    strategies: strategiesResult(of('strategy'), context),
    commitments: { open: pending.length - overdue, done: commitments.length - pending.length, overdue },
    conflicts,
  };
}

/** The study's rows, each content once, by date and id; ids with several contents are counted. */
function rowsOf(entries: readonly Entry[], study: string): { rows: Entry[]; conflicts: number } {
  const byContent = new Map<string, Entry>();
  for (const entry of entries) if (entry.study === study) byContent.set(canonicalJson(entry), entry);
  const rows = [...byContent]
    .sort(([one, a], [two, b]) => order(a.date, b.date) || order(a.id, b.id) || order(one, two))
    .map(([, entry]) => entry);
  const versions = new Map<string, number>();
  for (const { id } of rows) versions.set(id, (versions.get(id) ?? 0) + 1);
  return { rows, conflicts: [...versions.values()].filter((count) => count > 1).length };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What is due has not happened yet. */
function lastHappened(rows: readonly Entry[]): string | undefined {
  return latest(
    rows.flatMap((row) => [
      row.date,
      ...('doneOn' in row ? [row.doneOn] : []),
      ...('reportedBackOn' in row ? [row.reportedBackOn] : []),
    ]),
  );
}

function groupsResult(groups: readonly GroupEntry[], k: number): GroupsResult {
  const levels = GROUP_LEVELS.flatMap((level): [string, GroupLevelResult][] => {
    const own = groups.filter((group) => group.level === level);
    return own.length > 0 ? [[level, groupLevel(own, k)]] : [];
  });
  return {
    ...(Object.fromEntries(levels) as Partial<Record<GroupEntry['level'], GroupLevelResult>>),
    residentLed: groups.filter(({ residentLed }) => residentLed === true).length,
  };
}

function groupLevel(groups: readonly GroupEntry[], k: number): GroupLevelResult {
  const sum = (list: readonly GroupEntry[], of: (group: GroupEntry) => number): number =>
    list.reduce((total, group) => total + of(group), 0);
  const members = ({ members: { government, organisation, residents, others } }: GroupEntry): number =>
    government + organisation + residents + others;
  const counted = groups.filter(({ vulnerable }) => vulnerable !== undefined);
  const vulnerable = sum(counted, (group) => group.vulnerable ?? 0);
  return {
    count: groups.length,
    meetingsPerMonth: sum(groups, (group) => group.meetingsPerMonth) / groups.length,
    residentsShare: share(
      sum(groups, (group) => group.members.residents),
      sum(groups, members),
    ),
    vulnerableShare: vulnerable > 0 && vulnerable < k ? suppressed('n<5') : share(vulnerable, sum(counted, members)),
  };
}

function share(part: number, whole: number): Shown {
  return whole > 0 ? part / whole : notComputable('not-computable');
}

/**
 * The highest level of each practice by the end of each wave. A wave ends on the day the study says, else when the last sheet of it was
 * filled in. Where the two waves cannot be told apart in time, the first row of a practice stands for the baseline. What was reached after
 * the endline counts for it, unless a later wave follows.
 */
function practicesResult(rows: readonly PracticeEntry[], context: LedgerContext): PracticeResult[] {
  const { study, waves, answeredUntil } = context;
  const endOf = (role: 'baseline' | 'endline'): string | undefined => {
    const wave = study.waves.find(({ id }) => id === waves[role]);
    return wave?.closes ?? wave?.opens ?? answeredUntil(role);
  };
  const position = (role: 'baseline' | 'endline'): number => study.waves.findIndex(({ id }) => id === waves[role]);
  const [before, after] = [endOf('baseline'), endOf('endline')];
  const apart = before !== undefined && (after === undefined || before < after);
  const isLast = position('endline') === study.waves.length - 1;
  const names = [...new Set(rows.map(({ name }) => name))].sort(order);
  return names.map((name) => {
    const own = rows.filter((row) => row.name === name);
    const reached = (until: string | undefined): number =>
      Math.max(0, ...own.filter(({ date }) => until === undefined || date <= until).map(({ level }) => level));
    return {
      name,
      baselineLevel: apart ? reached(before) : (own[0]?.level ?? 0),
      endlineLevel: reached(isLast ? undefined : after),
    };
  });
}

function proofsResult(proofs: readonly ProofEntry[]): LedgerResult['proofs'] {
  const byLevel = PROOF_LEVELS.flatMap((level): [string, number][] => {
    const count = proofs.filter((proof) => proof.level === level).length;
    return count > 0 ? [[level, count]] : [];
  });
  return {
    count: proofs.length,
    recognised: proofs.filter(({ recognised }) => recognised).length,
    byLevel: Object.fromEntries(byLevel),
  };
}

/** Rows of one subject by wave: the last one says how it is. */
function lastOf<T extends { readonly wave: string }>(rows: readonly T[], wave: string): T | undefined {
  return rows.filter((row) => row.wave === wave).at(-1);
}

/** Of each project, from 'CSO procuring government services' to 'government procuring CSO services' (method.md PH). */
function phaseResult(rows: readonly PhaseEntry[], { waves }: LedgerContext): LedgerResult['phase'] {
  const projects = [...new Set(rows.map(({ project }) => project))].sort(order);
  return Object.fromEntries(
    projects.map((project) => {
      const own = rows.filter((row) => row.project === project);
      return [
        project,
        { baseline: phaseOf(lastOf(own, waves.baseline)), endline: phaseOf(lastOf(own, waves.endline)) },
      ];
    }),
  );
}

/** Payer a government contract: 3; else initiator the government: 2; else 1; no cooperation: 0 (method.md PH). */
function phaseOf(row: PhaseEntry | undefined): Shown {
  if (!row) return notComputable('not-computable');
  if (!row.cooperation) return 0;
  if (row.payer === 'government-contract') return 3;
  return row.initiator === 'government' ? 2 : 1;
}

function resourcesResult(rows: readonly ResourceEntry[], { study }: LedgerContext): LedgerResult['resources'] {
  const waves = study.waves.map(({ id }) => id).filter((id) => rows.some(({ wave }) => wave === id));
  return Object.fromEntries(
    waves.map((wave) => [
      wave,
      Object.fromEntries(
        RESOURCES.flatMap((resource): [string, ResourceResult][] => {
          const own = rows.filter((row) => row.wave === wave && row.resource === resource);
          return own.length > 0 ? [[resource, resourceResult(own)]] : [];
        }),
      ),
    ]),
  );
}

/** Plurality 100·(1 - Σp²)/(1 - 1/3), p the share of each of the three actors; not without all three, nor when none contributes. */
function resourceResult(rows: readonly ResourceEntry[]): ResourceResult {
  const given = ACTORS.map((actor) => rows.filter((row) => row.actor === actor).at(-1)?.contribution);
  const total = given.reduce<number>((sum, contribution) => sum + (contribution ?? 0), 0);
  const known = given.every((contribution) => contribution !== undefined) && total > 0;
  const squares = given.reduce<number>((sum, contribution) => sum + square((contribution ?? 0) / total), 0);
  const byActor = ACTORS.map((actor, i): [string, Shown] => [actor, given[i] ?? notComputable('not-computable')]);
  return {
    plurality: known ? (100 * (1 - squares)) / (1 - 1 / 3) : notComputable('not-computable'),
    byActor: Object.fromEntries(byActor) as ResourceResult['byActor'],
  };
}

function strategiesResult(rows: readonly StrategyEntry[], { waves }: LedgerContext): LedgerResult['strategies'] {
  const use = (own: readonly StrategyEntry[], wave: string): StrategyEntry['use'] | Hidden =>
    lastOf(own, wave)?.use ?? notComputable('not-computable');
  return Object.fromEntries(
    strategies.flatMap((strategy: Strategy) => {
      const own = rows.filter((row) => row.strategy === strategy);
      if (own.length === 0) return [];
      return [[strategy, { baseline: use(own, waves.baseline), endline: use(own, waves.endline) }]];
    }),
  );
}

function square(value: number): number {
  return value * value;
}
