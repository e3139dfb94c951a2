import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { computeResults } from '../../../src/core/change/compute.js';
import { histogramOf, mergeBins } from '../../../src/core/change/histogram.js';
import { parseResults } from '../../../src/core/change/parse.js';
import { publishResults } from '../../../src/core/change/publish.js';
import {
  isHidden,
  type Change,
  type ChangeLaw,
  type Hidden,
  type Histogram,
  type IndexResult,
  type Results,
} from '../../../src/core/change/types.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import { createRandom } from '../../../src/core/stats/random.js';
import { densityOfSum } from '../../../src/core/stats/sum-density.js';
import { tally } from '../../../src/core/stats/tally.js';
import { isUndefined } from '../../../src/core/stats/why.js';
import { parseStudy } from '../../../src/core/study/parse.js';
import { people, study } from '../fixtures/synthetic.js';

const shown = <T extends object>(value: T | Hidden | undefined): T | undefined =>
  value === undefined || isHidden(value) ? undefined : value;

const compute = (linked: number, onlyBaseline: number, onlyEndline: number, k = 5, seed = 1): Results =>
  computeResults({
    study: { ...study, minimumCell: k },
    instrument: participationTrust,
    responses: people({ group: 'resident', linked, onlyBaseline, onlyEndline }, seed),
    options: { resamples: 0 },
  });

const lawOf = (change: Change | Hidden | undefined): unknown => shown<Change>(change)?.law;
const indexOf = (results: Results) => shown<IndexResult>(results.groups.resident?.index);
const histograms = (results: Results): Histogram[] => {
  const own = shown(indexOf(results)?.histogram);
  return (['baseline', 'endline'] as const).flatMap((wave) => shown<Histogram>(own?.[wave]) ?? []);
};

test('a density is the bootstrap law: its moments, and as many resamples as one likes', () => {
  const { uniform } = createRandom(7);
  const draw = (n: number): number[] => Array.from({ length: n }, () => Math.floor(9 * uniform() ** 2) / 30);
  const strata = [draw(24), draw(31)];
  const law = densityOfSum(strata.map((values) => ({ values, counts: values.map(() => 1) })));
  assert.ok(!isUndefined(law));
  const { from, to, density } = law;
  const step = (to - from) / (density.length - 1);
  const at = (i: number): number => from + i * step;
  const mass = density.reduce((sum, value) => sum + value * step, 0);
  assert.ok(Math.abs(mass - 1) < 0.001, `mass ${mass}`);

  const sums = Array.from({ length: 40_000 }, () =>
    strata.reduce((sum, values) => {
      for (let i = 0; i < values.length; i++) sum += values[Math.floor(uniform() * values.length)] as number;
      return sum;
    }, 0),
  );
  const mean = sums.reduce((sum, value) => sum + value, 0) / sums.length;
  const sd = Math.sqrt(sums.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sums.length);
  assert.ok(Math.abs((from + to) / 2 - mean) < 0.03 * sd);
  assert.ok(Math.abs((to - from) / 8 - sd) < 0.03 * sd);
  // Cumulated, the law and the resamples agree everywhere.
  let cumulated = 0;
  density.forEach((value, i) => {
    cumulated += value * step;
    const share = sums.filter((sum) => sum <= at(i) + step / 2).length / sums.length;
    assert.ok(Math.abs(cumulated - share) < 0.012, `${i}: ${cumulated} and ${share}`);
  });
  assert.ok(isUndefined(densityOfSum([{ values: [3, 3], counts: [4, 5] }])), 'nothing varies');
});

