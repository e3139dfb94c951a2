import type { Instrument } from '../instrument/types.js';
import { latest } from '../ledger/days.js';
import { summariseLedger } from '../ledger/summary.js';
import type { Entry } from '../ledger/types.js';
import { linkSteps } from '../link/match.js';
import type { SurveyResponse } from '../response/types.js';
import type { Study } from '../study/types.js';
import { combine } from '../stats/t-estimate.js';
import type { Group } from '../text.js';
import { readColumns, WAVES, type WaveName } from './columns.js';
import { compare, levelsAndChange } from './comparison.js';
import { collapse, inference, notComputable, strongest } from './disclosure.js';
import { gapOf } from './gap.js';
import { groupOutcome, type GroupOutcome } from './group-result.js';
import { hasIndex, resolveSettings, type ResultsOptions } from './options.js';
import { roundDocument } from './round.js';
import { selectSheets, type GroupSheets } from './sheets.js';
import { standardsBetween, withStandardsBetween } from './standards.js';
import {
  isHidden,
  type Change,
  type Flow,
  type Gap,
  type GroupResult,
  type Hidden,
  type Results,
  type Settings,
  type WaveLabel,
} from './types.js';

export type { ResultsOptions } from './options.js';

/** What results are computed from. */
export interface ResultsInput {
  readonly study: Study;
  readonly instrument: Instrument;
  /** Sheets in any order; those of other studies, waves and groups are passed over. */
  readonly responses: readonly SurveyResponse[];
  /** Ledger rows. */
  readonly entries?: readonly Entry[];
  readonly options?: ResultsOptions;
}

/** Constructs that each side answers about the other: never a gap (results-paths, names). */
const NEVER_A_GAP: ReadonlySet<string> = new Set(['TR', 'RC']);

/**
 * The results document `canyu-results/1` of a study: index, domains, constructs, gaps, flow and ledger with disclosure control applied
 * (method.md part 3; results-paths.md). Pure and deterministic: the same sheets, in any order, with the same seed give the same bytes on
 * every engine.
 *
 * @throws RangeError when the study has no two waves to compare, or not the ones asked for
 */
