import type { Answers } from '../response/types.js';
import type { ScoredItem } from './answer.js';

/** Codes of an answer that is no option of its item: the item was never reached, 不清楚, 不想说. */
export const ABSENT = -1;
export const DONT_KNOW = -2;
export const NOT_SAID = -3;

/** One sheet's answers to the scored items of an instrument, read once; positions are the `at` of the items. */
export interface AnswerRow {
  /** The answer where it is a number, even one that is not on the scale; NaN otherwise. */
  readonly raw: Float64Array;
  /**
   * The answer as distance from the end that means least of the construct: x - min, or max - x for a reverse-keyed item (method.md §3.1,
   * x' = 6 - x). NaN for dk, pns, an item never reached, and a value that is not on the scale.
   */
  readonly coded: Float64Array;
  /** The place of the answer among the options of its item, or one of the codes above; a value that is no option counts as absent. */
  readonly codes: Int8Array;
  /** Scored items that were answered in any way, and those among them answered "prefer not to say". */
  present: number;
  silent: number;
  /** Answers of all kinds, to all items. */
  answers: number;
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
    codes: new Int8Array(items.length),
    present: 0,
    silent: 0,
    answers: 0,
  };
  const { raw, coded, codes } = row;
  const min = Float64Array.from(items, (item) => item.min);
  const max = Float64Array.from(items, (item) => item.max);
  const reversed = Uint8Array.from(items, (item) => (item.reversed ? 1 : 0));
  const codeOf = items.map(codeTable);
  const places = new Map(items.map((item) => [item.id, item.at]));
  const turns: string[] = [];
  const placeOfTurn: number[] = [];
  return (answers) => {
    raw.fill(NaN);
    coded.fill(NaN);
    codes.fill(ABSENT);
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
        if (answer === 'pns') {
          silent++;
          codes[at] = NOT_SAID;
        } else if (answer === 'dk') codes[at] = DONT_KNOW;
        continue;
      }
      raw[at] = answer;
      const [least, most] = [min[at] as number, max[at] as number];
      if (!(answer >= least && answer <= most)) continue;
      coded[at] = reversed[at] === 1 ? most - answer : answer - least;
      codes[at] = (codeOf[at] as CodeTable)[answer - least] ?? ABSENT;
    }
    row.present = present;
    row.silent = silent;
    row.answers = turn;
    return row;
  };
}

/** Places of the options by their distance from the least one. */
type CodeTable = Readonly<Record<number, number>>;

function codeTable({ options, min, max }: ScoredItem): CodeTable {
  const whole = options.every((value) => Number.isInteger(value - min));
  // An array where options are whole steps apart, which is always quicker than names.
  const table: Record<number, number> = whole ? new Array<number>(max - min + 1).fill(ABSENT) : {};
  options.forEach((value, code) => (table[value - min] = code));
  return table;
}
