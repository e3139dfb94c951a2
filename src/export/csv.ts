import { csvText } from './cell-text.js';
import { ROWS_PER_PIECE, type Cell, type ExportFile, type Table } from './table.js';

/** The mark by which spreadsheet programs know UTF-8. */
const BOM = '\ufeff';
/** More rows than in a workbook's piece: a row of CSV is little work. */
const PIECE = 4 * ROWS_PER_PIECE;

/**
 * A table as CSV: UTF-8 with BOM, CRLF. The first line is one cell that begins with `#` and says how the numbers were made, the second has
 * the names of the columns. Text is always quoted, numbers never; an empty cell is nothing at all.
 */
export function csvFile(table: Table, settingsLine: string): ExportFile {
  return {
    name: `${table.name}.csv`,
    rows: table.rows.length,
    *pieces() {
      yield { text: `${BOM}${csvRow([`# ${settingsLine}`])}${csvRow(table.columns.map(({ id }) => id))}`, rows: 0 };
      for (let at = 0; at < table.rows.length; at += PIECE) {
        const some = table.rows.slice(at, at + PIECE);
        yield { text: some.map(csvRow).join(''), rows: at + some.length };
      }
    },
  };
}

/** One line of a CSV file. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join()}\r\n`;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : `"${csvText(cell).replaceAll('"', '""')}"`;
}
