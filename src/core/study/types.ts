import type { Group, Text } from '../text.js';

/** A measurement occasion, e.g. before (`pre`) and after (`post`) the project. */
export interface Wave {
  readonly id: string;
  readonly label: Text;
  /** First and last day on which it may be answered, `YYYY-MM-DD`. */
  readonly opens?: string;
  readonly closes?: string;
  /** How many people were asked to answer, by group: so that it can be seen how many did not. */
  readonly invited?: Readonly<Partial<Record<string, number>>>;
}

/** How two sheets of one person find each other (method.md §2.6). */
export type Linking = 'code' | 'card' | 'device' | 'none';

/** A part of the built-in instrument that a study may ask for. */
export type Extra = 'vignettes' | 'then-test';

/** What the consent screen must tell (method.md §6.1–6.2). A study file may leave nothing of it empty. */
export interface ConsentFacts {
  readonly organisation: Text;
  readonly contact: Text;
  readonly storedIn: Text;
  /** `YYYY-MM-DD`. */
  readonly tokensDestroyedBy: string;
  /** `YYYY-MM-DD`. */
  readonly keptUntil: string;
  /** Where and when results are told, e.g. a date. */
  readonly resultsOn: Text;
  /** Number of the approval for a survey with a foreign party (method.md §6.3). */
  readonly foreignApproval?: string;
}

/** An evaluation: what is asked, when, of whom: `canyu-study/1` (design.md §3). */
export interface Study {
  readonly schema: 'canyu-study/1';
  readonly id: string;
  readonly title: Text;
  /** The one matter that the ladder asks about. */
  readonly focal?: Text;
  /** `id@version`, e.g. `participation-trust@1.0.0`. */
  readonly instrument: string;
  /** Two or more, in order of time. */
  readonly waves: readonly Wave[];
  readonly groups: readonly Group[];
  readonly communities: readonly { readonly id: string; readonly label: Text }[];
  readonly linking: Linking;
  /** Absent only for the built-in study of a page without a study file; the consent screen then says that the page's owner is responsible. */
  readonly consent?: ConsentFacts;
  /** Weights of the six constructs, any sum (method.md §3.21). */
  readonly weights?: Readonly<Record<string, number>>;
  /** The residents' share v of the joint index, 0–1; default 0.5. */
  readonly voice?: number;
  /** Relevance line δ in points; default 5. */
  readonly relevance?: number;
  /** Smallest cell k; default 5, upwards only. */
  readonly minimumCell?: number;
  readonly seal?: { readonly recipients: readonly Readonly<Record<string, unknown>>[] };
  readonly collector?: { readonly url: string };
  readonly locked?: { readonly hash: string; readonly date: string };
  /** Optional parts of the built-in instrument (method.md §2.5): vignettes at every wave, the then-test at the last. */
  readonly extras?: readonly Extra[];
  /** Folder of recordings by language, relative to the study file: `<group>-<itemId>.mp3` in it is the item read aloud. */
  readonly audio?: Readonly<Record<string, string>>;
  /** Open questions also on a shared tablet, whose input method may learn what is written; default no. */
  readonly openOnKiosk?: boolean;
  /** True where the data are made up; shown wherever results are shown. */
  readonly synthetic?: boolean;
}
