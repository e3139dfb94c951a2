import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bcaInterval, jackknifeAcceleration, percentileInterval } from '../../../src/core/stats/bootstrap.js';
import { logGamma } from '../../../src/core/stats/gamma.js';
import { hedgesCorrection } from '../../../src/core/stats/hedges-g.js';
import { latticeBootstrap } from '../../../src/core/stats/lattice-bootstrap.js';
import { binomial, createResampler } from '../../../src/core/stats/multinomial.js';
import { quantile } from '../../../src/core/stats/quantile.js';
import { createRandom } from '../../../src/core/stats/random.js';
import { differences, tally, tallyPairs } from '../../../src/core/stats/tally.js';
import { golden, near } from './golden.js';

const oracle = golden('oracle.json') as {
  bca: { z0: number; alphas: [number, number]; ci: [number, number] };
  accel_g: number;
  accel_mean: number;
  fftboot: [number, number];
};
const pre = [35, 40, 45, 50, 55, 60, 30, 65, 45, 50];
const post = [45, 40, 60, 55, 70, 60, 45, 70, 40, 65];
const pairs = tallyPairs(pre, post);
const d = differences(pairs);

test('BCa agrees with the oracle', () => {
  const bca = bcaInterval(
    Array.from({ length: 20 }, (_, i) => i - 4),
    6,
    0.02,
  );
  near(bca.z0, oracle.bca.z0, 1e-9);
  bca.levels.forEach((level, i) => near(level, oracle.bca.alphas[i] as number, 1e-9));
  near(bca.low, oracle.bca.ci[0], 1e-9);
  near(bca.high, oracle.bca.ci[1], 1e-9);
});

test('acceleration from cells agrees with the oracle', () => {
  const mean = (skip: number): number =>
    d.values.reduce((sum, value, i) => sum + value * ((d.counts[i] as number) - (i === skip ? 1 : 0)), 0) / (d.n - 1);
  near(
    jackknifeAcceleration([{ values: Array.from(d.values, (_, i) => mean(i)), counts: d.counts }]),
    oracle.accel_mean,
    1e-9,
  );
  const g = (skip: number): number => {
    const w = Array.from(pairs.counts, (count, i) => count - (i === skip ? 1 : 0));
    const n = w.reduce((a, b) => a + b, 0);
    const m1 = w.reduce((sum, c, i) => sum + c * (pairs.first[i] as number), 0) / n;
    const m2 = w.reduce((sum, c, i) => sum + c * (pairs.second[i] as number), 0) / n;
    const v =
      w.reduce(
        (sum, c, i) => sum + c * (((pairs.first[i] as number) - m1) ** 2 + ((pairs.second[i] as number) - m2) ** 2),
        0,
      ) /
      (n - 1) /
      2;
    return ((hedgesCorrection(n - 1) as number) * (m2 - m1)) / Math.sqrt(v);
  };
  near(
    jackknifeAcceleration([{ values: Array.from(pairs.counts, (_, i) => g(i)), counts: pairs.counts }]),
    oracle.accel_g,
    1e-9,
  );
  assert.equal(jackknifeAcceleration([{ values: [1], counts: [1] }]), 0);
  assert.equal(jackknifeAcceleration([{ values: [2, 2], counts: [3, 4] }]), 0);
});

test('the exact lattice bootstrap agrees with the oracle, and with draws', () => {
  assert.deepEqual(latticeBootstrap(d, 5), oracle.fftboot);
  assert.deepEqual(latticeBootstrap(tally([5, 5, 5]), 5), { estimate: null, why: 'zero-variance' });
  assert.deepEqual(latticeBootstrap(tally([5, 6, 7.5]), 5), { estimate: null, why: 'not-computable' });
  const random = createRandom(3);
  const many = tally(Array.from({ length: 4000 }, () => 5 * (random.below(9) - 3)));
  const exact = latticeBootstrap(many, 5);
  assert.ok(Array.isArray(exact));
  const resample = createResampler(many.counts, [many.values]);
  const means = Array.from({ length: 4000 }, () => (resample(random)[0] as number) / many.n);
  const drawn = percentileInterval(means);
  near(drawn.low, exact[0] as number, 0.05);
  near(drawn.high, exact[1] as number, 0.05);
});

test('type-7 quantiles', () => {
  assert.equal(quantile([1, 2, 3, 4], 0.5), 2.5);
  assert.equal(quantile([1, 2, 3, 4], 0), 1);
  assert.equal(quantile([1, 2, 3, 4], 1), 4);
  near(quantile([1, 2, 4, 8, 16], 0.9), 12.8, 1e-12);
  assert.ok(Number.isNaN(quantile([], 0.5)));
});

