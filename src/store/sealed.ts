import type { SurveyResponse } from '../core/response/types.js';
import { ask } from './ask.js';
import { forget } from './forget.js';
import { placeResponses, type Added } from './import.js';
import { openedKey } from './keys.js';
import { pages } from './pages.js';
import type { Store } from './store.js';
import { readTally, writeTally } from './tally.js';
import { tell } from './tell.js';

/** A sealed record that waits for its key. */
export interface Waiting {
  /** Where it is stored. */
  readonly key: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** The sealed records of a study that were not opened yet, a page at a time: those of files and those that this browser sealed itself. */
export async function* readSealed(store: Store, study: string): AsyncGenerator<readonly Waiting[], void, undefined> {
  for await (const records of pages(store, study)) {
    const page = records.flatMap(([key, text]) => {
      const record = sealedIn(text);
      return record ? [{ key, record }] : [];
    });
    if (page.length) yield page;
  }
}

/** How many sealed records of a study wait for their key. Reads every record: for studies that seal. */
export async function countSealed(store: Store, study: string): Promise<number> {
  let count = 0;
  for await (const records of pages(store, study)) count += records.filter(([, text]) => isSealed(text)).length;
  return count;
}

/** Canonical texts of sealed records begin with the member `jwe`; everything else is not parsed. */
const isSealed = (text: unknown): text is string => typeof text === 'string' && text.startsWith('{"jwe"');

function sealedIn(text: unknown): Waiting['record'] | undefined {
  if (!isSealed(text)) return undefined;
  try {
    const record = JSON.parse(text) as Waiting['record'];
    return record['schema'] === 'canyu-sealed/1' ? record : undefined;
  } catch {
    return undefined;
  }
}

/** A sealed record and what was in it. */
export interface OpenedRecord {
  readonly key: string;
  /** Of the sealed record, hex. */
  readonly address: string;
  readonly response: SurveyResponse;
}

/**
 * Puts opened responses in the place of their sealed records, in one transaction, with a note of which record held which: so a file that
 * brings the sealed record again adds nothing. The same response from another record is there once; the same id with other content is
 * kept beside it. Records that are not there any more are passed over.
 */
export async function storeOpened(store: Store, study: string, opened: readonly OpenedRecord[]): Promise<Added> {
  const result = { added: 0, same: 0, conflict: 0 };
  const { placed, outcomes, tally } = await store.transact(
    ['responses', 'packs', 'fresh', 'meta'],
    'readwrite',
    async (transaction) => {
      const responses = transaction.objectStore('responses');
      const there = await Promise.all(opened.map(({ key }) => ask<number>(() => responses.count(key))));
      // One record, named twice, is one.
      const seen = new Set<string>();
      const placed = opened.filter(({ key }, index) => there[index] && !seen.has(key) && seen.add(key));
      if (placed.length === 0) return { placed, outcomes: [], tally: undefined };
      const sealed = placed.map(({ key }) => key);
      for (const key of sealed) responses.delete(key);
      await forget(transaction, sealed);
      const before = writeTally(transaction, await readTally(transaction), sealed, -1);
      const { outcomes, keys, places } = await placeResponses(
        transaction,
        placed.map(({ response }) => response),
      );
      const meta = transaction.objectStore('meta');
      placed.forEach(({ address }, index) => meta.put(places[index], openedKey(study, address)));
      return { placed, outcomes, tally: writeTally(transaction, before, keys, 1) };
    },
  );
  for (const outcome of outcomes) result[outcome] += 1;
  if (tally)
    tell(
      store,
      tally,
      'added',
      placed.map(({ response }) => ({ study, id: response.id })),
    );
  return result;
}