test('a change carries its law from 20 answers in both waves on, centred on the estimate', () => {
  const results = compute(30, 10, 8);
  const constructs = shown(results.groups.resident?.constructs) ?? {};
  const changes = [indexOf(results)?.change, ...Object.values(constructs).map((own) => shown(own)?.change)];
  assert.equal(changes.length, 8);
  for (const change of changes) {
    const own = shown<Change>(change);
    const law = lawOf(change) as ChangeLaw;
    assert.equal(law.density.length, 41);
    const middle = (law.from + law.to) / 2;
    assert.ok(Math.abs(middle - (own?.estimate as number)) < 0.02, `${middle} ${JSON.stringify(own?.estimate)}`);
    // A bootstrap of 38 answers is about as wide as the standard error says.
    const ratio = (law.to - law.from) / 8 / (own?.se as number);
    assert.ok(ratio > 0.8 && ratio < 1.2, `${ratio}`);
    assert.ok(law.density.every((value) => value >= 0 && Number(value.toPrecision(4)) === value));
  }
  assert.deepEqual(lawOf(indexOf(compute(10, 4 + 5, 30))?.change), { suppressed: true, why: 'n<20' });
});

test('no law beside fewer than k people who answered one wave only; fewer than k pairs count as not linked', () => {
  for (const [a, b] of [
    [3, 0],
    [0, 4],
    [12, 2],
  ] as const) {
    const change = indexOf(compute(25, a, b))?.change;
    assert.deepEqual(lawOf(change), { suppressed: true, why: 'complement' }, `${a} ${b}`);
  }
  const [few, none] = [compute(3, 30, 30), compute(0, 33, 33)];
  assert.equal((lawOf(indexOf(few)?.change) as ChangeLaw).density.length, 41);
  const moved = shown<Change>(indexOf(few)?.change);
  assert.equal(moved?.r, 0);
  assert.ok(lawOf(indexOf(none)?.change));
});

test('what is published has no law, and wider bins', () => {
  const results = compute(40, 20, 20);
  const published = publishResults(results);
  assert.ok(!JSON.stringify(published).includes('"law"'));
  assert.equal(histograms(results).length, 2);
  assert.equal(histograms(published).length, 2);
  for (const { counts } of histograms(published)) assert.ok(counts.every((count) => count >= 10));
  assert.deepEqual(publishResults(published), published, 'publishing again changes nothing');
  // Nearly the same people as in an earlier document: the difference would be theirs.
  const sheets = people({ group: 'resident', linked: 40, onlyBaseline: 20, onlyEndline: 20 });
  const more = computeResults({
    study,
    instrument: participationTrust,
    responses: [
      ...sheets,
      ...people({ group: 'resident', linked: 0, onlyBaseline: 3, onlyEndline: 0 }, 99).map((own) => ({
        ...own,
        id: `x${own.id}`,
      })),
    ],
    options: { resamples: 0 },
  });
  const later = shown(indexOf(publishResults(more, [published]))?.histogram);
  assert.ok(!later || isHidden(later.baseline), JSON.stringify(later));
});

/** The people of every run of bins that two histograms of the same people enclose, one taken from the other. */
function differences(a: Histogram, b: Histogram): number[] {
  const below = ({ edges, counts }: Histogram): Map<number, number> => {
    const sums = new Map<number, number>([[edges[0] as number, 0]]);
    counts.reduce((sum, count, i) => {
      sums.set(edges[i + 1] as number, sum + count);
      return sum + count;
    }, 0);
    return sums;
  };
  const sums = [...below(a), ...below(b)];
  return sums.flatMap(([from, low]) => sums.flatMap(([to, high]) => (to > from ? [high - low] : [])));
}

test('no bin, no run of bins and no difference of nested histograms has 1 to k - 1 people', () => {
  let bins = 0;
  const score = fc.oneof(
    fc.integer({ min: 0, max: 1200 }).map((value) => value / 12),
    fc.constantFrom(0, 5, 50, 95, 100),
    fc.integer({ min: 600, max: 700 }).map((value) => value / 12),
  );
  fc.assert(
    fc.property(fc.array(score, { minLength: 1, maxLength: 90, size: 'max' }), fc.constantFrom(5, 7), (scores, k) => {
      const own = histogramOf(tally(scores), k);
      if (scores.length < 20) {
        assert.ok(isHidden(own));
        return;
      }
      assert.ok(!isHidden(own));
      const { edges, counts, n } = own;
      assert.deepEqual([edges[0], edges.at(-1)], [0, 100], 'the ends tell nothing');
      assert.equal(edges.length, counts.length + 1);
      assert.equal(n, scores.length);
      counts.forEach((count, i) => {
        const [from, to] = [edges[i] as number, edges[i + 1] as number];
        const last = i === counts.length - 1;
        const inside = scores.filter((value) => value >= from && (last ? value <= to : value < to));
        assert.equal(count, inside.length, `${from}–${to}`);
      });
      bins += counts.length;
      const published = mergeBins(own, Math.max(10, k));
      for (const found of [...differences(own, own), ...differences(own, published)]) {
        assert.ok(found === 0 || Math.abs(found) >= k, `${found} people`);
      }
      for (const found of differences(published, published)) assert.ok(found >= 10 || n < 10, `${found} people`);
    }),
    { numRuns: 400 },
  );
  assert.ok(bins > 1000, `${bins} bins`);
});

