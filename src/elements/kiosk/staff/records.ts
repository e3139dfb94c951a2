import { addressOf } from '../../../core/json/canonical.js';
import { ask } from '../../../store/ask.js';
import { after, placeOf, rangeOf } from '../../../store/ranges.js';
import type { Store } from '../../../store/store.js';

/** A stored sheet, sealed or not. */
export interface StoredRecord {
  readonly id: string;
  /** Hex SHA-256 of its canonical JSON. */
  readonly address: string;
}

/** What is stored of a study. */
export interface StoredRecords {
  readonly records: readonly StoredRecord[];
  /** Records that cannot be read; they are in no backup, and nothing deletes them. */
  readonly unreadable: number;
}

/** Looks at all sheets of a study, a page at a time; only their addresses stay in memory. */
export async function readRecords(store: Store, study: string, size = 200): Promise<StoredRecords> {
  const records: StoredRecord[] = [];
  let unreadable = 0;
  for (let range = rangeOf(study); ;) {
    const [keys, texts] = await store.transact(['responses'], 'readonly', (transaction) => {
      const responses = transaction.objectStore('responses');
      return Promise.all([
        ask<string[]>(() => responses.getAllKeys(range, size)),
        ask<unknown[]>(() => responses.getAll(range, size)),
      ]);
    });
    const last = keys.at(-1);
    if (last === undefined) return { records, unreadable };
    for (const [index, key] of keys.entries()) {
      const record = recordOf(texts[index]);
      if (record) records.push({ id: placeOf(key).id, address: await addressOf(record, crypto.subtle) });
      else unreadable += 1;
    }
    range = after(last, range);
  }
}

function recordOf(text: unknown): object | undefined {
  try {
    const value: unknown = JSON.parse(text as string);
    const isRecord = typeof (value as { schema?: unknown } | null)?.schema === 'string';
    return isRecord ? (value as object) : undefined;
  } catch {
    return undefined;
  }
}
