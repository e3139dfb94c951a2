import type { LedgerResult } from '../ledger/result.js';
import type { Group, Text } from '../text.js';

/** Why a number is not there (design.md §3; meanings in results-paths rule 8 and method.md §3.13). `n<5` means below the smallest cell k, whatever k is. */
export type Why = 'n<2' | 'n<5' | 'n<10' | 'n<20' | 'zero-variance' | 'alpha<.60' | 'complement' | 'not-computable';

/** May not be shown: showing it could tell about a person. */
export interface Suppressed {
  readonly suppressed: true;
  readonly why: Why;
}

/** Cannot be computed from these answers. */
export interface NotComputable {
  readonly estimate: null;
  readonly why: Why;
}

/** Stands in the place of a number or of a whole object. */
export type Hidden = Suppressed | NotComputable;

/** A figure, or the reason why there is none. */
export type Shown = number | Hidden;

/** True when `value` stands for a figure that is not there. */
export function isHidden(value: unknown): value is Hidden {
  return typeof value === 'object' && value !== null && 'why' in value;
}

/** One wave's mean of a score, in points 0–100, with its SD and 95 % interval. */
export interface Level {
  readonly n: number;
  readonly mean: Shown;
  readonly sd: Shown;
  readonly low: Shown;
  readonly high: Shown;
}

/** A point estimate with its interval. */
export interface Interval {
  readonly estimate: Shown;
  readonly low: Shown;
  readonly high: Shown;
}

/**
 * The bootstrap law of a change: its density at evenly spaced points from `from` to `to`, all in points. Exact, not drawn from resamples
 * (method.md §4); a picture of the uncertainty, from which no limit is taken (§3.9).
 */
export interface ChangeLaw {
  readonly from: number;
  readonly to: number;
  /** Per point. */
  readonly density: readonly number[];
}

/** Endline minus baseline, in points (method.md §3.7), with Hedges' g (§3.8). */
export interface Change extends Interval {
  readonly se: Shown;
  readonly df: Shown;
  readonly t: Shown;
  readonly p: Shown;
  /** Correlation of linked pairs; absent in `joint` and `gaps`. */
  readonly r?: Shown;
  readonly n:
    | { readonly baseline: number; readonly endline: number; readonly linked: number }
    | { readonly resident: number; readonly official: number };
  /** Absent in `joint` and `gaps.didChange`. */
  readonly g?: Interval | Hidden;
  /** Only of `change` of an index and of a construct, and never published. */
  readonly law?: ChangeLaw | Hidden;
}

/** A share with its Wilson interval, as fractions. */
export interface Rate extends Interval {
  readonly count: Shown;
  readonly n: number;
}

export type Verdict =
  | 'clear-improvement'
  | 'clear-decline'
  | 'no-relevant-change'
  | 'improvement-uncertain'
  | 'decline-uncertain'
  | 'undecided';

/** Two waves and what lies between them. */
export interface Pair<L, C = Change | Hidden> {
  readonly baseline: L;
  readonly endline: L;
  readonly change: C;
}

/** How many answered, how many were linked, how many kept silent. Counts are never suppressed (results-paths rule 7). */
export interface Flow {
  readonly baseline: number;
  readonly endline: number;
  readonly linked: {
    readonly exact: number;
    readonly oneOff: number;
    readonly ambiguous: number;
    readonly unlinkedBaseline: number;
    readonly unlinkedEndline: number;
    /** Expected number of false pairs among the one-off pairs (method.md §3.5). */
    readonly expectedFalse: number;
    /** Whether one-off pairs entered the figures. */
    readonly oneOffUsed: boolean;
  };
  /** Share of "prefer not to say", as fractions (method.md §3.20). */
  readonly silence: Pair<Level | Hidden> | Hidden;
  readonly duplicates: number;
  readonly conflicts: number;
  /** How many people were asked to answer, as the study says; absent where it does not. */
  readonly invited?: { readonly baseline?: number; readonly endline?: number };
}

/** The six scales of the index and the derived balance CY − CJ. */
export type ConstructId = 'CY' | 'CJ' | 'PR' | 'TR' | 'RC' | 'GV' | 'BAL';

