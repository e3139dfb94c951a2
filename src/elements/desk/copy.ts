import { values } from 'idb-keyval';
import { footerOf } from '../../core/backup/backup.js';
import { canonicalJson, sha256 } from '../../core/json/canonical.js';
import { readAside } from '../../store/aside.js';
import { ask } from '../../store/ask.js';
import { after, rangeOf } from '../../store/ranges.js';
import type { Store } from '../../store/store.js';
import { readStudy } from '../../store/studies.js';
import { use } from '../../store/use.js';

/** A backup of everything that a desk holds of a study. */
export interface DeskCopy {
  readonly name: string;
  readonly blob: Blob;
  readonly count: number;
  /** Records set aside that are no JSON document with a schema: no line of a backup can hold them. */
  readonly leftOut: number;
}

const PAGE = 200;

/**
 * Makes a backup file (`canyu-backup/1`) of a study: sheets opened and sealed, ledger rows, records set aside, the study's document. It can be gathered
 * again, here or at another desk.
 *
 * @param day local day, `YYYY-MM-DD`
 * @param breathe awaited between short pieces of work
 */
export async function copyDesk(
  store: Store,
  study: string,
  day: string,
  breathe: () => Promise<void> | undefined,
): Promise<DeskCopy> {
  const lines = new Map<string, string>();
  let leftOut = 0;
  const keep = async (value: unknown): Promise<void> => {
    await breathe();
    const record = typeof value === 'string' ? parsed(value) : value;
    if (typeof (record as { schema?: unknown } | null | undefined)?.schema !== 'string') {
      leftOut += 1;
      return;
    }
    const line = canonicalJson(record);
    lines.set(await sha256(line, crypto.subtle), line);
  };
  for (let range = rangeOf(study); ;) {
    const [keys, texts] = await store.transact(['responses'], 'readonly', (transaction) => {
      const responses = transaction.objectStore('responses');
      return Promise.all([
        ask<string[]>(() => responses.getAllKeys(range, PAGE)),
        ask<unknown[]>(() => responses.getAll(range, PAGE)),
      ]);
    });
    for (const text of texts) await keep(text);
    const last = keys.at(-1);
    if (last === undefined) break;
    range = after(last, range);
  }
  for (const row of await values<unknown>(use(store, 'ledger'))) {
    if ((row as { study?: unknown }).study === study) await keep(row);
  }
  const mine = rangeOf(study, 'responses/');
  const old = rangeOf(study, 'ledger/');
  for (const { from, record } of await readAside(store))
    if (mine.includes(from) || old.includes(from)) await keep(record);
  const document = await readStudy(store, study);
  if (document) await keep(document);

  const addresses = [...lines.keys()].sort();
  const header = canonicalJson({
    schema: 'canyu-backup/1',
    study,
    device: 'desk',
    createdAt: day,
    count: addresses.length,
  });
  const parts = [header, '\n', ...addresses.flatMap((address) => [lines.get(address) ?? '', '\n'])];
  const footer = await footerOf(header, addresses, crypto.subtle);
  return {
    name: `canyu-${study}-desk-${day}.ndjson`,
    blob: new Blob([...parts, footer, '\n'], { type: 'application/x-ndjson' }),
    count: addresses.length,
    leftOut,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
