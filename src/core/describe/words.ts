import type { Verdict } from '../change/types.js';
import type { Group } from '../text.js';

/** The two waves as sentences name them. */
export type WaveName = 'baseline' | 'endline';

/** A change as words need it: formatted, limits absent where they cannot be shown. */
export interface SaidChange {
  readonly estimate: string;
  readonly low?: string;
  readonly high?: string;
}

/** Phrases and sentences of one language. Numbers arrive formatted; groups are never set against each other as better and worse. */
export interface Words {
  readonly synthetic: string;
  readonly group: Readonly<Record<Group, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly domain: (id: 'participation' | 'trust' | 'governance', group: Group) => string;
  /** What a construct is about, by group: trust says whose trust in whom. Falls back to the id. */
  readonly construct: (id: string, group: Group) => string;
  /** The short label, for gaps and beside a group's name. */
  readonly scale: (id: string, group?: Group) => string;
  /** `+9.6 points (95% interval 3.9 to 15.2)`. */
  readonly change: (change: SaidChange) => string;
  /** `communities`: the interval allows for differences between so many (method.md §3.17). */
  readonly indexChange: (group: Group, change: string, verdict?: string, communities?: number) => string;
  /** How many have answered, and from how many on results appear. */
  readonly notYet: (group: Group, wave: WaveName, n: number, needed: number) => string;
  /** Enough sheets, but not enough with the answers this figure needs. */
  readonly tooFewAnswered: (group: Group, needed: number) => string;
  /** Not shown for another reason. */
  readonly notShown: string;
  readonly joint: (change: string, low: string, high: string) => string;
  readonly jointHidden: string;
  readonly levels: (what: string, before: string, after: string, change: string) => string;
  /** One wave only; the other is explained by `missing`. */
  readonly oneLevel: (what: string, wave: WaveName, level: string, missing: string) => string;
  readonly hidden: (what: string, missing: string) => string;
  readonly lessIsBetter: string;
  readonly gapWave: (wave: WaveName, gap: number, points: string) => string;
  readonly gap: (what: string, parts: readonly string[], change?: string) => string;
  readonly bothChanges: (resident: string, official: string) => string;
  readonly groupChange: (group: Group, change: string) => string;
  readonly gapHidden: (what: string) => string;
  readonly flow: (group: Group, before: number, after: number, linked: number) => string;
  /** How many were asked; undefined where nobody says. */
  readonly invited: (before: number | undefined, after: number | undefined) => string;
  readonly ambiguous: (n: number) => string;
  readonly oneOff: (n: number, used: boolean) => string;
  readonly duplicates: (n: number) => string;
  readonly conflicts: (n: number) => string;
  readonly silence: (before: string, after: string) => string;
  readonly plane: string;
  /** One axis: both levels and the change with its interval. */
  readonly planePart: (what: string, before: string, after: string, change: string) => string;
  readonly planeGroup: (group: Group, cj: string, cy: string) => string;
  /** The name of a construct that is drawn the other way round. */
  readonly reversed: (what: string) => string;
  readonly forest: string;
  /** The index; then the constructs whose change is clear after adjustment, not clear, and those too few answered to test. */
  readonly forestGroup: (
    group: Group,
    index: string | undefined,
    clear: readonly string[],
    unclear: readonly string[],
    untested: readonly string[],
  ) => string;
  readonly forestPart: (what: string, change: SaidChange) => string;
  readonly index: string;
  readonly absentGroup: (group: Group, missing: string) => string;
  /** Puts sentences one after the other. */
  readonly join: (sentences: readonly string[]) => string;
}