/** Cliff's δ of all scores of both waves, and the probability that a later score is the higher one; fractions (method.md §3.8). */
export interface CliffResult extends Interval {
  readonly superiority: Shown;
}

/** Of the people asked twice, how many moved up, stayed, moved down; the net share as a fraction (method.md §3.8). */
export interface NetImprovementResult extends Interval {
  readonly up: Shown;
  readonly same: Shown;
  readonly down: Shown;
  readonly n: number;
}

/** Wilcoxon's signed-rank test of linked people, Pratt's way (method.md §3.10); p asymptotic, `exact` up to 50 people who moved. */
export interface WilcoxonResult {
  readonly n: number;
  readonly nonZero: number;
  readonly wPlus: number;
  readonly z: Shown;
  readonly p: Shown;
  readonly exact: Shown;
  readonly rankBiserial: Shown;
}

/** How many linked people moved by more than measurement error explains; `threshold` in points (method.md §3.11). */
export interface ReliableChangeResult {
  readonly threshold: Shown;
  readonly up: Shown;
  readonly same: Shown;
  readonly down: Shown;
  readonly n: number;
}

/** Cronbach's alpha of complete rows with Feldt's interval, omega where it can be fitted, item–rest correlations (method.md §3.4). */
export interface Reliability {
  readonly alpha: Shown;
  readonly low: Shown;
  readonly high: Shown;
  readonly n: number;
  readonly items: number;
  readonly omega?: Shown;
  readonly itemRest?: Readonly<Record<string, Shown>>;
}

/** Shares of people at 0 and at 100 points (method.md §3.16). */
export interface FloorCeiling {
  readonly floor: Shown;
  readonly ceiling: Shown;
}

/** The ladder of one matter: mean score in points, and the share of people at rung 4 or higher (method.md §2.4). */
export interface LadderResult {
  readonly score: Pair<Level | Hidden> | Hidden;
  readonly share: Pair<Rate | Hidden> | Hidden;
}

/** A range in points. */
export interface Range {
  readonly low: Shown;
  readonly high: Shown;
}

/** How many communities an index rests on; from two on the interval widened by their likeness, in points (results-paths rule 18). */
export interface ClustersResult {
  readonly communities: number;
  readonly icc?: number;
  readonly deff?: number;
  readonly low?: number;
  readonly high?: number;
}

/** The endline weighted to the ages of the baseline: an interval whose weights are taken as known (method.md §3.6). */
export interface WeightedChange extends Interval {
  /** People who gave their age. */
  readonly n: ByWave<number>;
  /** The fewest people of an age band at a wave. */
  readonly smallestBand: number;
}

/** Other ways to compute an index (method.md §3.21, results-paths rule 17); runs that do not apply are absent. Points. */
export interface SensitivityResult {
  readonly leaveOneOut: Range | Hidden;
  readonly bounds: Range | Hidden;
  readonly signRobust: boolean | Hidden;
  /** 5–95 % range over 1 000 draws of weights; `sameSign` the share of draws with the sign of the index. */
  readonly dirichlet: (Range & { readonly sameSign: number }) | Hidden;
  readonly exactOnly: Change | Hidden;
  readonly withoutStraightLiners: Change | Hidden;
  readonly linkedOnly?: Change | Hidden;
  /** With the one-off links that the headline does without. */
  readonly withOneOff?: Change | Hidden;
  readonly weightedByAge?: WeightedChange | Hidden;
  /** Without communities whose first-in-command changed between the waves. */
  readonly withoutNewFirstInCommand?: Change | Hidden;
  /** From complete scales; only where more than a tenth of the scores are prorated. */
  readonly completeScalesOnly?: Change | Hidden;
}

/** A side of an answer scale: below, at or above its middle. */
export type ItemSide = 'low' | 'middle' | 'high';

/** The answers of one wave to one item; people, not shares. */
export interface ItemAnswers {
  /** People who chose an option. */
  readonly n: number;
  /** By option, in the order of `ItemResult.options`; raw answers, not reverse-coded. */
  readonly counts: readonly number[] | Hidden;
  readonly sides: Readonly<Record<ItemSide, number>> | Hidden;
  /** Where fewer than 20 all answered on one side: this side, in place of the counts (method.md §3.13.4). */
  readonly almostAll?: ItemSide;
  /** 不清楚 and 不想说, of all who gave any answer to the item. */
  readonly dontKnow: Rate | Hidden;
  readonly notSaid: Rate | Hidden;
}

