import { PartsJoiner, type ReadPart, type ReadRequest } from '../../core/gather/parts.js';
import { readGathered } from '../../core/gather/read.js';
import type { Gathered } from '../../core/gather/types.js';
import { startWorker } from '../change-index/compute-in-worker.js';
import { createBreath } from './read-file.js';

/** Set by the bundler to the address of the worker; there is none in the classic bundle and in unbundled modules. */
declare const __WORKER_FILE__: string | undefined;

/** Shorter texts are read here: a worker would take longer to start. In characters. */
const SHORT = 200_000;

/** Reads a file in a worker; where it is short or no worker can start, on the page. Never rejects for anything in the text. */
export async function readApart(text: string, study: string): Promise<Gathered> {
  const address = typeof __WORKER_FILE__ === 'undefined' ? undefined : __WORKER_FILE__;
  const worker = text.length > SHORT ? startWorker(address) : undefined;
  const read = worker && (await readIn(worker, { kind: 'read-gathered', text, study }));
  return read ?? readGathered(text, { subtle: crypto.subtle, study, breathe: createBreath() });
}

/** What the worker read; undefined when it could not start or died. */
function readIn(worker: Worker, request: ReadRequest): Promise<Gathered | undefined> {
  const joiner = new PartsJoiner();
  return new Promise<Gathered | undefined>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<ReadPart>) => {
      if ('broken' in data) {
        resolve(undefined);
        return;
      }
      const whole = joiner.take(data);
      if (whole) resolve(whole);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(undefined);
    };
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
