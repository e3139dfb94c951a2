import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cronbachAlpha, itemCovariance, itemRest } from '../../../src/core/stats/alpha.js';
import { cliffDelta } from '../../../src/core/stats/cliff.js';
import { hedgesCorrection, hedgesGRm } from '../../../src/core/stats/hedges-g.js';
import { holm } from '../../../src/core/stats/holm.js';
import { designEffect, icc1 } from '../../../src/core/stats/icc.js';
import { netImprovement } from '../../../src/core/stats/net-improvement.js';
import { mcdonaldOmega } from '../../../src/core/stats/omega.js';
import { pairedT, partiallyOverlappingT, welchT } from '../../../src/core/stats/partially-overlapping-t.js';
import { reliableChange } from '../../../src/core/stats/reliable-change.js';
import { prattSignedRank } from '../../../src/core/stats/signed-rank.js';
import { differenceInDifferences, type ChangeEstimate } from '../../../src/core/stats/t-estimate.js';
import { correlation, differences, margin, moments, tally, tallyPairs } from '../../../src/core/stats/tally.js';
import { isUndefined, type Undefined } from '../../../src/core/stats/why.js';
import { wilson } from '../../../src/core/stats/wilson.js';
import { golden, near } from './golden.js';

interface T {
  est: number;
  se: number;
  df: number;
  t: number;
  p: number;
  lo: number;
  hi: number;
  r: number;
  g: number;
}
interface Oracle {
  X: number[][];
  alpha: number;
  feldt: [number, number];
  omega: [number, number];
  itemrest: number[];
  J: number[];
  residents: T;
  officials: T;
  paired_only: T;
  welch_only: T;
  gpaired: { g_av: number; g_rm: number; se_av: number; ci_av: [number, number] };
  cliff: { delta: number; s2: number; ci: [number, number] };
  cliff_disjoint: { delta: number; s2: number; ci: [number, number] };
  netimp: { net: number; ps: number; ci: [number, number] };
  pratt: { Wplus: number; z: number; p: number; p_exact: number; rbs: number };
  rci: { sem: number; threshold: number; up: number; same: number; down: number };
  holm: (number | null)[];
  icc: { icc: number; n0: number; deff: number };
  wilson: [number, number];
  did: { est: number; se: number; df: number; p: number; ci: [number, number] };
}
const oracle = golden('oracle.json') as Oracle;

const pre = [35, 40, 45, 50, 55, 60, 30, 65, 45, 50];
const post = [45, 40, 60, 55, 70, 60, 45, 70, 40, 65];
const a = [40, 55, 35, 50, 60, 45];
const b = [55, 50, 65, 45, 70, 60, 75];
const officialPre = [70, 65, 80, 75, 60];
const officialPost = [72.5, 70, 80, 70, 65];
const pairs = tallyPairs(pre, post);
const none = tallyPairs([], []);

function defined<V extends object>(value: V | Undefined): V {
  assert.ok(!isUndefined(value), JSON.stringify(value));
  return value;
}
function sameT(actual: ChangeEstimate, expected: T): void {
  near(actual.estimate, expected.est, 1e-9, 'est');
  near(actual.se, expected.se, 1e-9, 'se');
  near(actual.df, expected.df, 1e-9, 'df');
  near(actual.t, expected.t, 1e-9, 't');
  near(actual.p, expected.p, 1e-9, 'p');
  near(actual.low, expected.lo, 1e-9, 'low');
  near(actual.high, expected.hi, 1e-9, 'high');
  near(actual.r, expected.r, 1e-9, 'r');
  near(defined(actual.g).estimate, expected.g, 1e-9, 'g');
}
const residents = defined(partiallyOverlappingT(tally([...a, ...pre]), tally([...b, ...post]), pairs));
const officials = defined(
  partiallyOverlappingT(
    tally([85, 75, ...officialPre]),
    tally([80, 70, 75, ...officialPost]),
    tallyPairs(officialPre, officialPost),
  ),
);

test('partially overlapping, paired and Welch t agree with the oracle', () => {
  sameT(residents, oracle.residents);
  sameT(officials, oracle.officials);
  sameT(defined(welchT(tally(a), tally(b))), oracle.welch_only);
  sameT(defined(partiallyOverlappingT(tally(pre), tally(post), pairs)), oracle.paired_only);
  sameT(defined(pairedT(pairs)), oracle.paired_only);
});

