import type { Locale } from '../text.js';

/** What the sensitivity of the index says, by the names of the results document (method.md §3.21). */
export type RunName =
  | 'leaveOneOut'
  | 'bounds'
  | 'dirichlet'
  | 'linkedOnly'
  | 'exactOnly'
  | 'withOneOff'
  | 'withoutStraightLiners'
  | 'weightedByAge'
  | 'completeScalesOnly'
  | 'withoutNewFirstInCommand';

/** Headings and labels of the tables of the full report, in one language. */
export interface ReportTableWords {
  readonly sections: Readonly<
    Record<
      | 'summary'
      | 'methods'
      | 'levels'
      | 'charts'
      | 'items'
      | 'robust'
      | 'sensitivity'
      | 'quality'
      | 'flow'
      | 'ledger'
      | 'settings'
      | 'glossary',
      string
    >
  >;
  readonly captions: Readonly<
    Record<
      | 'levels'
      | 'changes'
      | 'gaps'
      | 'designs'
      | 'moved'
      | 'reliability'
      | 'sensitivity'
      | 'items'
      | 'quality'
      | 'modes'
      | 'attrition'
      | 'flow'
      | 'settings'
      | 'suggestions'
      | 'events'
      | 'commitments'
      | 'proofs'
      | 'groups'
      | 'glossary',
      string
    >
  >;
  readonly of: (caption: string, group: string) => string;
  readonly head: Readonly<
    Record<
      | 'measure'
      | 'n'
      | 'mean'
      | 'interval'
      | 'sd'
      | 'change'
      | 'answered'
      | 'p'
      | 'holm'
      | 'g'
      | 'paired'
      | 'unpaired'
      | 'cliff'
      | 'wilcoxon'
      | 'net'
      | 'upSameDown'
      | 'beyondError'
      | 'alpha'
      | 'omega'
      | 'ends'
      | 'run'
      | 'difference'
      | 'difOfChange'
      | 'closer'
      | 'item'
      | 'group'
      | 'self'
      | 'helped'
      | 'paper'
      | 'judged'
      | 'setting'
      | 'value'
      | 'text'
      | 'status'
      | 'reason'
      | 'owner'
      | 'due'
      | 'reportedBack'
      | 'done'
      | 'date'
      | 'kind'
      | 'what'
      | 'who'
      | 'level'
      | 'recognised'
      | 'contributors'
      | 'name'
      | 'members'
      | 'meetings'
      | 'term'
      | 'meaning',
      string
    >
  >;
  readonly index: string;
  readonly before: (what: string) => string;
  readonly after: (what: string) => string;
  readonly span: (low: string, high: string) => string;
  readonly bracket: (outside: string, inside: string) => string;
  readonly domains: Readonly<Record<'participation' | 'trust' | 'governance', string>>;
  readonly frequency: Readonly<Record<string, string>>;
  readonly ladder: string;
  readonly ladderShare: string;
  readonly percentagePoints: (value: string) => string;
  readonly runs: Readonly<Record<RunName, string>>;
  readonly signRobust: string;
  readonly yes: string;
  readonly no: string;
  readonly quality: Readonly<
    Record<'straightLiners' | 'speeders' | 'acquiescence' | 'prorated' | 'coded' | 'linked' | 'silence', string>
  >;
  readonly flags: Readonly<Record<'alike' | 'care' | 'differ', string>>;
  readonly flow: Readonly<
    Record<
      'answered' | 'exact' | 'oneOff' | 'ambiguous' | 'unlinked' | 'expectedFalse' | 'duplicates' | 'conflicts',
      string
    >
  >;
  readonly oneOffUsed: (used: boolean) => string;
  readonly settings: Readonly<
    Record<
      | 'study'
      | 'instrument'
      | 'waves'
      | 'weights'
      | 'voice'
      | 'relevance'
      | 'minimumCell'
      | 'confidence'
      | 'seed'
      | 'resamples'
      | 'software'
      | 'changed',
      string
    >
  >;
  readonly nothingChanged: string;
  readonly groupLevels: Readonly<Record<'leading' | 'coordinating' | 'implementing', string>>;
  readonly members: (government: number, organisation: number, residents: number, others: number) => string;
  readonly methods: readonly string[];
  readonly glossary: readonly (readonly [term: string, meaning: string])[];
}

/** Words of tables by language. */
export type ReportTableCatalogue = Readonly<Record<Locale, ReportTableWords>>;
