import { addressOf } from '../../../core/json/canonical.js';
import { pages } from '../../../store/pages.js';
import { placeOf } from '../../../store/ranges.js';
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
export async function readRecords(store: Store, study: string): Promise<StoredRecords> {
  const records: StoredRecord[] = [];
  let unreadable = 0;
  for await (const page of pages(store, study))
    for (const [key, text] of page) {
      const record = recordOf(text);
      if (record) records.push({ id: placeOf(key).id, address: await addressOf(record, crypto.subtle) });
      else unreadable += 1;
    }
  return { records, unreadable };
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
