/** Characters from the end of a text that make its hash. */
const CHARACTERS = 8;

/**
 * A cheap number from 1 to 2³² - 1 for an id or a token: made from the last characters, which are random in both. Where they are not, equal
 * numbers are more frequent and nothing else changes: whoever uses it compares the texts themselves.
 */
export function cheapHash(text: string): number {
  let hash = text.length;
  for (let i = Math.max(0, text.length - CHARACTERS); i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0 || 1;
}

/** Numbers for texts, in the order in which they are met: equal texts have one number. */
export interface Numbering {
  /** The number of the text at `at`, whose cheap hash is `hash`. */
  numberOf(hash: number, at: number): number;
  /** How many numbers were given. */
  size(): number;
}

/** Places in the table for each text. */
const ROOM = 4;

/**
 * Numbers up to `most` texts, which `textAt` finds by position. A Map of a hundred thousand ids or tokens costs more than reading them from
 * JSON did; so a table with one text to a place stands before it, and only texts that find their place taken by another go into the Map.
 * Texts are compared where their hashes are equal and nowhere else, because to fetch them from memory is what costs most.
 */
export function createNumbering(most: number, textAt: (at: number) => string): Numbering {
  let size = 256;
  while (size < ROOM * most) size *= 2;
  const mask = size - 1;
  // 0 for a free place, else a number and 1.
  const places = new Uint32Array(size);
  const hashes = new Uint32Array(most);
  const firstAt = new Uint32Array(most);
  const others = new Map<string, number>();
  let next = 0;
  return {
    numberOf(hash, at) {
      const taken = places[hash & mask] as number;
      if (taken === 0) {
        hashes[next] = hash;
        firstAt[next] = at;
        places[hash & mask] = next + 1;
        return next++;
      }
      if (hashes[taken - 1] === hash && textAt(firstAt[taken - 1] as number) === textAt(at)) return taken - 1;
      const text = textAt(at);
      let number = others.get(text);
      if (number === undefined) others.set(text, (number = next++));
      return number;
    },
    size: () => next,
  };
}
