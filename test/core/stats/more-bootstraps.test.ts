import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bcaInterval, jackknifeAcceleration, percentileInterval } from '../../../src/core/stats/bootstrap.js';
import { bootstrapCliff } from '../../../src/core/stats/cliff-bootstrap.js';
import { cliffDelta } from '../../../src/core/stats/cliff.js';
import { hedgesGRm } from '../../../src/core/stats/hedges-g.js';
import { bootstrapHedgesGRm } from '../../../src/core/stats/hedges-g-rm-bootstrap.js';
import { createCountResampler } from '../../../src/core/stats/multinomial.js';
import { createRandom, type Random } from '../../../src/core/stats/random.js';
import { correlation, differences, moments, tally, tallyPairs } from '../../../src/core/stats/tally.js';
import { isUndefined } from '../../../src/core/stats/why.js';
import { golden, near } from './golden.js';

const oracle = golden('oracle.json') as { gpaired: { g_rm: number }; cliff: { delta: number } };
const notComputable = { estimate: null, why: 'not-computable' };
const zeroVariance = { estimate: null, why: 'zero-variance' };

function people(n: number, seed: number): { pre: number[]; post: number[] } {
  const random = createRandom(seed);
  const noise = (): number => 2 * (random.uniform() + random.uniform() + random.uniform() - 1.5);
  const key = (x: number): number => Math.min(20, Math.max(0, Math.round(x)));
  const traits = Array.from({ length: n }, noise);
  return { pre: traits.map((t) => key(9 + 3 * t + 2 * noise())), post: traits.map((t) => key(11 + 3 * t + noise())) };
}

/** g_rm and δ from rows, by their closed forms. */
function rmOf(pre: readonly number[], post: readonly number[]): number {
  const pairs = tallyPairs(pre, post);
  const { mean, variance } = moments(differences(pairs));
  const value = hedgesGRm(mean, Math.sqrt(variance), correlation(pairs), pairs.n);
  assert.ok(typeof value === 'number');
  return value;
}
function deltaOf(pre: readonly number[], post: readonly number[]): number {
  let sum = 0;
  for (const y of post) for (const x of pre) sum += Math.sign(y - x);
  return sum / (pre.length * post.length);
}
const drawRows = (random: Random, n: number): number[] => Array.from({ length: n }, () => random.below(n));
const without = (rows: readonly number[], at: number): number[] => rows.filter((_, i) => i !== at);

test('draws by cell: n draws, and each cell as often as its share says', () => {
  const counts = Float64Array.from([1, 40, 3, 16, 0, 20]);
  const draw = createCountResampler(counts);
  const random = createRandom(8);
  const sums = new Float64Array(counts.length);
  const times = 20_000;
  for (let b = 0; b < times; b++) {
    const drawn = draw(random);
    assert.equal(
      drawn.reduce((sum, own) => sum + own, 0),
      80,
    );
    drawn.forEach((own, cell) => (sums[cell]! += own));
  }
  // Standard error of a mean count: √(c(1 - c/n)/times), below 0.032.
  counts.forEach((count, cell) => near((sums[cell] as number) / times - count, 0, 0.15, `cell ${cell}`));
  assert.equal(sums[4], 0);
});

test('g_rm: estimate as in R, acceleration as from rows left out one by one', () => {
  const pre = [35, 40, 45, 50, 55, 60, 30, 65, 45, 50];
  const post = [45, 40, 60, 55, 70, 60, 45, 70, 40, 65];
  const found = bootstrapHedgesGRm(tallyPairs(pre, post), 500, createRandom(1));
  assert.ok(!isUndefined(found));
  near(found.estimate, oracle.gpaired.g_rm, 1e-10);
  const { pre: x, post: y } = people(60, 2);
  const made = bootstrapHedgesGRm(tallyPairs(x, y), 500, createRandom(1));
  assert.ok(!isUndefined(made));
  const values = x.map((_, i) => rmOf(without(x, i), without(y, i)));
  near(made.acceleration, jackknifeAcceleration([{ values, counts: values.map(() => 1) }]), 1e-9);
});

test('g_rm: limits are those of resampled rows, from few and from many people', () => {
  for (const n of [40, 3000]) {
    const { pre, post } = people(n, n);
    const found = bootstrapHedgesGRm(tallyPairs(pre, post), 6000, createRandom(3));
    assert.ok(!isUndefined(found));
    const random = createRandom(4);
    const rows = Array.from({ length: 1500 }, () => {
      const drawn = drawRows(random, n);
      return rmOf(
        drawn.map((i) => pre[i] as number),
        drawn.map((i) => post[i] as number),
      );
    });
    const expected = bcaInterval(rows, found.estimate, found.acceleration);
    const width = expected.high - expected.low;
    near((found.low - expected.low) / width, 0, 0.08, `n=${n}`);
    near((found.high - expected.high) / width, 0, 0.08, `n=${n}`);
  }
});