test('xoshiro128**: first numbers of a known state, and streams that differ', () => {
  // Reference: Blackman & Vigna's xoshiro128starstar.c, state (1, 2, 3, 4): 11520, 0, 5927040, 70819200.
  const rotate = (x: bigint, k: bigint): bigint => ((x << k) | (x >> (32n - k))) & 0xffffffffn;
  const s = [1n, 2n, 3n, 4n];
  const reference = Array.from({ length: 4 }, () => {
    const result = (rotate((s[1]! * 5n) & 0xffffffffn, 7n) * 9n) & 0xffffffffn;
    const t = (s[1]! << 9n) & 0xffffffffn;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= t;
    s[3] = rotate(s[3]!, 11n);
    return Number(result);
  });
  const own = createRandom(0, '', [1, 2, 3, 4]);
  assert.deepEqual([own.next(), own.next(), own.next(), own.next()], reference);
  assert.deepEqual(reference, [11520, 0, 5927040, 70819200]);
  const again = createRandom(5, 'a');
  assert.equal(again.next(), createRandom(5, 'a').next());
  assert.notEqual(createRandom(5, 'a').next(), createRandom(5, 'b').next());
  const first = Array.from({ length: 200 }, (_, seed) => createRandom(seed).next());
  assert.equal(new Set(first).size, 200);
});

test('binomial draws follow their distribution (chi-square, inversion and rejection)', () => {
  for (const [n, p] of [
    [12, 0.3],
    [40, 0.1],
    [60, 0.5],
    [500, 0.37],
    [500, 0.9],
    // Far from the mode the density comes from logarithms instead of ratios.
    [40_000, 0.4],
    [1_000_000, 0.0005],
  ] as const) {
    const random = createRandom(11, `${n}|${p}`);
    const draws = 20_000;
    const counts = new Float64Array(n + 1);
    for (let i = 0; i < draws; i++) counts[binomial(random, n, p)]!++;
    const z = chiSquare(counts, n, p, draws);
    assert.ok(Math.abs(z) < 4, `n=${n} p=${p}: z=${z}`);
  }
});

test('a resample is multinomial: cells drawn at once, one by one, and mixed', () => {
  for (const counts of [
    [3, 1, 2, 7],
    [4000, 100, 2000, 300],
    [4000, 1, 60, 3, 17, 9],
  ]) {
    const n = counts.reduce((a, b) => a + b, 0);
    const shares = counts.map((count) => count / n);
    const everybody = Float64Array.from(counts, () => 1);
    for (const [i, j] of [
      [0, 1],
      [1, counts.length - 1],
    ] as const) {
      const only = (cell: number): Float64Array => Float64Array.from(counts, (_, other) => (other === cell ? 1 : 0));
      const resample = createResampler(Float64Array.from(counts), [everybody, only(i), only(j)]);
      const random = createRandom(1, `${counts.join()}|${i}`);
      const draws = 20_000;
      let [sum, square, product, other] = [0, 0, 0, 0];
      for (let b = 0; b < draws; b++) {
        const [all, x, y] = resample(random) as unknown as [number, number, number];
        assert.equal(all, n);
        sum += x;
        other += y;
        square += x * x;
        product += x * y;
      }
      const [p, q] = [shares[i] as number, shares[j] as number];
      const [mean, mean2] = [sum / draws, other / draws];
      const variance = n * p * (1 - p);
      near(mean, n * p, 5 * Math.sqrt(variance / draws));
      near((square / draws - mean * mean) / variance, 1, 0.06, 'variance');
      const correlation = (product / draws - mean * mean2) / Math.sqrt(variance * n * q * (1 - q));
      near(correlation, -Math.sqrt((p * q) / ((1 - p) * (1 - q))), 0.03, 'correlation');
    }
  }
});

test('what a cell draws has the binomial distribution, whichever way it is drawn (chi-square)', () => {
  for (const counts of [
    [5, 8, 3, 4],
    [400, 12, 3, 85],
  ]) {
    const n = counts.reduce((a, b) => a + b, 0);
    const indicators = [0, 1, 3].map((cell) => Float64Array.from(counts, (_, other) => (other === cell ? 1 : 0)));
    const resample = createResampler(Float64Array.from(counts), indicators);
    const random = createRandom(8, counts.join());
    const draws = 20_000;
    const hits = indicators.map(() => new Float64Array(n + 1));
    for (let b = 0; b < draws; b++) {
      const sums = resample(random);
      hits.forEach((own, v) => own[sums[v] as number]!++);
    }
    hits.forEach((own, v) => {
      const p = (counts[[0, 1, 3][v] as number] as number) / n;
      const z = chiSquare(own, n, p, draws);
      assert.ok(Math.abs(z) < 4, `${counts.join()} cell ${v}: z=${z}`);
    });
  }
});

/** How far observed frequencies of 0 … n are from Binomial(n, p), as a standard normal deviate. */
function chiSquare(observed: Float64Array, n: number, p: number, draws: number): number {
  let [chi, df] = [0, -1];
  observed.forEach((count, k) => {
    const expected =
      draws *
      Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) + k * Math.log(p) + (n - k) * Math.log(1 - p));
    if (expected < 8) return;
    chi += (count - expected) ** 2 / expected;
    df++;
  });
  return (chi - df) / Math.sqrt(2 * df);
}
