import type { GatheredRecords } from './types.js';

/** What a person must agree to before records are taken in. */
export interface Question {
  /**
   * `other-study`: records of a study that is not the one at hand · `cut`: the end of the file is missing · `changed`: some lines cannot be read.
   */
  readonly code: 'other-study' | 'cut' | 'changed';
  /** Ids of the other studies. */
  readonly studies?: readonly string[];
  readonly wholeLines?: number;
  readonly count?: number | undefined;
}

/**
 * What is to be asked about records before anything of them is stored; nothing for a whole file of the study at hand.
 *
 * @param study id of the study at hand; '' where there is none yet
 */
export function questionsOf(
  { studies, documents, materials = [], header, damage }: GatheredRecords,
  study: string,
): Question[] {
  const named = [
    ...[...studies, ...materials].map((one) => one.study),
    ...documents.map(({ id }) => id),
    header?.study ?? '',
  ];
  const others = [...new Set(named)].filter((id) => id !== '' && study !== '' && id !== study);
  return [
    ...(others.length ? [{ code: 'other-study', studies: others } as const] : []),
    ...(damage ? [{ code: damage.how, wholeLines: damage.wholeLines, count: damage.count } as const] : []),
  ];
}

/** What became of the records of one file, or of all. */
export interface Counts {
  /** Sheets that were not here before, were here already, and have the id of another sheet (both are kept). */
  readonly added: number;
  readonly same: number;
  readonly conflict: number;
  /** Sealed sheets that were not here before, and that were. */
  readonly sealedAdded: number;
  readonly sealedSame: number;
  /** Records that no parser takes, newly kept as they came. */
  readonly aside: number;
  /** Ledger rows: new, already here, put in the place of an older version, left out because of one. */
  readonly rowsAdded: number;
  readonly rowsSame: number;
  readonly rowsReplaced: number;
  readonly rowsKept: number;
  /** Rows of a table that are to be corrected. */
  readonly rowsRefused: number;
  /** Quotes for the report: new, already here. */
  readonly quotesAdded: number;
  readonly quotesSame: number;
  /** Other parts of report material that were kept, and that cannot be read or belong to another study. */
  readonly partsKept: number;
  readonly partsRefused: number;
}

export const noCounts: Counts = {
  added: 0,
  same: 0,
  conflict: 0,
  sealedAdded: 0,
  sealedSame: 0,
  aside: 0,
  rowsAdded: 0,
  rowsSame: 0,
  rowsReplaced: 0,
  rowsKept: 0,
  rowsRefused: 0,
  quotesAdded: 0,
  quotesSame: 0,
  partsKept: 0,
  partsRefused: 0,
};

/** The sum, count by count. */
export const addCounts = (a: Counts, b: Partial<Counts>): Counts =>
  Object.fromEntries(
    Object.entries(a).map(([name, count]) => [name, (count as number) + (b[name as keyof Counts] ?? 0)]),
  ) as unknown as Counts;

/** Whether anything is in the store now that was not there before. */
export const isNews = (counts: Counts): boolean => {
  const { added, conflict, sealedAdded, aside, rowsAdded, rowsReplaced, quotesAdded, partsKept } = counts;
  return added + conflict + sealedAdded + aside + rowsAdded + rowsReplaced + quotesAdded + partsKept > 0;
};
