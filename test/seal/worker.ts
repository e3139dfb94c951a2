/** A worker that opens, as the worker of the bundle does. */
import { isOpenBatch, openInWorker } from '../../src/seal/open-in-worker.js';

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isOpenBatch(data)) void openInWorker(data).then((answer) => postMessage(answer));
});
