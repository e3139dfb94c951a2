import type { Entry } from '../ledger/types.js';
import type { Group, Text } from '../text.js';

/** What one person said, allowed to be told; one text for both languages, or one for each. */
export interface Quote {
  readonly group: Group;
  readonly text: Text | string;
}

/** How many people were asked to answer at each wave. */
export type Invited = Readonly<
  Partial<Record<Group, { readonly baseline?: number | undefined; readonly endline?: number | undefined }>>
>;

/** First and last day of a wave, `YYYY-MM-DD`. */
export interface WaveDays {
  readonly opens?: string | undefined;
  readonly closes?: string | undefined;
}

/** What a report tells beside the results document, which holds aggregates only (method.md §5, handout). Every part may be absent. */
export interface ReportMaterial {
  /** Ledger rows: suggestions with reasons, commitments, proofs with the names of those who contributed. */
  readonly entries?: readonly Entry[] | undefined;
  /** The first of each group is printed. */
  readonly quotes?: readonly Quote[] | undefined;
  readonly invited?: Invited | undefined;
  /** When the two waves were asked. */
  readonly days?: { readonly baseline?: WaveDays | undefined; readonly endline?: WaveDays | undefined } | undefined;
  /** The matter that the ladder asks about. */
  readonly focal?: Text | undefined;
  /** Address of the full report, for the QR code. */
  readonly fullReport?: string | undefined;
}

/** The material that an evaluator keeps beside the ledger: everything but the rows. */
export type KeptMaterial = Omit<ReportMaterial, 'entries'>;

/** Material with the study that it belongs to; as a record of a backup its schema is `canyu-material/1`. */
export interface StudyMaterial {
  readonly study: string;
  readonly material: KeptMaterial;
}