test('difference in differences agrees with the oracle', () => {
  const did = differenceInDifferences(residents, officials);
  near(did.estimate, oracle.did.est, 1e-9);
  near(did.se, oracle.did.se, 1e-9);
  near(did.df, oracle.did.df, 1e-9);
  near(did.p, oracle.did.p, 1e-9);
  near(did.low, oracle.did.ci[0], 1e-9);
  near(did.high, oracle.did.ci[1], 1e-9);
});

test('effect sizes agree with the oracle', () => {
  [2, 9, 100].forEach((m, i) => near(hedgesCorrection(m), oracle.J[i] as number, 1e-9, `J(${m})`));
  const g = defined(defined(pairedT(pairs)).g);
  near(g.estimate, oracle.gpaired.g_av, 1e-9);
  near(g.low, oracle.gpaired.ci_av[0], 1e-9);
  near(g.high, oracle.gpaired.ci_av[1], 1e-9);
  const d = moments(differences(pairs));
  near(hedgesGRm(d.mean, Math.sqrt(d.variance), correlation(pairs), d.n), oracle.gpaired.g_rm, 1e-9);
});

test("Cliff's delta agrees with the oracle; at |δ| = 1 the outer limit is ±1", () => {
  const overlapping = defined(cliffDelta(tally(a), tally(b)));
  near(overlapping.estimate, oracle.cliff.delta, 1e-9);
  near(overlapping.variance, oracle.cliff.s2, 1e-9);
  near(overlapping.low, oracle.cliff.ci[0], 1e-9);
  near(overlapping.high, oracle.cliff.ci[1], 1e-9);
  near(overlapping.superiority, (oracle.cliff.delta + 1) / 2, 1e-9);
  const disjoint = defined(cliffDelta(tally([1, 2, 3, 4]), tally([5, 6, 7, 8])));
  near(disjoint.estimate, 1, 0);
  near(disjoint.variance, oracle.cliff_disjoint.s2, 1e-9);
  near(disjoint.low, oracle.cliff_disjoint.ci[0], 1e-9);
  assert.equal(disjoint.high, 1);
  const mirrored = defined(cliffDelta(tally([5, 6, 7, 8]), tally([1, 2, 3, 4])));
  assert.equal(mirrored.low, -1);
  near(mirrored.high, -oracle.cliff_disjoint.ci[0], 1e-9);
});

test('net improvement, Pratt and reliable change agree with the oracle', () => {
  const net = defined(netImprovement(differences(pairs)));
  near(net.estimate, oracle.netimp.net, 1e-9);
  near(net.low, oracle.netimp.ci[0], 1e-9);
  near(net.high, oracle.netimp.ci[1], 1e-9);
  assert.deepEqual([net.up, net.same, net.down], [7, 2, 1]);
  const pratt = defined(prattSignedRank(tally([0, 0, 5, 5, -5, 10, 10, -10, 15, 20, 0, 25, -5, 5, 5])));
  assert.equal(pratt.wPlus, oracle.pratt.Wplus);
  near(pratt.z, oracle.pratt.z, 1e-9);
  near(pratt.p, oracle.pratt.p, 1e-9);
  near(pratt.exact, oracle.pratt.p_exact, 1e-9);
  near(pratt.rankBiserial, oracle.pratt.rbs, 1e-9);
  const rci = defined(reliableChange(differences(pairs), Math.sqrt(moments(margin(pairs, 'first')).variance), 0.8));
  near(rci.threshold, oracle.rci.threshold, 1e-9);
  assert.deepEqual([rci.up, rci.same, rci.down], [oracle.rci.up, oracle.rci.same, oracle.rci.down]);
});

test('alpha, Feldt, omega and item–rest agree with the oracle', () => {
  const covariance = itemCovariance(oracle.X);
  const alpha = defined(cronbachAlpha(covariance));
  near(alpha.alpha, oracle.alpha, 1e-9);
  near(alpha.low, oracle.feldt[0], 1e-9);
  near(alpha.high, oracle.feldt[1], 1e-9);
  itemRest(covariance).forEach((value, i) => near(value, oracle.itemrest[i] as number, 1e-9));
  const omega = defined(mcdonaldOmega(covariance, 40));
  // factanal with its default tolerance (the oracle) is 5e-7 from its own maximum; with factr = 1, pgtol = 0 it gives the next two.
  near(omega.omega, oracle.omega[0], 1e-6);
  near(omega.omega, 0.750067362818807, 1e-9);
  near(omega.smallestUniqueness, 0.038321107042062, 1e-8);
  assert.deepEqual(mcdonaldOmega(covariance), { estimate: null, why: 'not-computable' });
});

