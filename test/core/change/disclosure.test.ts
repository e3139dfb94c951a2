import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { computeResults } from '../../../src/core/change/compute.js';
import { collapse, linkedTier, rate, suppressed, tierOf, unlinkedTier } from '../../../src/core/change/disclosure.js';
import { isHidden } from '../../../src/core/change/types.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import { people, study } from '../fixtures/synthetic.js';

/** Paths of all numbers of a document. */
function numbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => numbers(member, `${path}/${key}`));
}

/** Every object that says it is hidden, with its path. */
function hiddenIn(value: unknown, path = ''): [string, object][] {
  if (typeof value !== 'object' || value === null) return [];
  if (isHidden(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, member]) => hiddenIn(member, `${path}/${key}`));
}

const size = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 24 }));

test('small groups never leak: whatever the sizes, only allowed numbers appear', () => {
  fc.assert(
    fc.property(size, size, size, size, size, size, fc.constantFrom(5, 8), (rl, rb, re, ol, ob, oe, k) => {
      const results = computeResults({
        study: { ...study, minimumCell: k },
        instrument: participationTrust,
        responses: [
          ...people({ group: 'resident', linked: rl, onlyBaseline: rb, onlyEndline: re, missing: 0.15 }, rl + 31 * rb),
          ...people({ group: 'official', linked: ol, onlyBaseline: ob, onlyEndline: oe, missing: 0.15 }, ol + 31 * oe),
        ],
        options: { resamples: 50 },
      });
      const sizes = { resident: [rl + rb, rl + re], official: [ol + ob, ol + oe] };
      for (const group of ['resident', 'official'] as const) {
        const [baseline = 0, endline = 0] = sizes[group];
        const paths = numbers(results.groups[group]);
        if (baseline < k && endline < k) {
          assert.deepEqual(paths, []);
          assert.deepEqual(numbers(results.flow[group]?.silence), []);
        }
        if (Math.min(baseline, endline) < 10) {
          const inference = /\/(se|df|t|p|r|holm|cliff|netImprovement|wilcoxon|reliableChange|index)(\/|$)|\/g\//;
          // Paired and unpaired figures go by their own, smaller numbers.
          assert.deepEqual(
            paths.filter((path) => inference.test(path)),
            [],
          );
        }
        if (baseline < 10)
          assert.deepEqual(
            paths.filter((path) => /baseline\/(sd|floor|ceiling|alpha|count)$/.test(path)),
            [],
          );
        if (endline < 10)
          assert.deepEqual(
            paths.filter((path) => /endline\/(sd|floor|ceiling|alpha|count)$/.test(path)),
            [],
          );
        if (Math.max(baseline, endline) < 20)
          assert.deepEqual(
            paths.filter((path) => path.includes('/alpha')),
            [],
          );
      }
      if (Math.min(...sizes.resident, ...sizes.official) < k) {
        for (const gap of Object.values(results.gaps)) {
          assert.ok(isHidden(gap.didChange));
          assert.ok(isHidden(gap.convergence));
        }
      }
      const indices = [results.groups.resident?.index, results.groups.official?.index];
      assert.equal(isHidden(results.joint.index.change), indices.some(isHidden));
      for (const [path, hidden] of hiddenIn(results)) {
        const keys = Object.keys(hidden).sort().join();
        assert.ok(keys === 'suppressed,why' || keys === 'estimate,why', `${path}: ${keys}`);
      }
      assert.doesNotMatch(JSON.stringify(results), /NaN|Infinity/);
      const nulls = JSON.stringify(results).match(/"\w+":null/g) ?? [];
      assert.ok(nulls.every((text) => text === '"estimate":null'));
    }),
    { numRuns: 120 },
  );
});

test('levels below the smallest cell are hidden wherever they stand', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 10, max: 40 }), (few, many) => {
      const results = computeResults({
        study,
        instrument: participationTrust,
        responses: people({ group: 'resident', linked: 0, onlyBaseline: few, onlyEndline: many, missing: 0 }, many),
      });
      const paths = numbers(results.groups.resident);
      assert.deepEqual(
        paths.filter((path) => /baseline|change|paired|cliff|holm|share\/change/.test(path)),
        [],
      );
      assert.ok(paths.some((path) => path.includes('endline/mean')));
      assert.deepEqual(results.groups.resident?.index, { suppressed: true, why: 'n<5' });
    }),
    { numRuns: 25 },
  );
});

test('tiers', () => {
  assert.deepEqual(tierOf([4, 50], 5), { suppressed: true, why: 'n<5' });
  assert.deepEqual(tierOf([0, 4], 5), { suppressed: true, why: 'n<5' });
  assert.deepEqual(tierOf([0, 50], 5), { estimate: null, why: 'n<2' });
  assert.equal(tierOf([5, 50], 5), 'few');
  assert.equal(tierOf([10, 50], 5), 'full');
  assert.deepEqual(tierOf([10, 50], 12), { suppressed: true, why: 'n<5' });
  const overlap = (onlyBaseline: number, onlyEndline: number, linked: number): Parameters<typeof linkedTier>[0] => ({
    onlyBaseline,
    onlyEndline,
    linked,
  });
  assert.deepEqual(linkedTier(overlap(9, 9, 4), 5), suppressed('n<5'));
  assert.deepEqual(linkedTier(overlap(4, 9, 20), 5), suppressed('complement'));
  assert.deepEqual(linkedTier(overlap(2, 0, 0), 5), suppressed('complement'));
  assert.deepEqual(linkedTier(overlap(0, 0, 0), 5), { estimate: null, why: 'n<2' });
  assert.equal(linkedTier(overlap(0, 5, 7), 5), 'few');
  assert.deepEqual(unlinkedTier(overlap(4, 9, 20), 5), suppressed('n<5'));
  assert.deepEqual(unlinkedTier(overlap(9, 9, 2), 5), suppressed('complement'));
  assert.deepEqual(unlinkedTier(overlap(9, 0, 20), 5), { estimate: null, why: 'n<2' });
  assert.equal(unlinkedTier(overlap(12, 12, 0), 5), 'full');
});

test('shares', () => {
  assert.deepEqual(rate(2, 4, 5), suppressed('n<5'));
  assert.deepEqual(rate(2, 9, 5), suppressed('n<10'));
  assert.deepEqual(rate(0, 19, 5), suppressed('n<20'));
  assert.deepEqual(rate(19, 19, 5), suppressed('n<20'));
  assert.ok(!isHidden(rate(0, 20, 5)));
  assert.ok(!isHidden(rate(1, 12, 5)));
});

test('an object of which nothing is shown becomes one hidden figure', () => {
  const few = suppressed('n<5');
  const empty = { estimate: null, why: 'n<2' } as const;
  assert.deepEqual(collapse({ a: empty, b: { c: few, d: empty } }), few);
  assert.deepEqual(collapse({ a: suppressed('complement'), b: few }), few);
  assert.deepEqual(collapse({ a: empty, b: { c: few, d: 3 } }), { a: empty, b: { c: few, d: 3 } });
});
