import { isHidden, type IndexResult, type Shown } from './types.js';

/** The limits that a verdict goes by, and how many communities they allow for. */
export interface IndexInterval {
  readonly low: Shown;
  readonly high: Shown;
  /** There when the interval is widened for differences between so many communities. */
  readonly communities?: number;
}

/**
 * The interval from which the verdict on a group's index is taken: the one of the change (method.md §3.7), or, where the answers
 * come from several communities, the one widened for the differences between them (results-paths rule 18). Undefined where
 * the change is hidden. What is shown beside a verdict should be this one: two intervals for one number only confuse.
 */
export function indexInterval(index: IndexResult): IndexInterval | undefined {
  if (isHidden(index.change)) return undefined;
  const { communities, low, high } = (index['clusters'] ?? {}) as Partial<Record<string, Shown>>;
  return typeof communities === 'number' && typeof low === 'number' && typeof high === 'number'
    ? { low, high, communities }
    : { low: index.change.low, high: index.change.high };
}
