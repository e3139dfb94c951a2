/** Ledger rows, `canyu-entry/1` (design.md §3): what was done, typed in by staff; never opinions. Meanings in method.md §1, rates in §3.19. */
interface Row<K extends string> {
  readonly schema: 'canyu-entry/1';
  readonly id: string;
  readonly study: string;
  /** Day of what the row is about, `YYYY-MM-DD`. */
  readonly date: string;
  readonly kind: K;
}

/** Something that happened: context on the time line (method.md EV, EV-FIC). */
export interface EventEntry extends Row<'event'> {
  readonly event: 'fic-change' | 'policy' | 'open-space' | 'visit' | 'press' | 'registration' | 'shock' | 'other';
  readonly label: string;
  /** The post of a first-in-command who changed. */
  readonly post?: string;
  /** Whether the work was handed over to the successor. */
  readonly handover?: boolean;
  readonly source?: string;
}

/** A suggestion and what became of it (method.md OS). */
export interface SuggestionEntry extends Row<'suggestion'> {
  readonly text: string;
  /** Where it was made, e.g. the id of an open-space event. */
  readonly event?: string;
  readonly status: 'raised' | 'adopted' | 'partly' | 'declined' | 'deferred';
  readonly reason?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly reportedBackOn?: string;
  readonly doneOn?: string;
  readonly evidence?: string;
}

/** A project group of one of the three levels (method.md OC2, NG, CBO). */
export interface GroupEntry extends Row<'group'> {
  readonly level: 'leading' | 'coordinating' | 'implementing';
  readonly name: string;
  /** How many people of each actor. */
  readonly members: {
    readonly government: number;
    readonly organisation: number;
    readonly residents: number;
    readonly others: number;
  };
  /** How many of the members are vulnerable residents. */
  readonly vulnerable?: number;
  readonly meetingsPerMonth: number;
  readonly residentLed?: boolean;
  /** Last day on which it worked. */
  readonly until?: string;
}

/** How firmly a new practice is established (method.md SI): 0 none … 5 copied elsewhere or in a policy text. */
export interface PracticeEntry extends Row<'practice'> {
  readonly name: string;
  readonly level: number;
  readonly document?: string;
}

/** Who started and who paid a project at one wave (method.md PH). `initiator` and `payer` may be absent where there is no cooperation. */
export interface PhaseEntry extends Row<'phase'> {
  readonly project: string;
  readonly wave: string;
  readonly cooperation: boolean;
  readonly initiator?: 'organisation' | 'government' | 'both';
  readonly payer?: 'organisation' | 'foundation' | 'government-grant' | 'government-contract';
  readonly contract?: string;
}

/** What an actor contributes of a resource, 0–3 (method.md RS6). */
export interface ResourceEntry extends Row<'resource'> {
  readonly wave: string;
  readonly actor: 'government' | 'organisation' | 'residents';
  readonly resource: 'law' | 'money' | 'consensus' | 'legitimation' | 'information' | 'time';
  readonly contribution: number;
}

/** The ten strategies of method.md ST, in its order. */
export const strategies = [
  'fic',
  'project-groups',
  'repeated-meetings',
  'process-thinking',
  'helping-government-achieve',
  'bridge-between-sectors-levels',
  'showcasing-results',
  'academia-and-media',
  'government-rhetoric-to-change-concepts',
  'working-with-government-to-change-thinking',
] as const;

/** One of the ten strategies. */
export type Strategy = (typeof strategies)[number];

/** Whether a strategy was used at one wave: a description, never an outcome. */
export interface StrategyEntry extends Row<'strategy'> {
  readonly wave: string;
  readonly strategy: Strategy;
  readonly use: 'no' | 'tried' | 'regular';
  readonly confirmedByOfficials?: boolean;
}

/** A proof for superiors, 政绩佐证 (method.md ZJ). */
export interface ProofEntry extends Row<'proof'> {
  readonly type: 'award' | 'visit' | 'press' | 'document' | 'contract' | 'evaluation';
  readonly level: 'community' | 'street' | 'district' | 'city' | 'province' | 'national';
  /** Whether a superior recognised it. */
  readonly recognised: boolean;
  readonly by?: string;
  /** Persons or units, named with their consent. */
  readonly contributors?: readonly string[];
  readonly label: string;
}

/** An agreed next step (method.md §5, handout). */
export interface CommitmentEntry extends Row<'commitment'> {
  readonly what: string;
  readonly who: string;
  readonly due: string;
  readonly doneOn?: string;
}

/** One ledger row. */
export type Entry =
  | EventEntry
  | SuggestionEntry
  | GroupEntry
  | PracticeEntry
  | PhaseEntry
  | ResourceEntry
  | StrategyEntry
  | ProofEntry
  | CommitmentEntry;
