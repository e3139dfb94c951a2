import type { Linking } from '../../core/study/types.js';
import type { Group, Locale } from '../../core/text.js';

/** What the consent words need to know; every field is a ready text. */
export interface ConsentWords {
  readonly project: string;
  readonly organisation: string;
  readonly contact: string;
  readonly storedIn: string;
  readonly tokensDestroyedBy: string;
  readonly keptUntil: string;
  readonly withdrawUntil: string;
  readonly resultsOn: string;
  readonly foreignApproval?: string | undefined;
  /** Whether people are linked at all; the words of a form speak of the six questions, `LinkingConsent` of the other ways. */
  readonly linking: boolean;
  readonly questions: number;
  readonly minutes: number;
}

/** The consent screen (method.md §6.1–6.2): one line of greeting, points, three boxes. */
export interface Consent {
  readonly lead: string;
  readonly points: readonly string[];
  readonly participate: string;
  readonly process: string;
  readonly link: string;
}

/** What the consent screen says in place of the six questions where people are linked by a card or by their device. */
export type LinkingConsent = (words: ConsentWords, linking: Linking) => Partial<Consent>;

/** The sentences of all languages and groups. */
export type LinkingConsents = Readonly<Record<Locale, Readonly<Record<Group, LinkingConsent>>>>;

/** The consent screen of one group in one language. */
export interface ConsentMessages {
  readonly title: string;
  readonly consent: (words: ConsentWords) => Consent;
  /** What stands in for the consent facts of a page without a study file (retention: method.md §6.3). */
  readonly unnamed: Omit<ConsentWords, 'project' | 'linking' | 'questions' | 'minutes' | 'foreignApproval'>;
  /** Said when a required box is not ticked. */
  readonly missing: string;
}

/** Texts that the survey needs before its first question. */
export interface SurveyMessages {
  readonly loading: string;
  /** The button for larger text, reading aloud and the like. */
  readonly tools: string;
  readonly synthetic: string;
  readonly agree: string;
  readonly withdraw: string;
  readonly frameTitle: string;
  readonly frameHint: (group: Group) => string;
  readonly begin: string;
  readonly progress: (index: number, total: number, minutes: number) => string;
  readonly progressLabel: string;
  readonly apart: string;
  readonly back: string;
  /** Back, where what lies behind is not a question. */
  readonly leave: string;
  readonly next: string;
  readonly skip: string;
  readonly toReview: string;
  readonly notSaved: string;
}

/** Codes for which the survey has a text of its own; others get `unknown`. */
export type TroubleCode =
  | 'study-not-found'
  | 'study-invalid'
  | 'newer-schema'
  | 'unknown-group'
  | 'unknown-wave'
  | 'unknown-community'
  | 'unknown-instrument'
  | 'instrument-not-found'
  | 'instrument-invalid'
  | 'no-random'
  | 'wave-before'
  | 'wave-closed'
  | 'load-failed'
  | 'unavailable'
  | 'quota'
  | 'blocked'
  | 'version'
  | 'corrupt'
  | 'unknown';

/** Texts that are loaded after the first question is on screen, or when something goes wrong. */
export interface LateSurveyMessages {
  readonly trouble: Readonly<Record<TroubleCode, { readonly title: string; readonly text: string }>>;
  readonly communityTitle: string;
  readonly resumeTitle: string;
  readonly resumeText: (index: number, total: number) => string;
  readonly resume: string;
  readonly restart: string;
  readonly retry: string;
  /** To open once more what could not be opened. */
  readonly reopen: string;
  readonly troubleDetail: string;
  readonly code: {
    readonly position: (index: number, total: number) => string;
    readonly next: string;
    readonly done: string;
    readonly skipAll: string;
    readonly scrambling: string;
    readonly familyNameHint: string;
    readonly noCode: string;
    readonly noCrypto: string;
  };
  /** The printed card (method.md §2.6). */
  readonly card: {
    readonly title: string;
    readonly text: string;
    /** Read out for the row of places. */
    readonly places: string;
    readonly empty: string;
    readonly undo: string;
    readonly clear: string;
    readonly next: string;
    readonly skip: string;
    readonly right: string;
    /** The five do not make a card; which one is wrong nobody can tell. */
    readonly wrong: string;
    readonly missing: (left: number) => string;
    readonly noCrypto: string;
    readonly review: LinkReview;
  };
  /** Linking by the device that is answered on. */
  readonly device: {
    readonly title: string;
    readonly text: string;
    readonly own: string;
    readonly shared: string;
    readonly next: string;
    readonly skip: string;
    /** A sheet of this wave already carries this device's token. */
    readonly used: string;
    readonly noStorage: string;
    readonly noCrypto: string;
    readonly review: LinkReview;
  };
  readonly open: {
    readonly optional: string;
    readonly left: (characters: number) => string;
    readonly masked: string;
    readonly warnings: Readonly<Record<'address' | 'official-name', string>>;
  };
  readonly review: {
    readonly title: (group: Group) => string;
    readonly text: (group: Group) => string;
    readonly unanswered: string;
    readonly change: string;
    readonly changeItem: (question: string) => string;
    readonly code: string;
    readonly codeGiven: string;
    readonly codeNone: string;
    readonly submit: string;
    readonly submitting: string;
  };
  readonly thanks: {
    readonly saved: string;
    readonly title: string;
    readonly text: (group: Group) => string;
    /** `code`: tokens were given; `linking`: by what, the six questions if left out. */
    readonly next: (
      group: Group,
      resultsOn: string,
      secondWave: boolean,
      code: boolean,
      linking?: Linking,
    ) => readonly string[];
    readonly again: string;
    readonly downloaded: string;
  };
  readonly failed: {
    readonly title: string;
    readonly text: string;
    readonly retry: string;
    readonly download: string;
    readonly handedOver: string;
    readonly noFile: string;
    readonly copy: string;
  };
  readonly withdraw: {
    readonly title: string;
    readonly text: WithdrawBy;
    readonly cancel: string;
    readonly remove: string;
    readonly found: (count: number) => string;
    readonly none: WithdrawBy;
    readonly ambiguous: WithdrawBy;
    /** Two or more of the six answers are unknown. */
    readonly unknownAnswers: string;
    /** This browser holds no number of the device. */
    readonly noDevice: string;
    readonly noCrypto: string;
    readonly failed: string;
    /** The tokens are destroyed. */
    readonly tooLate: (date: string) => string;
    /** The study links nobody. */
    readonly impossible: string;
    readonly contact: (contact: string) => string;
  };
}

/** How the linking stands in the review. */
export interface LinkReview {
  readonly label: string;
  readonly given: string;
  readonly none: string;
}

/** A text for each way of finding the sheet of who withdraws. */
export type WithdrawBy = Readonly<Record<Exclude<Linking, 'none'>, string>>;
