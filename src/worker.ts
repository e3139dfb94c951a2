/** The entry of the worker: one request in, one outcome out. */
import { computeLocal, type LocalRequest } from './compute-local.js';
import type { ReadRequest } from './core/gather/parts.js';
import type { OpenBatch } from './seal/open-in-worker.js';

addEventListener('message', ({ data }: MessageEvent<LocalRequest | OpenBatch | ReadRequest>) => {
  if (!('kind' in data)) void computeLocal(data).then((outcome) => postMessage(outcome));
  else if (data.kind === 'read-gathered')
    void import('./core/gather/parts.js')
      .then(({ readInParts }) => readInParts(data, crypto.subtle, (part) => postMessage(part)))
      .catch(() => postMessage({ broken: 'load' }));
  else
    void import('./seal/open-in-worker.js')
      .then(async ({ openInWorker }) => postMessage(await openInWorker(data)))
      .catch(() => postMessage({ broken: 'load' }));
});
