import type { Entry, EventEntry } from '../ledger/types.js';
import { pairedT } from '../stats/partially-overlapping-t.js';
import { t95 } from '../stats/t-distribution.js';
import { scaleEstimate } from '../stats/t-estimate.js';
import { isUndefined } from '../stats/why.js';
import type { Study } from '../study/types.js';
import { WAVES, type Column, type GroupColumns, type WaveName } from './columns.js';
import { compare, compareRanked, counts, headline, unitOf, type Comparison, type RankedColumn } from './comparison.js';
import { change, linkedTier, notComputable, suppressed, tierOf, type Tier } from './disclosure.js';
import { indexColumn } from './index-cells.js';
import type { Prorated } from './quality.js';
import type { GroupSheets } from './sheets.js';
import type { Change, Hidden, SensitivityResult, WeightedChange } from './types.js';

/** Above this share of prorated scores the index is run with complete scales only (method.md §3.2). */
const MANY_PRORATED = 0.1;

/** What the further runs of a group's index need. */
export interface FurtherInput {
  readonly study: Study;
  readonly waves: Readonly<Record<WaveName, string>>;
  readonly entries: readonly Entry[];
  readonly sheets: GroupSheets;
  readonly prorated: Prorated;
  readonly columns: GroupColumns;
  readonly scales: readonly Column[];
  readonly weights: readonly number[];
  /** The index as it is. */
  readonly index: Column;
  readonly ranked: RankedColumn;
  readonly all: Comparison;
  readonly k: number;
}

/**
 * Further ways to compute a group's index (method.md §3.2, §3.5, §3.6, §3.21): linked people only; with one-off links where the headline
 * does without; the endline weighted to the ages of the baseline; without communities whose first-in-command changed between the waves;
 * complete scales only, where more than a tenth of the scores are prorated. Runs that do not apply are absent.
 */
export function* furtherSensitivity(input: FurtherInput): Generator<void, Partial<SensitivityResult>> {
  const { columns, all, k, ranked } = input;
  const { links } = columns;
  const linkedOnly = change(() => scaleEstimate(pairedT(all.pairs, k), unitOf(all)), linkedTier(all.overlap, k), {
    baseline: all.pairs.n,
    endline: all.pairs.n,
    linked: all.pairs.n,
  });
  yield;
  const ages = weightedByAge(input);
  yield;
  const changed = withoutNewFirstInCommand(input);
  yield;
  const complete = completeScalesOnly(input);
  yield;
  const more = [...links.exact, ...links.oneOff].sort((a, b) => a.baseline - b.baseline);
  return {
    linkedOnly,
    ...(links.oneOff.length > 0 && !links.oneOffUsed && { withOneOff: run(compareRanked(ranked, more), all, k) }),
    ...(ages && { weightedByAge: ages }),
    ...(changed && { withoutNewFirstInCommand: changed }),
    ...(complete && { completeScalesOnly: complete }),
  };
}

/** A run on other people or links, unless it would tell about the few who make the difference (method.md §3.13.3). */
function run(comparison: Comparison, all: Comparison, k: number): Change | Hidden {
  const apart = [
    all.baseline.n - comparison.baseline.n,
    all.endline.n - comparison.endline.n,
    all.pairs.n - comparison.pairs.n,
  ];
  const tier: Tier = apart.some((n) => n !== 0 && Math.abs(n) < k)
    ? suppressed('complement')
    : tierOf([comparison.baseline.n, comparison.endline.n], k);
  return change(() => headline(comparison, k), tier, counts(comparison));
}

interface Band {
  before: number;
  after: number;
  sum: number;
}

/**
 * The change of the index with the endline weighted to the age bands of the baseline: Σ p_b·(mean of band b at endline) - mean at
 * baseline, p_b the bands' shares at baseline, over people who gave their age. SE² as in method.md §3.7 with the weights w taken as known:
 * s₁²/n₁ + Σw²(x-m)²/((n₂-1)n₂) - 2·r·s₁s₂·Σw(linked)/(n₁n₂); r and df of the headline, which it equals when all are of one age. Hidden when a band that has to be weighted
 * has 1 to k - 1 people at either wave, not computable when it has nobody at the endline; absent where nobody was asked.
 */
