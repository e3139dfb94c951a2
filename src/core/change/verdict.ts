import type { Verdict } from './types.js';

/**
 * What the 95 % interval of an index says, given the relevance line δ in points; the first rule that holds (method.md §3.21).
 */
export function verdictOf(low: number, high: number, relevance: number): Verdict {
  if (low > relevance) return 'clear-improvement';
  if (high < -relevance) return 'clear-decline';
  if (-relevance < low && high < relevance) return 'no-relevant-change';
  if (low > 0) return 'improvement-uncertain';
  if (high < 0) return 'decline-uncertain';
  return 'undecided';
}
