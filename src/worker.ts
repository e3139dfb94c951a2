/** The entry of the worker: one request in, one outcome out. */
import { computeLocal, type LocalRequest } from './compute-local.js';

addEventListener('message', ({ data }: MessageEvent<LocalRequest>) => {
  void computeLocal(data).then((outcome) => postMessage(outcome));
});
