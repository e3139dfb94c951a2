import { canonicalJson, type DigestSubtle, sha256 } from '../json/canonical.js';
import { parseJson } from '../json/parse.js';
import { hasSchema, number, object, oneOf, pattern, type Report, string } from '../json/shape.js';
import type { Problem } from '../parsed.js';

/** First line of a backup file, `canyu-backup/1`. */
export interface BackupHeader {
  readonly schema: 'canyu-backup/1';
  /** Id of the study. */
  readonly study: string;
  /** Name that staff gave the device, e.g. "tablet 2". */
  readonly device: string;
  /** Day of the copy, `YYYY-MM-DD`; a time could tell when somebody answered. */
  readonly createdAt: string;
  /** How many records follow. */
  readonly count: number;
}

/** A record of a file with the address computed from it. */
export interface BackupRecord {
  readonly address: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** What a backup file holds. */
export interface Backup {
  readonly header: BackupHeader;
  /** Each address once, in the order of the file. */
  readonly records: readonly BackupRecord[];
  /** True when count and root agree; false only for a damaged file read with `partial`. */
  readonly complete: boolean;
  /** How many lines repeat another one. */
  readonly duplicates: number;
}

/** A file read, or why not. Paths of problems are JSON pointers into the list of lines: `/0` is the header. */
export type BackupReading =
  | { readonly ok: true; readonly value: Backup }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** There when the file is cut off or damaged and `partial` would hand out its whole lines: how many of how many. */
      readonly partial?: { readonly wholeLines: number; readonly count: number };
    };

// Enough digests in flight to keep the engine busy, few enough to keep memory flat.
const batch = 256;

/**
 * Writes a backup file (design.md §3): header, one record a line as canonical JSON, footer `{count, root, head}`. Lines are sorted by address,
 * so that their order does not tell in which order people answered; equal records are written once. Join the lines with "\n".
 *
 * @param records JSON objects, each with a `schema`
 */
export async function writeBackup(
  contents: Omit<BackupHeader, 'schema' | 'count'> & { readonly records: Iterable<unknown> },
  subtle: DigestSubtle,
): Promise<string[]> {
  const lines = [...new Set(Array.from(contents.records, canonicalJson))];
  const addresses = await addressesOf(lines, subtle);
  const order = lines.map((_, i) => i).sort((a, b) => ((addresses[a] ?? '') < (addresses[b] ?? '') ? -1 : 1));
  const { study, device, createdAt } = contents;
  const count = lines.length;
  const header = canonicalJson({ schema: 'canyu-backup/1', study, device, createdAt, count });
  return [header, ...order.map((i) => lines[i] ?? ''), await footerOf(header, addresses, subtle)];
}

/**
 * The last line of a backup file: the number of records and their root, and the hex SHA-256 of the header's line, so that a changed study,
 * device or day is found as well.
 *
 * @param header the first line, canonical JSON
 * @param addresses of the records, each once
 */
export async function footerOf(header: string, addresses: readonly string[], subtle: DigestSubtle): Promise<string> {
  const [head, root] = await Promise.all([sha256(header, subtle), rootOf(addresses, subtle)]);
  return canonicalJson({ count: addresses.length, head, root });
}

/** The root over a set of records: hex SHA-256 of their distinct addresses, sorted and joined by "\n". The order does not matter. */
export const rootOf = (addresses: Iterable<string>, subtle: DigestSubtle): Promise<string> =>
  sha256([...new Set(addresses)].sort().join('\n'), subtle);

/**
 * Reads a backup file and verifies it before it hands out anything. Does not throw for anything in the file.
 *
 * - A newer `canyu-backup`, or a record of a newer schema: refused whole, `newer-schema`.
 * - Cut off, or with lines that cannot be read or are missing: refused, but `partial` says how many whole lines there are, and
 *   `{partial: true}` hands those out as `complete: false`. Nothing vouches for them then.
 * - As many records as promised, but another root, or more records than promised: somebody changed or added a line. Refused whole,
 *   with `partial` too. No line carries its own address, so the root alone cannot tell which line it is; but the writer sorts lines
 *   by address, so a second problem names the first line where that order breaks, which is the changed line or its neighbour.
 * - A header that is not the one the footer names (study, device or day was changed): refused, and `partial` hands out the records. Files
 *   of other programs may have no `head` in the footer; then nothing vouches for these words.
 * - Other order, other white space, other line ends, a line twice: the same records; repeated lines are counted.
 *
 * The root finds accidents and careless edits. It is no signature: who can write the file can write the footer too.
 *
 * @param source the text of the file, or its lines as they come
 */
