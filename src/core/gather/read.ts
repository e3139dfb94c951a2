import { readBackup } from '../backup/backup.js';
import { isMaterial, keptOf, parseMaterial } from '../describe/parse-material.js';
import { joinQrChunks } from '../backup/qr-chunks.js';
import { parseInstrument } from '../instrument/parse.js';
import { addressOf, type DigestSubtle } from '../json/canonical.js';
import { maxBytes, parseJson } from '../json/parse.js';
import type { Problem } from '../parsed.js';
import { parseKeyFile } from '../sealed/parse.js';
import { parseStudy } from '../study/parse.js';
import { readLedgerTable } from './ledger-table.js';
import { newerSchema, sortRecords } from './sort.js';
import type { Addressed, Damage, Gathered, GatheredRecords, Refusal } from './types.js';

export interface ReadOptions {
  /** Makes addresses; pass `crypto.subtle`. */
  readonly subtle: DigestSubtle;
  /** Id of the study at hand: for rows of a table, which name none. */
  readonly study: string;
  /** Awaited between short pieces of work, so that a page stays alive. */
  readonly breathe?: () => Promise<void> | undefined;
}

/** Lines between two breaths. */
const PIECE = 50;

/**
 * Finds out what the text of a file is, and reads it: a backup file, answer sheets or sealed ones, ledger rows (JSON or a table of a spreadsheet), a
 * study, an instrument, a key, or the text of QR codes. The name of the file plays no part. Never throws for anything in the text; nothing
 * is stored. A backup that is not whole is handed out with its `damage`: whether it is taken is for a person to say.
 */
