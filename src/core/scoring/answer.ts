import type { Instrument, Item } from '../instrument/types.js';
import type { Answers } from '../response/types.js';

/** An item as scoring sees it: where its answers begin and end, and which way it is keyed. */
export interface ScoredItem {
  readonly id: string;
  readonly min: number;
  readonly max: number;
  readonly reversed: boolean;
  readonly short: boolean;
}

/** Bounds of the kinds whose scale is not in the instrument (instrument types). */
const BOUNDS = { rating: [1, 5], frequency: [0, 4], ladder: [0, 6] } as const;

/** An item of a kind that is scored, with the bounds of its scale; null for text and choice. */
export function scoredItem(instrument: Instrument, item: Item): ScoredItem | null {
  if (item.kind === 'text' || item.kind === 'choice') return null;
  const values = (item.scale ? instrument.scales[item.scale]?.points : undefined)?.map((point) => point.value) ?? [];
  const [least, most] = BOUNDS[item.kind];
  return {
    id: item.id,
    min: values.length ? Math.min(...values) : least,
    max: values.length ? Math.max(...values) : most,
    reversed: item.key === -1,
    short: item.short === true,
  };
}

/**
 * The answer as distance from the end that means least of the construct: x - min, or max - x for a reverse-keyed item (method.md §3.1,
 * x' = 6 - x). NaN for dk, pns, an item never reached, and a value that is not on the scale.
 */
export function codedAnswer(item: ScoredItem, answers: Answers): number {
  const value = answers[item.id];
  if (typeof value !== 'number' || !(value >= item.min && value <= item.max)) return NaN;
  return item.reversed ? item.max - value : value - item.min;
}
