import { DONT_KNOW, NOT_SAID } from '../scoring/answer-row.js';
import type { ScoredItem } from '../scoring/answer.js';
import type { WaveName } from './columns.js';

/** All answers of a group to the items that are scored, as small integers: what items and quality are counted from. */
export interface ItemTable {
  readonly items: readonly ScoredItem[];
  /** Number of sheets of a wave. */
  readonly sheets: Readonly<Record<WaveName, number>>;
  /** By wave and item: for every sheet the place of its answer among the options, or a code of one that is none (`AnswerRow`). */
  readonly cells: Readonly<Record<WaveName, readonly Int8Array[]>>;
}

/** The answers of a wave to an item: how many chose each option, and how many gave none. */
export interface ItemCounts {
  /** Answers that are options. */
  readonly n: number;
  readonly counts: readonly number[];
  readonly dontKnow: number;
  readonly notSaid: number;
}

/** Counts one item at one wave. */
export function countItem({ items, cells }: ItemTable, at: number, wave: WaveName): ItemCounts {
  const counts = (items[at] as ScoredItem).options.map(() => 0);
  const column = cells[wave][at] as Int8Array;
  let dontKnow = 0;
  let notSaid = 0;
  let n = 0;
  for (let i = 0; i < column.length; i++) {
    const code = column[i] as number;
    if (code >= 0) {
      counts[code]!++;
      n++;
    } else if (code === DONT_KNOW) dontKnow++;
    else if (code === NOT_SAID) notSaid++;
  }
  return { n, counts, dontKnow, notSaid };
}
