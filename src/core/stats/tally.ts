/*
 * Counting. After it, everything costs cells (distinct values), not people. A cell's order is the order of its value, so no figure
 * depends on the order in which people answered: sums of floats are always taken over the same cells in the same order.
 */

/** Distinct values in rising order and how often each occurs. */
export interface Tally {
  readonly n: number;
  readonly values: Float64Array;
  readonly counts: Float64Array;
}

/** Distinct pairs (first, second) in rising order and how often each occurs. */
export interface PairTally {
  readonly n: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly counts: Float64Array;
}

/** Mean and variance of a tally. `variance` (n - 1 in the denominator) is NaN for n < 2, `mean` for n = 0. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** Values as their places among the distinct values, which are in rising order; -1 for a missing value. */
export interface Ranked {
  readonly values: Float64Array;
  readonly ranks: Int32Array;
}

/** Widest range of integers that is counted in an array of cells instead of being sorted. */
const DENSE = 1 << 16;

/** Ranks values; NaN stands for a missing value. -0 is 0. */
export function rank(values: ArrayLike<number>): Ranked {
  let min = Infinity;
  let max = -Infinity;
  let integers = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value !== value) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    if (integers && !Number.isInteger(value)) integers = false;
  }
  const ranks = new Int32Array(values.length).fill(-1);
  if (max < min) return { values: new Float64Array(0), ranks };
  return integers && max - min < DENSE ? rankIntegers(values, ranks, min, max) : rankNumbers(values, ranks);
}

function rankIntegers(values: ArrayLike<number>, ranks: Int32Array, min: number, max: number): Ranked {
  const places = new Int32Array(max - min + 1);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value === value) places[value - min] = 1;
  }
  let end = 0;
  const distinct = new Float64Array(places.length);
  for (let cell = 0; cell < places.length; cell++) {
    if (places[cell] === 0) continue;
    distinct[end] = cell + min;
    places[cell] = end++;
  }
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value === value) ranks[i] = places[value - min] as number;
  }
  return { values: distinct.slice(0, end), ranks };
}

/** By a hash table of the distinct values: there are far fewer of them than people, so that sorting all would cost most. */
function rankNumbers(values: ArrayLike<number>, ranks: Int32Array): Ranked {
  const table = createNumberTable();
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value === value) ranks[i] = table.place(value);
  }
  const distinct = table.values().sort();
  const rankOf = new Int32Array(distinct.length);
  distinct.forEach((value, place) => (rankOf[table.place(value)] = place));
  for (let i = 0; i < ranks.length; i++) if (ranks[i] !== -1) ranks[i] = rankOf[ranks[i] as number] as number;
  return { values: distinct, ranks };
}

/** Distinct numbers in the order in which they were met, found by open addressing on their bits. */
function createNumberTable(): { place(value: number): number; values(): Float64Array<ArrayBuffer> } {
  let met = new Float64Array(512);
  let slots = new Int32Array(1024).fill(-1);
  let size = 0;
  const double = new Float64Array(1);
  const words = new Uint32Array(double.buffer);
  const slotOf = (value: number): number => {
    double[0] = value;
    const hash = Math.imul((words[0] as number) ^ Math.imul(words[1] as number, 0x85ebca6b), 0x9e3779b1);
    let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    while (slots[slot] !== -1 && met[slots[slot] as number] !== value) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };
  const grow = (): void => {
    const before = met;
    met = new Float64Array(2 * size);
    met.set(before);
    slots = new Int32Array(4 * size).fill(-1);
    for (let place = 0; place < size; place++) slots[slotOf(met[place] as number)] = place;
  };
  return {
    place(given) {
      // `+ 0` turns -0 into 0, so that both are one value.
      const value = given + 0;
      let slot = slotOf(value);
      if (slots[slot] === -1) {
        if (size === met.length) {
          grow();
          slot = slotOf(value);
        }
        met[size] = value;
        slots[slot] = size++;
      }
      return slots[slot] as number;
    },
    values: () => met.slice(0, size),
  };
}

/** Counts values; NaN stands for a missing value and is left out. */
export function tally(values: ArrayLike<number>): Tally {
  return tallyRanks(rank(values));
}

/** Counts ranked values; `leftOut` marks, by position, what is not counted. */
export function tallyRanks({ values, ranks }: Ranked, leftOut?: Uint8Array): Tally {
  const counts = new Float64Array(values.length);
  let n = 0;
  for (let i = 0; i < ranks.length; i++) {
    const place = ranks[i] as number;
    if (place < 0 || (leftOut !== undefined && leftOut[i] !== 0)) continue;
    counts[place]!++;
    n++;
  }
  return occupied(n, values, counts);
}

/** The cells that are not empty. */
function occupied(n: number, values: Float64Array, counts: Float64Array): Tally {
  if (!counts.includes(0)) return { n, values, counts };
  const full = (_: number, cell: number): boolean => counts[cell] !== 0;
  return { n, values: values.filter(full), counts: counts.filter(full) };
}

/** Counts pairs; a pair with a missing (NaN) member is left out. Both arrays have the same length. */
export function tallyPairs(first: ArrayLike<number>, second: ArrayLike<number>): PairTally {
  const [left, right] = [rank(first), rank(second)];
  return tallyRankPairs(left.values, left.ranks, right.values, right.ranks);
}

