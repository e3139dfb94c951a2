/** A stream of pseudo-random numbers. */
export interface Random {
  /** The next 32 bits, as an unsigned integer. */
  next(): number;
  /** The next number in (0, 1): never 0, never 1; 32 bits. */
  uniform(): number;
  /** An integer in 0 … n - 1, for n far below 2³²: the bias is at most n/2³². */
  below(n: number): number;
}

/**
 * xoshiro128** 1.1 (Blackman & Vigna 2021), seeded from `seed` by splitmix32. `stream` names an independent stream of the same
 * seed (e.g. a group), so that what one group draws does not depend on which others there are. `start` gives the four words
 * of the state instead. method.md §3.9.
 */
export function createRandom(seed: number, stream = '', start?: readonly [number, number, number, number]): Random {
  // FNV-1a of seed and stream.
  let state = 0x811c9dc5;
  for (const character of `${seed}|${stream}`) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  const splitmix = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  let [a, b, c, d] = start ?? [splitmix(), splitmix(), splitmix(), splitmix()];
  const rotate = (x: number, k: number): number => (x << k) | (x >>> (32 - k));
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return result;
  };
  return {
    next,
    uniform: () => (next() + 0.5) / 4294967296,
    below: (n) => ((next() / 4294967296) * n) >>> 0,
  };
}
