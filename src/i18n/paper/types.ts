import type { LinkElementId } from '../../core/link/code.js';
import type { Group } from '../../core/text.js';
import type { Consent, ConsentMessages, ConsentWords } from '../survey/types.js';

/** What the printed form says beside the instrument's own words. */
export interface PrintMessages {
  /** On screen only. */
  readonly print: string;
  readonly screenHint: string;
  readonly formName: Readonly<Record<Group, string>>;
  readonly number: string;
  readonly numberHint: string;
  readonly date: string;
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly synthetic: string;
  readonly communityTitle: string;
  readonly consentTitle: string;
  readonly tick: string;
  readonly howTitle: string;
  readonly how: (group: Group) => readonly string[];
  /** Repeated above every few questions. */
  readonly instruction: (group: Group) => string;
  readonly codeTitle: string;
  readonly codeWhy: (group: Group) => string;
  /** A hint in brackets behind a question. */
  readonly hint: (text: string) => string;
  /** Above a question that not everybody is asked. */
  readonly onlyIf: (question: string, answer: string) => string;
  readonly codeHints: Readonly<Record<LinkElementId, string>>;
  readonly codeSkip: (group: Group) => string;
  readonly cardTitle: string;
  readonly cardText: (group: Group) => string;
  readonly openTitle: (group: Group) => string;
  readonly openHint: (group: Group) => string;
  readonly backgroundTitle: string;
  readonly end: (group: Group, organisation: string) => string;
  /** Around the page number and the number of pages: `第 1 页，共 8 页`. */
  readonly pages: readonly [before: string, between: string, after: string];
}

/** The consent in the form in which it is true of a sheet of paper. */
export interface PaperConsent {
  readonly consent: Readonly<Record<Group, (words: ConsentWords, card: boolean) => Partial<Consent>>>;
  /** What stands in for the facts of a study without any. */
  readonly unnamed: Readonly<Record<Group, Partial<ConsentMessages['unnamed']>>>;
}

/** What the typist reads. */
export interface EntryMessages {
  readonly title: (form: string) => string;
  readonly synthetic: string;
  readonly intro: readonly string[];
  readonly keysTitle: string;
  readonly keys: readonly string[];
  readonly resumed: string;
  readonly done: (count: number) => string;
  readonly number: string;
  readonly numberHint: string;
  readonly date: string;
  readonly consentTitle: string;
  readonly boxes: Readonly<Record<'participate' | 'process' | 'link', string>>;
  readonly ticked: string;
  readonly unticked: string;
  readonly community: string;
  readonly closedTitle: string;
  readonly linkTitle: string;
  readonly linkHint: string;
  readonly cardTitle: string;
  readonly cardHint: string;
  readonly cardPlace: (place: number) => string;
  readonly cardWrong: string;
  readonly openTitle: string;
  readonly openHint: string;
  readonly backgroundTitle: string;
  readonly question: (number: number) => string;
  readonly blank: string;
  readonly save: string;
  readonly toSecond: string;
  readonly check: string;
  readonly working: string;
  readonly discard: string;
  readonly discardSure: string;
  readonly discardYes: string;
  readonly discardNo: string;
  readonly saved: (number: string) => string;
  readonly handedOver: (number: string) => string;
  readonly discarded: string;
  readonly already: (number: string) => string;
  readonly codes: (row: string, codes: string) => string;
  readonly typed: (row: string, meaning: string) => string;
  readonly refused: (row: string, key: string, codes: string) => string;
  readonly undone: (row: string) => string;
  readonly untyped: (count: number, first: string) => string;
  readonly noNumber: string;
  readonly badDate: string;
  readonly outsideWave: (from: string, to: string) => string;
  readonly noConsent: string;
  readonly linkUnclear: (question: string) => string;
  readonly linkTooFew: string;
  readonly noCrypto: string;
  readonly second: {
    readonly title: string;
    readonly text: (number: string) => string;
    readonly other: (wanted: string, typed: string) => string;
  };
  readonly compare: {
    readonly title: (differences: number) => string;
    readonly text: string;
    readonly first: string;
    readonly second: string;
    readonly link: string;
    readonly card: string;
    readonly confirm: string;
  };
  readonly tally: {
    readonly title: string;
    readonly none: string;
    readonly text: (sheets: number, items: number, differences: number, percent: string) => string;
    readonly rule: (first: number, every: number) => string;
    readonly tooMany: string;
    readonly all: string;
  };
  readonly failed: {
    readonly title: string;
    readonly text: string;
    readonly retry: string;
    readonly download: string;
    readonly handedOver: string;
  };
}

/** The printed form and the entry page in one language. */
export interface PaperMessages {
  readonly print: PrintMessages;
  readonly entry: EntryMessages;
  readonly consent: PaperConsent;
}