/** Counts pairs of ranked values: `left[i]` and `right[i]` are the ranks of a pair, -1 for a missing member. */
export function tallyRankPairs(
  first: Float64Array,
  left: Int32Array,
  second: Float64Array,
  right: Int32Array,
): PairTally {
  const width = second.length;
  const pairs = left.length;
  const { cells, counts, n } =
    first.length * width <= Math.max(DENSE, 4 * pairs)
      ? denseCells(left, right, width, first.length * width)
      : sortedCells(left, right, width);
  return {
    n,
    first: cells.map((cell) => first[Math.floor(cell / width)] as number),
    second: cells.map((cell) => second[cell % width] as number),
    counts,
  };
}

interface Cells {
  readonly cells: Float64Array;
  readonly counts: Float64Array;
  readonly n: number;
}

function denseCells(left: Int32Array, right: Int32Array, width: number, size: number): Cells {
  const all = new Uint32Array(size);
  let n = 0;
  for (let i = 0; i < left.length; i++) {
    const row = left[i] as number;
    const column = right[i] as number;
    if (row < 0 || column < 0) continue;
    all[row * width + column]!++;
    n++;
  }
  const cells = new Float64Array(Math.min(n, size));
  const counts = new Float64Array(cells.length);
  let end = 0;
  for (let cell = 0; cell < size; cell++) {
    if (all[cell] === 0) continue;
    cells[end] = cell;
    counts[end++] = all[cell] as number;
  }
  return { cells: cells.slice(0, end), counts: counts.slice(0, end), n };
}

function sortedCells(left: Int32Array, right: Int32Array, width: number): Cells {
  const codes = new Float64Array(left.length);
  let n = 0;
  for (let i = 0; i < left.length; i++) {
    const row = left[i] as number;
    const column = right[i] as number;
    if (row >= 0 && column >= 0) codes[n++] = row * width + column;
  }
  const sorted = codes.subarray(0, n).sort();
  const counts = new Float64Array(n);
  let end = -1;
  for (let i = 0; i < n; i++) {
    const code = sorted[i] as number;
    if (end < 0 || sorted[end] !== code) sorted[++end] = code;
    counts[end]!++;
  }
  return { cells: sorted.slice(0, end + 1), counts: counts.slice(0, end + 1), n };
}

/** The tally of one side of the pairs. */
export function margin(pairs: PairTally, side: 'first' | 'second'): Tally {
  return tallyOfCells(pairs[side], pairs.counts);
}

/** The tally of second - first. */
export function differences(pairs: PairTally): Tally {
  return tallyOfCells(
    pairs.first.map((value, i) => (pairs.second[i] as number) - value),
    pairs.counts,
  );
}

/** Cells with repeated values, brought together; a cell that comes to nothing is left out. */
export function tallyOfCells(values: ArrayLike<number>, counts: ArrayLike<number>): Tally {
  const ranked = rank(values);
  const sums = new Float64Array(ranked.values.length);
  let n = 0;
  for (let i = 0; i < ranked.ranks.length; i++) {
    const count = counts[i] as number;
    sums[ranked.ranks[i] as number]! += count;
    n += count;
  }
  return occupied(n, ranked.values, sums);
}

/** What is left of `whole` when `part` is taken out; every value of `part` is in `whole`. */
export function without(whole: Tally, part: Tally): Tally {
  return tallyOfCells([...whole.values, ...part.values], [...whole.counts, ...part.counts.map((count) => -count)]);
}

/** Mean and variance, in two passes over the cells (Chan, Golub & LeVeque 1983). */
export function moments(data: Tally): Moments {
  const { n, values, counts } = data;
  if (n === 0) return { n, mean: NaN, variance: NaN };
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) * (counts[i] as number);
  const mean = sum / n;
  if (n < 2) return { n, mean, variance: NaN };
  if (isConstant(data)) return { n, mean: values[0] as number, variance: 0 };
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const d = (values[i] as number) - mean;
    squares += d * d * (counts[i] as number);
  }
  return { n, mean, variance: squares / (n - 1) };
}

/** True when all values are equal to within rounding (1e-11 of their size). True for no values. */
export function isConstant({ values }: Tally): boolean {
  const low = values[0] ?? 0;
  const high = values[values.length - 1] ?? 0;
  return high - low <= 1e-11 * Math.max(1, Math.abs(low), Math.abs(high));
}

/** Pearson's correlation of the pairs; NaN when n < 2 or one side is constant. */
export function correlation(pairs: PairTally): number {
  const firstMargin = margin(pairs, 'first');
  const secondMargin = margin(pairs, 'second');
  if (pairs.n < 2 || isConstant(firstMargin) || isConstant(secondMargin)) return NaN;
  const first = moments(firstMargin);
  const second = moments(secondMargin);
  let sum = 0;
  for (let i = 0; i < pairs.counts.length; i++) {
    sum +=
      ((pairs.first[i] as number) - first.mean) *
      ((pairs.second[i] as number) - second.mean) *
      (pairs.counts[i] as number);
  }
  const r = sum / (pairs.n - 1) / Math.sqrt(first.variance * second.variance);
  return Math.max(-1, Math.min(1, r));
}

/** The same cells with every value multiplied by `factor` > 0. */
export function scaled(data: Tally, factor: number): Tally {
  return { n: data.n, values: data.values.map((value) => value * factor), counts: data.counts };
}
