import type { Instrument, Item } from '../instrument/types.js';

/** An item as scoring sees it: where its answers begin and end, and which way it is keyed. */
export interface ScoredItem {
  readonly id: string;
  /** Its place among the scored items of the instrument. */
  readonly at: number;
  readonly min: number;
  readonly max: number;
  readonly reversed: boolean;
  readonly short: boolean;
}

/** Bounds of the kinds whose scale is not in the instrument (instrument types). */
const BOUNDS = { rating: [1, 5], frequency: [0, 4], ladder: [0, 6] } as const;

/** All items of the kinds that are scored (not text and choice), with the bounds of their scales, in the order of the instrument. */
export function scoredItems(instrument: Instrument): readonly ScoredItem[] {
  const items: ScoredItem[] = [];
  for (const item of instrument.items) {
    if (item.kind !== 'text' && item.kind !== 'choice')
      items.push(scoredItem(instrument, item, item.kind, items.length));
  }
  return items;
}

function scoredItem(instrument: Instrument, item: Item, kind: keyof typeof BOUNDS, at: number): ScoredItem {
  const values = (item.scale ? instrument.scales[item.scale]?.points : undefined)?.map((point) => point.value) ?? [];
  const [least, most] = BOUNDS[kind];
  return {
    id: item.id,
    at,
    min: values.length ? Math.min(...values) : least,
    max: values.length ? Math.max(...values) : most,
    reversed: item.key === -1,
    short: item.short === true,
  };
}
