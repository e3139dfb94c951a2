import { fQuantile } from './f-distribution.js';
import { undefinedBecause, type Undefined } from './why.js';

/** Complete answers to the items of a scale, one row per person, after reverse coding. */
export type ItemRows = readonly (readonly number[])[];

/** Cronbach's alpha with Feldt's interval. */
export interface CronbachAlpha {
  readonly alpha: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly items: number;
}

/** Sums, so that all figures of a scale come from one pass over the rows. Integer answers make them exact and free of order. */
export interface ItemCovariance {
  readonly n: number;
  /** k × k sample covariances. */
  readonly covariance: readonly (readonly number[])[];
}

/** Collects complete rows one by one; the rows themselves are not kept. */
export interface ItemSums {
  add(row: ArrayLike<number>): void;
  covariance(): ItemCovariance;
}

/** Empty sums for rows of `k` items. */
export function createItemSums(k: number): ItemSums {
  const sums = new Float64Array(k);
  const products = new Float64Array(k * k);
  let n = 0;
  return {
    add(row) {
      n++;
      for (let i = 0; i < k; i++) {
        const x = row[i] as number;
        sums[i]! += x;
        for (let j = i; j < k; j++) products[i * k + j]! += x * (row[j] as number);
      }
    },
    covariance: () => ({
      n,
      covariance: Array.from({ length: k }, (_, i) =>
        Array.from({ length: k }, (_, j) => {
          const product = products[Math.min(i, j) * k + Math.max(i, j)] as number;
          return (product - ((sums[i] as number) * (sums[j] as number)) / n) / (n - 1);
        }),
      ),
    }),
  };
}

/** The covariance matrix of complete rows of equal length (n - 1 in the denominator; n >= 2). */
export function itemCovariance(rows: ItemRows): ItemCovariance {
  const sums = createItemSums(rows[0]?.length ?? 0);
  for (const row of rows) sums.add(row);
  return sums.covariance();
}

/**
 * α = k/(k-1)·(1 - Σs_j²/s_T²) (Cronbach 1951) with the interval of Feldt 1965:
 * [1 - (1-α)F(.975), 1 - (1-α)F(.025)], df n-1 and (n-1)(k-1). Negative values stand. n < 3 or k < 2: `not-computable`; s_T² = 0:
 * `zero-variance`. R: `psych::alpha`. method.md §3.4.
 */
export function cronbachAlpha({ n, covariance }: ItemCovariance): CronbachAlpha | Undefined {
  const k = covariance.length;
  if (n < 3 || k < 2) return undefinedBecause('not-computable');
  let total = 0;
  let own = 0;
  covariance.forEach((row, i) => {
    row.forEach((value, j) => {
      total += value;
      if (i === j) own += value;
    });
  });
  if (!(total > 1e-12)) return undefinedBecause('zero-variance');
  const alpha = (k / (k - 1)) * (1 - own / total);
  const df2 = (n - 1) * (k - 1);
  return {
    alpha,
    low: 1 - (1 - alpha) * fQuantile(0.975, n - 1, df2),
    high: 1 - (1 - alpha) * fQuantile(0.025, n - 1, df2),
    n,
    items: k,
  };
}

/**
 * Item–rest correlations: cor(x_j, T - x_j) for each item; `zero-variance` where the item or the rest is constant. Below .20 an item is
 * weak, below 0 it points the wrong way or was misread. method.md §3.4.
 */
export function itemRest({ covariance }: ItemCovariance): (number | Undefined)[] {
  const total = covariance.reduce((sum, row) => sum + row.reduce((a, b) => a + b, 0), 0);
  return covariance.map((row, j) => {
    const own = row[j] as number;
    const withTotal = row.reduce((a, b) => a + b, 0);
    const rest = total - 2 * withTotal + own;
    if (!(own > 1e-12) || !(rest > 1e-12)) return undefinedBecause('zero-variance');
    return (withTotal - own) / Math.sqrt(own * rest);
  });
}
