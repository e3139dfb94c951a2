import type { Group } from '../../core/text.js';

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
  /** Whether the six linking questions are part of this study. */
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
  | 'seal-unsupported'
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
    readonly next: (group: Group, resultsOn: string, secondWave: boolean, code: boolean) => readonly string[];
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
    readonly text: string;
    readonly cancel: string;
    readonly remove: string;
    readonly found: (count: number) => string;
    readonly none: string;
    readonly ambiguous: string;
  };
}
