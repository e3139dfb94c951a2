import {
  bcaInterval,
  jackknifeAcceleration,
  percentileInterval,
  type BcaInterval,
  type BootstrapInterval,
} from './bootstrap.js';
import { createCountResampler } from './multinomial.js';
import type { Random } from './random.js';
import type { Tally } from './tally.js';
import { TIE, undefinedBecause, type Undefined } from './why.js';

/** Cliff's δ with its bootstrap intervals. Fractions. */
export interface BootstrapCliff extends BcaInterval {
  readonly estimate: number;
  readonly acceleration: number;
  readonly percentile: BootstrapInterval;
}

/** Fewest answers of a wave that are resampled. */
const FEWEST = 5;

/**
 * Cliff's δ = P(post > pre) - P(post < pre) with a BCa and a percentile interval from `resamples` resamples, each wave drawn by itself
 * (two strata; method.md §3.8, §3.9, §4). As in `cliffDelta` the waves count as independent. The acceleration is that of the jackknife by
 * cells, exact from the dominance of each value. Fewer than 5 answers in a wave or no resamples: `not-computable`; all answers equal, or
 * every later one on the same side of every earlier one, so that no resample can differ: `zero-variance`.
 */
export function bootstrapCliff(
  baseline: Tally,
  endline: Tally,
  resamples: number,
  random: Random,
): BootstrapCliff | Undefined {
  const [n1, n2] = [baseline.n, endline.n];
  if (n1 < FEWEST || n2 < FEWEST || !(resamples > 0)) return undefinedBecause('not-computable');
  const [below, notAbove] = [Uint32Array.from(endline.values), Uint32Array.from(endline.values)];
  endline.values.forEach((value, i) => {
    below[i] = baseline.values.filter((other) => other < value - TIE).length;
    notAbove[i] = baseline.values.filter((other) => other <= value + TIE).length;
  });

  // How many earlier answers lie below each earlier value: differences of it are counts of a range of values.
  const before = new Float64Array(baseline.values.length + 1);
  const dominance = (i: number): number =>
    (before[below[i] as number] as number) + (before[notAbove[i] as number] as number) - n1;
  const sum = (earlier: Float64Array, later: Float64Array): number => {
    for (let j = 0; j < earlier.length; j++) before[j + 1] = (before[j] as number) + (earlier[j] as number);
    let total = 0;
    for (let i = 0; i < later.length; i++) {
      if (later[i] !== 0) total += (later[i] as number) * dominance(i);
    }
    return total;
  };
  const all = sum(baseline.counts, endline.counts);
  const estimate = all / (n1 * n2);

  const rows = Array.from(endline.counts, (_, i) => dominance(i));
  const columns = Array.from(baseline.counts, (_, j) =>
    endline.counts.reduce(
      (total, count, i) => total + (j < (below[i] as number) ? count : j < (notAbove[i] as number) ? 0 : -count),
      0,
    ),
  );
  const constant = (values: readonly number[]): boolean => values.every((value) => value === values[0]);
  if (constant(rows) && constant(columns)) return undefinedBecause('zero-variance');
  const acceleration = jackknifeAcceleration([
    { counts: baseline.counts, values: columns.map((own) => (all - own) / ((n1 - 1) * n2)) },
    { counts: endline.counts, values: rows.map((own) => (all - own) / (n1 * (n2 - 1))) },
  ]);

  const drawEarlier = createCountResampler(baseline.counts);
  const drawLater = createCountResampler(endline.counts);
  const replicates = new Float64Array(resamples);
  for (let b = 0; b < resamples; b++) replicates[b] = sum(drawEarlier(random), drawLater(random)) / (n1 * n2);
  return {
    estimate,
    acceleration,
    ...bcaInterval(replicates, estimate, acceleration),
    percentile: percentileInterval(replicates),
  };
}
