import type { Pace } from '../../export/zip.js';
import { nextTurn } from '../change-index/compute-in-worker.js';

/** Longest piece of work between two turns of the page, in milliseconds. */
const SLICE = 20;

/** Lets the page have its turn whenever a slice is used up; throws once `signal` is aborted. */
export function createPace(signal: AbortSignal, progress: Pace['progress']): Pace {
  let end = performance.now() + SLICE;
  return {
    progress,
    breathe() {
      signal.throwIfAborted();
      if (performance.now() < end) return undefined;
      return nextTurn().then(() => void (end = performance.now() + SLICE));
    },
  };
}
