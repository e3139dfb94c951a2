import { promisifyRequest } from 'idb-keyval';
import type { Entry } from '../core/ledger/types.js';
import type { SurveyResponse } from '../core/response/types.js';
import { ask } from './ask.js';
import { canonical } from './canonical.js';
import { openedKey, part, responseKey, sealedKey } from './keys.js';
import { place, type Outcome, type Store } from './store.js';
import { readTally, writeTally } from './tally.js';
import { tell } from './tell.js';

/** How many of the responses given to `addResponses` were new, were there already, and had the id of another one. */
export type Added = Readonly<Record<Outcome, number>>;

/**
 * Adds responses that come from elsewhere, e.g. a backup file, `size` to a transaction. The same ones again add nothing; one
 * whose id is taken by other content is kept beside it. When it rejects, whole transactions may have been stored: repeat it.
 */
export async function addResponses(store: Store, responses: readonly SurveyResponse[], size = 200): Promise<Added> {
  const result = { added: 0, same: 0, conflict: 0 };
  for (let start = 0; start < responses.length; start += size) {
    const page = responses.slice(start, start + size);
    const { outcomes, tally } = await store.transact(
      ['responses', 'fresh', 'meta'],
      'readwrite',
      async (transaction) => {
        const there = transaction.objectStore('responses');
        const fresh = transaction.objectStore('fresh');
        const outcomes: Outcome[] = [];
        const keys: string[] = [];
        for (const response of page) {
          const [outcome, at] = await place(there, responseKey(response), canonical(response));
          outcomes.push(outcome);
          if (outcome === 'same') continue;
          fresh.put(0, at);
          keys.push(at);
        }
        return {
          outcomes,
          tally: keys.length ? writeTally(transaction, await readTally(transaction), keys, 1) : undefined,
        };
      },
    );
    for (const outcome of outcomes) result[outcome] += 1;
    const changed = page.filter((_, index) => outcomes[index] !== 'same');
    if (tally) tell(store, tally, 'added', changed);
  }
  return result;
}

