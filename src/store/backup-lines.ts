import { footerOf } from '../core/backup/backup.js';
import { canonicalJson, type DigestSubtle, sha256 } from '../core/json/canonical.js';
import { ask } from './ask.js';
import { after, rangeOf } from './ranges.js';
import type { Store } from './store.js';

/** Records of one transaction. */
const PAGE = 500;

/** What the header of a backup file says of itself. */
export interface BackupOf {
  readonly study: string;
  /** Name that staff gave the device. */
  readonly device: string;
  /** Day of the copy, `YYYY-MM-DD`. */
  readonly createdAt: string;
}

/**
 * The lines of a backup file (`canyu-backup/1`) of all records of a study, plain and sealed, the same as `writeBackup` makes, but read
 * and given one after another: in memory are only their addresses and a page of records. Everything is read twice, because lines are
 * sorted by address. Records that come meanwhile are not in it; records that go meanwhile end it with a RangeError, since the first
 * line has counted them: begin again. Records that are no JSON with a `schema` are left out (see aside.ts).
 */
export async function* backupLines(
  store: Store,
  of: BackupOf,
  subtle: DigestSubtle,
): AsyncGenerator<string, void, undefined> {
  const keys = new Map<string, string>();
  for (let range = rangeOf(of.study); ;) {
    const [at, texts] = await readPage(store, range);
    const last = at.at(-1);
    if (last === undefined) break;
    const lines = texts.map(lineOf);
    const addresses = await Promise.all(
      lines.map((line) => (line === undefined ? Promise.resolve('') : sha256(line, subtle))),
    );
    addresses.forEach((address, index) => {
      if (address && !keys.has(address)) keys.set(address, at[index] as string);
    });
    range = after(last, range);
  }
  const addresses = [...keys.keys()].sort();
  const header = canonicalJson({ schema: 'canyu-backup/1', ...of, count: addresses.length });
  yield header;
  for (let start = 0; start < addresses.length; start += PAGE) {
    const page = addresses.slice(start, start + PAGE);
    const texts = await store.transact(['responses'], 'readonly', (transaction) => {
      const responses = transaction.objectStore('responses');
      return Promise.all(page.map((address) => ask<unknown>(() => responses.get(keys.get(address) as string))));
    });
    for (const text of texts) {
      const line = lineOf(text);
      if (line === undefined) throw new RangeError('a record went while the backup was made');
      yield line;
    }
  }
  yield await footerOf(header, addresses, subtle);
}

const readPage = (store: Store, range: IDBKeyRange): Promise<[string[], unknown[]]> =>
  store.transact(['responses'], 'readonly', (transaction) => {
    const responses = transaction.objectStore('responses');
    return Promise.all([
      ask<string[]>(() => responses.getAllKeys(range, PAGE)),
      ask<unknown[]>(() => responses.getAll(range, PAGE)),
    ]);
  });

/** A record as a line; undefined when it is not JSON with a `schema`: a line without one would spoil the whole file. */
function lineOf(text: unknown): string | undefined {
  try {
    const record: unknown = JSON.parse(text as string);
    return typeof (record as { schema?: unknown } | null)?.schema === 'string' ? canonicalJson(record) : undefined;
  } catch {
    return undefined;
  }
}
