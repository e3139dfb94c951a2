import { ask } from './ask.js';
import { placeOf, rangeOf, type PlacedKey } from './ranges.js';
import type { Store } from './store.js';

/** A response that a collector has not confirmed yet. */
export interface Undelivered extends PlacedKey {
  readonly key: string;
  /** The record as it is stored, canonical JSON. */
  readonly text: string;
}

/** The next undelivered responses of a study, at most `limit`. They stay in the outbox until `confirmDelivery`. */
export function readOutbox(store: Store, study: string, limit = 100): Promise<Undelivered[]> {
  return store.transact(['outbox', 'responses'], 'readonly', async (transaction) => {
    const keys = await ask<string[]>(() => transaction.objectStore('outbox').getAllKeys(rangeOf(study), limit));
    const responses = transaction.objectStore('responses');
    const texts = await Promise.all(keys.map((key) => ask<string | undefined>(() => responses.get(key))));
    return keys.flatMap((key, index) => {
      const text = texts[index];
      return text === undefined ? [] : [{ ...placeOf(key), key, text }];
    });
  });
}

/** Takes responses out of the outbox once the collector has confirmed them; the responses themselves stay. */
export const confirmDelivery = (store: Store, keys: readonly string[]): Promise<void> =>
  store.transact(['outbox'], 'readwrite', (transaction) => {
    for (const key of keys) transaction.objectStore('outbox').delete(key);
  });