/** A record as it came, with the study and wave that it names and its address (hex SHA-256 of its canonical JSON). */
export interface ForeignRecord {
  readonly study: string;
  readonly wave: string;
  readonly address: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** What a file holds. */
export interface FileRecords {
  readonly responses: readonly SurveyResponse[];
  /** Sealed records. */
  readonly sealed: readonly ForeignRecord[];
  /** Records that do not parse, to be set aside. */
  readonly aside: readonly ForeignRecord[];
  readonly entries: readonly Entry[];
  /** Whether ledger rows take the place of rows with the same id and other content. Those are set aside then. */
  readonly replace?: boolean;
}

/** What became of the records of a file. */
export interface FileAdded {
  readonly responses: Added;
  readonly sealed: Omit<Added, 'conflict'>;
  /** Newly set aside. */
  readonly aside: number;
  /** `conflict`: another row has the id. It was replaced if `replace` said so, else the new one was left out. */
  readonly entries: Added;
}

/** Keys that are asked for together. */
const TOGETHER = 200;

/**
 * Adds the records of one file in one transaction: all of them or, when it rejects, none. The same file again adds nothing. A response whose id
 * is taken by other content is kept beside it; a sealed record is kept under its address, unless it is there or was opened already.
 */
export async function addRecords(store: Store, records: FileRecords): Promise<FileAdded> {
  const done = await store.transact(
    ['responses', 'fresh', 'meta', 'aside', 'ledger'],
    'readwrite',
    async (transaction) => {
      const responses = await placeResponses(transaction, records.responses);
      const sealed = await placeSealed(transaction, records.sealed);
      const keys = [...responses.keys, ...sealed.keys];
      return {
        responses,
        sealed,
        aside: await placeAside(transaction, records.aside),
        entries: await placeEntries(transaction, records.entries, records.replace ?? false),
        tally: keys.length ? writeTally(transaction, await readTally(transaction), keys, 1) : undefined,
      };
    },
  );
  const changed = [
    ...records.responses.filter((_, index) => done.responses.outcomes[index] !== 'same'),
    ...done.sealed.placed.map(({ study, address }) => ({ study, id: address })),
  ];
  if (done.tally) tell(store, done.tally, 'added', changed);
  const count = (outcome: Outcome): number => done.responses.outcomes.filter((one) => one === outcome).length;
  const added = done.sealed.placed.length;
  return {
    responses: { added: count('added'), same: count('same'), conflict: count('conflict') },
    sealed: { added, same: records.sealed.length - added },
    aside: done.aside,
    entries: done.entries,
  };
}

/** Puts responses in their places, in the transaction that counts them. Most are looked up many at a time. */
export async function placeResponses(
  transaction: IDBTransaction,
  all: readonly SurveyResponse[],
): Promise<{
  readonly outcomes: readonly Outcome[];
  readonly keys: readonly string[];
  readonly places: readonly string[];
}> {
  const there = transaction.objectStore('responses');
  const fresh = transaction.objectStore('fresh');
  const outcomes: Outcome[] = [];
  const keys: string[] = [];
  const places: string[] = [];
  for (let start = 0; start < all.length; start += TOGETHER) {
    const page = all
      .slice(start, start + TOGETHER)
      .map((response) => [responseKey(response), canonical(response)] as const);
    const found = await Promise.all(page.map(([key]) => ask<unknown>(() => there.get(key))));
    const placed = new Set<string>();
    for (const [index, [key, text]] of page.entries()) {
      let [outcome, at] = ['added', key] as [Outcome, string];
      if (found[index] === undefined && !placed.has(key)) there.put(text, key);
      else [outcome, at] = await place(there, key, text);
      placed.add(key);
      outcomes.push(outcome);
      places.push(at);
      if (outcome === 'same') continue;
      fresh.put(0, at);
      keys.push(at);
    }
  }
  return { outcomes, keys, places };
}

async function placeSealed(
  transaction: IDBTransaction,
  all: readonly ForeignRecord[],
): Promise<{ readonly placed: readonly ForeignRecord[]; readonly keys: readonly string[] }> {
  const there = transaction.objectStore('responses');
  const meta = transaction.objectStore('meta');
  const placed: ForeignRecord[] = [];
  const keys: string[] = [];
  const seen = new Set<string>();
  for (let start = 0; start < all.length; start += TOGETHER) {
    const page = all.slice(start, start + TOGETHER);
    const known = await Promise.all(
      page.map(async (one) => {
        const [waiting, opened] = await Promise.all([
          ask<number>(() => there.count(sealedKey(one, one.address))),
          ask<unknown>(() => meta.get(openedKey(one.study, one.address))),
        ]);
        if (waiting > 0) return true;
        // What it held may be gone again; then it is as if it had never been here.
        return typeof opened === 'string' && (await ask<number>(() => there.count(opened))) > 0;
      }),
    );
    for (const [index, one] of page.entries()) {
      const key = sealedKey(one, one.address);
      if (known[index] || seen.has(key)) continue;
      seen.add(key);
      there.put(canonical(one.record), key);
      transaction.objectStore('fresh').put(0, key);
      placed.push(one);
      keys.push(key);
    }
  }
  return { placed, keys };
}

/** Under the key that `setAside` would give, so that a withdrawal finds it by its id, where it has one. */
async function placeAside(transaction: IDBTransaction, all: readonly ForeignRecord[]): Promise<number> {
  const aside = transaction.objectStore('aside');
  let added = 0;
  for (const { study, wave, address, record } of all) {
    const { group, id } = record as { group?: unknown; id?: unknown };
    const words = [study, wave, group, typeof id === 'string' && id !== '' ? id : address];
    const key = `responses/${words.map((word) => part(typeof word === 'string' ? word.slice(0, 200) : '')).join('/')}`;
    if ((await place(aside, key, canonical(record)))[0] !== 'same') added += 1;
  }
  return added;
}

async function placeEntries(transaction: IDBTransaction, all: readonly Entry[], replace: boolean): Promise<Added> {
  const ledger = transaction.objectStore('ledger');
  const result = { added: 0, same: 0, conflict: 0 };
  for (const entry of all) {
    const before = await promisifyRequest<unknown>(ledger.get(entry.id));
    if (before !== undefined && canonical(before) === canonical(entry)) {
      result.same += 1;
      continue;
    }
    if (before !== undefined) {
      result.conflict += 1;
      if (!replace) continue;
      await place(transaction.objectStore('aside'), `ledger/${part(entry.study)}/${part(entry.id)}`, canonical(before));
    } else result.added += 1;
    ledger.put(entry, entry.id);
  }
  return result;
}
