import type { Answers } from '../response/types.js';
import type { ScoredItem } from './answer.js';

/** One sheet's answers to the scored items of an instrument, read once; positions are the `at` of the items. */
export interface AnswerRow {
  /** The answer where it is a number, even one that is not on the scale; NaN otherwise. */
  readonly raw: Float64Array;
  /**
   * The answer as distance from the end that means least of the construct: x - min, or max - x for a reverse-keyed item (method.md §3.1,
   * x' = 6 - x). NaN for dk, pns, an item never reached, and a value that is not on the scale.
   */
  readonly coded: Float64Array;
  /** Items that were answered in any way, and those among them answered "prefer not to say". */
  present: number;
  silent: number;
}

/** Reads sheets into one row, which is the same at every call. `items` are all of `scoredItems`. */
export function createRowReader(items: readonly ScoredItem[]): (answers: Answers) => AnswerRow {
  const row: AnswerRow = {
    raw: new Float64Array(items.length),
    coded: new Float64Array(items.length),
    present: 0,
    silent: 0,
  };
  const { raw, coded } = row;
  return (answers) => {
    let present = 0;
    let silent = 0;
    for (let at = 0; at < items.length; at++) {
      const { id, min, max, reversed } = items[at] as ScoredItem;
      const answer = answers[id];
      if (typeof answer === 'number') {
        present++;
        raw[at] = answer;
        coded[at] = answer >= min && answer <= max ? (reversed ? max - answer : answer - min) : NaN;
        continue;
      }
      raw[at] = coded[at] = NaN;
      if (answer === undefined) continue;
      present++;
      if (answer === 'pns') silent++;
    }
    row.present = present;
    row.silent = silent;
    return row;
  };
}
