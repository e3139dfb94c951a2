import type { Locale } from '../../core/text.js';

/** Name of a format and what it is for. */
export interface FormatText {
  readonly name: string;
  readonly text: string;
}

/** Texts of `<canyu-export>`. */
export interface ExportMessages {
  readonly locale: Locale;
  readonly title: string;
  readonly formats: Readonly<
    Record<'pptx' | 'docx' | 'png' | 'xlsx' | 'csv' | 'r' | 'spss' | 'stata' | 'codebook' | 'json' | 'zip', FormatText>
  >;
  /** What the files hold: figures only, or also the sheets of people. */
  readonly aggregates: string;
  readonly personTitle: string;
  readonly personText: string;
  /** The page asks for sheets of people, but a results file has none. */
  readonly noPersons: string;
  readonly unread: (count: string) => string;
  readonly preparing: (name: string) => string;
  readonly writing: (name: string, done: string, total: string) => string;
  /** Charts drawn, of all charts. */
  readonly drawing: (name: string, done: string, total: string) => string;
  readonly stop: string;
  readonly stopped: string;
  readonly done: (file: string, size: string) => string;
  readonly failedTitle: string;
  readonly failedText: string;
  /** The writers of office documents could not be loaded. */
  readonly officeMissing: string;
  /** The file of report material could not be read. */
  readonly noMaterial: string;
  /** Parts of the material that cannot be read. */
  readonly leftOut: (count: string) => string;
  readonly code: (code: string) => string;
}
