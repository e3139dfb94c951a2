import type { StudyMaterial } from '../describe/report-material.js';
import type { BackupHeader } from '../backup/backup.js';
import type { QrFault, QrGap } from '../backup/qr-chunks.js';
import type { Instrument } from '../instrument/types.js';
import type { Entry } from '../ledger/types.js';
import type { Problem } from '../parsed.js';
import type { SurveyResponse } from '../response/types.js';
import type { Study } from '../study/types.js';

/** A record as it came, with its address (hex SHA-256 of its canonical JSON). */
export interface Addressed {
  readonly address: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** A sealed response: whose study and wave it is stands outside the seal. */
export interface SealedAt extends Addressed {
  readonly wave: string;
}

/** A record that no parser takes; it is kept as it came. */
export interface AsideAt extends Addressed {
  readonly problem: Problem;
}

/** The records of one study, sorted by what can be done with them. */
export interface StudyRecords {
  /** Id of the study; '' for records that name none. */
  readonly study: string;
  readonly responses: readonly SurveyResponse[];
  readonly sealed: readonly SealedAt[];
  readonly entries: readonly Entry[];
  readonly aside: readonly AsideAt[];
}

/** A row of a table that cannot become a ledger row, to be corrected in the file. */
export interface RefusedRow {
  /** The sheet of a workbook that it stands in; absent for a file that is one table. */
  readonly sheet?: string;
  /** Its number in the file or sheet, from 1, as a spreadsheet shows it. */
  readonly row: number;
  /** Of the first cell that is wrong. */
  readonly column: string;
  /** `column`: the row is that of the headings, and the column is not among them. */
  readonly code: Problem['code'] | 'column';
  readonly message: string;
}

/** That a file is not whole: so many lines of it are, of so many (where that is known). */
export interface Damage {
  readonly wholeLines: number;
  readonly count: number | undefined;
  /** `cut`: the end is missing · `changed`: lines cannot be read or the header is not the one that was written. */
  readonly how: 'cut' | 'changed';
}

/** Sheets, sealed sheets, ledger rows, and what reports are made of besides. */
export interface GatheredRecords {
  readonly kind: 'records';
  /**
   * `backup`: a backup file · `sheets`: records without a header · `table`: ledger rows from a table · `material`: a file of report material
   * (docs/report.md).
   */
  readonly source: 'backup' | 'sheets' | 'table' | 'material';
  /** Of a backup file. */
  readonly header?: BackupHeader;
  readonly studies: readonly StudyRecords[];
  /** Documents of studies among the records. */
  readonly documents: readonly Study[];
  /** Report material, without its ledger rows: those are among the entries of `studies`. */
  readonly materials?: readonly StudyMaterial[];
  /** Parts of report material that are not what they should be, or are rows of another study. */
  readonly partsRefused?: number;
  /** Lines that repeat another one. */
  readonly duplicates: number;
  readonly damage?: Damage;
  readonly refusedRows: readonly RefusedRow[];
  /** Of QR codes: other texts of which codes are still missing, and pieces that are no whole chunk. */
  readonly gaps: readonly QrGap[];
  readonly faults: readonly QrFault[];
}

/**
 * Why a file is not taken at all. `empty` · `newer-schema`: made by a newer Canyu · `altered`: a backup to which a line was added or in which one
 * was changed · `damaged`: nothing of it is whole · `results`: a results file, which is read elsewhere · `qr-missing`: codes are still missing ·
 * `qr-faulty`: no code of it is whole · `too-large` · `table`: a table without the columns that a ledger needs ·
 * `no-study`: report material, which names no study, where none is at hand · `unknown`: no file of Canyu.
 */
export type Refusal =
  | 'empty'
  | 'newer-schema'
  | 'altered'
  | 'damaged'
  | 'results'
  | 'qr-missing'
  | 'qr-faulty'
  | 'too-large'
  | 'table'
  | 'no-study'
  | 'unknown';

/** What a file turned out to be. */
export type Gathered =
  | GatheredRecords
  | { readonly kind: 'study'; readonly study: Study }
  | { readonly kind: 'instrument'; readonly instrument: Instrument }
  /** A key file; its text goes to the part that opens sealed records. */
  | { readonly kind: 'key'; readonly text: string }
  | {
      readonly kind: 'refused';
      readonly why: Refusal;
      /** What was newer, or which codes are missing: a name, a number. */
      readonly detail: string;
      readonly problems: readonly Problem[];
    };
