import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bcaInterval } from '../../../src/core/stats/bootstrap.js';
import { bootstrapHedgesG } from '../../../src/core/stats/hedges-g-bootstrap.js';
import { pairedT } from '../../../src/core/stats/partially-overlapping-t.js';
import { createRandom } from '../../../src/core/stats/random.js';
import { tallyPairs } from '../../../src/core/stats/tally.js';
import { isUndefined } from '../../../src/core/stats/why.js';
import { golden, near } from './golden.js';

const oracle = golden('oracle.json') as { accel_g: number };

function people(n: number, seed: number): { pre: number[]; post: number[] } {
  const random = createRandom(seed);
  const noise = (): number => 2 * (random.uniform() + random.uniform() + random.uniform() - 1.5);
  const key = (x: number): number => Math.min(20, Math.max(0, Math.round(x)));
  const traits = Array.from({ length: n }, noise);
  return { pre: traits.map((t) => key(9 + 3 * t + 2 * noise())), post: traits.map((t) => key(11 + 3 * t + noise())) };
}

test('estimate and acceleration agree with the closed form and with R', () => {
  const pre = [35, 40, 45, 50, 55, 60, 30, 65, 45, 50];
  const post = [45, 40, 60, 55, 70, 60, 45, 70, 40, 65];
  const found = bootstrapHedgesG(tallyPairs(pre, post), 500, createRandom(1));
  assert.ok(!isUndefined(found));
  near(found.acceleration, oracle.accel_g, 1e-9);
  const closed = pairedT(tallyPairs(pre, post));
  assert.ok(!isUndefined(closed) && !isUndefined(closed.g));
  near(found.estimate, closed.g.estimate, 1e-12);
});

test('limits are those of resampled rows, from few and from many people', () => {
  for (const n of [40, 3000]) {
    const { pre, post } = people(n, n);
    const found = bootstrapHedgesG(tallyPairs(pre, post), 6000, createRandom(3));
    assert.ok(!isUndefined(found));
    const random = createRandom(4);
    const rows = Array.from({ length: 1500 }, () => {
      const drawn = Array.from({ length: n }, () => random.below(n));
      const [x, y] = [drawn.map((i) => pre[i] as number), drawn.map((i) => post[i] as number)];
      const closed = pairedT(tallyPairs(x, y));
      assert.ok(!isUndefined(closed) && !isUndefined(closed.g));
      return closed.g.estimate;
    });
    const expected = bcaInterval(rows, found.estimate, found.acceleration);
    const width = expected.high - expected.low;
    near(found.low, expected.low, 0.08 * width, `n=${n}`);
    near(found.high, expected.high, 0.08 * width, `n=${n}`);
  }
});

test('adding a constant and the order of people change nothing; swapping the waves turns the interval round', () => {
  const { pre, post } = people(60, 5);
  const run = (first: number[], second: number[]): { estimate: number; low: number; high: number } => {
    const found = bootstrapHedgesG(tallyPairs(first, second), 2000, createRandom(6));
    assert.ok(!isUndefined(found));
    return found;
  };
  const one = run(pre, post);
  const moved = run(pre.map((x) => x + 100).reverse(), post.map((x) => x + 100).reverse());
  near(moved.low, one.low, 1e-9);
  near(moved.high, one.high, 1e-9);
  const turned = run(post, pre);
  near(turned.estimate, -one.estimate, 1e-12);
  near(turned.low, -one.high, 0.06);
  near(turned.high, -one.low, 0.06);
});

test('edges', () => {
  const random = createRandom(1);
  const none = { estimate: null, why: 'not-computable' };
  assert.deepEqual(bootstrapHedgesG(tallyPairs([1, 2, 3, 4], [2, 3, 4, 6]), 100, random), none);
  assert.deepEqual(bootstrapHedgesG(tallyPairs([1, 2, 3, 4, 5], [2, 3, 4, 6, 9]), 0, random), none);
  assert.deepEqual(bootstrapHedgesG(tallyPairs([], []), 100, random), none);
  const flat = { estimate: null, why: 'zero-variance' };
  assert.deepEqual(bootstrapHedgesG(tallyPairs([1, 2, 3, 4, 5], [2, 3, 4, 5, 6]), 100, random), flat);
  // Five people of whom one differs: one resample in three has no variation.
  assert.deepEqual(bootstrapHedgesG(tallyPairs([1, 1, 1, 1, 2], [1, 1, 1, 1, 1]), 500, random), flat);
});
