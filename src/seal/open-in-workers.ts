import type { BatchAnswer, OpenBatch } from './open-in-worker.js';
import type { Opened, OpeningKey, SealedRecord } from './open-one.js';

/** Records that go to a worker at once: some tens of milliseconds of work, so that progress shows and an abort is quick. */
const batch = 32;

/**
 * Opens as many records as workers can: all of them where all goes well, none where no worker starts. What is not kept in the end was
 * not opened. Never rejects; returns early when the signal says so.
 */
export async function openInWorkers(
  records: readonly SealedRecord[],
  key: OpeningKey,
  work: {
    readonly startWorker: () => Worker | undefined;
    readonly workers: number;
    readonly signal: AbortSignal | undefined;
    readonly keep: (index: number, one: Opened) => void;
    readonly tell: () => void;
  },
): Promise<void> {
  const { startWorker, workers, signal, keep, tell } = work;
  let next = 0;
  const lane = async (): Promise<void> => {
    const worker = startWorker();
    if (!worker) return;
    try {
      while (next < records.length && !signal?.aborted) {
        const from = next;
        next += batch;
        const answer = await ask(worker, { kind: 'open-sealed', records: records.slice(from, next), key }, signal);
        // A worker that failed once is not asked again; its batch is opened on the page.
        if (!answer || 'broken' in answer) return;
        answer.opened.forEach((one, i) => keep(from + i, one));
        tell();
      }
    } finally {
      worker.terminate();
    }
  };
  const count = Math.max(1, Math.min(workers, Math.ceil(records.length / batch)));
  await Promise.all(Array.from({ length: count }, lane));
}

/** The worker's answer; undefined when it could not start, died, or was told to stop. */
function ask(worker: Worker, message: OpenBatch, signal: AbortSignal | undefined): Promise<BatchAnswer | undefined> {
  return new Promise((resolve) => {
    const stop = (): void => resolve(undefined);
    worker.onmessage = ({ data }: MessageEvent<BatchAnswer>) => {
      signal?.removeEventListener('abort', stop);
      resolve(data);
    };
    worker.onmessageerror = stop;
    worker.onerror = (event) => {
      event.preventDefault();
      stop();
    };
    signal?.addEventListener('abort', stop, { once: true });
    try {
      worker.postMessage(message);
    } catch {
      // What cannot be copied to a worker: a key, in some browsers.
      stop();
    }
  });
}
