import type { Locale } from '../../core/text.js';

/** The two sides of the meeting. */
type Side = 'resident' | 'official';

/** Texts of the pages on the wall. What the host says aloud; numbers arrive formatted. */
export interface ProjectorMessages {
  readonly locale: Locale;
  readonly synthetic: string;
  /** Names of the steps 1–5 of the meeting plan. */
  readonly steps: readonly [string, string, string, string, string];
  readonly sides: Readonly<Record<Side, string>>;
  readonly comma: string;
  readonly interval: (low: string, high: string) => string;
  /** The page as it is announced: its place and its heading. */
  readonly announce: (at: string, of: string, heading: string) => string;
  readonly slide: string;
  readonly slides: string;

  readonly bar: {
    readonly label: string;
    readonly back: string;
    readonly next: string;
    readonly place: (at: string, of: string) => string;
    readonly steps: string;
    readonly table: string;
    readonly picture: string;
    readonly full: string;
    readonly small: string;
    readonly black: string;
    readonly help: string;
  };
  readonly blackNote: string;
  readonly help: {
    readonly title: string;
    /** What is pressed, and what it does. */
    readonly keys: readonly (readonly [string, string])[];
    readonly close: string;
  };

  readonly title: {
    readonly kicker: string;
    readonly days: (wave: 'baseline' | 'endline', from: string, to: string) => string;
    /** Sheets of a side at the two waves, and people with both. */
    readonly flow: (side: string, baseline: string, endline: string, linked: string) => string;
    /** Sheets of those who were asked. */
    readonly ofAsked: (sheets: string, asked: string) => string;
    readonly start: string;
  };
  readonly open: {
    readonly title: string;
    readonly text: string;
    readonly button: string;
    readonly another: string;
    readonly opened: (name: string) => string;
    readonly unreadable: (name: string) => string;
    readonly rowsLeft: (count: string) => string;
  };
  readonly guess: {
    readonly heading: string;
    readonly scale: string;
    readonly how: string;
    readonly ask: Readonly<Record<Side, string>>;
    readonly label: Readonly<Record<Side, string>>;
    readonly slider: (label: string) => string;
    readonly unit: string;
    readonly invalid: string;
  };
  readonly reveal: {
    readonly heading: string;
    readonly guessed: Readonly<Record<Side, string>>;
    readonly measured: Readonly<Record<Side, string>>;
    readonly points: (value: string) => string;
    readonly noGuess: string;
    readonly apart: (points: string) => string;
    readonly same: string;
    readonly notShown: string;
    readonly ask: string;
  };
  readonly finding: { readonly heading: string; readonly key: string };
  readonly chart: {
    readonly plane: string;
    readonly forest: (side: string) => string;
    readonly slope: (side: string) => string;
    /** Names of what is on the page, and which page of them it is. */
    readonly gap: (names: string, place: string) => string;
    readonly trust: string;
    readonly loop: string;
    readonly failed: string;
    /** How to read the picture, in one line. */
    readonly keys: {
      readonly forest: (points: string) => string;
      /** Added where a change is marked as clear after adjustment. */
      readonly holm: string;
      readonly gap: string;
      readonly trust: string;
      readonly loop: (day: string) => string;
    };
  };
  readonly weights: {
    readonly heading: string;
    readonly part: string;
    readonly weight: string;
    /** A part of which less counts as better. */
    readonly less: (name: string) => string;
    readonly total: string;
    readonly about: (value: string) => string;
    /** Names of the rows below the parts. */
    readonly asPublished: string;
    readonly bounds: string;
    readonly direction: string;
    readonly range: (low: string, high: string) => string;
    readonly withRange: (value: string, range: string) => string;
    readonly robust: string;
    readonly notRobust: string;
    readonly noInterval: string;
    readonly own: string;
    readonly allZero: string;
    readonly reset: string;
    readonly slider: (name: string) => string;
    readonly percent: (value: string) => string;
    readonly notShown: string;
  };
  readonly why: {
    readonly heading: string;
    readonly how: string;
    readonly gap: (name: string, higher: string, lower: string, points: string, low: string, high: string) => string;
    /** What to ask about each scale; `other` for those of an own instrument. */
    readonly ask: Readonly<Record<string, string>> & { readonly other: string };
    /** When no gap stands out. */
    readonly open: readonly string[];
    readonly none: string;
  };
  readonly declined: {
    readonly heading: (at: string, of: string) => string;
    readonly status: Readonly<Record<'declined' | 'deferred', string>>;
    readonly raised: (day: string) => string;
    readonly reason: string;
    readonly noReason: string;
    readonly answered: (day: string) => string;
    readonly notAnswered: string;
  };
  readonly noList: { readonly heading: string; readonly text: string };
  readonly commitments: {
    readonly heading: string;
    readonly lead: string;
    readonly what: string;
    readonly who: string;
    readonly due: string;
    readonly row: (number: string, part: string) => string;
    readonly save: string;
    readonly nothing: string;
    readonly missing: (row: string, parts: string) => string;
    readonly saved: (file: string, count: string) => string;
  };
  readonly closing: {
    readonly heading: string;
    readonly limits: readonly string[];
    readonly thanks: string;
  };
}
