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

/** Widest range of integers that is counted in an array of cells instead of being sorted. */
const DENSE = 1 << 16;

/** Counts values; NaN stands for a missing value and is left out. */
export function tally(values: ArrayLike<number>): Tally {
  let n = 0;
  let min = Infinity;
  let max = -Infinity;
  let integers = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value !== value) continue;
    n++;
    if (value < min) min = value;
    if (value > max) max = value;
    if (integers && !Number.isInteger(value)) integers = false;
  }
  if (n === 0) return { n, values: new Float64Array(0), counts: new Float64Array(0) };
  if (integers && max - min < DENSE) {
    const cells = new Float64Array(max - min + 1);
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (value === value) cells[value - min]!++;
    }
    return compact(n, cells, min);
  }
  const sorted = new Float64Array(n);
  let end = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value === value) sorted[end++] = value;
  }
  sorted.sort();
  return runs(sorted);
}

function compact(n: number, cells: Float64Array, min: number): Tally {
  const occupied = cells.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const values = new Float64Array(occupied);
  const counts = new Float64Array(occupied);
  let end = 0;
  cells.forEach((count, index) => {
    if (count > 0) {
      values[end] = index + min;
      counts[end++] = count;
    }
  });
  return { n, values, counts };
}

function runs(sorted: Float64Array): Tally {
  const values = new Float64Array(sorted.length);
  const counts = new Float64Array(sorted.length);
  let end = -1;
  for (const value of sorted) {
    // `+ 0` turns -0 into 0, so that both are one cell.
    if (end < 0 || values[end] !== value) values[++end] = value + 0;
    counts[end]!++;
  }
  return { n: sorted.length, values: values.slice(0, end + 1), counts: counts.slice(0, end + 1) };
}

/** Counts pairs; a pair with a missing (NaN) member is left out. Both arrays have the same length. */
export function tallyPairs(first: ArrayLike<number>, second: ArrayLike<number>): PairTally {
  const complete = (i: number): boolean => first[i] === first[i] && second[i] === second[i];
  const pick = (values: ArrayLike<number>): Float64Array =>
    Float64Array.from({ length: values.length }, (_, i) => (complete(i) ? (values[i] as number) : NaN));
  const margins = [pick(first), pick(second)] as const;
  const left = tally(margins[0]);
  const right = tally(margins[1]);
  const rankOf = (values: Float64Array): Map<number, number> =>
    new Map(Array.from(values, (value, rank) => [value, rank]));
  const leftRank = rankOf(left.values);
  const rightRank = rankOf(right.values);
  const width = right.values.length;
  const codes = new Float64Array(first.length).fill(NaN);
  for (let i = 0; i < first.length; i++) {
    if (complete(i))
      codes[i] = (leftRank.get(first[i]! + 0) as number) * width + (rightRank.get(second[i]! + 0) as number);
  }
  const cells = tally(codes);
  return {
    n: cells.n,
    first: cells.values.map((code) => left.values[Math.floor(code / width)] as number),
    second: cells.values.map((code) => right.values[code % width] as number),
    counts: cells.counts,
  };
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

/** Cells with repeated values, brought together. */
export function tallyOfCells(values: ArrayLike<number>, counts: ArrayLike<number>): Tally {
  const byValue = new Map<number, number>();
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    const count = counts[i] as number;
    if (count === 0) continue;
    const value = (values[i] as number) + 0;
    n += count;
    byValue.set(value, (byValue.get(value) ?? 0) + count);
  }
  const sorted = Float64Array.from(byValue.keys()).sort();
  return { n, values: sorted, counts: sorted.map((value) => byValue.get(value) as number) };
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