test('Holm, Wilson and ICC agree with the oracle', () => {
  assert.deepEqual(
    holm([0.01, 0.04, 0.03, 0.005, null, 0.2]).map((p) => p && Math.round(p * 1e12) / 1e12),
    oracle.holm,
  );
  const share = defined(wilson(7, 12));
  near(share.low, oracle.wilson[0], 1e-9);
  near(share.high, oracle.wilson[1], 1e-9);
  const all = [...pre, ...a, ...b];
  const icc = defined(icc1([all.slice(0, 6), all.slice(6, 12), all.slice(12, 18), all.slice(18, 23)]));
  near(icc.icc, oracle.icc.icc, 1e-9);
  near(icc.n0, oracle.icc.n0, 1e-9);
  near(designEffect(23 / 4, icc.icc), oracle.icc.deff, 1e-9);
});

test('edges of method.md §3.22', () => {
  const one = tally([40]);
  assert.deepEqual(partiallyOverlappingT(one, tally(b), none), { estimate: null, why: 'n<2' });
  assert.deepEqual(pairedT(tallyPairs([1], [2])), { estimate: null, why: 'n<2' });
  const two = defined(partiallyOverlappingT(tally([40, 50]), tally([50, 70]), tallyPairs([40, 50], [50, 70])));
  assert.equal(two.r, 0);
  const constant = defined(partiallyOverlappingT(tally([50, 50, 50]), tally([50, 50]), none));
  assert.deepEqual(
    [constant.estimate, constant.se, constant.r, constant.p, constant.g],
    [0, 0, 0, { estimate: null, why: 'zero-variance' }, { estimate: null, why: 'zero-variance' }],
  );
  const half = defined(partiallyOverlappingT(tally([50, 50, 50]), tally([40, 60]), none));
  assert.equal(half.r, 0);
  assert.equal(typeof half.p, 'number');
  assert.deepEqual(defined(pairedT(tallyPairs([1, 2], [2, 4]))).g, { estimate: null, why: 'not-computable' });
  const single = defined(cliffDelta(one, tally(b)));
  near(single.estimate, 1, 0);
  assert.deepEqual(single.low, { estimate: null, why: 'n<2' });
  const ties = defined(cliffDelta(tally([5, 5, 5]), tally([5, 5, 5])));
  assert.equal(ties.estimate, 0);
  assert.ok((ties.low as number) < 0 && (ties.high as number) > 0);
  assert.deepEqual(cliffDelta(tally([]), one), { estimate: null, why: 'n<2' });
  assert.equal(defined(netImprovement(tally([0, 0, 0]))).estimate, 0);
  assert.deepEqual(netImprovement(tally([])), { estimate: null, why: 'n<2' });
  assert.deepEqual(prattSignedRank(tally([0, 0])), { estimate: null, why: 'zero-variance' });
  assert.equal(defined(prattSignedRank(tally([3]))).exact, 1);
  assert.deepEqual(reliableChange(tally([1, 2]), 0, 0.8), { estimate: null, why: 'zero-variance' });
  assert.deepEqual(icc1([[1, 2, 3]]), { estimate: null, why: 'not-computable' });
  assert.equal(
    defined(
      icc1([
        [5, 5],
        [5, 5],
      ]),
    ).icc,
    0,
  );
  assert.deepEqual(wilson(0, 0), { estimate: null, why: 'n<2' });
  assert.equal(defined(wilson(0, 9)).low, 0);
  assert.equal(defined(wilson(9, 9)).high, 1);
  assert.deepEqual(
    cronbachAlpha(
      itemCovariance([
        [1, 2],
        [2, 1],
      ]),
    ),
    { estimate: null, why: 'not-computable' },
  );
  assert.deepEqual(
    cronbachAlpha(
      itemCovariance([
        [3, 3],
        [3, 3],
        [3, 3],
      ]),
    ),
    { estimate: null, why: 'zero-variance' },
  );
  const withConstant = itemCovariance([
    [1, 3, 2],
    [2, 3, 4],
    [4, 3, 4],
    [5, 3, 5],
  ]);
  assert.ok(defined(cronbachAlpha(withConstant)).alpha > 0);
  assert.deepEqual(itemRest(withConstant)[1], { estimate: null, why: 'zero-variance' });
  assert.deepEqual(mcdonaldOmega(withConstant, 3), { estimate: null, why: 'zero-variance' });
});
