import { unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import type { LedgerSheet } from './core/gather/ledger-table.js';
import type { SheetRow, XlsFormSheets } from './core/instrument/import/xlsform.js';
import type { Parsed, ProblemCode } from './core/parsed.js';

/** Largest workbook, as it is and unpacked, in bytes. A form with thousands of questions is below a tenth of it. */
const MAX_FILE = 5 * 1024 * 1024;
const MAX_UNPACKED = 60 * 1024 * 1024;

const refuse = (code: ProblemCode, message: string): Parsed<never> => ({
  ok: false,
  problems: [{ path: '', code, message }],
});

/** Reads a workbook into rows by heading, sheet by sheet. Never throws. */
export async function readWorkbook(file: Blob): Promise<Parsed<XlsFormSheets>> {
  const read = await readSheets(file);
  if (!read.ok) return read;
  const named = new Map(read.value.map(({ sheet, data }) => [sheet.trim().toLowerCase(), rowsByHeading(data)]));
  const survey = named.get('survey');
  if (!survey) return refuse('schema', 'has no sheet named survey; it is no XLSForm');
  return { ok: true, value: { ...Object.fromEntries(named), survey } };
}

/** Reads a workbook into its sheets, every cell as text: days as `YYYY-MM-DD`, numbers as they are computed. Never throws. */
export async function readTables(file: Blob): Promise<Parsed<readonly LedgerSheet[]>> {
  const read = await readSheets(file);
  if (!read.ok) return read;
  return {
    ok: true,
    value: read.value.map(({ sheet, data }) => ({ name: sheet.trim(), rows: data.map((row) => row.map(cellText)) })),
  };
}

function cellText(cell: unknown): string {
  // A day has no time zone in a workbook; the reader gives midnight in UTC.
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

type Sheets = Awaited<ReturnType<typeof readXlsxFile>>;

async function readSheets(file: Blob): Promise<Parsed<Sheets>> {
  if (file.size > MAX_FILE) return refuse('too-large', `is larger than ${MAX_FILE} bytes`);
  try {
    const unpacked = repack(new Uint8Array(await file.arrayBuffer()));
    if (!unpacked) return refuse('too-large', `is larger than ${MAX_UNPACKED} bytes when unpacked`);
    return { ok: true, value: await readXlsxFile(unpacked.buffer) };
  } catch {
    return refuse('syntax', 'is not an .xlsx workbook');
  }
}

/**
 * The same archive, stored instead of packed. The reader below unpacks larger files in a worker made from a text, which a strict policy
 * forbids; what is not packed it reads on the spot. Undefined when there is too much in it.
 */
function repack(archive: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  let size = 0;
  const files = unzipSync(archive, {
    filter({ name, originalSize }) {
      if (!/\.(?:xml|rels)$/.test(name)) return false;
      size += originalSize;
      return size <= MAX_UNPACKED;
    },
  });
  return size > MAX_UNPACKED ? undefined : zipSync(files, { level: 0 });
}

/** The rows below the headings. Blank rows stay, so that a row can be found again; a heading that is missing or there twice gets a number. */
function rowsByHeading([first = [], ...rows]: readonly (readonly unknown[])[]): SheetRow[] {
  const seen = new Map<string, number>();
  const headings = first.map((cell) => {
    const heading = typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
    const count = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, count);
    return count > 1 || !heading ? `${heading} (${count})`.trim() : heading;
  });
  return rows.map((row) =>
    Object.fromEntries(row.flatMap((cell, i) => (cell === null ? [] : [[headings[i] ?? `(${i + 1})`, cell]]))),
  );
}
