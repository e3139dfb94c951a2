import { ask } from './ask.js';

/**
 * How many responses there are, kept in two places: in the database (in the same transaction as the responses) and, as the
 * watermark, outside of it in localStorage after the transaction completed. A database that came back empty or older than
 * its watermark has lost records (reliability.md §1.2: browsers replace a damaged database by an empty one, silently).
 */
export interface Tally {
  /** A random number given to the database at its creation: a database made anew is another one. */
  readonly born: number;
  /** Transactions so far that added or removed responses. */
  readonly seq: number;
  /** Responses now. */
  readonly count: number;
  /**
   * XOR of a 32-bit hash of every response's key: the same whatever the order, and one step to keep when a response comes or
   * goes. It guards against accidents of the disk, not against people, who could write localStorage as well: no cryptography.
   */
  readonly root: number;
  /** Records were lost, and nobody has acknowledged it yet. */
  readonly lost: boolean;
}

/** The tally of an empty database. */
export const newTally = (lost = false): Tally => ({ born: Math.random(), seq: 0, count: 0, root: 0, lost });

/** FNV-1a over the UTF-16 code units of a key, 32 bits. */
export function hash(key: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  return h;
}

/** The tally, within a transaction. */
export const readTally = (transaction: IDBTransaction): Promise<Tally | undefined> =>
  ask<Tally | undefined>(() => transaction.objectStore('meta').get('tally'));

/**
 * Counts the responses under `keys` in (`by` 1) or out (-1), in the transaction that adds or removes them, where `before` was
 * read. `lost` raises the alarm or ends it. A tally is made with each database: if it is missing, something is wrong.
 */
export function writeTally(
  transaction: IDBTransaction,
  before: Tally | undefined,
  keys: readonly string[],
  by: 1 | -1,
  lost?: boolean,
): Tally {
  const old = before ?? newTally(true);
  const tally = {
    ...old,
    seq: old.seq + 1,
    count: old.count + by * keys.length,
    root: keys.reduce((root, key) => root ^ hash(key), old.root),
    lost: lost ?? old.lost,
  };
  transaction.objectStore('meta').put(tally, 'tally');
  return tally;
}
