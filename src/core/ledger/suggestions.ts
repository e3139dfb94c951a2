import { notComputable } from '../change/disclosure.js';
import type { Hidden, Rate } from '../change/types.js';
import { isUndefined } from '../stats/why.js';
import { wilson } from '../stats/wilson.js';
import { daysBetween } from './days.js';
import type { SuggestionsResult } from './result.js';
import type { SuggestionEntry } from './types.js';

/** Residents hear back within a month (method.md OS). */
const REPORT_BACK_DAYS = 31;
/** Below this many suggestions there are counts only (method.md §3.19). */
const FEWEST = 5;

/** What became of the suggestions, as of a day (method.md §3.19). */
export function suggestionsResult(suggestions: readonly SuggestionEntry[], asOf: string): SuggestionsResult {
  const byStatus = { raised: 0, adopted: 0, partly: 0, declined: 0, deferred: 0 };
  for (const { status } of suggestions) byStatus[status]++;
  const answered = suggestions.filter(({ status }) => status !== 'raised');
  const adopted = answered.filter(isAdopted);
  const refused = answered.filter((suggestion) => !isAdopted(suggestion));
  return {
    raised: suggestions.length,
    answered: ledgerRate(answered.length, suggestions.length),
    adopted: ledgerRate(adopted.length, answered.length),
    explained: ledgerRate(refused.filter(hasReason).length, refused.length),
    reportedBack: ledgerRate(answered.filter(isReportedInTime).length, answered.length),
    done: ledgerRate(adopted.filter(isDone).length, adopted.length),
    closedLoop: ledgerRate(answered.filter((suggestion) => isClosed(suggestion, asOf)).length, suggestions.length),
    byStatus,
  };
}

/** A rate of things, not of people: nothing to protect, but too few to say how sure. */
export function ledgerRate(count: number, n: number): Rate | Hidden {
  const share = wilson(count, n);
  if (isUndefined(share)) return notComputable(share.why);
  if (n >= FEWEST) return { ...share, count, n };
  const few = notComputable('n<5');
  return { estimate: few, low: few, high: few, count, n };
}

const isAdopted = ({ status }: SuggestionEntry): boolean => status === 'adopted' || status === 'partly';
const isDone = ({ doneOn }: SuggestionEntry): boolean => doneOn !== undefined;
const hasReason = ({ reason }: SuggestionEntry): boolean => reason !== undefined && reason.trim() !== '';

function isReportedInTime({ date, reportedBackOn }: SuggestionEntry): boolean {
  return reportedBackOn !== undefined && daysBetween(date, reportedBackOn) <= REPORT_BACK_DAYS;
}

/** An answered suggestion is closed when its promise is kept or not yet due, or its refusal explained, and residents were told. */
function isClosed(suggestion: SuggestionEntry, asOf: string): boolean {
  if (suggestion.reportedBackOn === undefined) return false;
  if (!isAdopted(suggestion)) return hasReason(suggestion);
  return isDone(suggestion) || (suggestion.due !== undefined && suggestion.due >= asOf);
}
