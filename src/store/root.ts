import { hash, type Tally } from './tally.js';

/** Count and root (see Tally) of a set of keys. */
export const rootOf = (keys: readonly string[]): Pick<Tally, 'count' | 'root'> => ({
  count: keys.length,
  root: keys.reduce((root, key) => root ^ hash(key), 0),
});
