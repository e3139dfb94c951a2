import { StoreError, storeError } from './errors.js';
import { newTally } from './tally.js';

/**
 * The object stores of the database. `drafts`: one unfinished sheet per study, wave and group · `responses`: finished sheets ·
 * `outbox`: keys of responses that a collector has not confirmed · `ledger`: rows of what was done · `meta`: studies, settings
 * and the tally · `aside`: records that did not parse · `packs`: responses in columns, derived (pack.ts) · `fresh`: keys of
 * responses that are in no pack yet.
 */
const STORES = ['drafts', 'responses', 'outbox', 'ledger', 'meta', 'aside', 'packs', 'fresh'] as const;
export type StoreName = (typeof STORES)[number];

/** The version of the database. A change of `STORES` needs a higher one; tabs of this version then close themselves. */
export const VERSION = 2;

export interface ConnectionOptions {
  /** Name of the database. */
  readonly name: string;
  /** Milliseconds to wait for the database before `blocked` is reported. */
  readonly patience: number;
  /** Milliseconds without any transaction after which the connection closes itself. */
  readonly idle: number;
  /** Called at each opening, because merely reading the page's own `indexedDB` can throw. */
  readonly factory: () => IDBFactory;
}

export interface Connection {
  /**
   * Runs `body` in one transaction (`durability: 'strict'`) and resolves with its result after the transaction completed;
   * rejects with a StoreError when it did not, and then nothing of it is stored. `body` may wait for requests of the
   * transaction, not for anything else.
   *
   * When the connection turns out to be dead the database is opened again, once, and `body` runs a second time: only after
   * the first transaction failed, but a browser can lose the answer of a commit that did happen, so `body` must do no harm
   * when it finds its own work already done.
   */
  readonly transact: <T>(
    stores: readonly StoreName[],
    mode: IDBTransactionMode,
    body: (transaction: IDBTransaction) => T | PromiseLike<T>,
  ) => Promise<T>;
  /** Closes the connection; the next operation opens it again. */
  readonly close: () => void;
}

/**
 * How a dead connection shows: WebKit's "Connection to Indexed Database server lost", an abort that nobody asked for, or a
 * body that finds its transaction gone.
 */
const DEAD = /^(InvalidState|TransactionInactive|Unknown|NotFound|Abort)|connection/i;

/**
 * A lazily opened connection that makes way for upgrades by other tabs and survives its own death. It closes itself when it has not been
 * used for a while: browsers never free an open one, and a page may show one survey after another.
 */
export function connect({ name, patience, idle, factory }: ConnectionOptions): Connection {
  let opening: Promise<IDBDatabase> | undefined;
  let running = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const drop = (old: Promise<IDBDatabase>): void => {
    if (opening === old) opening = undefined;
    old.then((database) => database.close()).catch(() => undefined);
  };

  const open = (): Promise<IDBDatabase> => {
    const mine = new Promise<IDBDatabase>((resolve, reject) => {
      const request = factory().open(name, VERSION);
      request.onupgradeneeded = (event) => {
        const { result } = request;
        const isNew = !result.objectStoreNames.contains('meta');
        for (const store of STORES) if (!result.objectStoreNames.contains(store)) result.createObjectStore(store);
        // `dataLoss` is Chromium's only sign that it replaced a damaged database by an empty one.
        const { dataLoss } = event as { dataLoss?: string };
        if (isNew) request.transaction!.objectStore('meta').put(newTally(dataLoss === 'total'), 'tally');
      };
      request.onsuccess = () => {
        const database = request.result;
        database.onclose = database.onversionchange = () => drop(mine);
        resolve(database);
      };
      request.onerror = () => reject(request.error!);
    });
    // It may fail when nobody waits for it any more; that is no answer to who comes later.
    mine.catch(() => drop(mine));
    return mine;
  };

  const close = (): void => opening && drop(opening);

  const transact: Connection['transact'] = async (...work) => {
    running += 1;
    clearTimeout(rest);
    try {
      return await attempt(...work);
    } finally {
      running -= 1;
      if (running === 0) rest = setTimeout(close, idle);
    }
  };

  const attempt: Connection['transact'] = async (stores, mode, body) => {
    for (let replayed = false; ; replayed = true) {
      const mine = (opening ??= open());
      let timer;
      try {
        // Only the waiting ends with `blocked`. The opening goes on, and a later call finds it done.
        const impatience = new Promise<never>((_, reject) => {
          timer = setTimeout(() => reject(new StoreError('blocked')), patience);
        });
        return await run(await Promise.race([mine, impatience]), stores, mode, body);
      } catch (error) {
        if (error instanceof StoreError) throw error;
        // Whatever went wrong, the next attempt gets a new handle: retries on a dead one are how answers get lost.
        drop(mine);
        if (replayed || !DEAD.test(String(error))) throw storeError(error);
      } finally {
        clearTimeout(timer);
      }
    }
  };

  return { transact, close };
}

/** One transaction from begin to `complete`. Listeners are added, not assigned: idb-keyval assigns `oncomplete` and its like. */
function run<T>(
  database: IDBDatabase,
  stores: readonly StoreName[],
  mode: IDBTransactionMode,
  body: (transaction: IDBTransaction) => T | PromiseLike<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, mode, { durability: 'strict' });
    let failure: unknown;
    transaction.addEventListener('abort', () => reject((transaction.error ?? failure ?? 'AbortError') as Error));
    const result = (async () => body(transaction))();
    // Once it is complete nothing may run again, so a body that fails now fails with the store's own error.
    transaction.addEventListener(
      'complete',
      () => void result.then(resolve, (error: unknown) => reject(storeError(error))),
    );
    result
      .catch((error: unknown) => {
        failure = error;
        // A body that fails half-way must not be committed by the browser. Where there is no error, idb-keyval only repeats
        // that the transaction is failing, and aborting it here would hide why.
        if (error) transaction.abort();
      })
      // It was over already, and `abort` or `complete` tells how.
      .catch(() => undefined);
  });
}
