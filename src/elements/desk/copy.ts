import { values } from 'idb-keyval';
import { footerOf } from '../../core/backup/backup.js';
import { materialRecord } from '../../core/describe/parse-material.js';
import { canonicalJson, sha256 } from '../../core/json/canonical.js';
import { readAside } from '../../store/aside.js';
import { pages } from '../../store/pages.js';
import { rangeOf } from '../../store/ranges.js';
import type { Store } from '../../store/store.js';
import { readStudy } from '../../store/studies.js';
import { use } from '../../store/use.js';
import { readKept } from './kept-material.js';

/** A backup of everything that a desk holds of a study. */
export interface DeskCopy {
  readonly name: string;
  readonly blob: Blob;
  readonly count: number;
  /** Records set aside that a backup cannot hold: no JSON document with a schema, or a ledger row that was replaced by another. */
  readonly leftOut: number;
}

/**
 * Makes a backup file (`canyu-backup/1`) of a study: sheets opened and sealed, ledger rows, report material, records set aside, the
 * study's document. It can be gathered
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
  for await (const page of pages(store, study)) for (const [, text] of page) await keep(text);
  const ids = new Set<unknown>();
  for (const row of await values<{ readonly study?: unknown; readonly id?: unknown }>(use(store, 'ledger'))) {
    if (row.study !== study) continue;
    ids.add(row.id);
    await keep(row);
  }
  const mine = rangeOf(study, 'responses/');
  const old = rangeOf(study, 'ledger/');
  for (const { from, record } of await readAside(store))
    if (mine.includes(from)) await keep(record);
    else if (old.includes(from)) {
      // Both versions of a row in one file would be a conflict when it is gathered: the one that was replaced could come back.
      const row = typeof record === 'string' ? parsed(record) : record;
      if (ids.has((row as { id?: unknown } | null | undefined)?.id)) leftOut += 1;
      else await keep(record);
    }
  const document = await readStudy(store, study);
  if (document) await keep(document);
  const material = await readKept(store, study);
  if (Object.keys(material).length > 0) await keep(materialRecord({ study, material }));

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
