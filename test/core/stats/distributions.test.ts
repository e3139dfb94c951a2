import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exp, log, log1p, log1pMinus } from '../../../src/core/stats/elementary.js';
import { fQuantile, fUpper } from '../../../src/core/stats/f-distribution.js';
import { logGamma } from '../../../src/core/stats/gamma.js';
import { hedgesCorrection } from '../../../src/core/stats/hedges-g.js';
import { holm } from '../../../src/core/stats/holm.js';
import { incompleteBeta } from '../../../src/core/stats/incomplete-beta.js';
import { normalQuantile, normalTwoSided, Z_95 } from '../../../src/core/stats/normal.js';
import { tCdf, tQuantile, tTwoSided, tUpperQuantile } from '../../../src/core/stats/t-distribution.js';
import { golden, near, nearRelative } from './golden.js';

interface Distributions {
  readonly tTwoSided: readonly { t: number; df: number; p: number }[];
  readonly tUpperQuantile: readonly { tail: number; df: number; t: number }[];
  readonly normalTwoSided: readonly { z: number; p: number }[];
  readonly normalQuantile: readonly { p: number; z: number }[];
  readonly logGamma: readonly { x: number; value: number }[];
  readonly fQuantile: readonly { p: number; d1: number; d2: number; f: number }[];
  readonly fUpper: readonly { f: number; d1: number; d2: number; p: number }[];
  readonly incompleteBeta: readonly { x: number; a: number; b: number; lower: number; upper: number }[];
  readonly hedgesCorrection: readonly { m: number; J: number }[];
  readonly holm: { p: number[]; adjusted: number[] };
}
const r = golden('distributions.json') as Distributions;

test('elementary functions agree with the engine to the last bits', () => {
  for (let i = -700; i <= 700; i++) {
    const x = i * 1.0137;
    if (Math.abs(x) < 700) nearRelative(exp(x), Math.exp(x), 4e-16, `exp(${x})`);
    const y = Math.exp(x);
    if (Math.abs(x) < 700) near(log(y), Math.log(y), 4e-16, `log(${y})`);
    const z = i / 701;
    near(log1p(z), Math.log1p(z), 4e-16, `log1p(${z})`);
  }
  nearRelative(log1pMinus(1e-9), -5e-19 + 1e-27 / 3, 1e-12, 'log1pMinus');
  nearRelative(log1pMinus(0.45), Math.log1p(0.45) - 0.45, 1e-14, 'log1pMinus');
  assert.equal(exp(-800), 0);
  assert.equal(exp(800), Infinity);
  assert.equal(log(0), -Infinity);
  assert.ok(Number.isNaN(log(-1)));
  nearRelative(exp(-740), Math.exp(-740), 1e-2, 'subnormal');
});

test('t: two-sided p to 1e-10 of R, relative, down to 1e-300', () => {
  for (const { t, df, p } of r.tTwoSided) nearRelative(tTwoSided(t, df), p, 1e-10, `t=${t} df=${df}`);
});

test('t: quantiles to 1e-10 of R', () => {
  for (const { tail, df, t } of r.tUpperQuantile)
    nearRelative(tUpperQuantile(tail, df), t, 1e-10, `tail=${tail} df=${df}`);
  assert.equal(tQuantile(0.5, 7), 0);
  near(tQuantile(0.1, 7) + tQuantile(0.9, 7), 0, 1e-14);
  near(tCdf(-2, 9) + tCdf(2, 9), 1, 1e-15);
  assert.ok(Number.isNaN(tUpperQuantile(0, 7)));
});

test('normal distribution to 1e-10 of R', () => {
  for (const { z, p } of r.normalTwoSided) nearRelative(normalTwoSided(z), p, 1e-10, `z=${z}`);
  for (const { p, z } of r.normalQuantile) near(normalQuantile(p), z, 1e-10, `p=${p}`);
  near(normalQuantile(0.975), Z_95, 1e-14);
});

test('log-gamma, F and incomplete beta to 1e-10 of R', () => {
  for (const { x, value } of r.logGamma) near(logGamma(x), value, 1e-10, `lgamma(${x})`);
  for (const { p, d1, d2, f } of r.fQuantile) nearRelative(fQuantile(p, d1, d2), f, 1e-10, `qf(${p},${d1},${d2})`);
  for (const { f, d1, d2, p } of r.fUpper) nearRelative(fUpper(f, d1, d2), p, 1e-10, `pf(${f},${d1},${d2})`);
  for (const { x, a, b, lower, upper } of r.incompleteBeta) {
    const got = incompleteBeta(a, b, x, 1 - x);
    near(got.lower, lower, 1e-10, `pbeta(${x},${a},${b})`);
    near(got.upper, upper, 1e-10, `1-pbeta(${x},${a},${b})`);
  }
});

test("Hedges' correction and Holm", () => {
  for (const { m, J } of r.hedgesCorrection) near(hedgesCorrection(m), J, 1e-10, `J(${m})`);
  assert.equal(hedgesCorrection(1.99), null);
  holm(r.holm.p).forEach((p, i) => near(p, r.holm.adjusted[i] as number, 1e-14));
});
