/** Opens sealed responses; for the evaluator's page and for programs. No respondent loads this. */
import type { SurveyResponse } from '../core/response/types.js';
import type { OpenFailure } from '../core/sealed/codes.js';
import { type Opened, openOne, type OpeningKey, type SealedRecord } from './open-one.js';
import { openInWorkers } from './open-in-workers.js';
import { subtle } from './subtle.js';

export type { OpeningKey, SealedRecord } from './open-one.js';
export type { OpenFailure } from '../core/sealed/codes.js';
export { readKeyFile } from './key-file.js';
export { SealError } from './errors.js';

export interface OpenOptions {
  /** Told how many records are done, of how many: at the beginning, at the end, and some times a second between. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Ends the work: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /**
   * Starts a worker that serves `openInWorker` (open-in-worker.ts), or gives undefined where the page allows none. Without it, and for
   * what a worker does not bring back, the work is done here, in slices short enough for a page to stay alive.
   */
  readonly startWorker?: () => Worker | undefined;
  /** How many workers at most; default as many as the computer has cores, up to 4. */
  readonly workers?: number;
}

/** What was opened and what was not. */
export interface OpenedRecords {
  /** In the order of the records. Copies are not sorted out: that is done by id where responses of all sources meet. */
  readonly responses: readonly SurveyResponse[];
  readonly failed: readonly {
    /** Place among the records, from 0. */
    readonly index: number;
    readonly address?: string;
    readonly code: OpenFailure;
  }[];
}

/**
 * Opens sealed responses. A record that cannot be opened is listed with its reason and keeps nothing else from being opened.
 *
 * @throws SealError `seal-no-crypto`, or the reason of the signal
 */
export async function openSealed(
  records: readonly SealedRecord[],
  key: OpeningKey,
  { onProgress, signal, startWorker, workers }: OpenOptions = {},
): Promise<OpenedRecords> {
  subtle();
  signal?.throwIfAborted();
  const opened: (Opened | undefined)[] = records.map(() => undefined);
  let done = 0;
  const keep = (index: number, one: Opened): void => {
    opened[index] = one;
    done++;
  };
  const tell = (): void => onProgress?.(done, records.length);
  tell();
  if (startWorker) {
    await openInWorkers(records, key, { startWorker, signal, keep, tell, workers: workers ?? cores() });
    signal?.throwIfAborted();
  }
  await openHere(records, key, { opened, signal, keep, tell });

  const responses: SurveyResponse[] = [];
  const failed: { index: number; address?: string; code: OpenFailure }[] = [];
  opened.forEach((one, index) => {
    const address = records[index]?.address;
    if (one?.ok) responses.push(one.response);
    else if (one) failed.push({ index, ...(address !== undefined && { address }), code: one.code });
  });
  return { responses, failed };
}

const cores = (): number => {
  const { hardwareConcurrency = 1 } = (globalThis.navigator as Partial<Navigator> | undefined) ?? {};
  return Math.min(4, hardwareConcurrency);
};

/** Longest piece of work without a pause, ms; well under the 50 that a person notices. */
const slice = 8;
/** Records under way at once: WebCrypto works beside this thread. */
const together = 2;

/** Opens what is still to be opened on this thread, which gets its turn whenever a slice is used up. */
async function openHere(
  records: readonly SealedRecord[],
  key: OpeningKey,
  work: {
    readonly opened: readonly (Opened | undefined)[];
    readonly signal: AbortSignal | undefined;
    readonly keep: (index: number, one: Opened) => void;
    readonly tell: () => void;
  },
): Promise<void> {
  const { opened, signal, keep, tell } = work;
  const left = records.flatMap((record, index) => (opened[index] ? [] : [{ record, index }]));
  let end = performance.now() + slice;
  for (let from = 0; from < left.length; from += together) {
    if (performance.now() >= end) {
      await nextTurn();
      end = performance.now() + slice;
      tell();
    }
    signal?.throwIfAborted();
    const batch = left.slice(from, from + together);
    const some = await Promise.all(batch.map(({ record }) => openOne(record, key)));
    some.forEach((one, i) => keep(batch[i]?.index ?? 0, one));
  }
  signal?.throwIfAborted();
  if (left.length) tell();
}

/** A new task, so that clicks and frames come in between; a timer would wait 4 ms each time. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
