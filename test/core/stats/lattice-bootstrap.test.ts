import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bcaInterval } from '../../../src/core/stats/bootstrap.js';
import { circlePoint } from '../../../src/core/stats/elementary.js';
import { latticeBca, latticeBootstrap } from '../../../src/core/stats/lattice-bootstrap.js';
import { createResampler } from '../../../src/core/stats/multinomial.js';
import { createRandom } from '../../../src/core/stats/random.js';
import { tally, type Tally } from '../../../src/core/stats/tally.js';
import { isUndefined } from '../../../src/core/stats/why.js';
import { near } from './golden.js';

/** The distribution of the sum of n draws by n convolutions, from the smallest sum on. */
function convolved({ n, values, counts }: Tally): { least: number; probability: Float64Array } {
  const least = values[0] as number;
  const width = (values[values.length - 1] as number) - least;
  let law = Float64Array.of(1);
  for (let draw = 0; draw < n; draw++) {
    const next = new Float64Array(law.length + width);
    law.forEach((p, at) => values.forEach((value, i) => (next[at + value - least]! += (p * counts[i]!) / n)));
    law = next;
  }
  return { least: n * least, probability: law };
}

/** Made-up integers: people on a coarse lattice, some between its points, one far away. */
function sample(seed: number, n: number, coarse: number, between: number, far: number): Tally {
  const random = createRandom(seed);
  return tally(
    Array.from({ length: n }, (_, i) => {
      const x = 20 * (random.uniform() + random.uniform() + random.uniform() - 1.3);
      const on = coarse * Math.round(x / coarse);
      return i === 0 ? on + far : i <= between ? Math.round(x) : on;
    }),
  );
}

const cases = [
  sample(1, 2, 1, 0, 0),
  sample(2, 7, 1, 0, 0),
  sample(3, 40, 5, 0, 0),
  sample(4, 60, 12, 2, 0),
  sample(5, 90, 6, 8, 0),
  sample(6, 80, 3, 0, 150),
];

test('quantiles are those of the n-fold convolution', () => {
  for (const data of cases) {
    const { least, probability } = convolved(data);
    const levels = [1e-6, 0.001, 0.025, 0.2, 0.5, 0.77, 0.975, 0.9999];
    const expected = levels.map((level) => {
      let at = 0;
      let cumulative = probability[0] as number;
      while (cumulative < level - 1e-12) cumulative += probability[++at] as number;
      return (least + at) / data.n;
    });
    const found = latticeBootstrap(data, 1, levels);
    assert.ok(!isUndefined(found));
    (found as number[]).forEach((quantile, i) => near(quantile, expected[i] as number, 1e-9, `n=${data.n}`));
  }
});

test('z0 and the levels of BCa come from the convolution too', () => {
  for (const data of cases.slice(1)) {
    const found = latticeBca(data, 1);
    assert.ok(found && !isUndefined(found));
    const { least, probability } = convolved(data);
    const observed = data.values.reduce((sum, value, i) => sum + value * data.counts[i]!, 0) - least;
    let below = 0;
    for (let at = 0; at < observed; at++) below += probability[at] as number;
    const share = below + (probability[observed] as number) / 2;
    // A sample of replicates with this share below the estimate has the same z0.
    const replicates = Float64Array.from({ length: 100_000 }, (_, i) => (i < Math.round(share * 100_000) ? 0 : 2));
    near(found.z0, bcaInterval(replicates, 1, 0).z0, 2e-5, `n=${data.n}`);
    assert.ok(found.low < found.high && found.levels[0] < found.levels[1]);
  }
});

test('the exact interval is what resampling tends to', () => {
  const data = sample(9, 400, 5, 0, 0);
  const exact = latticeBca(data, 5);
  assert.ok(exact && !isUndefined(exact));
  const random = createRandom(2);
  const resample = createResampler(data.counts, [data.values]);
  const means = Float64Array.from({ length: 40_000 }, () => (resample(random)[0] as number) / data.n);
  const mean = data.values.reduce((sum, value, i) => sum + value * data.counts[i]!, 0) / data.n;
  const drawn = bcaInterval(means, mean, exact.acceleration);
  near(exact.z0, drawn.z0, 0.025);
  near(exact.low, drawn.low, 0.05);
  near(exact.high, drawn.high, 0.05);
});

test('a finer step than the values need changes nothing', () => {
  const data = sample(10, 300, 5, 0, 0);
  const [coarse, fine] = [latticeBca(data, 5), latticeBca(data, 1)];
  assert.ok(coarse && fine && !isUndefined(coarse) && !isUndefined(fine));
  near(coarse.low, fine.low, 1e-12);
  near(coarse.high, fine.high, 1e-12);
  near(coarse.z0, fine.z0, 1e-12);
});

test('edges: no variation, no lattice, one answer', () => {
  assert.deepEqual(latticeBca(tally([5, 5, 5]), 5), { estimate: null, why: 'zero-variance' });
  assert.deepEqual(latticeBca(tally([5, 6, 7.5]), 5), { estimate: null, why: 'not-computable' });
  assert.deepEqual(latticeBca(tally([5]), 5), { estimate: null, why: 'not-computable' });
  assert.deepEqual(latticeBca(tally([]), 5), { estimate: null, why: 'not-computable' });
});

test('points of the circle to the last digit, however often it goes round', () => {
  for (let turn = -3000; turn < 3000; turn += 7) {
    const { cos, sin } = circlePoint(turn, 997);
    const angle = 2 * Math.PI * ((((turn % 997) + 997) % 997) / 997);
    near(cos, Math.cos(angle), 4e-15);
    near(sin, Math.sin(angle), 4e-15);
  }
  const far = circlePoint(997 * 2 ** 40 + 5, 997);
  near(far.sin, Math.sin((2 * Math.PI * 5) / 997), 1e-15);
  assert.deepEqual([circlePoint(1, 4).sin, circlePoint(1, 2).cos, circlePoint(0, 9).cos], [1, -1, 1]);
});
