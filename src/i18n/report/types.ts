import type { Locale } from '../../core/text.js';

/** Texts of `<canyu-report>` beside those of the report itself, which are in core. */
export interface ReportMessages {
  readonly locale: Locale;
  readonly print: string;
  /** Beside the button. */
  readonly handoutHint: string;
  readonly fullHint: string;
  /** The file of the material could not be fetched or read. */
  readonly noMaterial: string;
  /** Parts of the material are not as they should be. */
  readonly leftOut: (count: number) => string;
  readonly missingChart: string;
  /** Heads of the figures of the handout. */
  readonly figures: {
    readonly what: string;
    readonly who: string;
    readonly when: string;
    readonly picture: string;
    readonly change: string;
    readonly gap: string;
    readonly band: (points: string) => string;
    readonly holm: string;
    readonly reversed: string;
    readonly gapKey: string;
    readonly trust: Readonly<Record<'resident' | 'official', string>>;
    readonly rung: string;
    readonly line: string;
    readonly lineShare: string;
    readonly ladderKey: string;
    readonly nothing: string;
    readonly notAsked: string;
  };
  readonly contents: string;
  readonly asChart: Readonly<
    Record<
      | 'plane'
      | 'forest'
      | 'estimation'
      | 'slope'
      | 'gap'
      | 'likert'
      | 'ladder'
      | 'contributions'
      | 'loop'
      | 'timeline'
      | 'flow'
      | 'context',
      string
    >
  >;
  /** `page` and `pages` are put in by the browser. */
  readonly pages: readonly [before: string, between: string, after: string];
}