export async function readBackup(
  source: string | Iterable<string> | AsyncIterable<string>,
  subtle: DigestSubtle,
  options: { readonly partial?: boolean } = {},
): Promise<BackupReading> {
  const file = await readLines(typeof source === 'string' ? source.split('\n') : source);
  const { header, footer, lines, refusals, damage } = file;
  if (!header || refusals.length) return { ok: false, problems: refusals };

  const texts = lines.map(({ record }) => canonicalJson(record));
  const addresses = await addressesOf(texts, subtle);
  const records = new Map<string, BackupRecord>();
  addresses.forEach((address, i) => {
    const line = lines[i];
    if (line && !records.has(address)) records.set(address, { address, record: line.record });
  });
  const value = { header, records: [...records.values()], duplicates: lines.length - records.size };

  if (!footer) damage.push(problem('', 'required', `is cut off: ${lines.length} of ${header.count} records are whole`));
  else if (damage.length === 0) {
    if (records.size === footer.count && (await rootOf(addresses, subtle)) === footer.root) {
      if (header.count !== footer.count) {
        return { ok: false, problems: [problem('/0/count', 'value', 'is not the number of records')] };
      }
      if (!footer.head || footer.head === (await sha256(file.head, subtle))) {
        return { ok: true, value: { ...value, complete: true } };
      }
      damage.push(problem('/0', 'value', 'was changed: study, device or day are not what was written'));
    } else if (records.size >= footer.count) {
      return { ok: false, problems: alteration(file.footerAt, addresses, lines) };
    } else damage.push(problem(file.footerAt, 'value', `counts ${footer.count} records; ${records.size} are there`));
  }
  return options.partial
    ? { ok: true, value: { ...value, complete: false } }
    : { ok: false, problems: damage, partial: { wholeLines: lines.length, count: header.count } };
}

const problem = (path: string, code: Problem['code'], message: string): Problem => ({ path, code, message });

function alteration(footerAt: string, addresses: readonly string[], lines: readonly Line[]): Problem[] {
  const changed = problem(footerAt, 'value', 'does not fit the records: a line was changed or added');
  const broken = addresses.findIndex((address, i) => i > 0 && address < (addresses[i - 1] ?? ''));
  return [
    changed,
    ...(broken > 0 ? [problem(lines[broken]?.path ?? '', 'value', 'is the first line out of order')] : []),
  ];
}

const headerShape = object({
  schema: oneOf('canyu-backup/1'),
  study: string,
  device: string,
  createdAt: string,
  count: number(0, Infinity, 'whole'),
});
const hash = pattern(/^[0-9a-f]{64}$/, 'must be 64 hex digits');
const footerShape = object({ count: number(0, Infinity, 'whole'), root: hash }, { head: hash });
const footerKeys = new Set(['count', 'root', 'head']);

interface Line {
  readonly path: string;
  readonly record: Readonly<Record<string, unknown>>;
}

interface File {
  header?: BackupHeader;
  /** The header as canonical JSON, with whatever else is in its line. */
  head: string;
  footer?: { readonly count: number; readonly root: string; readonly head?: string };
  footerAt: string;
  readonly lines: Line[];
  /** Why the file is refused whatever the person agrees to. */
  readonly refusals: Problem[];
  /** What is missing or cannot be read. */
  readonly damage: Problem[];
}

async function readLines(source: Iterable<string> | AsyncIterable<string>): Promise<File> {
  const file: File = { head: '', footerAt: '', lines: [], refusals: [], damage: [] };
  const refuse: Report = (path, code, message) => {
    file.refusals.push({ path, code, message });
  };
  let index = 0;
  for await (const line of source) {
    const path = `/${index++}`;
    if (line.trim() === '') continue;
    const read = parseJson(line);
    const value = read.ok ? read.value : undefined;
    const fields =
      typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Line['record']) : null;

    if (!file.header) {
      const at: Report = (inner, code, message) => refuse(path + inner, code, message);
      if (!fields) refuse(path, 'schema', 'must be the header of a canyu-backup/1');
      else if (hasSchema(fields, 'canyu-backup', at)) {
        const header = headerShape(fields, path, refuse);
        if (header && file.refusals.length === 0) {
          file.header = header;
          file.head = canonicalJson(fields);
        }
      }
      if (file.refusals.length) return file;
      continue;
    }
    if (file.footer) refuse(path, 'value', 'comes after the end of the backup');
    else if (!read.ok) file.damage.push(...read.problems.map((one) => ({ ...one, path: path + one.path })));
    else if (!fields) file.damage.push(problem(path, 'type', 'must be an object'));
    else if ('root' in fields && !('schema' in fields)) {
      const problems: Problem[] = [];
      const footer = footerShape(
        fields,
        path,
        (inner, code, message) => void problems.push(problem(inner, code, message)),
      );
      // A key that this version does not know may be one of its own that was changed.
      const strange = Object.keys(fields).find((key) => !footerKeys.has(key));
      if (strange !== undefined)
        problems.push(problem(path, 'value', `has "${strange.slice(0, 40)}", which no backup has`));
      file.footerAt = path;
      file.damage.push(...problems);
      if (footer && problems.length === 0) file.footer = footer;
    } else if (isNewer(fields['schema'])) {
      refuse(`${path}/schema`, 'newer-schema', `is ${String(fields['schema'])}; this version of Canyu reads /1`);
    } else if (typeof fields['schema'] !== 'string') {
      file.damage.push(problem(`${path}/schema`, 'schema', 'must name the kind of the record'));
    } else file.lines.push({ path, record: fields });
  }
  if (!file.header && file.refusals.length === 0) refuse('', 'schema', 'is empty');
  return file;
}

const isNewer = (schema: unknown): boolean =>
  typeof schema === 'string' && /^canyu-[a-z]{1,40}\/(?:[2-9]|[1-9]\d+)$/.test(schema);

async function addressesOf(texts: readonly string[], subtle: DigestSubtle): Promise<string[]> {
  const addresses: string[] = [];
  for (let from = 0; from < texts.length; from += batch) {
    addresses.push(...(await Promise.all(texts.slice(from, from + batch).map((text) => sha256(text, subtle)))));
  }
  return addresses;
}
