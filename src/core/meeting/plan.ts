import { isHidden, type Results } from '../change/types.js';
import { latest } from '../ledger/days.js';
import { suggestionsResult } from '../ledger/suggestions.js';
import type { Entry, SuggestionEntry } from '../ledger/types.js';
import type { Side } from './guess.js';

/** The charts that the meeting looks at together. */
export type MeetingChart = 'plane' | 'forest' | 'slope' | 'gap' | 'loop';

/** The steps of the meeting plan (method.md §5); 0 before the first, 6 after the last. */
export type MeetingStep = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** One page on the wall. */
export type MeetingSlide = { readonly step: MeetingStep } & (
  | { readonly kind: 'title' | 'guess' | 'reveal' | 'finding' | 'weights' | 'why' | 'commitments' | 'closing' }
  | {
      readonly kind: 'chart';
      readonly chart: MeetingChart;
      readonly group?: Side;
      /** Drawn one below the other; absent: the chart as a whole. */
      readonly constructs?: readonly string[];
    }
  /** No list of suggestions came with the results. */
  | { readonly kind: 'no-list' }
  | { readonly kind: 'declined'; readonly suggestion: SuggestionEntry; readonly at: number; readonly of: number }
);

const SIDES: readonly Side[] = ['resident', 'official'];

/** Things that fit below each other on one page. */
const AT_ONCE = 2;

/**
 * The pages of an evaluation meeting in their order: guess first, plane and forest, gaps and "why", the closed-loop list with every
 * suggestion that was not taken up, the next steps, and what the figures cannot show (method.md §5). Nothing measured comes before the guess.
 */
export function meetingPlan(results: Results, entries: readonly Entry[] = []): readonly MeetingSlide[] {
  const sides = SIDES.filter((side) => results.groups[side]);
  const declined = declinedOf(results, entries);
  const hasLoop = results.ledger?.suggestions !== undefined && !isHidden(results.ledger.suggestions);
  const gaps = Object.keys(results.gaps);
  return [
    { step: 0, kind: 'title' },
    { step: 1, kind: 'guess' },
    { step: 1, kind: 'reveal' },
    { step: 2, kind: 'finding' },
    // The plane and the forest are made of the six scales, which an instrument of a site's own has not.
    ...(results.labels
      ? sides.map((group): MeetingSlide => ({ step: 2, kind: 'chart', chart: 'slope', group }))
      : [
          { step: 2, kind: 'chart', chart: 'plane' } as const,
          ...sides.map((group): MeetingSlide => ({ step: 2, kind: 'chart', chart: 'forest', group })),
        ]),
    { step: 2, kind: 'weights' },
    ...inGroups(gaps, AT_ONCE).map((constructs): MeetingSlide => ({
      step: 3,
      kind: 'chart',
      chart: 'gap',
      constructs,
    })),
    // Trust is each side's in the other: never subtracted, so a page of its own.
    ...(results.labels ? [] : [{ step: 3, kind: 'chart', chart: 'gap', constructs: ['TR'] } as const]),
    { step: 3, kind: 'why' },
    ...(hasLoop ? [{ step: 4, kind: 'chart', chart: 'loop' } as const] : []),
    ...declined.map((suggestion, at): MeetingSlide => ({
      step: 4,
      kind: 'declined',
      suggestion,
      at,
      of: declined.length,
    })),
    ...(hasLoop || declined.length > 0 ? [] : [{ step: 4, kind: 'no-list' } as const]),
    { step: 5, kind: 'commitments' },
    { step: 6, kind: 'closing' },
  ];
}

/** The suggestions of this study that were declined or put off, the oldest first. */
function declinedOf(results: Results, entries: readonly Entry[]): readonly SuggestionEntry[] {
  return suggestionsOf(results, entries)
    .filter(({ status }) => status === 'declined' || status === 'deferred')
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
}

function suggestionsOf(results: Results, entries: readonly Entry[]): SuggestionEntry[] {
  return entries.filter(
    (entry): entry is SuggestionEntry => entry.kind === 'suggestion' && entry.study === results.study.id,
  );
}

/**
 * The results with the counts of the suggestions in `entries`, read on the latest day on which any of them moved, where the document has
 * none of its own. The document's own figures are never replaced.
 */
export function withSuggestions(results: Results, entries: readonly Entry[] = []): Results {
  if (results.ledger?.suggestions !== undefined) return results;
  const suggestions = suggestionsOf(results, entries);
  const asOf = latest(suggestions.flatMap(({ date, reportedBackOn, doneOn }) => [date, reportedBackOn, doneOn]));
  if (asOf === undefined) return results;
  return { ...results, ledger: { ...results.ledger, asOf, suggestions: suggestionsResult(suggestions, asOf) } };
}

function inGroups<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
