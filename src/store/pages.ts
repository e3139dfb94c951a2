import { ask } from './ask.js';
import { after, rangeOf } from './ranges.js';
import type { Store } from './store.js';

/** Records of one transaction. */
const PAGE = 200;

/** What is stored of a study under `responses`, keys and texts as they are, a page at a time. Throws StoreError when it cannot be read. */
export async function* pages(
  store: Store,
  study: string,
): AsyncGenerator<readonly (readonly [key: string, text: unknown])[], void, undefined> {
  for (let range = rangeOf(study); ;) {
    const [keys, texts] = await store.transact(['responses'], 'readonly', (transaction) => {
      const responses = transaction.objectStore('responses');
      return Promise.all([
        ask<string[]>(() => responses.getAllKeys(range, PAGE)),
        ask<unknown[]>(() => responses.getAll(range, PAGE)),
      ]);
    });
    const last = keys.at(-1);
    if (last === undefined) return;
    yield keys.map((key, index) => [key, texts[index]] as const);
    range = after(last, range);
  }
}
