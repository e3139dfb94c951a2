import { promisifyRequest } from 'idb-keyval';
import type { Parsed } from '../core/parsed.js';
import { parseResponse } from '../core/response/parse.js';
import type { SurveyResponse } from '../core/response/types.js';
import { setAside } from './aside.js';
import { ask } from './ask.js';
import type { StoreError } from './errors.js';
import type { Cell } from './keys.js';
import { parseText, UNREADABLE } from './parse-text.js';
import { after, placeOf, rangeOf } from './ranges.js';
import { countPacked, readPackedPages } from './read-packs.js';
import type { Store } from './store.js';

export { removeResponses } from './remove.js';

/** One page of what was read. */
export interface ResponsePage<T> {
  readonly responses: readonly T[];
  /** Records of this page that did not parse and were set aside. */
  readonly aside: number;
  /** Records left where they are: sealed ones, those of a newer Canyu, and those that the browser cannot read. */
  readonly left: number;
}

/**
 * Reads the responses of a study in pages of at most `size`, in the order of their random ids, each parsed by `parse`. A page is
 * of one transaction, so a response that comes meanwhile may or may not be among them. Records that do not parse are set aside.
 *
 * With `parseResponse` itself, responses that were packed (compact.ts) are read from their packs, some ten times as fast; what comes
 * is the same, except that a record that something else than this store has changed since is given as it was.
 */
export async function* readResponses<T = SurveyResponse>(
  store: Store,
  study: string,
  parse: (value: unknown) => Parsed<T>,
  size = 500,
): AsyncGenerator<ResponsePage<T>, void, undefined> {
  let range = rangeOf(study);
  if ((parse as unknown) === parseResponse) {
    for await (const page of readPackedPages(store, study)) {
      yield* pagesOf(page.responses as readonly T[], size, await putAside(store, page.broken, page.left));
      if (page.next === undefined) return;
      // The records from here on, in case that the packs come to an end.
      range = IDBKeyRange.bound(page.next, range.upper, false, range.upperOpen);
    }
  }
  for (;;) {
    const { keys, texts } = await readPage(store, range, size);
    const last = keys.at(-1);
    if (last === undefined) return;
    const responses: T[] = [];
    const broken: string[] = [];
    let left = 0;
    keys.forEach((key, index) => {
      const parsed = parseText(texts[index], parse);
      if (parsed === 'left') left += 1;
      else if (parsed.ok) responses.push(parsed.value);
      else broken.push(key);
    });
    yield { responses, ...(await putAside(store, broken, left)) };
    range = after(last, range);
  }
}

type Passed = Pick<ResponsePage<never>, 'aside' | 'left'>;

/** Sets records aside. A full disk must not keep anyone from reading: they stay where they are then, and are met again. */
const putAside = async (store: Store, broken: readonly string[], left: number): Promise<Passed> =>
  broken.length === 0
    ? { aside: 0, left }
    : setAside(store, 'responses', broken).then(
        () => ({ aside: broken.length, left }),
        () => ({ aside: 0, left: left + broken.length }),
      );

/** Cuts responses into pages; what was passed over is told with the first. */
function* pagesOf<T>(responses: readonly T[], size: number, passed: Passed): Generator<ResponsePage<T>> {
  for (let start = 0; start < responses.length || (start === 0 && passed.aside + passed.left > 0); start += size) {
    yield { responses: responses.slice(start, start + size), ...(start === 0 ? passed : { aside: 0, left: 0 }) };
  }
}

/** All responses of a study at once; what `readResponses` gives page by page. */
export async function readAllResponses<T = SurveyResponse>(
  store: Store,
  study: string,
  parse: (value: unknown) => Parsed<T>,
): Promise<ResponsePage<T>> {
  const responses: T[] = [];
  let aside = 0;
  let left = 0;
  for await (const page of readResponses(store, study, parse)) {
    for (const response of page.responses) responses.push(response);
    aside += page.aside;
    left += page.left;
  }
  return { responses, aside, left };
}

interface Page {
  readonly keys: readonly string[];
  readonly texts: readonly unknown[];
}

/** One page of keys and texts; record by record where one of them makes the whole page unreadable. */
async function readPage(store: Store, range: IDBKeyRange, size: number): Promise<Page> {
  try {
    return await store.transact(['responses'], 'readonly', async (transaction) => {
      const responses = transaction.objectStore('responses');
      const [keys, texts] = await Promise.all([
        ask<string[]>(() => responses.getAllKeys(range, size)),
        ask<unknown[]>(() => responses.getAll(range, size)),
      ]);
      return { keys, texts };
    });
  } catch (error) {
    const keys = await store.transact(['responses'], 'readonly', (transaction) =>
      promisifyRequest(transaction.objectStore('responses').getAllKeys(range, size)),
    );
    const texts: unknown[] = [];
    for (const key of keys) texts.push(await readOne(store, key));
    // Where nothing at all can be read it is rather the store that fails.
    if ((error as StoreError).code !== 'corrupt' && texts.every((text) => text === UNREADABLE)) throw error;
    return { keys: keys as string[], texts };
  }
}

const readOne = (store: Store, key: IDBValidKey): Promise<unknown> =>
  store
    .transact(['responses'], 'readonly', (transaction) =>
      promisifyRequest<unknown>(transaction.objectStore('responses').get(key)),
    )
    .catch(() => UNREADABLE);

/** How many responses a cell has. */
export interface CellCount extends Cell {
  readonly count: number;
}

/**
 * How many responses there are by study, wave and group, of one study or of all. Looks at no record: the packs know, and where
 * there are none the keys are an index. A conflicting copy counts as one more.
 */
export function countResponses(store: Store, only?: string): Promise<CellCount[]> {
  return store.transact(['responses', 'packs', 'fresh', 'meta'], 'readonly', async (transaction) => {
    const packed = await countPacked(transaction, only);
    if (packed) return packed;
    const responses = transaction.objectStore('responses');
    const counts: CellCount[] = [];
    for (let range = rangeOf(only); ;) {
      const [key] = await promisifyRequest(responses.getAllKeys(range, 1));
      if (key === undefined) return counts;
      const { study, wave, group } = placeOf(key as string);
      const cell = rangeOf({ study, wave, group });
      counts.push({ study, wave, group, count: await promisifyRequest(responses.count(cell)) });
      range = after(cell.upper as string, range);
    }
  });
}