function weightedByAge({ index, columns, all, k }: FurtherInput): WeightedChange | Hidden | undefined {
  const { ages, links } = columns;
  const bands = new Map<number, Band>();
  const known = { baseline: [] as number[], endline: [] as number[] };
  for (const wave of WAVES) {
    index[wave].forEach((score, i) => {
      const band = ages[wave][i] as number;
      if (score !== score || band !== band) return;
      known[wave].push(i);
      let own = bands.get(band);
      if (!own) bands.set(band, (own = { before: 0, after: 0, sum: 0 }));
      if (wave === 'baseline') own.before++;
      else {
        own.after++;
        own.sum += score;
      }
    });
  }
  if (known.baseline.length === 0 && known.endline.length === 0) return undefined;
  const ordered = [...bands.keys()].sort((a, b) => a - b);
  const sizes = ordered.flatMap((band) => [bands.get(band)?.before ?? 0, bands.get(band)?.after ?? 0]);
  const apart = WAVES.map((wave) => all[wave].n - known[wave].length);
  if ([...sizes, ...apart].some((n) => n > 0 && n < k)) return suppressed('n<5');
  const [n1, n2] = [known.baseline.length, known.endline.length];
  if (n1 < 2 || n2 < 2) return notComputable('n<2');
  if (Math.min(n1, n2) < 10) return suppressed('n<10');
  if (ordered.some((band) => bands.get(band)!.before > 0 && bands.get(band)!.after === 0)) {
    return notComputable('not-computable');
  }
  const weight = (band: number): number => {
    const { before, after } = bands.get(band)!;
    return before / n1 / (after / n2);
  };
  const meanBefore = known.baseline.reduce((sum, i) => sum + (index.baseline[i] as number), 0) / n1;
  const meanAfter = ordered.reduce((sum, band) => {
    const { before, after, sum: own } = bands.get(band)!;
    return after > 0 ? sum + (before / n1) * (own / after) : sum;
  }, 0);
  const usual = headline(all, k);
  if (isUndefined(usual) || typeof usual.df !== 'number') return notComputable('zero-variance');
  let spread1 = 0;
  for (const i of known.baseline) spread1 += square((index.baseline[i] as number) - meanBefore) / (n1 - 1);
  let spread2 = 0;
  let weighted = 0;
  for (const i of known.endline) {
    const w = weight(ages.endline[i] as number);
    const squared = square((index.endline[i] as number) - meanAfter) / (n2 - 1);
    spread2 += w * squared;
    weighted += w * w * squared;
  }
  let shared = 0;
  for (const pair of links.used) {
    const [x, y] = [index.baseline[pair.baseline] as number, index.endline[pair.endline] as number];
    const [first, band] = [ages.baseline[pair.baseline] as number, ages.endline[pair.endline] as number];
    if (x !== x || y !== y || band !== band || first !== first) continue;
    shared += weight(band);
  }
  const variance = spread1 / n1 + weighted / n2 - (2 * usual.r * Math.sqrt(spread1 * spread2) * shared) / (n1 * n2);
  const estimate = meanAfter - meanBefore;
  const half = t95(usual.df) * Math.sqrt(Math.max(0, variance));
  const smallestBand = Math.min(...sizes.filter((n) => n > 0));
  return {
    estimate,
    low: estimate - half,
    high: estimate + half,
    n: { baseline: n1, endline: n2 },
    smallestBand,
  };
}

function square(value: number): number {
  return value * value;
}

/**
 * The index without the communities whose first-in-command changed between the waves (method.md EV-FIC). An event is about a community
 * when its post or label names it; about all of them otherwise, and then nothing is left to compute. Absent without such an event.
 */
function withoutNewFirstInCommand(input: FurtherInput): Change | Hidden | undefined {
  const { study, waves, entries, columns, ranked, all, k, sheets } = input;
  const end = (wave: WaveName): string | undefined => {
    const own = study.waves.find(({ id }) => id === waves[wave]);
    if (own?.closes !== undefined || own?.opens !== undefined) return own.closes ?? own.opens;
    return sheets[wave].reduce<string | undefined>(
      (last, { date }) => (last === undefined || date > last ? date : last),
      undefined,
    );
  };
  const [from, to] = [end('baseline'), end('endline')];
  const events = entries.filter(
    (entry): entry is EventEntry =>
      entry.kind === 'event' &&
      entry.study === study.id &&
      entry.event === 'fic-change' &&
      (from === undefined || entry.date > from) &&
      (to === undefined || entry.date <= to),
  );
  if (events.length === 0) return undefined;
  const out = new Set<string>();
  for (const event of events) {
    const named = study.communities.filter((community) => names(event, community));
    if (named.length === 0) return notComputable('not-computable');
    for (const { id } of named) out.add(id);
  }
  const leftOut = (wave: WaveName): Uint8Array =>
    Uint8Array.from(columns.communities[wave], (community) => (community !== undefined && out.has(community) ? 1 : 0));
  return run(
    compareRanked(ranked, columns.links.used, { baseline: leftOut('baseline'), endline: leftOut('endline') }),
    all,
    k,
  );
}

function names({ post, label }: EventEntry, { id, label: called }: Study['communities'][number]): boolean {
  if (post === id || label === id) return true;
  return Object.values(called).some((name) => name !== '' && [post, label].some((text) => text?.includes(name)));
}

/** The index from complete scales; absent unless more than a tenth of the scores are prorated. */
function completeScalesOnly({
  prorated,
  columns,
  scales,
  weights,
  index,
  k,
}: FurtherInput): Change | Hidden | undefined {
  const { all: total } = prorated.counts;
  if (!total) return undefined;
  const { baseline, endline } = total;
  if (!(baseline.prorated + endline.prorated > MANY_PRORATED * (baseline.n + endline.n))) return undefined;
  const complete = scales.map((scale): Column => {
    const marks = prorated.incomplete.get(scale.id);
    const wave = (name: WaveName): Float64Array =>
      scale[name].map((score, i) => (marks?.[name][i] === 1 ? NaN : score));
    return { ...scale, baseline: wave('baseline'), endline: wave('endline') };
  });
  const column = indexColumn('index', complete, weights);
  // Whose index differs, or is gone: if they are few they could be told from the two means.
  const others = WAVES.map((wave) => index[wave].filter((q, i) => q === q && column[wave][i] !== q).length);
  if (others.some((n) => n > 0 && n < k)) return suppressed('complement');
  const comparison = compare(column, columns.links.used);
  return change(
    () => headline(comparison, k),
    tierOf([comparison.baseline.n, comparison.endline.n], k),
    counts(comparison),
  );
}
