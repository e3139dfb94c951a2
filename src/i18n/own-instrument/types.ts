import type { Locale } from '../../core/text.js';

/** Texts of the card of a study with an instrument of its own. */
export interface OwnInstrumentMessages {
  readonly locale: Locale;
  /** Why there is no index. */
  readonly noIndex: string;
  /** Heading of one group's figures. */
  readonly title: (group: string) => string;
  readonly head: readonly [name: string, levels: string, change: string];
  readonly settings: (facts: {
    readonly instrument: string;
    readonly minimumCell: string;
    readonly software: string;
  }) => string;
  readonly limits: string;
}
