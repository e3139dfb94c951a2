import type { Hidden, Rate, Shown } from '../change/types.js';
import type {
  EventEntry,
  GroupEntry,
  ProofEntry,
  ResourceEntry,
  Strategy,
  StrategyEntry,
  SuggestionEntry,
} from './types.js';

/** `results.ledger` (design.md §3): what was done, as counts and rates (method.md §1, §3.19). */
export interface LedgerResult {
  /** The day the ledger is read on: `options.today`, else the latest day on which anything in it happened. */
  readonly asOf: string;
  readonly suggestions: SuggestionsResult;
  /** By date. */
  readonly events: readonly EventResult[];
  readonly groups: GroupsResult;
  /** By name. */
  readonly practices: readonly PracticeResult[];
  readonly proofs: {
    readonly count: number;
    /** How many of them a superior recognised. */
    readonly recognised: number;
    readonly byLevel: Readonly<Partial<Record<ProofEntry['level'], number>>>;
  };
  /** By project; each wave 0–3 (method.md PH). */
  readonly phase: Readonly<Record<string, { readonly baseline: Shown; readonly endline: Shown }>>;
  /** By wave id, then resource. */
  readonly resources: Readonly<Record<string, Readonly<Partial<Record<ResourceEntry['resource'], ResourceResult>>>>>;
  readonly strategies: Readonly<
    Partial<
      Record<
        Strategy,
        { readonly baseline: StrategyEntry['use'] | Hidden; readonly endline: StrategyEntry['use'] | Hidden }
      >
    >
  >;
  readonly commitments: {
    /** Not done, and not due before `asOf`. */
    readonly open: number;
    readonly done: number;
    readonly overdue: number;
  };
  /** Ids met with more than one content; every content counts. */
  readonly conflicts: number;
}

/**
 * What became of suggestions. Rates are fractions with Wilson's interval; of fewer than 5 only `count` and `n` stand (`estimate`, `low`,
 * `high` are `n<5`); of none the whole rate is `n<2` (method.md §3.19).
 */
export interface SuggestionsResult {
  readonly raised: number;
  /** Adopted, partly adopted, declined or deferred, of all raised. */
  readonly answered: Rate | Hidden;
  /** Adopted or partly adopted, of those answered. */
  readonly adopted: Rate | Hidden;
  /** With a reason, of those declined or deferred. */
  readonly explained: Rate | Hidden;
  /** Reported back within 31 days, of those answered. */
  readonly reportedBack: Rate | Hidden;
  /** Done, of those adopted or partly adopted. */
  readonly done: Rate | Hidden;
  /** Closed-loop rate 闭环率: (adopted and done or still in time, or declined or deferred with a reason) and reported back, of all raised. */
  readonly closedLoop: Rate | Hidden;
  readonly byStatus: Readonly<Record<SuggestionEntry['status'], number>>;
}

/** An event on the time line. */
export interface EventResult {
  readonly date: string;
  readonly event: EventEntry['event'];
  readonly label: string;
  readonly handover?: boolean;
}

/** Project groups at work on `asOf`, by level. */
export type GroupsResult = Readonly<Partial<Record<GroupEntry['level'], GroupLevelResult>>> & {
  /** How many of all groups at work are led by residents. */
  readonly residentLed: number;
};

/** The groups of one level. */
export interface GroupLevelResult {
  readonly count: number;
  /** Mean over the groups. */
  readonly meetingsPerMonth: number;
  /** Residents among all members, a fraction. */
  readonly residentsShare: Shown;
  /** Vulnerable residents among all members of the groups that counted them, a fraction; hidden when they are fewer than the smallest cell. */
  readonly vulnerableShare: Shown;
}

/** The highest level a practice had reached by each wave, 0–5 (method.md SI). */
export interface PracticeResult {
  readonly name: string;
  readonly baselineLevel: number;
  readonly endlineLevel: number;
}

/** Who contributes a resource, 0–3 each; plurality 0–100, 0 where one actor alone contributes (method.md RS6). */
export interface ResourceResult {
  readonly plurality: Shown;
  readonly byActor: Readonly<Record<ResourceEntry['actor'], Shown>>;
}
