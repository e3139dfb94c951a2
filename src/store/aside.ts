import { promisifyRequest } from 'idb-keyval';
import { ask } from './ask.js';
import type { StoreName } from './connection.js';
import { forget } from './forget.js';
import type { Store } from './store.js';
import { readTally, writeTally } from './tally.js';

/** A record that did not parse, as it was found. */
export interface AsideRecord {
  /** Object store and key that it had, joined by `/`. */
  readonly from: string;
  readonly record: unknown;
}

/**
 * Moves records that do not parse out of the way, as they are and in one transaction: they are kept and counted, never
 * deleted. Records that are not there (any more) are passed over.
 */
export function setAside(store: Store, from: StoreName, keys: readonly string[]): Promise<undefined> {
  return store.transact([from, 'aside', 'packs', 'fresh', 'meta'], 'readwrite', async (transaction) => {
    const source = transaction.objectStore(from);
    const aside = transaction.objectStore('aside');
    const moved: string[] = [];
    for (const key of keys) {
      const record = await promisifyRequest<unknown>(source.get(key));
      if (record === undefined) continue;
      let at = `${from}/${key}`;
      while (await promisifyRequest(aside.count(at))) at += '/+';
      aside.put(record, at);
      source.delete(key);
      moved.push(key);
    }
    if (from === 'responses' && moved.length) {
      writeTally(transaction, await readTally(transaction), moved, -1);
      await forget(transaction, moved);
    }
    return undefined;
  });
}

/** Every record that was set aside, to be looked at or saved as a file. */
export function readAside(store: Store): Promise<AsideRecord[]> {
  return store.transact(['aside'], 'readonly', async (transaction) => {
    const aside = transaction.objectStore('aside');
    const [keys, records] = await Promise.all([
      ask<string[]>(() => aside.getAllKeys()),
      ask<unknown[]>(() => aside.getAll()),
    ]);
    return keys.map((from, index) => ({ from, record: records[index] }));
  });
}
