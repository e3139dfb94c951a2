import { promisifyRequest } from 'idb-keyval';
import type { Parsed } from '../core/parsed.js';
import type { SurveyResponse } from '../core/response/types.js';
import { setAside } from './aside.js';
import { ask } from './ask.js';
import type { StoreError } from './errors.js';
import type { Cell } from './keys.js';
import { after, placeOf, rangeOf } from './ranges.js';
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
 * Reads the responses of a study in pages, in the order of their random ids, each parsed by `parse`. A page is one
 * transaction, so a response that comes meanwhile may or may not be among them. Records that do not parse are set aside.
 */
export async function* readResponses<T = SurveyResponse>(
  store: Store,
  study: string,
  parse: (value: unknown) => Parsed<T>,
  size = 500,
): AsyncGenerator<ResponsePage<T>, void, undefined> {
  for (let range = rangeOf(study); ;) {
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
    if (broken.length) {
      // A full disk must not keep anyone from reading: they stay where they are and are met again.
      await setAside(store, 'responses', broken).catch(() => (left += broken.splice(0).length));
    }
    yield { responses, aside: broken.length, left };
    range = after(last, range);
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

/** A record that the browser could not read. */
const UNREADABLE = Symbol('unreadable');

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

function parseText<T>(text: unknown, parse: (value: unknown) => Parsed<T>): Parsed<T> | 'left' {
  if (text === UNREADABLE) return 'left';
  let value: unknown;
  try {
    value = JSON.parse(text as string);
  } catch {
    return { ok: false, problems: [{ path: '', code: 'syntax', message: 'not JSON' }] };
  }
  const parsed = parse(value);
  const { schema } = (value ?? {}) as { schema?: unknown };
  const foreign = typeof schema === 'string' && schema.startsWith('canyu-') && schema !== 'canyu-response/1';
  return !parsed.ok && foreign ? 'left' : parsed;
}

/** How many responses a cell has. */
export interface CellCount extends Cell {
  readonly count: number;
}

/**
 * How many responses there are by study, wave and group, of one study or of all. Looks at no record: the keys are an index,
 * and each cell costs two look-ups in it. A conflicting copy counts as one more.
 */
export function countResponses(store: Store, only?: string): Promise<CellCount[]> {
  return store.transact(['responses'], 'readonly', async (transaction) => {
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
