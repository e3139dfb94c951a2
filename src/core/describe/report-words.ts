import type { Why } from '../change/types.js';
import type { EventEntry, ProofEntry, SuggestionEntry } from '../ledger/types.js';
import type { Group, Locale } from '../text.js';
import type { WaveName } from './words.js';

/** The thirteen parts of the handout, in the order of method.md §5. */
export const REPORT_PARTS = [
  'finding',
  'index',
  'forest',
  'gap',
  'ladder',
  'loop',
  'quotes',
  'timeline',
  'answered',
  'limits',
  'steps',
  'proofs',
  'method',
] as const;

/** One of the thirteen. */
export type ReportPartId = (typeof REPORT_PARTS)[number];

/** What the method line says. Numbers arrive formatted. */
export interface MethodFacts {
  readonly instrument: string;
  /** Undefined: all alike. */
  readonly weights: string | undefined;
  readonly voice: string;
  readonly relevance: string;
  readonly minimumCell: string;
  readonly seed: string;
  readonly resamples: string;
  readonly software: string;
}

/** Phrases of a report in one language. */
export interface ReportWords {
  readonly locale: Locale;
  readonly kicker: string;
  /** On every page of a study of made-up data. */
  readonly synthetic: string;
  readonly headings: Readonly<Record<ReportPartId, string>>;
  /** The ladder's heading with its matter. */
  readonly ladderOf: (focal: string) => string;
  readonly waves: Readonly<Record<WaveName, string>>;
  readonly points: (value: string) => string;
  readonly interval: (low: string, high: string) => string;
  readonly noInterval: string;
  readonly levels: (before: string, after: string) => string;
  /** "not shown (too few people)", "cannot be computed (…)". */
  readonly hidden: (suppressed: boolean, reason: string) => string;
  readonly why: Readonly<Record<Why, string>>;
  readonly percent: (share: string) => string;
  readonly counts: Readonly<Record<'raised' | 'adopted' | 'refused' | 'reportedBack' | 'done', string>>;
  readonly closedLoop: (share: string) => string;
  readonly noSuggestions: string;
  /** The results count refused suggestions, but their texts did not come along. */
  readonly noReasons: (count: number) => string;
  readonly nothingRefused: string;
  readonly noReason: string;
  readonly refused: string;
  readonly reason: string;
  readonly status: Readonly<Record<SuggestionEntry['status'], string>>;
  readonly quoteFrom: Readonly<Record<Group, string>>;
  readonly noQuote: string;
  readonly events: Readonly<Record<EventEntry['event'], string>>;
  readonly handover: (given: boolean) => string;
  readonly noEvents: string;
  readonly surveyed: (wave: string) => string;
  readonly group: Readonly<Record<Group, string>>;
  readonly answeredHead: readonly [
    group: string,
    invited: string,
    answered: string,
    linked: string,
    silence: string,
    mode: string,
  ];
  readonly invitedUnknown: string;
  readonly pair: (before: string, after: string) => string;
  readonly linked: (count: string, share: string | undefined) => string;
  readonly notShown: string;
  readonly modes: (self: string, helped: string, paper: string) => string;
  readonly days: (from: string | undefined, to: string | undefined) => string;
  readonly dates: (before: string | undefined, after: string | undefined) => string;
  readonly noDates: string;
  readonly limits: {
    readonly noComparison: string;
    readonly selfReport: string;
    readonly notAll: string;
    readonly small: (who: readonly string[]) => string;
    readonly newFirstInCommand: (count: number) => string;
    readonly linkedOnlySome: string;
    readonly changedSettings: (names: readonly string[]) => string;
    readonly noRanking: string;
  };
  readonly settingNames: Readonly<Record<string, string>>;
  readonly stepsHead: readonly [what: string, who: string, due: string];
  readonly noSteps: string;
  readonly doneOn: (day: string) => string;
  readonly proofLevel: Readonly<Record<ProofEntry['level'], string>>;
  readonly proofType: Readonly<Record<ProofEntry['type'], string>>;
  readonly recognised: (by: string | undefined) => string;
  readonly notRecognised: string;
  readonly contributors: (names: readonly string[]) => string;
  readonly noProofs: string;
  readonly proofFields: readonly [practice: string, recognisedBy: string, contributors: string];
  readonly method: (facts: MethodFacts) => string;
  readonly weight: (scale: string, percent: string) => string;
  readonly fullReport: string;
  readonly noFullReport: string;
  readonly more: (count: number) => string;
  readonly list: (items: readonly string[]) => string;
}