test('documents: every bin holds k people, below 20 there is none', () => {
  let [seen, hidden] = [0, 0];
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 30 }),
      fc.constantFrom(5, 7),
      (linked, a, b, k) => {
        const results = compute(linked, a, b, k, linked + 31 * a);
        for (const [document, least] of [
          [results, k],
          [publishResults(results), 10],
        ] as const) {
          const index = indexOf(document);
          for (const wave of ['baseline', 'endline'] as const) {
            const own = shown(index?.histogram)?.[wave];
            if (own === undefined || isHidden(own)) {
              hidden++;
              continue;
            }
            seen++;
            assert.ok(own.n >= 20);
            const level = index?.[wave];
            assert.equal(own.n, level && !isHidden(level) ? level.n : undefined);
            assert.ok(own.counts.every((count) => count >= least));
          }
        }
      },
    ),
    { numRuns: 60 },
  );
  assert.ok(seen > 30 && hidden > 30, `${seen} shown, ${hidden} hidden`);
});

test('waves with their days and the people invited travel from the study file to the document', () => {
  const parsed = parseStudy({
    ...study,
    waves: [
      { id: 'pre', label: { en: 'before' }, opens: '2026-03-02', closes: '2026-03-15', invited: { resident: 60 } },
      { id: 'post', label: { en: 'after' }, invited: { resident: 62, official: 9 } },
    ],
  });
  assert.ok(parsed.ok);
  const results = computeResults({
    study: parsed.value,
    instrument: participationTrust,
    responses: people({ group: 'resident', linked: 20, onlyBaseline: 6, onlyEndline: 6 }),
    options: { resamples: 0 },
  });
  for (const document of [results, publishResults(results)]) {
    assert.deepEqual(document.study.waves, [
      { id: 'pre', label: { en: 'before' }, opens: '2026-03-02', closes: '2026-03-15' },
      { id: 'post', label: { en: 'after' } },
    ]);
    assert.deepEqual(document.flow.resident?.invited, { baseline: 60, endline: 62 });
    assert.deepEqual(document.flow.official?.invited, { endline: 9 });
    const read = parseResults(JSON.parse(JSON.stringify(document)));
    assert.ok(read.ok);
    assert.deepEqual(read.value, document);
  }
  const wrong = parseStudy({
    ...study,
    waves: [{ id: 'a', label: { en: 'a' }, invited: { resident: 1.5 } }, study.waves[1]],
  });
  assert.deepEqual(!wrong.ok && wrong.problems.map(({ path }) => path), ['/waves/0/invited/resident']);
  assert.equal(compute(20, 6, 6).flow.resident?.invited, undefined);
});

test('a histogram whose edges do not fit its counts is refused', () => {
  const results = compute(30, 10, 10);
  const index = indexOf(results);
  for (const histogram of [
    { n: 5, edges: [0, 100], counts: [2, 3] },
    { n: 5, edges: [0, 60, 100], counts: [1, 2, 2] },
  ]) {
    const read = parseResults({
      ...results,
      groups: {
        resident: {
          ...results.groups.resident,
          index: { ...index, histogram: { baseline: histogram, endline: histogram } },
        },
      },
    });
    assert.deepEqual(
      !read.ok && read.problems.map(({ path }) => path),
      ['baseline', 'endline'].map((wave) => `/groups/resident/index/histogram/${wave}`),
    );
  }
});
