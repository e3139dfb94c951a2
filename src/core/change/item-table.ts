import type { Instrument } from '../instrument/types.js';
import { scoredItems, type ScoredItem } from '../scoring/answer.js';
import { WAVES, type WaveName } from './columns.js';
import type { GroupSheets } from './sheets.js';

/** Codes of a cell that is not an option: the item was never reached, 不清楚, 不想说. */
export const ABSENT = -1;
export const DONT_KNOW = -2;
export const NOT_SAID = -3;

/** An item and the values its answers can have, rising. */
export interface TableItem extends ScoredItem {
  readonly options: readonly number[];
}

/** All answers of a group to the items that are scored, as small integers: what items and quality are counted from. */
export interface ItemTable {
  readonly items: readonly TableItem[];
  /** Number of sheets of a wave. */
  readonly sheets: Readonly<Record<WaveName, number>>;
  /** By wave and item: for every sheet the place of its answer among the options, or one of the codes above. */
  readonly cells: Readonly<Record<WaveName, readonly Int8Array[]>>;
}

const SLICE = 1000;

/** Reads the answers of a group. A value that is no option of its item counts as absent. */
export function* readItems(instrument: Instrument, sheets: GroupSheets): Generator<void, ItemTable> {
  const items = scoredItems(instrument).map((item): TableItem => ({ ...item, options: optionsOf(instrument, item) }));
  const places = new Map(items.map((item) => [item.id, item.at]));
  const codes = items.map(({ options }) => new Map(options.map((value, code) => [value, code])));
  const cells = { baseline: [] as Int8Array[], endline: [] as Int8Array[] };
  for (const wave of WAVES) {
    const people = sheets[wave].length;
    const columns = items.map(() => new Int8Array(people).fill(ABSENT));
    for (let i = 0; i < people; i++) {
      const answers = sheets[wave][i]?.answers ?? {};
      for (const id in answers) {
        const at = places.get(id);
        if (at === undefined) continue;
        const answer = answers[id];
        const code =
          typeof answer === 'number'
            ? (codes[at]?.get(answer) ?? ABSENT)
            : answer === 'pns'
              ? NOT_SAID
              : answer === 'dk'
                ? DONT_KNOW
                : ABSENT;
        (columns[at] as Int8Array)[i] = code;
      }
      if (i % SLICE === SLICE - 1) yield;
    }
    cells[wave] = columns;
    yield;
  }
  return { items, sheets: { baseline: sheets.baseline.length, endline: sheets.endline.length }, cells };
}

/** The values of an item's scale; whole numbers between its bounds where the instrument has no scale for it. */
function optionsOf(instrument: Instrument, { id, min, max }: ScoredItem): readonly number[] {
  const scale = instrument.items.find((item) => item.id === id)?.scale;
  const points = scale === undefined ? undefined : instrument.scales[scale]?.points;
  if (points && points.length > 0) return [...new Set(points.map(({ value }) => value))].sort((a, b) => a - b);
  return Array.from({ length: max - min + 1 }, (_, i) => min + i);
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
  const counts = (items[at] as TableItem).options.map(() => 0);
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
