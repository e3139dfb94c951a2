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

/**
 * Reads sheets into one row, which is the same at every call. `items` are all of `scoredItems`. Goes through the answers that are there
 * rather than through the items: sheets hold their answers in the order in which they were asked, so that the place of an item is mostly that
 * of the same turn in the sheet before.
 */
export function createRowReader(items: readonly ScoredItem[]): (answers: Answers) => AnswerRow {
  const row: AnswerRow = {
    raw: new Float64Array(items.length),
    coded: new Float64Array(items.length),
    present: 0,
    silent: 0,
  };
  const { raw, coded } = row;
  const min = Float64Array.from(items, (item) => item.min);
  const max = Float64Array.from(items, (item) => item.max);
  const reversed = Uint8Array.from(items, (item) => (item.reversed ? 1 : 0));
  const places = new Map(items.map((item) => [item.id, item.at]));
  const turns: string[] = [];
  const placeOfTurn: number[] = [];
  return (answers) => {
    raw.fill(NaN);
    coded.fill(NaN);
    let present = 0;
    let silent = 0;
    let turn = 0;
    for (const id in answers) {
      if (turns[turn] !== id) {
        turns[turn] = id;
        placeOfTurn[turn] = places.get(id) ?? -1;
      }
      const at = placeOfTurn[turn++] as number;
      const answer = answers[id];
      if (at < 0 || answer === undefined) continue;
      present++;
      if (typeof answer !== 'number') {
        if (answer === 'pns') silent++;
        continue;
      }
      raw[at] = answer;
      const [least, most] = [min[at] as number, max[at] as number];
      if (answer >= least && answer <= most) coded[at] = reversed[at] === 1 ? most - answer : answer - least;
    }
    row.present = present;
    row.silent = silent;
    return row;
  };
}
