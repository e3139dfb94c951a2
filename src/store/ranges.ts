import { draftKey, part, type Cell } from './keys.js';

/** Where a key places its response. */
export interface PlacedKey extends Cell {
  readonly id: string;
}

/** The parts of a response's key. */
export function placeOf(key: string): PlacedKey {
  const [study = '', wave = '', group = '', id = ''] = key.split('/').map(decodeURIComponent);
  return { study, wave, group, id };
}

/** The keys of a study, of one of its cells, or all keys; behind `prefix`, if there is one. */
export function rangeOf(of: string | Cell | undefined, prefix = ''): IDBKeyRange {
  if (of === undefined) return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const start = prefix + (typeof of === 'string' ? part(of) : draftKey(of));
  // "0" follows "/" in the order of keys.
  return IDBKeyRange.bound(`${start}/`, `${start}0`, false, true);
}

/** What follows `key` in `range`. */
export const after = (key: string, range: IDBKeyRange): IDBKeyRange =>
  IDBKeyRange.bound(key, range.upper, true, range.upperOpen);
