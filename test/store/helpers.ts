import { promisifyRequest } from 'idb-keyval';
import type { SurveyResponse } from '../../src/core/response/types.js';
import { openStore, type Store, type StoreOptions } from '../../src/store/store.js';

const names = new Set<string>();
const stores = new Set<Store>();

/** A database name that no other test has. */
export function freshName(): string {
  const name = `canyu-test-${crypto.randomUUID()}`;
  names.add(name);
  return name;
}

/** A store that `cleanStores` closes and whose database it deletes. */
export function testStore(options: StoreOptions = {}): Store {
  const store = openStore({ name: freshName(), localStorage: memoryStorage(), ...options });
  names.add(store.name);
  stores.add(store);
  return store;
}

/** Closes what `testStore` opened and deletes the databases; call it after each test. */
export async function cleanStores(): Promise<void> {
  for (const store of stores) store.close();
  stores.clear();
  const deleted = [...names].map((name) => deleteDatabase(name));
  names.clear();
  await Promise.all(deleted);
}

/** Deletes a database, closing nothing. */
export const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error!);
  });

/** A localStorage of its own. */
export function memoryStorage(): Pick<Storage, 'getItem' | 'setItem'> & { readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return { items, getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}

/** A response as a survey makes it. */
export function makeResponse(changes: Partial<SurveyResponse> = {}): SurveyResponse {
  return {
    schema: 'canyu-response/1',
    id: crypto.randomUUID(),
    study: 'demo',
    instrument: 'participation-trust@1.0.0',
    wave: 'pre',
    group: 'resident',
    form: 'short',
    mode: 'self',
    locale: 'zh-Hans',
    answers: { CY1: 4, CY2: 'dk', T1: '希望以后开会前先把议题告诉大家。🏘️' },
    link: null,
    consent: { version: '1', hash: null },
    date: '2026-11-24',
    seconds: 341,
    device: 'own',
    ...changes,
  };
}

/** Everything that a database holds, read without the code under test: object store by object store, values by key. */
export async function rawContents(name: string): Promise<Record<string, Record<string, any>>> {
  const opening = indexedDB.open(name);
  // A database that is not there is not made by looking at it.
  opening.onupgradeneeded = () => opening.transaction?.abort();
  let database: IDBDatabase;
  try {
    database = await promisifyRequest(opening);
  } catch {
    return {};
  }
  try {
    const contents: Record<string, Record<string, unknown>> = {};
    for (const store of database.objectStoreNames) {
      const objectStore = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([
        promisifyRequest(objectStore.getAllKeys()),
        promisifyRequest<unknown[]>(objectStore.getAll()),
      ]);
      contents[store] = Object.fromEntries(keys.map((key, index) => [key as string, values[index]]));
    }
    return contents;
  } finally {
    database.close();
  }
}

/** Puts a value into a database without the code under test. */
export async function rawPut(name: string, store: string, key: string, value: unknown): Promise<void> {
  const database = await promisifyRequest(indexedDB.open(name));
  const transaction = database.transaction(store, 'readwrite');
  transaction.objectStore(store).put(value, key);
  await promisifyRequest(transaction);
  database.close();
}

/** What a promise was rejected with; fails when it was not. */
export async function rejection(promise: Promise<unknown>): Promise<any> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`expected a rejection, got ${JSON.stringify(value)}`);
}
