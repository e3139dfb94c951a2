/**
 * The importer, for a page or a tool that brings existing questionnaires in: from SurveyJS JSON or an XLSForm workbook to
 * `canyu-instrument/1`, with a list of everything that was left out. Nothing here touches the page; the reader of .xlsx files is loaded
 * when the first one is read.
 */
import type { Parsed } from './core/parsed.js';
import type { LedgerSheet } from './core/gather/ledger-table.js';
import type { XlsFormSheets } from './core/instrument/import/xlsform.js';

export { importSurveyJs } from './core/instrument/import/surveyjs.js';
export { importXlsForm, type SheetRow, type XlsFormSheets } from './core/instrument/import/xlsform.js';
export { leftOutMessages, type LeftOut, type WhyLeftOut } from './core/instrument/import/left-out.js';
export type { Imported, ImportOptions } from './core/instrument/import/draft.js';
export { parseInstrument } from './core/instrument/parse.js';
export type { Instrument, Item } from './core/instrument/types.js';
export { parseJson } from './core/json/parse.js';
export { textIn, type Text } from './core/text.js';
export { VERSION } from './core/version.js';

/**
 * Reads an XLSForm workbook (.xlsx) into rows for `importXlsForm`. Rejects only when the reader's own code does not arrive.
 *
 * Problems: `too-large` over 5 MB, or over 60 MB when unpacked; `syntax` when it is no .xlsx workbook; `schema` when it has no sheet `survey`.
 */
export async function readXlsForm(file: Blob): Promise<Parsed<XlsFormSheets>> {
  const { readWorkbook } = await import('./import-xlsx.js');
  return readWorkbook(file);
}

/**
 * Reads a workbook (.xlsx) into its sheets, every cell as text: for ledgers at the evaluator's page. Rejects only when the reader's own code
 * does not arrive. Problems: `too-large` and `syntax` as for `readXlsForm`.
 */
export async function readTables(file: Blob): Promise<Parsed<readonly LedgerSheet[]>> {
  const { readTables } = await import('./import-xlsx.js');
  return readTables(file);
}
