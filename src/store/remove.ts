import { promisifyRequest } from 'idb-keyval';
import { forget } from './forget.js';
import { placeOf, rangeOf } from './ranges.js';
import type { Store } from './store.js';
import { readTally, writeTally } from './tally.js';
import { tell } from './tell.js';

/**
 * Deletes every trace of responses, as a person who withdraws may ask: the records with their conflicting copies, their places in
 * the packs and the outbox, what was set aside under their ids, and drafts that carry them; in one transaction. Returns how many
 * responses there were, copies counted.
 */
export async function removeResponses(store: Store, study: string, ids: readonly string[]): Promise<number> {
  const isWanted = (id: string): boolean => ids.includes(id);
  const { removed, tally } = await store.transact(
    ['responses', 'packs', 'fresh', 'outbox', 'aside', 'drafts', 'meta'],
    'readwrite',
    async (transaction) => {
      const [responses, outbox, aside, drafts] = (['responses', 'outbox', 'aside', 'drafts'] as const).map((name) =>
        transaction.objectStore(name),
      ) as [IDBObjectStore, IDBObjectStore, IDBObjectStore, IDBObjectStore];
      const removed = (await keysIn(responses, rangeOf(study))).filter((key) => isWanted(placeOf(key).id));
      for (const key of removed) {
        responses.delete(key);
        outbox.delete(key);
      }
      for (const key of await keysIn(aside, rangeOf(study, 'responses/'))) {
        if (isWanted(placeOf(key.slice('responses/'.length)).id)) aside.delete(key);
      }
      for (const key of await keysIn(drafts, rangeOf(study))) {
        const draft = await promisifyRequest<readonly [string, string] | undefined>(drafts.get(key));
        if (draft && isWanted(draft[0])) drafts.delete(key);
      }
      if (removed.length) await forget(transaction, removed);
      // Notes of which sealed records these were (sealed.ts).
      const meta = transaction.objectStore('meta');
      for (const key of await keysIn(meta, rangeOf(study, 'opened/'))) {
        if (removed.includes(await promisifyRequest<string>(meta.get(key)))) meta.delete(key);
      }
      return {
        removed,
        tally: removed.length ? writeTally(transaction, await readTally(transaction), removed, -1) : undefined,
      };
    },
  );
  if (tally) tell(store, tally, 'removed', removed.map(placeOf));
  return removed.length;
}

const keysIn = async (from: IDBObjectStore, range: IDBKeyRange): Promise<string[]> =>
  (await promisifyRequest(from.getAllKeys(range))) as string[];
