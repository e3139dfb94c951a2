import { bcaInterval, jackknifeAcceleration, type JackknifeStratum } from '../stats/bootstrap.js';
import { createResampler, type Resampler } from '../stats/multinomial.js';
import { unlinked } from '../stats/partially-overlapping-t.js';
import { createRandom } from '../stats/random.js';
import type { Tally } from '../stats/tally.js';
import type { Comparison } from './comparison.js';

/** Observations of one kind, resampled together: their values at baseline and endline, 0 where they have none. */
interface Stratum {
  readonly counts: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** 1 where they have a value at the wave, else 0. */
  readonly atFirst: number;
  readonly atSecond: number;
}

/** One group: how many answered each wave, the sums of their keys, and the strata that these come from. */
interface Sample {
  readonly n1: number;
  readonly n2: number;
  readonly first: number;
  readonly second: number;
  readonly strata: readonly Stratum[];
}

/** Work between two pauses, in observations drawn. */
const SLICE = 40_000;

/**
 * How much the gap between officials and residents closed: |gap at baseline| - |gap at endline|, with a BCa bootstrap interval over six
 * strata (for each group linked pairs, baseline only, endline only; method.md §3.14, §3.9, §4). Deterministic in `seed` and `stream`;
 * in the unit of the keys, which both groups share. Without resamples there are no limits.
 */
export function* convergenceOf(
  resident: Comparison,
  official: Comparison,
  resamples: number,
  seed: number,
  stream: string,
): Generator<void, { estimate: number; low?: number; high?: number }> {
  const samples = [sampleOf(resident), sampleOf(official)] as const;
  const estimate = closing(...samples);
  if (resamples === 0) return { estimate };
  yield;

  const random = createRandom(seed, `convergence|${stream}`);
  const samplers = samples.map(({ strata }) =>
    strata.map(({ counts, first, second }) => createResampler(counts, [first, second])),
  );
  const observations = samples.reduce((sum, { n1, n2 }) => sum + n1 + n2, 0);
  const atOnce = Math.max(1, Math.floor(SLICE / observations));
  const replicates = new Float64Array(resamples);
  const draw = (g: 0 | 1): Sample => {
    let first = 0;
    let second = 0;
    for (const sampler of samplers[g] as readonly Resampler[]) {
      const sums = sampler(random);
      first += sums[0] as number;
      second += sums[1] as number;
    }
    return { ...samples[g], first, second };
  };
  for (let b = 0; b < resamples; b++) {
    const residents = draw(0);
    replicates[b] = closing(residents, draw(1));
    if (b % atOnce === atOnce - 1) yield;
  }
  const { low, high } = bcaInterval(replicates, estimate, jackknifeAcceleration(jackknifeOf(samples)));
  return { estimate, low, high };
}

function sampleOf({ baseline, endline, pairs }: Comparison): Sample {
  const onlyBaseline = unlinked(baseline, pairs, 'first');
  const onlyEndline = unlinked(endline, pairs, 'second');
  const none = (tally: Tally): Float64Array => new Float64Array(tally.values.length);
  const strata = [
    { counts: pairs.counts, first: pairs.first, second: pairs.second, atFirst: 1, atSecond: 1 },
    { counts: onlyBaseline.counts, first: onlyBaseline.values, second: none(onlyBaseline), atFirst: 1, atSecond: 0 },
    { counts: onlyEndline.counts, first: none(onlyEndline), second: onlyEndline.values, atFirst: 0, atSecond: 1 },
  ];
  const total = (wave: 'first' | 'second'): number =>
    strata.reduce(
      (sum, stratum) => stratum.counts.reduce((s, count, cell) => s + count * stratum[wave][cell]!, sum),
      0,
    );
  return { n1: baseline.n, n2: endline.n, first: total('first'), second: total('second'), strata };
}

/** The statistic without one observation of each cell of each stratum. */
function jackknifeOf([resident, official]: readonly [Sample, Sample]): JackknifeStratum[] {
  return [resident, official].flatMap((own) =>
    own.strata.map(({ counts, first, second, atFirst, atSecond }) => ({
      counts,
      values: Array.from(counts, (_, cell) => {
        const fewer: Sample = {
          n1: own.n1 - atFirst,
          n2: own.n2 - atSecond,
          first: own.first - (first[cell] as number),
          second: own.second - (second[cell] as number),
          strata: own.strata,
        };
        return own === resident ? closing(fewer, official) : closing(resident, fewer);
      }),
    })),
  );
}

/** |gap at baseline| - |gap at endline|. */
function closing(resident: Sample, official: Sample): number {
  const before = official.first / official.n1 - resident.first / resident.n1;
  const after = official.second / official.n2 - resident.second / resident.n2;
  return Math.abs(before) - Math.abs(after);
}
