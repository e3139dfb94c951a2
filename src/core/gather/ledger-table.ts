import { addressOf, type DigestSubtle } from '../json/canonical.js';
import { parseEntry } from '../ledger/parse.js';
import type { Entry } from '../ledger/types.js';
import type { Locale } from '../text.js';
import { parseTable, writeTable } from './csv.js';
import { ledgerColumns, ledgerNo, ledgerValues, ledgerYes, type LedgerColumn } from './ledger-words.js';
import type { Gathered, RefusedRow } from './types.js';

/**
 * Reads ledger rows from the text of a table (docs/gathering.md). The first row that is not blank and does not begin with `#` holds the names of
 * the columns, Chinese or English; other columns are passed over. Each further row becomes a `canyu-entry/1` or is listed with the first
 * thing that is wrong in it; right rows do not wait for wrong ones.
 *
 * A row without an id gets one from its content, so that the same table twice adds nothing.
 *
 * @returns undefined when the text is no table of a ledger at all
 */
export async function readLedgerTable(
  text: string,
  study: string,
  subtle: DigestSubtle,
): Promise<Gathered | undefined> {
  const read = await readRows(parseTable(text), study, subtle);
  if (!read) return undefined;
  if ('missing' in read) return { kind: 'refused', why: 'table', detail: read.missing, problems: [] };
  return recordsOf(study, read.entries, read.refusedRows);
}

/** One sheet of a workbook, its cells as text. */
export interface LedgerSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads ledger rows from the sheets of a workbook, each as `readLedgerTable` reads a table. Sheets that are no ledger are passed over; one that
 * lacks a column that it needs is listed among the rows to be corrected, as is every wrong row, with the name of its sheet.
 *
 * @returns undefined when no sheet is a table of a ledger
 */
export async function readLedgerBook(
  sheets: readonly LedgerSheet[],
  study: string,
  subtle: DigestSubtle,
): Promise<Gathered | undefined> {
  const read = await Promise.all(
    sheets.map(async ({ name, rows }) => ({ name, table: await readRows(rows, study, subtle) })),
  );
  const ledgers = read.flatMap(({ name, table }) => (table ? [{ name, table }] : []));
  if (ledgers.length === 0) return undefined;
  return recordsOf(
    study,
    ledgers.flatMap(({ table }) => ('missing' in table ? [] : table.entries)),
    ledgers.flatMap(({ name, table }): RefusedRow[] =>
      'missing' in table
        ? [{ sheet: name, row: table.row, column: table.missing, code: 'column', message: 'is not among the headings' }]
        : table.refusedRows.map((row) => ({ sheet: name, ...row })),
    ),
  );
}

const recordsOf = (study: string, entries: readonly Entry[], refusedRows: readonly RefusedRow[]): Gathered => ({
  kind: 'records',
  source: 'table',
  studies: [{ study, responses: [], sealed: [], entries, aside: [] }],
  documents: [],
  duplicates: 0,
  refusedRows,
  gaps: [],
  faults: [],
});

/** What the rows of a table hold, or the name of a column that it needs and has not; undefined where it is no ledger. */
async function readRows(
  rows: readonly (readonly string[])[],
  study: string,
  subtle: DigestSubtle,
): Promise<
  | { readonly entries: readonly Entry[]; readonly refusedRows: readonly RefusedRow[] }
  | { readonly missing: string; readonly row: number }
  | undefined
> {
  const isMeant = (row: readonly string[]): boolean => row.some((cell) => cell.trim()) && !row[0]?.startsWith('#');
  const at = rows.findIndex(isMeant);
  const columns = rows[at]?.map(columnOf) ?? [];
  const known = columns.filter((one) => one !== undefined);
  if (known.length < 2) return undefined;
  const missing = ['kind', 'date'].find((name) => !known.some((one) => one.name === name));
  if (missing) return { missing, row: at + 1 };
  const entries: Entry[] = [];
  const refusedRows: RefusedRow[] = [];
  for (const [number, row] of rows.entries()) {
    if (number <= at || !isMeant(row)) continue;
    const fields = fieldsOf(row, columns);
    const id = fields['id'] ?? `row-${(await addressOf(fields, subtle)).slice(0, 20)}`;
    const read = parseEntry({ ...fields, schema: 'canyu-entry/1', study, id });
    if (read.ok) entries.push(read.value);
    else {
      const [{ path, code, message } = { path: '', code: 'schema', message: '' } as const] = read.problems;
      refusedRows.push({ row: number + 1, column: path.slice(1).replaceAll('/', '.'), code, message });
    }
  }
  return { entries, refusedRows };
}

