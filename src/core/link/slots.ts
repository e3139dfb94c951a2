/** Characters from the end of a text that make its hash. */
const CHARACTERS = 8;

/**
 * A cheap number from 1 to 2³² - 1 for an id or a token: made from the last characters, which are random in both. Where they are not, equal
 * numbers are more frequent and nothing else changes: who uses it compares the texts themselves.
 */
export function cheapHash(text: string): number {
  let hash = text.length;
  for (let i = Math.max(0, text.length - CHARACTERS); i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0 || 1;
}

/** A table that tells, of many hashes, which may occur more than once. */
export interface Slots {
  add(hash: number): void;
  /** False: no other hash that was added equals this one. True: perhaps. */
  shared(hash: number): boolean;
}

/** Slots per hash: three in a hundred share theirs by chance. */
const ROOM = 32;

/**
 * An empty table for about `expected` hashes. Ids and tokens hardly ever have an equal, and a Map of a hundred thousand of them costs more
 * than reading them from JSON did; with this only the few that share a slot go into a Map.
 */
export function createSlots(expected: number): Slots {
  let size = 1024;
  while (size < ROOM * expected) size *= 2;
  const counts = new Uint8Array(size);
  const mask = size - 1;
  return {
    add(hash) {
      if ((counts[hash & mask] as number) < 2) counts[hash & mask]!++;
    },
    shared: (hash) => (counts[hash & mask] as number) > 1,
  };
}
