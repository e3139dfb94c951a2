import type { Group } from '../text.js';
import type { WaveName } from './words.js';

/** A share as words need it: whole numbers or one decimal, in per cent. */
export interface SaidRate {
  readonly share: string;
  /** Absent where the interval cannot be shown. */
  readonly low?: string;
  readonly high?: string;
}

/** Shares at both waves; one may be missing. */
export type SaidRates = Readonly<Partial<Record<WaveName, SaidRate>>>;

/** How the two sides and the middle of an item are called: agreement for statements, else below and above the middle. */
export type SideNames = 'agreement' | 'scale';

/** Sentences about single questions, quality, sensitivity and ledger, in one language. Numbers arrive formatted. */
export interface DetailWords {
  /** What the ladder's score is about. */
  readonly ladder: (group: Group) => string;
  readonly ladderShare: (group: Group, shares: SaidRates, change?: string) => string;
  /** A change of a share, in percentage points. */
  readonly shareChange: (estimate: string, low?: string, high?: string) => string;
  /** What a frequency score is about; falls back to the id. */
  readonly frequency: (id: string, group: Group) => string;
  readonly moved: (what: string, group: Group, n: number, up: number, same: number, down: number) => string;
  readonly movedClearly: (up: number, down: number) => string;
  readonly movedHidden: (what: string) => string;
  readonly item: (
    names: SideNames,
    wave: WaveName,
    group: Group,
    n: number,
    shares: Readonly<Record<'low' | 'middle' | 'high', string>>,
  ) => string;
  readonly almostAll: (
    names: SideNames,
    wave: WaveName,
    group: Group,
    n: number,
    side: 'low' | 'middle' | 'high',
  ) => string;
  /** How many did not know and preferred not to say. */
  readonly noAnswer: (dontKnow: number, notSaid: number) => string;
  readonly itemHidden: (wave: WaveName) => string;
  readonly itemChange: (change: string) => string;
  readonly straightLiners: (shares: SaidRates) => string;
  readonly speeders: (shares: SaidRates) => string;
  readonly acquiescence: (shares: SaidRates) => string;
  readonly prorated: (shares: SaidRates) => string;
  readonly modes: (wave: WaveName, self: number, helped: number, paper: number) => string;
  readonly linkedAlike: string;
  readonly linkedDiffer: (scales: readonly string[]) => string;
  readonly standards: (moved: boolean) => string;
  /** Whether residents and officials rated the vignettes differently at a wave. */
  readonly standardsBetween: (wave: WaveName, differ: boolean) => string;
  /** The then-test: `shift` is then minus baseline, `change` endline minus then, both as `Words.change` says them. */
  readonly thenTest: (what: string, group: Group, n: number, shift: string, change: string) => string;
  readonly qualityHidden: (group: Group) => string;
  readonly leaveOneOut: (low: string, high: string) => string;
  readonly dirichlet: (low: string, high: string, sameSign: string) => string;
  readonly bounds: (low: string, high: string) => string;
  readonly signRobust: (robust: boolean) => string;
  /** The index computed in another way. */
  readonly run: (
    run:
      | 'exactOnly'
      | 'withoutStraightLiners'
      | 'linkedOnly'
      | 'withOneOff'
      | 'weightedByAge'
      | 'withoutNewFirstInCommand'
      | 'completeScalesOnly',
    change: string,
  ) => string;
  readonly suggestions: (counts: {
    readonly day: string;
    readonly raised: number;
    readonly answered: number;
    readonly adopted: number;
    readonly refused: number;
    readonly explained: number;
    readonly reportedBack: number;
    readonly done: number;
  }) => string;
  readonly noSuggestions: string;
  readonly closedLoop: (count: number, n: number, rate?: SaidRate) => string;
  readonly events: (n: number, newFirstInCommand: number) => string;
  readonly groups: (
    counts: Readonly<Record<'leading' | 'coordinating' | 'implementing', number>>,
    residentLed: number,
  ) => string;
  /** Levels 0–5. */
  readonly practice: (name: string, before: number, after: number) => string;
  readonly proofs: (n: number, recognised: number) => string;
  /** Phases 0–3; undefined where not entered. */
  readonly phase: (project: string, before: number | undefined, after: number | undefined) => string;
  readonly resource: (
    resource: 'law' | 'money' | 'consensus' | 'legitimation' | 'information' | 'time',
    before: string | undefined,
    after: string | undefined,
  ) => string;
  readonly pluralityCaution: string;
  readonly strategies: (wave: WaveName, regular: number, tried: number) => string;
  readonly commitments: (done: number, open: number, overdue: number) => string;
}
