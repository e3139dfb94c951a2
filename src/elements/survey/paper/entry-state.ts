import { noChecks, type Check, type CheckTally } from '../../../core/paper/check.js';
import { startEntry, type EntryState, type EntryValues } from '../../../core/paper/entry.js';

/** What is on screen. */
export type EntryPhase = 'loading' | 'trouble' | 'typing' | 'compare' | 'working' | 'failed';

/** A message to the typist. */
export interface Notice {
  readonly text: string;
  /** Needs doing something about. */
  readonly alarm: boolean;
}

/** How the first of two entries ended: what the second is compared with. The typist does not see it. */
export interface FirstEntry {
  readonly number: string;
  readonly values: EntryValues;
  readonly link: readonly string[] | null;
}

/** The sheet on the table. */
export interface Work {
  /** Id of the response to be. */
  readonly id: string;
  /** The number on the paper: it finds the sheet again for the second entry, and is not stored with the response. */
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly entry: EntryState;
  /** Open answers, masked. */
  readonly texts: Readonly<Record<string, string>>;
  /** Set while the sheet is typed a second time. */
  readonly first: FirstEntry | null;
  /** Set where the two differ: what the first entry of the check left open is typed once more. */
  readonly second: FirstEntry | null;
}

/** What this pile of sheets came to so far. */
export interface Pile {
  readonly done: number;
  readonly tally: CheckTally;
  /** Every sheet is typed twice. */
  readonly all: boolean;
  /** Numbers that were typed in. */
  readonly numbers: readonly string[];
}

export const noPile: Pile = { done: 0, tally: noChecks, all: false, numbers: [] };

/** What is kept of a sheet that is being typed, so that it survives a reload. The six small answers are never in it. */
export interface PaperDraft {
  readonly schema: 'canyu-paper/1';
  /** Id of the response to be. */
  readonly id: string;
  /** `id@version` and form that the rows belong to. */
  readonly form: string;
  readonly work: Work;
  readonly pile: Pile;
}

/** The number of the sheet, as digits; in the second entry that of the first. */
export const numberOf = ({ number, first }: Work): string => first?.number ?? number.normalize('NFKC').trim();

/** An empty sheet; its number follows the one before, its day is the same. */
export const newWork = (id: string, date: string, before?: string): Work => ({
  id,
  number: before && /^\d{1,9}$/.test(before) ? String(Number(before) + 1) : before === undefined ? '1' : '',
  date,
  entry: startEntry,
  texts: {},
  first: null,
  second: null,
});

/** Whether a stored draft is a sheet of this form. */
export function isDraftOf(form: string, draft: unknown): draft is PaperDraft {
  if (typeof draft !== 'object' || draft === null) return false;
  const {
    schema,
    form: own,
    work,
    pile,
  } = draft as {
    readonly schema?: unknown;
    readonly form?: unknown;
    readonly work?: { readonly entry?: { readonly past?: unknown } };
    readonly pile?: { readonly done?: unknown };
  };
  const whole = Array.isArray(work?.entry?.past) && typeof pile?.done === 'number';
  return whole && schema === 'canyu-paper/1' && own === form;
}

/** The sheet of a draft. Where the third entry was under way the second is begun anew: the six small answers of it are gone. */
export const resumedWork = ({ work }: PaperDraft): Work =>
  work.second ? { ...work, entry: startEntry, second: null, number: '' } : work;

/** Whether the two entries of the linking code differ: tokens are compared, for the answers themselves are gone. */
export const linkDiffers = (first: FirstEntry, second: FirstEntry): boolean =>
  JSON.stringify(first.link) !== JSON.stringify(second.link);

/** A check with the linking code counted as one row more. */
export const withLink = (check: Check, differs: boolean): Check => ({
  compared: check.compared + 1,
  differences: differs ? [...check.differences, { id: '#code', first: null, second: null }] : check.differences,
});