const spelt = (name: string): string =>
  name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** `members.government` is also `members_government`, as exports name it. */
const columnOf = (name: string): LedgerColumn | undefined =>
  ledgerColumns.find((one) => [one.name, ...one.zh].some((known) => spelt(known) === spelt(name)));

/** The members of an entry that the cells of a row stand for; blank cells are none. */
function fieldsOf(row: readonly string[], columns: readonly (LedgerColumn | undefined)[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  columns.forEach((column, index) => {
    const cell = row[index]?.trim();
    if (!column || !cell) return;
    const value = valueOf(column, cell);
    const [outer, inner] = column.name.split('.') as [string, string | undefined];
    if (inner === undefined) fields[outer] = value;
    else fields[outer] = { ...(fields[outer] as object | undefined), [inner]: value };
  });
  // The words of `level` are those of a practice too, where they are numbers.
  if (fields['kind'] === 'practice' && /^\d$/.test(String(fields['level']))) fields['level'] = Number(fields['level']);
  return fields;
}

/** What a cell means; a cell that means nothing in its column stays as it is, and the parser names it. */
function valueOf({ name, holds }: LedgerColumn, cell: string): unknown {
  switch (holds) {
    case 'number':
      return /^-?[\d.]+$/.test(cell.normalize('NFKC')) ? Number(cell.normalize('NFKC')) : cell;
    case 'day':
      return dayOf(cell);
    case 'yes-no': {
      const word = cell.normalize('NFKC').toLowerCase();
      return ledgerYes.has(word) ? true : ledgerNo.has(word) ? false : cell;
    }
    case 'list':
      return cell
        .split(/[;；、]/)
        .map((one) => one.trim())
        .filter(Boolean);
    case 'code':
      return ledgerValues[name]?.[cell] ?? cell;
    case 'text':
      return cell;
  }
}

/** `2026/3/5`, `2026.3.5` and `2026年3月5日`, as spreadsheets write days, become `2026-03-05`. */
function dayOf(cell: string): string {
  const [, year, month, day] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]0?0:00(?::00)?)?$/.exec(cell.normalize('NFKC')) ??
    [];
  return year ? `${year}-${month?.padStart(2, '0') ?? ''}-${day?.padStart(2, '0') ?? ''}` : cell;
}

/** Rows of the template that show how one is written; they begin with `#`, so that they are never read. */
const examples: readonly Readonly<Record<string, string>>[] = [
  { kind: 'suggestion', date: '2026-05-12', text: '', status: 'adopted', reportedBackOn: '2026-06-01' },
  { kind: 'event', date: '2026-03-05', label: '', event: 'open-space' },
];
const exampleTexts: Readonly<Record<Locale, readonly [string, string]>> = {
  'zh-Hans': ['单元门口装扶手', '第一次居民议事会'],
  en: ['Handrails at the entrance', 'First residents’ meeting'],
};

/** The empty table for ledger rows, as CSV, in the words of `locale`. */
export function ledgerTemplate(locale: Locale): string {
  const word = (column: LedgerColumn): string => (locale === 'en' ? column.name : (column.zh[0] ?? column.name));
  const say = (name: string, code: string): string => {
    const words = Object.entries(ledgerValues[name] ?? {});
    return locale === 'en' ? code : (words.find(([, one]) => one === code)?.[0] ?? code);
  };
  return writeTable([
    ledgerColumns.map(word),
    ...examples.map((row, index) =>
      ledgerColumns.map(({ name }) => {
        const cell = row[name];
        if (cell === undefined) return '';
        if (name === 'kind') return `# ${say(name, cell)}`;
        return cell === '' ? exampleTexts[locale][index as 0 | 1] : say(name, cell);
      }),
    ),
  ]);
}
