import { compactResponses } from './compact.js';
import { label } from './keys.js';
import type { Store } from './store.js';

/** Records of one piece of work on a page that somebody may be using: a few milliseconds. */
const PIECE = 100;

/**
 * Packs responses in the background of a page, whenever the page has nothing to do, and in one tab at a time where the browser has
 * locks. For pages that read all responses or take in many of them, after they have done that; a survey needs it not.
 *
 * @returns ends it; what is done by then is done, and the next call goes on
 */
export function compactLater(store: Store): () => void {
  const control = new AbortController();
  const { signal } = control;
  const work = (): Promise<unknown> => compactResponses(store, { signal, size: PIECE, pause: idle });
  void idle()
    .then(() => {
      const { locks } = navigator as { locks?: LockManager };
      const name = `${label(store.name)}:packs`;
      return locks ? locks.request(name, { ifAvailable: true }, (lock) => lock && work()) : work();
    })
    // Nothing is lost, and somebody else will tell of a store that fails.
    .catch(() => undefined);
  return () => control.abort();
}

/** The next moment in which the page has nothing to do. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    const request = globalThis.requestIdleCallback as typeof requestIdleCallback | undefined;
    if (request) request(() => resolve(), { timeout: 5000 });
    else setTimeout(resolve, 50);
  });