/** One item of one group: what people said, and the mean in points 0–100 (after reverse coding) with its change. */
export interface ItemResult {
  /** The values of the answers, rising. */
  readonly options: readonly number[];
  readonly baseline: ItemAnswers | Hidden;
  readonly endline: ItemAnswers | Hidden;
  readonly score: Pair<Level | Hidden> | Hidden;
}

/** Figures of both waves. */
export interface ByWave<T> {
  readonly baseline: T;
  readonly endline: T;
}

/** How many people answered alone, with a helper, on paper; counts of 1 to k - 1 are hidden with what would give them away. */
export interface ModesResult {
  readonly n: number;
  readonly self: Shown;
  readonly helped: Shown;
  readonly paper: Shown;
}

/** Linked people against those who answered this wave only: g of the score, linked minus unlinked (method.md §3.6). */
export interface AttritionResult extends Interval {
  readonly n: { readonly linked: number; readonly unlinked: number };
  /** |g| <= .05, <= .25, above: "linked people differ". */
  readonly flag: 'alike' | 'care' | 'differ';
}

/** What the ratings of the anchoring vignettes say (method.md §3.15a). */
export interface StandardsResult {
  /** Whether the mean rating of a vignette moved by 12.5 points or more between the waves. */
  readonly moved: boolean | Hidden;
  /** Whether residents and officials rate a vignette 12.5 points or more apart, where both were asked; the same in both groups. */
  readonly betweenGroups?: ByWave<boolean | Hidden> | Hidden;
}

/** The then-test of CY (method.md §3.15b), in points: how people who were asked twice see six months ago afterwards. */
export interface ThenTestResult {
  /** Then minus baseline: how far the standard seems to have moved. */
  readonly shift: Change | Hidden;
  /** Endline minus then. */
  readonly thenChange: Change | Hidden;
  /** Linked people with all three scores. */
  readonly n: number;
}

/** How far answers can be relied on (method.md §3.2, §3.6, §3.15, §3.20). */
export interface QualityResult {
  /** Mean of (both answers of a pair of opposites)/2 - 3, in answer steps -2–2; and the share of people above 1. */
  readonly acquiescence:
    { readonly score: Pair<Level | Hidden> | Hidden; readonly share: ByWave<Rate | Hidden> | Hidden } | Hidden;
  /** Of sheets with enough answers to statements keyed both ways. */
  readonly straightLiners: ByWave<Rate | Hidden> | Hidden;
  /** Under 2 seconds an item, of sheets filled in alone. */
  readonly speeders: ByWave<Rate | Hidden> | Hidden;
  /** Scores made from some of a scale's items, of all scores; `all` and by scale. */
  readonly prorated: Readonly<Record<string, ByWave<Rate | Hidden> | Hidden>> | Hidden;
  readonly modes: ByWave<ModesResult | Hidden> | Hidden;
  /** Sheets with a linking code, and linked sheets, of all sheets. */
  readonly coded: ByWave<Rate | Hidden> | Hidden;
  readonly linked: ByWave<Rate | Hidden> | Hidden;
  /** By scale. */
  readonly attrition: Readonly<Record<string, ByWave<AttritionResult | Hidden> | Hidden>> | Hidden;
  /** Anchoring vignettes, where asked. */
  readonly standards?: StandardsResult | Hidden;
  /** Then-items, where answered. */
  readonly thenTest?: ThenTestResult | Hidden;
}

/** One construct of one group. */
export interface ConstructResult extends Pair<Level | Hidden> {
  readonly paired: Change | Hidden;
  readonly unpaired: Change | Hidden;
  /** Holm-adjusted p (method.md §3.12); absent for BAL. */
  readonly holm?: Shown;
  readonly cliff?: CliffResult | Hidden;
  readonly netImprovement?: NetImprovementResult | Hidden;
  readonly wilcoxon?: WilcoxonResult | Hidden;
  readonly reliableChange?: ReliableChangeResult | Hidden;
  readonly reliability?: ByWave<Reliability | Hidden> | Hidden;
  /** Absent for BAL. */
  readonly floorCeiling?: ByWave<FloorCeiling | Hidden> | Hidden;
  readonly [more: string]: unknown;
}

