import type { Why } from '../core/change/types.js';
import type { Group, Locale } from '../core/text.js';

/** The words inside exported files. */
export interface ExportWords {
  readonly locale: Locale;
  readonly groups: Readonly<Record<Group, string>>;
  readonly sheets: Readonly<
    Record<'about' | 'responses' | 'openTexts' | 'codebook' | 'results' | 'figures' | 'ledger', string>
  >;
  readonly synthetic: string;
  /** In place of the office documents, where their writers could not be loaded. */
  readonly officeMissing: string;
  readonly settings: (facts: {
    readonly study: string;
    readonly instrument: string;
    readonly waves: string;
    readonly weights: string;
    readonly voice: string;
    readonly relevance: string;
    readonly minimumCell: string;
    readonly seed: string;
    readonly resamples: string;
    readonly changed: string;
    readonly software: string;
  }) => string;
  readonly equalWeights: string;
  readonly noWeights: string;
  readonly nothingChanged: string;
  /** Joins names. */
  readonly comma: string;
  readonly about: {
    readonly what: string;
    readonly title: string;
    readonly settings: string;
    readonly data: string;
    readonly sheets: string;
    readonly hidden: string;
    readonly hiddenText: string;
    readonly personLevel: string;
    readonly personLevelText: string;
  };
  readonly personNotes: {
    readonly leftOut: (group: string, wave: string, count: number, k: number) => string;
    readonly placesLeftOut: (group: string) => string;
    readonly rare: (count: number) => string;
    readonly officials: (count: number) => string;
    readonly textsLeftOut: (count: number, k: number) => string;
  };
  readonly variables: Readonly<
    Record<
      'person' | 'group' | 'wave' | 'community' | 'form' | 'mode' | 'locale' | 'week' | 'minutes' | 'index',
      string
    >
  >;
  readonly score: (name: string) => string;
  readonly missing: Readonly<Record<'dk' | 'pns', string>>;
  readonly blank: string;
  /** Names of scores that no construct of an instrument has. */
  readonly names: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly reversed: string;
  readonly why: Readonly<Record<Why, string>>;
}
