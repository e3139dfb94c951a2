import type { Instrument, Item } from '../instrument/types.js';

/** An item as scoring sees it: which answers it can have, and which way it is keyed. */
export interface ScoredItem {
  readonly id: string;
  /** Its place among the scored items of the instrument. */
  readonly at: number;
  readonly min: number;
  readonly max: number;
  readonly reversed: boolean;
  /** The values its answers can have, rising. */
  readonly options: readonly number[];
  readonly short: boolean;
}

/** Bounds of the kinds whose scale is not in the instrument (instrument types). */
const BOUNDS = { rating: [1, 5], frequency: [0, 4], ladder: [0, 6] } as const;

/** All items of the kinds that are scored (not text, choice and note), with the bounds of their scales, in the order of the instrument. */
export function scoredItems(instrument: Instrument): readonly ScoredItem[] {
  const items: ScoredItem[] = [];
  for (const item of instrument.items) {
    if (item.kind in BOUNDS) items.push(scoredItem(instrument, item, item.kind as keyof typeof BOUNDS, items.length));
  }
  return items;
}

function scoredItem(instrument: Instrument, item: Item, kind: keyof typeof BOUNDS, at: number): ScoredItem {
  const values = (item.scale ? instrument.scales[item.scale]?.points : undefined)?.map((point) => point.value) ?? [];
  const [least, most] = BOUNDS[kind];
  const options = values.length
    ? [...new Set(values)].sort((a, b) => a - b)
    : Array.from({ length: most - least + 1 }, (_, i) => least + i);
  return {
    id: item.id,
    at,
    min: options[0] as number,
    max: options[options.length - 1] as number,
    reversed: item.key === -1,
    options,
    short: item.short === true,
  };
}
