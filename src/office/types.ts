import type { Results } from '../core/change/types.js';
import type { Entry } from '../core/ledger/types.js';
import type { Locale } from '../core/text.js';

/** A table of words. */
export interface WordTable {
  readonly caption: string;
  readonly head: readonly string[];
  /** How many cells at the start of each row are headings. */
  readonly headings: number;
  readonly rows: readonly (readonly string[])[];
}

/** A PNG with its size in CSS pixels. */
export interface PngPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** One chart in words, in figures, and drawn where there is something to draw. */
export interface Figure {
  /** Type of the chart, with its construct where there are several: `likert-CY`. */
  readonly id: string;
  /** The picture in words. */
  readonly sentence: string;
  readonly notes: readonly string[];
  readonly table: WordTable;
  /** Absent: nothing of it may be shown, and a note says why. */
  readonly picture?: PngPicture | undefined;
}

/** What a document for an office program is made from; plain data, so that a worker can be given it. */
export interface OfficeRequest {
  readonly kind: 'pptx' | 'docx';
  readonly locale: Locale;
  readonly results: Results;
  /** How the numbers were made. */
  readonly settingsLine: string;
  /** The word for made-up data; absent where the study is a real one. */
  readonly synthetic?: string | undefined;
  /** Rows of the ledger; none for a results file. Of suggestions the text, the answer and the reason are written, never who gave it. */
  readonly entries: readonly Entry[];
  /** What people said, masked, one of each side at most. */
  readonly quotes?: readonly { readonly from: string; readonly text: string }[];
  /** Agreed next steps, open ones first; `due` also says when one was done. */
  readonly steps?: readonly { readonly what: string; readonly who: string; readonly due: string }[];
  /** Only for the report. */
  readonly figures: readonly Figure[];
}
