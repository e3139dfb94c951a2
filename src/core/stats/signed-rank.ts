import { normalTwoSided } from './normal.js';
import type { Tally } from './tally.js';
import { TIE, undefinedBecause, type Undefined } from './why.js';

/** Wilcoxon's signed-rank test, Pratt's way with zeros. */
export interface SignedRank {
  /** Linked pairs, and those among them that moved. */
  readonly n: number;
  readonly nonZero: number;
  readonly wPlus: number;
  readonly z: number;
  /** Asymptotic, two-sided. */
  readonly p: number;
  /** Exact, two-sided; `not-computable` above 50 pairs that moved. */
  readonly exact: number | Undefined;
  /** (W⁺ - W⁻)/(W⁺ + W⁻). */
  readonly rankBiserial: number;
}

/** Most pairs that moved for which the exact distribution is computed. */
const MOST_EXACT = 50;

/**
 * Pratt 1959: |d| is ranked with the zeros in (mid-ranks), then the zeros are dropped; E = ½Σr, V = ¼Σr² over the rest, which contains
 * all corrections for ties and zeros; z = (W⁺ - E)/√V, no continuity correction. Exact: the distribution of W⁺ over all signs by dynamic
 * programming on doubled ranks. Equals `coin::wilcoxsign_test(zero.method = "Pratt")`. No pairs: `n<2`; nobody moved: `zero-variance`.
 * method.md §3.10.
 */
export function prattSignedRank(difference: Tally, tie = TIE): SignedRank | Undefined {
  if (difference.n < 1) return undefinedBecause('n<2');
  const sizes = cellsBySize(difference, tie);
  let ranked = 0;
  let wPlus = 0;
  let sum = 0;
  let squares = 0;
  let nonZero = 0;
  const doubled: number[] = [];
  for (const { size, up, down } of sizes) {
    const count = up + down;
    const rank = ranked + (count + 1) / 2;
    ranked += count;
    if (size <= tie) continue;
    wPlus += rank * up;
    sum += rank * count;
    squares += rank * rank * count;
    nonZero += count;
    if (nonZero <= MOST_EXACT) for (let i = 0; i < count; i++) doubled.push(2 * rank);
  }
  if (nonZero === 0) return undefinedBecause('zero-variance');
  const z = (wPlus - sum / 2) / Math.sqrt(squares / 4);
  return {
    n: difference.n,
    nonZero,
    wPlus,
    z,
    p: normalTwoSided(z),
    exact: nonZero > MOST_EXACT ? undefinedBecause('not-computable') : exactTwoSided(doubled, 2 * wPlus),
    rankBiserial: (2 * wPlus - sum) / sum,
  };
}

interface SizeCell {
  readonly size: number;
  up: number;
  down: number;
}

/** Differences by their size, rising; sizes closer than the tolerance together. Zeros count as `up`. */
function cellsBySize({ values, counts }: Tally, tie: number): SizeCell[] {
  const order = Array.from(values, (value, i) => ({ value, count: counts[i] as number })).sort(
    (a, b) => Math.abs(a.value) - Math.abs(b.value) || a.value - b.value,
  );
  const cells: SizeCell[] = [];
  for (const { value, count } of order) {
    const size = Math.abs(value);
    let cell = cells[cells.length - 1];
    if (!cell || size - cell.size > tie) cells.push((cell = { size, up: 0, down: 0 }));
    if (value >= -tie) cell.up += count;
    else cell.down += count;
  }
  return cells;
}

/** P(|W - E| >= observed) where W sums each doubled rank with probability ½. */
function exactTwoSided(doubledRanks: readonly number[], observed: number): number {
  const total = doubledRanks.reduce((sum, rank) => sum + rank, 0);
  let probability = new Float64Array(total + 1);
  probability[0] = 1;
  let reached = 0;
  for (const rank of doubledRanks) {
    const next = new Float64Array(total + 1);
    for (let s = 0; s <= reached; s++) {
      const half = (probability[s] as number) / 2;
      next[s]! += half;
      next[s + rank]! += half;
    }
    reached += rank;
    probability = next;
  }
  const distance = Math.abs(observed - total / 2) - TIE;
  let p = 0;
  for (let s = 0; s <= total; s++) if (Math.abs(s - total / 2) >= distance) p += probability[s] as number;
  return Math.min(1, p);
}
