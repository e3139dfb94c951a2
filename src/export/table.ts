/** What a cell holds: words, a number, or nothing. Days are words of the form `YYYY-MM-DD` in a column of type `day`. */
export type Cell = string | number | null;

/** How the cells of a column are typed in files that have types. */
export type ColumnType = 'text' | 'number' | 'day';

/** One column of an exported table. */
export interface TableColumn {
  /** The name in the first row: a plain word that statistics programs take as a variable. */
  readonly id: string;
  readonly type: ColumnType;
  /** Width in characters, for files that have widths. */
  readonly width: number;
}

/** A table as every file format writes it. */
export interface Table {
  /** Stem of its file name, e.g. `responses`. */
  readonly name: string;
  /** Name of its sheet in a workbook, at most 31 characters. */
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns that stay in sight at the side. */
  readonly frozen: number;
}

/** A file of an export before it is written: pieces of text, made when they are asked for, each a few milliseconds of work. */
export interface ExportFile {
  readonly name: string;
  /** Rows it holds, for the progress; 0 where it has none. */
  readonly rows: number;
  /** Pieces of the file, and after each how many rows were written so far. */
  pieces(): Iterable<{ readonly text: string | Uint8Array<ArrayBuffer>; readonly rows: number }>;
}

/** Rows written between two pauses. */
export const ROWS_PER_PIECE = 50;

/** A short file that is one text. */
export const textFile = (name: string, text: string): ExportFile => ({
  name,
  rows: 0,
  pieces: () => [{ text, rows: 0 }],
});
