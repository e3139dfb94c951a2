import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noncentralTUpper } from '../../../src/core/stats/noncentral-t.js';
import { detectableChange, inviteFor, pairsNeeded, perWaveNeeded } from '../../../src/core/stats/sample-hints.js';
import { tTwoSided } from '../../../src/core/stats/t-distribution.js';
import { near, nearRelative } from './golden.js';

test('the table of method.md §3.18', () => {
  assert.deepEqual(
    [0.2, 0.3, 0.5].map((g) => pairsNeeded(g)),
    [199, 90, 34],
  );
  assert.deepEqual(
    [0.2, 0.3, 0.5].map((g) => pairsNeeded(g, 0.7)),
    [120, 55, 21],
  );
  assert.deepEqual(
    [0.2, 0.3, 0.5].map((g) => perWaveNeeded(g)),
    [394, 176, 64],
  );
  assert.equal(pairsNeeded(-0.3), 90);
  assert.deepEqual(
    [10, 20, 30, 50, 100, 200].map((n) => Math.round(detectableChange(n) as number)),
    [20, 13, 11, 8, 6, 4],
  );
  near(detectableChange(30, { deff: 4 }), 2 * (detectableChange(30) as number), 1e-12);
  near(detectableChange(30, { sd: 10 }), (detectableChange(30) as number) / 2, 1e-12);
  assert.equal(inviteFor(90), 184);
});

test('detectable changes agree with R to six digits', () => {
  const r = [19.9200380419, 13.2088181714, 10.5847254876, 8.0836915065, 5.6582658768, 3.9813025881];
  [10, 20, 30, 50, 100, 200].forEach((n, i) => nearRelative(detectableChange(n) as number, r[i] as number, 1e-5));
});

test('what cannot be said', () => {
  const none = { estimate: null, why: 'not-computable' };
  assert.deepEqual(
    [pairsNeeded(0), pairsNeeded(0.3, 1), perWaveNeeded(NaN), inviteFor(10, 0)],
    [none, none, none, none],
  );
  assert.deepEqual(detectableChange(1), { estimate: null, why: 'n<2' });
  assert.deepEqual(detectableChange(10, { sd: 0 }), none);
});

test('the non-central t agrees with R, and with the central t where there is no shift', () => {
  const cases: readonly [t: number, df: number, delta: number, upper: number][] = [
    [2, 10, 1, 0.19238843746969],
    [2.0452, 29, 2.738, 0.75378541192713],
    [1.97, 198, 3, 0.84790021714506],
    [0.5, 3, 0.2, 0.39922805498832],
    [2.2, 8, 6, 0.99960106812415],
    [0, 5, 1.3, 0.90319951541439],
    [3, 400, 10, 0.99999999999833],
  ];
  for (const [t, df, delta, upper] of cases)
    nearRelative(noncentralTUpper(t, df, delta), upper, 1e-9, `${t} ${df} ${delta}`);
  for (const [t, df] of [
    [0.3, 4],
    [2.1, 17.6],
    [4, 300],
  ] as const) {
    near(noncentralTUpper(t, df, 0), tTwoSided(t, df) / 2, 1e-13);
  }
  assert.ok(Number.isNaN(noncentralTUpper(-1, 4, 1)));
});
