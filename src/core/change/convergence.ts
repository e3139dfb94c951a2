import { bcaInterval, jackknifeAcceleration } from '../stats/bootstrap.js';
import { createResampler, type Resampler } from '../stats/multinomial.js';
import { unlinked } from '../stats/partially-overlapping-t.js';
import { createRandom } from '../stats/random.js';
import type { Comparison } from './comparison.js';

/** Observations of one kind, resampled together: their values at baseline and endline, 0 where they have none. */
interface Stratum {
  readonly counts: Float64Array;
  readonly first: Float64Array | null;
  readonly second: Float64Array | null;
}

/** Sums and sizes that the two waves' means are made of. */
interface Sums {
  first: number;
  second: number;
}

const SLICE = 100;

/**
 * How much the gap between officials and residents closed: |gap at baseline| - |gap at endline|, with a BCa bootstrap interval over six
 * strata (for each group linked pairs, baseline only, endline only; method.md §3.14, §3.9, §4). Deterministic in `seed` and `stream`;
 * in the unit of the keys, which both groups share.
 */
export function* convergenceOf(
  resident: Comparison,
  official: Comparison,
  resamples: number,
  seed: number,
  stream: string,
): Generator<void, { estimate: number; low: number; high: number }> {
  const groups = [resident, official].map((comparison) => ({
    n1: comparison.baseline.n,
    n2: comparison.endline.n,
    strata: strataOf(comparison),
  }));
  const sums = groups.map(({ strata }) => total(strata));
  const estimate = closing(groups, sums);

  const jackknife = groups.flatMap(({ strata }, g) =>
    strata.map((stratum) => ({
      counts: stratum.counts,
      values: Array.from(stratum.counts, (_, cell) => {
        const without = sums.map((sum) => ({ ...sum }));
        const own = without[g] as Sums;
        own.first -= stratum.first?.[cell] ?? 0;
        own.second -= stratum.second?.[cell] ?? 0;
        const fewer = groups.map((group, other) =>
          other === g ? { n1: group.n1 - (stratum.first ? 1 : 0), n2: group.n2 - (stratum.second ? 1 : 0) } : group,
        );
        return closing(fewer, without);
      }),
    })),
  );
  yield;

  const random = createRandom(seed, `convergence|${stream}`);
  const samplers = groups.map(({ strata }) => strata.map((stratum) => createResampler(stratum.counts)));
  const replicates = new Float64Array(resamples);
  for (let b = 0; b < resamples; b++) {
    const drawn = groups.map(({ strata }, g) => {
      const sum = { first: 0, second: 0 };
      strata.forEach((stratum, s) => add(sum, stratum, (samplers[g] as Resampler[])[s]!(random)));
      return sum;
    });
    replicates[b] = closing(groups, drawn);
    if (b % SLICE === SLICE - 1) yield;
  }
  const { low, high } = bcaInterval(replicates, estimate, jackknifeAcceleration(jackknife));
  return { estimate, low, high };
}

function strataOf({ baseline, endline, pairs }: Comparison): Stratum[] {
  const onlyBaseline = unlinked(baseline, pairs, 'first');
  const onlyEndline = unlinked(endline, pairs, 'second');
  return [
    { counts: pairs.counts, first: pairs.first, second: pairs.second },
    { counts: onlyBaseline.counts, first: onlyBaseline.values, second: null },
    { counts: onlyEndline.counts, first: null, second: onlyEndline.values },
  ];
}

function total(strata: readonly Stratum[]): Sums {
  const sum = { first: 0, second: 0 };
  for (const stratum of strata) add(sum, stratum, stratum.counts);
  return sum;
}

function add(sum: Sums, { first, second }: Stratum, counts: Float64Array): void {
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell] as number;
    if (first) sum.first += count * (first[cell] as number);
    if (second) sum.second += count * (second[cell] as number);
  }
}

/** |gap at baseline| - |gap at endline| from the groups' sizes and sums, residents first. */
function closing(sizes: readonly { readonly n1: number; readonly n2: number }[], sums: readonly Sums[]): number {
  const gap = (wave: 'first' | 'second', size: 'n1' | 'n2'): number =>
    sums[1]![wave] / sizes[1]![size] - sums[0]![wave] / sizes[0]![size];
  return Math.abs(gap('first', 'n1')) - Math.abs(gap('second', 'n2'));
}
