import { promisifyRequest } from 'idb-keyval';
import { ask } from './ask.js';
import { StoreError, type StoreErrorCode } from './errors.js';
import { resetPacks } from './manifest.js';
import { rootOf } from './root.js';
import type { Store } from './store.js';
import { readTally, type Tally } from './tally.js';
import { isLoss, readWatermark, setWatermark } from './watermark.js';

/** How the store of this browser is doing. What the browser does not say, or not in time, is null. */
export interface StoreHealth {
  /** Why the store cannot be read at all; then everything below that comes from the database is null. */
  readonly error: StoreErrorCode | null;
  /** Whether the browser promised not to delete the store when the disk gets full. */
  readonly persisted: boolean | null;
  /** Bytes used and allowed, as the browser estimates them; the allowance is no promise. */
  readonly usage: number | null;
  readonly quota: number | null;
  /** Records by kind. `aside`: those that did not parse. */
  readonly responses: number | null;
  readonly drafts: number | null;
  readonly outbox: number | null;
  readonly aside: number | null;
  /** Responses that should be there: by the tally in the database, and by the watermark outside of it. */
  readonly tally: number | null;
  readonly watermark: number | null;
  /** False when responses were lost (see Tally); null when the database cannot be read. */
  readonly complete: boolean | null;
}

/** Looks at the store without changing it. Always resolves, within about `patience` milliseconds. */
export async function storeHealth(store: Store, patience = 5000): Promise<StoreHealth> {
  const mark = readWatermark(store.marks, store.name);
  const [found, persisted, estimate] = await Promise.all([
    within(patience, inspect(store, mark)).catch((error: unknown) => ({
      ...UNKNOWN,
      error: error instanceof StoreError ? error.code : ('unavailable' as const),
    })),
    within(
      patience,
      inquire((storage) => storage.persisted()),
    ).catch(() => null),
    within(
      patience,
      inquire((storage) => storage.estimate()),
    ).catch(() => null),
  ]);
  const { usage = null, quota = null } = estimate ?? {};
  return { ...found, watermark: mark?.count ?? null, persisted, usage, quota };
}

/**
 * Asks the browser not to delete the store when the disk gets full. Null when it does not answer in time: Firefox waits for
 * the person to decide.
 */
export const requestPersistence = (patience = 30_000): Promise<boolean | null> =>
  within(
    patience,
    inquire((storage) => storage.persist()),
  ).catch(() => null);

/** Ends the alarm about lost responses after a person has taken note: what is there now is what is expected from here on. */
export async function acceptLoss(store: Store): Promise<void> {
  const tally = await store.transact(['responses', 'packs', 'fresh', 'meta'], 'readwrite', async (transaction) => {
    const keys = (await promisifyRequest(transaction.objectStore('responses').getAllKeys())) as string[];
    const meta = transaction.objectStore('meta');
    const before = await promisifyRequest<Tally | undefined>(meta.get('tally'));
    const after = { ...(before ?? { born: Math.random() }), ...rootOf(keys), seq: (before?.seq ?? 0) + 1, lost: false };
    meta.put(after, 'tally');
    resetPacks(transaction, after.seq);
    return after;
  });
  setWatermark(store.marks, store.name, tally);
}

type Found = Omit<StoreHealth, 'watermark' | 'persisted' | 'usage' | 'quota'>;

const UNKNOWN = { responses: null, drafts: null, outbox: null, aside: null, tally: null, complete: null };

/** What is in the database, in one transaction, so that keys and tally belong together. */
const inspect = (store: Store, mark: Tally | null | undefined): Promise<Found> =>
  store.transact(['responses', 'meta', 'drafts', 'outbox', 'aside'], 'readonly', async (transaction) => {
    const count = (name: string): Promise<number> => ask(() => transaction.objectStore(name).count());
    const [keys, tally, drafts, outbox, aside] = await Promise.all([
      ask<string[]>(() => transaction.objectStore('responses').getAllKeys()),
      readTally(transaction),
      count('drafts'),
      count('outbox'),
      count('aside'),
    ]);
    const { count: responses, root } = rootOf(keys);
    const complete = !isLoss(mark, tally) && tally?.count === responses && tally.root === root;
    return { error: null, responses, drafts, outbox, aside, tally: tally?.count ?? null, complete };
  });

/** `navigator.storage` is missing in some browsers and outside https. */
const inquire = async <T>(question: (storage: StorageManager) => Promise<T>): Promise<T> => question(navigator.storage);

/** The promise, or a rejection after `ms`. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreError('blocked')), ms);
  });
  try {
    return await Promise.race([promise, end]);
  } finally {
    clearTimeout(timer);
  }
}
