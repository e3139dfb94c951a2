import type { Verdict } from '../../core/change/types.js';
import type { Group, Locale } from '../../core/text.js';

/** What can go wrong with results, as `canyu-error {code}` says it. */
export type ResultsTroubleCode =
  /** Neither `src`, `study` nor `results` was given. */
  | 'no-results'
  /** The file could not be fetched: wrong address, no network, or another site that does not allow it. */
  | 'results-not-found'
  /** The file is there but is not a results document, or is damaged. */
  | 'results-invalid'
  /** The document was made by a newer Canyu. */
  | 'newer-schema'
  /** The local answers could not be read. */
  | 'store-unavailable'
  /** `baseline` or `endline` names a wave that the study does not have. */
  | 'unknown-wave'
  /** The study uses an instrument that this page does not have. */
  | 'unknown-instrument'
  /** The figures could not be computed. */
  | 'compute-failed'
  /** A part of Canyu did not arrive. */
  | 'load-failed'
  /** The picture could not be drawn; the table stands in. */
  | 'chart-failed';

/** What is wrong, and what to do. */
export interface TroubleText {
  readonly title: string;
  readonly text: string;
}

/** Texts of `<canyu-chart>` and `<canyu-change-index>`. */
export interface ResultsMessages {
  readonly locale: Locale;
  readonly loading: string;
  readonly computing: string;
  readonly synthetic: string;
  readonly asTable: string;
  readonly tableLabel: (caption: string) => string;
  readonly trouble: Readonly<Record<ResultsTroubleCode, TroubleText>>;
  readonly code: (code: string) => string;
  readonly problemsTitle: string;
  readonly groups: Readonly<Record<Group, string>>;
  readonly notShown: string;

  readonly chart: {
    /** Pressed or not: the answers as plain bars instead of ones that part at the middle. */
    readonly plainBars: string;
    /** Nothing of this chart may be shown or computed yet. */
    readonly nothing: string;
    readonly planeKey: string;
    readonly band: (points: string) => string;
    readonly holm: string;
  };

  /** Names of settings that were changed, and the stamp that lists them. */
  readonly settingNames: Readonly<Record<string, string>>;
  readonly changedSettings: (names: string) => string;

  readonly card: {
    readonly kicker: string;
    readonly points: (value: string) => string;
    readonly interval: (low: string, high: string) => string;
    readonly noInterval: string;
    readonly verdicts: Readonly<Record<Verdict, string>>;
    readonly answered: (baseline: string, endline: string, linked: string) => string;
    readonly fewAnswers: string;
    readonly indicative: string;
    readonly domains: Readonly<Record<'participation' | 'trust', string>>;
    readonly beforeAfter: (baseline: string, endline: string) => string;
    readonly domainHead: readonly [name: string, levels: string, change: string];
    readonly planeTitle: string;
    readonly forestTitle: string;
    readonly whoTitle: string;
    readonly flowHead: readonly [group: string, baseline: string, endline: string, linked: string, silence: string];
    readonly silence: (baseline: string, endline: string) => string;
    readonly howTitle: string;
    readonly settings: (facts: {
      readonly instrument: string;
      readonly weights: string;
      readonly relevance: string;
      readonly minimumCell: string;
      readonly software: string;
    }) => string;
    readonly equalWeights: string;
    readonly weight: (scale: string, percent: string) => string;
    readonly limitsTitle: string;
    readonly limits: string;
    readonly openTitle: string;
    /** `until` is a written-out day, or "" when the wave has no last day. */
    readonly open: (wave: string, until: string) => string;
    readonly before: (wave: string, from: string) => string;
    readonly noneTitle: string;
    readonly none: string;
    readonly setAside: (count: string) => string;
  };
}
