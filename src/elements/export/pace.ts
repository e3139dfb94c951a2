import type { Pace } from '../../export/zip.js';

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