/**
 * How the index of one wave is spread: `counts[i]` people from `edges[i]` up to `edges[i + 1]` points (the last bin holds its upper edge).
 * Bins are merged until each holds the smallest cell (method.md §3.13).
 */
export interface Histogram {
  readonly n: number;
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** The Canyu Change Index of one group (method.md §3.21). */
export interface IndexResult extends Pair<Level | Hidden> {
  readonly verdict: Verdict | Hidden;
  /** w_s·Δ_s in points for each construct, and `missing`, the remainder. */
  readonly contributions: Readonly<Record<string, Shown>> | Hidden;
  readonly sensitivity?: SensitivityResult | Hidden;
  readonly clusters?: ClustersResult | Hidden;
  readonly histogram?: ByWave<Histogram | Hidden> | Hidden;
  readonly [more: string]: unknown;
}

/** All figures of one group. */
export interface GroupResult {
  readonly index: IndexResult | Hidden;
  readonly domains: Readonly<Record<'participation' | 'trust' | 'governance', Pair<Level | Hidden> | Hidden>> | Hidden;
  readonly constructs: Readonly<Record<string, ConstructResult | Hidden>> | Hidden;
  readonly ladder?: LadderResult | Hidden;
  /** CJF, CYF and BALF: how often, in points (method.md §2.3). */
  readonly frequency?: Readonly<Record<string, Pair<Level | Hidden> | Hidden>> | Hidden;
  /** By item id. */
  readonly items?: Readonly<Record<string, ItemResult | Hidden>> | Hidden;
  readonly quality?: QualityResult | Hidden;
  readonly [more: string]: unknown;
}

/** The officials' change minus the residents' change: without r, g and n (results-paths, names). */
export type DidChange = Omit<Change, 'r' | 'g' | 'n'>;

/** The officials' mean minus the residents' mean (method.md §3.14). */
export interface Gap {
  readonly baseline: Change | Hidden;
  readonly endline: Change | Hidden;
  readonly didChange: DidChange | Hidden;
  readonly convergence?: Interval | Hidden;
}

/** How the numbers were made. */
export interface Settings {
  readonly software: string;
  readonly weights: Readonly<Record<string, number>>;
  readonly voice: number;
  readonly relevance: number;
  readonly minimumCell: number;
  readonly confidence: 0.95;
  readonly seed: number;
  readonly resamples: number;
  /** Names of the settings that differ from the default. */
  readonly changedFromDefault: readonly string[];
}

/** What a wave is called and when it was open, `YYYY-MM-DD`. */
export interface WaveLabel {
  readonly id: string;
  readonly label: Text;
  readonly opens?: string;
  readonly closes?: string;
}

/** What `computeResults` returns and a partner page shows: `canyu-results/1` (design.md §3). Aggregates only; disclosure control is already applied. */
export interface Results {
  readonly schema: 'canyu-results/1';
  readonly study: {
    readonly id: string;
    readonly title: Readonly<Record<string, string>>;
    readonly synthetic?: boolean;
    /** Baseline and endline, with the days between which they could be answered; absent in older documents. */
    readonly waves?: readonly WaveLabel[];
  };
  readonly instrument: string;
  readonly waves: { readonly baseline: string; readonly endline: string };
  readonly settings: Settings;
  readonly flow: Readonly<Partial<Record<Group, Flow>>>;
  readonly groups: Readonly<Partial<Record<Group, GroupResult>>>;
  readonly joint: { readonly index: { readonly change: Change | Hidden } };
  readonly gaps: Readonly<Record<string, Gap>>;
  /** Names of the constructs of an own instrument, which nobody else knows; absent for the built-in one. */
  readonly labels?: Readonly<Record<string, Text>>;
  /** What was done (method.md §3.19); absent without ledger rows. */
  readonly ledger?: Readonly<Partial<Pick<LedgerResult, 'asOf' | 'conflicts'>>> & {
    readonly [K in Exclude<keyof LedgerResult, 'asOf' | 'conflicts'>]?: LedgerResult[K] | Hidden;
  };
}
