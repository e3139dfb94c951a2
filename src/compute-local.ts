import { values } from 'idb-keyval';
import { computeSteps } from './core/change/compute.js';
import type { Results } from './core/change/types.js';
import { participationTrust } from './core/instrument/participation-trust.js';
import type { Instrument } from './core/instrument/types.js';
import { parseEntry } from './core/ledger/parse.js';
import type { Entry } from './core/ledger/types.js';
import { parseResponse } from './core/response/parse.js';
import { defaultStudy } from './core/study/default.js';
import { parseStudy } from './core/study/parse.js';
import type { Study, Wave } from './core/study/types.js';
import { waveState } from './core/study/waves.js';
import type { Group, Text } from './core/text.js';
import { readInstrument } from './store/instruments.js';
import { countResponses, readAllResponses } from './store/responses.js';
import { openStore, type Store } from './store/store.js';
import { readStudy } from './store/studies.js';
import { use } from './store/use.js';
import { StoreError } from './store/errors.js';

/** Which results to compute from the answers in this browser. Plain data: it crosses to the worker. */
export interface LocalRequest {
  /** Id of the study. */
  readonly study: string;
  /** The study's document, where the caller has it; else the one that the store keeps, else the built-in study. */
  readonly definition?: Study | undefined;
  /** An instrument of the site's own; the built-in one when absent. */
  readonly instrument?: Instrument | undefined;
  /** Wave ids; the first and the last of the study when absent. */
  readonly baseline?: string | undefined;
  readonly endline?: string | undefined;
  /** The local day, `YYYY-MM-DD`: results of a wave that is still open are not computed (design.md §6.2). */
  readonly today: string;
}

/** How many sheets each group has handed in at the two waves. */
export type WaveCounts = Readonly<Partial<Record<Group, { readonly baseline: number; readonly endline: number }>>>;

/** Counts in place of results, and which wave is the reason. */
export interface HeldBack {
  readonly status: 'held-back';
  /** `open`: still being answered; `before`: has not begun. */
  readonly reason: 'open' | 'before';
  readonly wave: { readonly label: Text; readonly opens?: string | undefined; readonly closes?: string | undefined };
  readonly title: Text;
  readonly synthetic: boolean;
  readonly counts: WaveCounts;
}

/** What can keep results from being computed. `load-failed`: this very code did not arrive. */
export type LocalTroubleCode =
  'store-unavailable' | 'newer-schema' | 'unknown-wave' | 'unknown-instrument' | 'compute-failed' | 'load-failed';

/** What there is to show of a study. */
export type LocalOutcome =
  | {
      readonly status: 'results';
      readonly results: Results;
      /** Records that could not be read or opened here, and so are not in the figures. */
      readonly unread: number;
    }
  | HeldBack
  | { readonly status: 'none'; readonly title: Text; readonly synthetic: boolean; readonly unread: number }
  | {
      readonly status: 'trouble';
      readonly code: LocalTroubleCode;
      readonly detail?: string | undefined;
    };

/**
 * Reads the answers of a study from the store of this browser and computes its results. Runs in a worker, or on the page with
 * `breathe`, which is awaited between short pieces of work so that the page stays alive. Never rejects.
 */
export async function computeLocal(
  request: LocalRequest,
  breathe?: () => Promise<void> | undefined,
): Promise<LocalOutcome> {
  const store = openStore();
  try {
    const study = request.definition ?? (await storedStudy(store, request.study, request.instrument));
    const instrument = request.instrument ?? (await readInstrument(store, study.instrument)) ?? participationTrust;
    const [baseline, endline] = [request.baseline, request.endline].map((id, last) =>
      id ? study.waves.find((wave) => wave.id === id) : study.waves.at(last ? -1 : 0),
    );
    if (!baseline || !endline || baseline === endline) {
      const detail = `${request.baseline ?? '–'}, ${request.endline ?? '–'}`;
      return { status: 'trouble', code: 'unknown-wave', detail };
    }
    const { title, synthetic = false } = study;
    const counts = await countWaves(store, study.id, baseline, endline);
    const [wave, reason] = heldBackBy([baseline, endline], request.today) ?? [];
    if (wave && reason) return { status: 'held-back', reason, wave, title, synthetic, counts };

    if (study.instrument !== `${instrument.id}@${instrument.version}`) {
      return { status: 'trouble', code: 'unknown-instrument', detail: study.instrument };
    }
    const { responses, aside, left } = await readAllResponses(store, study.id, parseResponse);
    const unread = aside + left;
    if (responses.length === 0) return { status: 'none', title, synthetic, unread };
    const steps = computeSteps({
      study,
      instrument,
      responses,
      entries: await readEntries(store, study.id),
      options: { baseline: baseline.id, endline: endline.id },
    });
    for (;;) {
      const step = steps.next();
      if (step.done) return { status: 'results', results: step.value, unread };
      await breathe?.();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) return { status: 'trouble', code: 'compute-failed', detail: String(error) };
    return {
      status: 'trouble',
      code: error.code === 'version' ? 'newer-schema' : 'store-unavailable',
      detail: error.code,
    };
  } finally {
    store.close();
  }
}

/** The ledger rows of the study; rows that do not parse are passed over here and reported where ledgers are kept. */
async function readEntries(store: Store, study: string): Promise<Entry[]> {
  const rows = await values<unknown>(use(store, 'ledger'));
  return rows.flatMap((row) => {
    const parsed = parseEntry(row);
    return parsed.ok && parsed.value.study === study ? [parsed.value] : [];
  });
}

/** The study that the store keeps; where it keeps none, the built-in study, answered with whatever instrument the page names. */
async function storedStudy(store: Store, id: string, own: Instrument | undefined): Promise<Study> {
  const parsed = parseStudy(await readStudy(store, id));
  if (parsed.ok) return parsed.value;
  const study = defaultStudy(id);
  return own ? { ...study, instrument: `${own.id}@${own.version}`, title: own.title } : study;
}

/** The wave that keeps results back today, if any: one that is open, else one that has not begun. */
function heldBackBy(waves: readonly Wave[], today: string): [Wave, HeldBack['reason']] | undefined {
  for (const reason of ['open', 'before'] as const) {
    const wave = waves.find((each) => waveState(each, today) === reason);
    if (wave) return [wave, reason];
  }
  return undefined;
}

async function countWaves(store: Store, study: string, baseline: Wave, endline: Wave): Promise<WaveCounts> {
  const cells = await countResponses(store, study);
  const count = (group: Group, wave: Wave): number =>
    cells.find((cell) => cell.group === group && cell.wave === wave.id)?.count ?? 0;
  return Object.fromEntries(
    (['resident', 'official', 'partner'] as const).flatMap((group) => {
      const counts = { baseline: count(group, baseline), endline: count(group, endline) };
      return counts.baseline + counts.endline > 0 ? [[group, counts]] : [];
    }),
  );
}
