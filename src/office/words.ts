import type { Locale } from '../core/text.js';
import { words as en } from './words.en.js';
import { words as zhHans } from './words.zh-Hans.js';

/** A page of the deck: its heading, and what the one who presents it should know. */
export interface PageWords {
  readonly title: string;
  readonly say: string;
}

/** Words of the deck and of the report that stand nowhere else. */
export interface OfficeWords {
  readonly locale: Locale;
  /** A font that every machine of the readers has. */
  readonly font: string;
  readonly comma: string;
  readonly deck: Readonly<
    Record<
      'title' | 'guess' | 'plane' | 'forest' | 'gap' | 'ladder' | 'answers' | 'quotes' | 'loop' | 'next' | 'around',
      PageWords
    >
  >;
  readonly subtitle: (baseline: string, endline: string) => string;
  readonly whoAnswered: string;
  readonly guess: {
    readonly how: readonly string[];
    readonly head: readonly [scale: string, resident: string, official: string];
    readonly ladder: string;
  };
  readonly change: string;
  readonly before: string;
  readonly after: string;
  readonly points: string;
  readonly perCent: string;
  readonly less: string;
  readonly noBar: string;
  readonly whyTitle: string;
  readonly why: readonly string[];
  readonly declinedTitle: string;
  readonly declinedHead: readonly [suggestion: string, status: string, reason: string];
  readonly status: Readonly<Record<'declined' | 'deferred', string>>;
  readonly noReason: string;
  readonly noDeclined: string;
  /** The document has counts of the suggestions, not their texts. */
  readonly textsElsewhere: string;
  /** The document has no suggestions at all. */
  readonly noRecord: string;
  readonly more: (count: number) => string;
  readonly quote: (said: { readonly from: string; readonly text: string }) => string;
  readonly stepsTitle: string;
  readonly nextHow: string;
  readonly nextHead: readonly [what: string, who: string, due: string];
  readonly eventsTitle: string;
  readonly noEvents: string;
  readonly contextTitle: string;
  readonly limitsTitle: string;
  readonly limits: readonly string[];
  readonly methodTitle: string;
  readonly footer: (study: string, instrument: string, software: string) => string;
  readonly report: {
    readonly title: string;
    readonly finding: string;
    readonly figures: string;
    readonly figureTitles: Readonly<Record<string, string>>;
    readonly record: string;
    readonly answers: string;
    readonly constructs: string;
    readonly who: string;
    readonly quality: string;
    readonly sensitivity: string;
    readonly page: (text: string) => string;
  };
}

/** The words of `locale`. */
export const officeWords = (locale: Locale): OfficeWords => (locale === 'en' ? en : zhHans);