test('g_rm: edges', () => {
  const random = createRandom(1);
  assert.deepEqual(bootstrapHedgesGRm(tallyPairs([1, 2, 3, 4], [2, 3, 4, 6]), 100, random), notComputable);
  assert.deepEqual(bootstrapHedgesGRm(tallyPairs([1, 2, 3, 4, 5], [2, 3, 4, 6, 9]), 0, random), notComputable);
  assert.deepEqual(bootstrapHedgesGRm(tallyPairs([], []), 100, random), notComputable);
  assert.deepEqual(bootstrapHedgesGRm(tallyPairs([1, 2, 3, 4, 5], [2, 3, 4, 5, 6]), 100, random), zeroVariance);
  assert.deepEqual(bootstrapHedgesGRm(tallyPairs([1, 2, 3, 4, 5], [3, 3, 3, 3, 3]), 100, random), zeroVariance);
  assert.deepEqual(bootstrapHedgesGRm(tallyPairs([1, 1, 1, 1, 2], [1, 2, 3, 1, 1]), 500, random), zeroVariance);
});

test('Cliff: estimate as in closed form, acceleration as from rows left out one by one', () => {
  const { pre, post: later } = people(50, 9);
  const post = later.slice(0, 31);
  const found = bootstrapCliff(tally(pre), tally(post), 500, createRandom(1));
  const closed = cliffDelta(tally(pre), tally(post));
  assert.ok(!isUndefined(found) && !isUndefined(closed));
  near(found.estimate, closed.estimate, 1e-12);
  near(found.estimate, deltaOf(pre, post), 1e-12);
  const acceleration = jackknifeAcceleration([
    { values: pre.map((_, i) => deltaOf(without(pre, i), post)), counts: pre.map(() => 1) },
    { values: post.map((_, i) => deltaOf(pre, without(post, i))), counts: post.map(() => 1) },
  ]);
  near(found.acceleration, acceleration, 1e-9);
});

test('Cliff: limits are those of resampled rows, BCa and percentile, from few and from many people', () => {
  for (const n of [24, 400]) {
    const { pre, post: later } = people(n, n);
    const post = later.slice(0, (3 * n) / 4);
    const found = bootstrapCliff(tally(pre), tally(post), 8000, createRandom(3));
    assert.ok(!isUndefined(found));
    const random = createRandom(4);
    const rows = Array.from({ length: 2000 }, () =>
      deltaOf(
        drawRows(random, n).map((i) => pre[i] as number),
        drawRows(random, post.length).map((i) => post[i] as number),
      ),
    );
    const bca = bcaInterval(rows, found.estimate, found.acceleration);
    const percentile = percentileInterval(rows);
    const width = percentile.high - percentile.low;
    for (const [own, expected] of [
      [found, bca],
      [found.percentile, percentile],
    ] as const) {
      near((own.low - expected.low) / width, 0, 0.08, `n=${n}`);
      near((own.high - expected.high) / width, 0, 0.08, `n=${n}`);
    }
  }
});

test('Cliff: swapping the waves turns the sign; the order of people changes nothing', () => {
  const { pre, post } = people(60, 5);
  const run = (first: number[], second: number[]) => {
    const found = bootstrapCliff(tally(first), tally(second), 3000, createRandom(6));
    assert.ok(!isUndefined(found));
    return found;
  };
  const one = run(pre, post);
  assert.deepEqual(run([...pre].reverse(), [...post].reverse()), one);
  const turned = run(post, pre);
  near(turned.estimate, -one.estimate, 1e-12);
  near(turned.acceleration, -one.acceleration, 1e-9);
  near(turned.low, -one.high, 0.03);
  near(turned.high, -one.low, 0.03);
});

test('Cliff: edges', () => {
  const random = createRandom(1);
  const five = tally([1, 2, 3, 4, 5]);
  assert.deepEqual(bootstrapCliff(tally([1, 2, 3, 4]), five, 100, random), notComputable);
  assert.deepEqual(bootstrapCliff(five, tally([1, 2, 3, 4]), 100, random), notComputable);
  assert.deepEqual(bootstrapCliff(five, five, 0, random), notComputable);
  assert.deepEqual(bootstrapCliff(tally([]), tally([]), 100, random), notComputable);
  assert.deepEqual(bootstrapCliff(tally([3, 3, 3, 3, 3]), tally([3, 3, 3, 3, 3]), 100, random), zeroVariance);
  assert.deepEqual(bootstrapCliff(five, tally([6, 7, 8, 9, 10]), 100, random), zeroVariance);
  const found = bootstrapCliff(tally([3, 3, 3, 3, 3]), five, 2000, random);
  assert.ok(!isUndefined(found) && found.estimate === 0 && found.low < 0 && found.high > 0);
});