export async function readGathered(text: string, options: ReadOptions): Promise<Gathered> {
  const trimmed = (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).trim();
  if (trimmed === '') return refused('empty');
  if (trimmed.includes('canyu-qr/') && !/^[{[]/.test(trimmed)) return readCodes(trimmed, options);
  if (/^\{[^\n]*"schema"\s*:\s*"canyu-backup\//.test(trimmed)) return readBackupFile(trimmed, options);
  if (!/^[{[]/.test(trimmed)) {
    const table = await readLedgerTable(trimmed, options.study, options.subtle);
    return table ?? refused('unknown');
  }
  if (trimmed.length <= maxBytes) {
    const whole = parseJson(trimmed);
    if (whole.ok) return readDocuments(Array.isArray(whole.value) ? whole.value : [whole.value], options);
    if (whole.problems.some(({ code }) => code !== 'syntax')) return refused('damaged', '', whole.problems);
  }
  return readLines(trimmed, options);
}

const refused = (why: Refusal, detail = '', problems: readonly Problem[] = []): Gathered => ({
  kind: 'refused',
  why,
  detail,
  problems,
});

/** A backup file, whole or not. */
async function readBackupFile(text: string, { subtle, breathe }: ReadOptions): Promise<Gathered> {
  const lines = text.split('\n');
  const whole = await readBackup(breathing(lines, breathe), subtle);
  let damage: Damage | undefined;
  let reading = whole;
  if (!whole.ok) {
    const newer = whole.problems.find(({ code }) => code === 'newer-schema');
    if (newer) return refused('newer-schema', /canyu-\S+\/\d+/.exec(newer.message)?.[0] ?? '', whole.problems);
    if (!whole.partial) return refused(lines.length > 1 ? 'altered' : 'damaged', '', whole.problems);
    const { wholeLines, count } = whole.partial;
    const isCut = whole.problems.some(({ path, code }) => path === '' && code === 'required');
    damage = { wholeLines, count, how: isCut ? 'cut' : 'changed' };
    if (wholeLines === 0) return refused('damaged', '', whole.problems);
    reading = await readBackup(breathing(lines, breathe), subtle, { partial: true });
  }
  if (!reading.ok) return refused('damaged', '', reading.problems);
  const { header, records, duplicates } = reading.value;
  return {
    ...nothing,
    source: 'backup',
    header,
    ...sortRecords(records, header.study),
    duplicates,
    ...(damage && { damage }),
  };
}

const nothing = { kind: 'records', documents: [], duplicates: 0, refusedRows: [], gaps: [], faults: [] } as const;

async function* breathing(lines: readonly string[], breathe: ReadOptions['breathe']): AsyncGenerator<string> {
  for (const [at, line] of lines.entries()) {
    if (at % PIECE === 0) await breathe?.();
    yield line;
  }
}

/** Records without a header, one a line. */
async function readLines(text: string, options: ReadOptions): Promise<Gathered> {
  const found: unknown[] = [];
  const problems: Problem[] = [];
  let last = true;
  for await (const line of breathing(text.split('\n'), options.breathe)) {
    if (line.trim() === '') continue;
    const read = parseJson(line);
    last = read.ok;
    if (read.ok) found.push(read.value);
    else if (problems.length < 100) problems.push(...read.problems);
  }
  if (!found.some(isRecord)) return refused(text.includes('"canyu-') ? 'damaged' : 'unknown', '', problems);
  const read = await readDocuments(found, options);
  if (problems.length === 0 || read.kind !== 'records') return read;
  // Nothing tells how many there were.
  return { ...read, damage: { wholeLines: found.length, count: undefined, how: last ? 'changed' : 'cut' } };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  /^canyu-[a-z]+\/\d+$/.test(String((value as { schema?: unknown }).schema));

/** One document, or several of the same standing. */
async function readDocuments(values: readonly unknown[], { subtle, study, breathe }: ReadOptions): Promise<Gathered> {
  const [first] = values;
  if (values.length === 1 && isMaterial(first)) return readMaterial(first, study);
  if (values.length === 0 || !values.every(isRecord)) return refused('unknown');
  for (const value of values) {
    const newer = newerSchema(value);
    if (newer) return refused('newer-schema', newer);
  }
  if (values.length === 1 && isRecord(first)) {
    const alone = readAlone(first);
    if (alone) return alone;
  }
  const records = new Map<string, Addressed>();
  for (const [at, record] of values.entries()) {
    if (at % PIECE === 0) await breathe?.();
    const address = await addressOf(record, subtle);
    records.set(address, { address, record });
  }
  const sorted = sortRecords(records.values());
  return { ...nothing, source: 'sheets', ...sorted, duplicates: values.length - records.size };
}

/** Report material, which names no study: that of its ledger rows where none is at hand. Rows of other studies are left out. */
function readMaterial(value: unknown, atHand: string): Gathered {
  const { material, leftOut } = parseMaterial(value);
  const { entries = [] } = material;
  const study = atHand || (entries[0]?.study ?? '');
  if (study === '') return refused('no-study');
  const own = entries.filter((entry) => entry.study === study);
  return {
    ...nothing,
    source: 'material',
    studies: [{ study, responses: [], sealed: [], entries: own, aside: [] }],
    materials: [{ study, material: keptOf(material) }],
    partsRefused: leftOut + entries.length - own.length,
  };
}

/** A document that is no record: a study, an instrument, a key, results. */
function readAlone(value: Readonly<Record<string, unknown>>): Gathered | undefined {
  switch (value['schema']) {
    case 'canyu-study/1': {
      const read = parseStudy(value);
      return read.ok ? { kind: 'study', study: read.value } : refused('damaged', 'canyu-study', read.problems);
    }
    case 'canyu-instrument/1': {
      const read = parseInstrument(value);
      return read.ok
        ? { kind: 'instrument', instrument: read.value }
        : refused('damaged', 'canyu-instrument', read.problems);
    }
    case 'canyu-key/1': {
      const read = parseKeyFile(value);
      return read.ok ? { kind: 'key', text: JSON.stringify(value) } : refused('damaged', 'canyu-key', read.problems);
    }
    case 'canyu-results/1':
      return refused('results');
    case 'canyu-response/1':
    case 'canyu-sealed/1':
    case 'canyu-entry/1':
    case 'canyu-material/1':
      return undefined;
    default:
      return refused('unknown', String(value['schema']).slice(0, 60));
  }
}

/** Texts that came as QR codes: each whole one is read as if it were a file. */
async function readCodes(text: string, options: ReadOptions): Promise<Gathered> {
  const { texts, gaps, faults } = joinQrChunks([text]);
  const read = await Promise.all(texts.map((one) => readGathered(one.text, options)));
  const [first] = read;
  if (!first) {
    const missing = gaps.flatMap((gap) => gap.missing.map((number) => `${number}/${gap.count}`));
    if (missing.length) return refused('qr-missing', missing.join(', '));
    return refused(faults.some(({ why }) => why === 'newer') ? 'newer-schema' : 'qr-faulty', 'canyu-qr');
  }
  const bad = read.find((one) => one.kind === 'refused');
  if (bad) return bad;
  const records = read.filter((one) => one.kind === 'records');
  if (records.length === 0) return first;
  return { ...joined(records), gaps, faults };
}

/** Several texts as if they were one file. */
function joined(all: readonly GatheredRecords[]): GatheredRecords {
  const [first] = all as readonly [GatheredRecords, ...GatheredRecords[]];
  if (all.length === 1) return first;
  return {
    ...first,
    studies: all.flatMap(({ studies }) => studies),
    documents: all.flatMap(({ documents }) => documents),
    materials: all.flatMap(({ materials = [] }) => materials),
    duplicates: all.reduce((sum, { duplicates }) => sum + duplicates, 0),
  };
}