export function computeResults(input: ResultsInput): Results {
  const steps = computeSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `computeResults` in pieces of work of a few milliseconds, for a caller that has no worker and must not block. */
export function* computeSteps(input: ResultsInput): Generator<void, Results> {
  const { study, instrument, responses, entries = [], options = {} } = input;
  const settings = resolveSettings(study, instrument, options);
  const waves = wavesOf(study, options);
  const selected = yield* selectSheets(study, waves, responses);

  const flow: Partial<Record<Group, Flow>> = {};
  const groups: Partial<Record<Group, GroupResult>> = {};
  const outcomes = new Map<Group, GroupOutcome>();
  for (const group of study.groups) {
    const sheets = selected[group];
    if (!sheets) continue;
    const links = yield* linkSteps(sheets.baseline, sheets.endline);
    const columns = yield* readColumns(instrument, sheets, links);
    const outcome = yield* groupOutcome({ study, waves, entries, settings, group, sheets, columns });
    outcomes.set(group, outcome);
    groups[group] = outcome.result;
    flow[group] = {
      baseline: sheets.baseline.length,
      endline: sheets.endline.length,
      linked: {
        exact: links.exact.length,
        oneOff: links.oneOff.length,
        ambiguous: links.ambiguous.baseline + links.ambiguous.endline,
        unlinkedBaseline: links.unlinkedBaseline,
        unlinkedEndline: links.unlinkedEndline,
        expectedFalse: links.expectedFalse,
        oneOffUsed: links.oneOffUsed,
      },
      silence: collapse(levelsAndChange(compare(columns.silence, links.used), settings.minimumCell)),
      duplicates: sheets.duplicates,
      conflicts: sheets.conflicts,
      ...invitedOf(study, waves, group),
    };
    yield;
  }
  const resident = outcomes.get('resident');
  const official = outcomes.get('official');
  const between = standardsBetween(resident?.result.items ?? {}, official?.result.items ?? {});
  if (between) {
    for (const [group, { result }] of outcomes) {
      if (group !== 'partner') groups[group] = withStandardsBetween(result, between);
    }
  }
  const gaps: Record<string, Gap> = {};
  const isOurs = hasIndex(instrument);
  const rated = new Set(instrument.items.flatMap(({ id, kind }) => (kind === 'rating' ? [id] : [])));
  for (const { id, comparison, items } of instrument.constructs) {
    const [ours, theirs] = [resident?.comparisons.get(id), official?.comparisons.get(id)];
    const isScale = isOurs ? id in settings.weights && !NEVER_A_GAP.has(id) : items.every((item) => rated.has(item));
    if (!isScale || comparison !== 'same' || !ours || !theirs) continue;
    gaps[id] = yield* gapOf(ours, theirs, settings, id);
  }
  const ledger = summariseLedger(entries, {
    study,
    waves,
    k: settings.minimumCell,
    today: options.today,
    answeredUntil: (wave) => answeredUntil(selected, wave),
  });
  return roundDocument({
    schema: 'canyu-results/1',
    study: {
      id: study.id,
      title: study.title,
      ...(study.synthetic === true && { synthetic: true }),
      waves: WAVES.flatMap((name) => labelOf(study, waves[name])),
    },
    instrument: `${instrument.id}@${instrument.version}`,
    waves,
    settings,
    flow,
    groups,
    joint: { index: { change: jointChange(resident, official, settings) } },
    gaps,
    ...(!isOurs && { labels: Object.fromEntries(instrument.constructs.map(({ id, label }) => [id, label])) }),
    ...(ledger && { ledger }),
  });
}

/** The latest day of a sheet of a wave. */
function answeredUntil(selected: Partial<Record<Group, GroupSheets>>, wave: WaveName): string | undefined {
  return latest(Object.values(selected).flatMap((sheets) => sheets[wave].map(({ date }) => date)));
}

/** What a wave is called and when it was open. */
function labelOf(study: Study, wave: string): WaveLabel[] {
  return study.waves.flatMap(({ id, label, opens, closes }) =>
    id === wave ? [{ id, label, ...(opens !== undefined && { opens }), ...(closes !== undefined && { closes }) }] : [],
  );
}

/** How many the study says were asked; nothing where it says nothing. */
function invitedOf(
  study: Study,
  waves: Readonly<Record<WaveName, string>>,
  group: Group,
): Pick<Flow, 'invited'> | undefined {
  const invited = Object.fromEntries(
    WAVES.flatMap((name) => {
      const asked = study.waves.find(({ id }) => id === waves[name])?.invited?.[group];
      return asked === undefined ? [] : [[name, asked]];
    }),
  );
  return Object.keys(invited).length > 0 ? { invited } : undefined;
}

function wavesOf(study: Study, options: ResultsOptions): { baseline: string; endline: string } {
  const baseline = options.baseline ?? study.waves[0]?.id;
  const endline = options.endline ?? study.waves[study.waves.length - 1]?.id;
  if (baseline === undefined || endline === undefined || baseline === endline) {
    throw new RangeError('A study needs two waves to compare');
  }
  for (const wave of [baseline, endline]) {
    if (!study.waves.some(({ id }) => id === wave)) throw new RangeError(`The study has no wave ${wave}`);
  }
  return { baseline, endline };
}

/** v·(index of residents) + (1 - v)·(index of officials); hidden when either is (method.md §3.21, rule 15). */
function jointChange(
  resident: GroupOutcome | undefined,
  official: GroupOutcome | undefined,
  { voice }: Settings,
): Change | Hidden {
  if (!resident || !official) return notComputable('not-computable');
  const hidden = [resident.index.result, official.index.result].filter(isHidden);
  if (hidden.length > 0) return strongest(hidden);
  const [ours, theirs] = [resident.index, official.index];
  if (!ours.estimate || !ours.n || !theirs.estimate || !theirs.n) return notComputable('not-computable');
  const joint = combine([
    { of: ours.estimate, by: voice },
    { of: theirs.estimate, by: 1 - voice },
  ]);
  return {
    ...inference(joint, 'full'),
    n: {
      baseline: ours.n.baseline + theirs.n.baseline,
      endline: ours.n.endline + theirs.n.endline,
      linked: ours.n.linked + theirs.n.linked,
    },
  };
}
