import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linkResponses } from '../../../src/core/link/match.js';
import type { SurveyResponse } from '../../../src/core/response/types.js';
import { sheet, tokens } from '../fixtures/synthetic.js';

const pre = (person: string, answers = {}): SurveyResponse =>
  sheet({ id: `${person}-pre`, link: tokens(person), answers });
const post = (person: string, answers = {}, changed?: { element: number; as: string }): SurveyResponse =>
  sheet({ id: `${person}-post`, wave: 'post', link: tokens(person, changed), answers });

test('equal full tokens are one person; no tokens link nothing', () => {
  const links = linkResponses([pre('a'), pre('b'), sheet({ id: 'x' })], [post('b'), post('a'), post('c')]);
  assert.deepEqual(links.exact, [
    { baseline: 0, endline: 1 },
    { baseline: 1, endline: 0 },
  ]);
  assert.deepEqual(links.used, links.exact);
  assert.equal(links.unlinkedBaseline, 1);
  assert.equal(links.unlinkedEndline, 1);
  assert.equal(links.expectedFalse, 0);
  assert.equal(links.oneOffUsed, false);
  assert.deepEqual(linkResponses([], []).used, []);
});

test('a full token that occurs twice in a wave sets aside every sheet that carries it, in both waves', () => {
  const links = linkResponses([pre('a'), { ...pre('a'), id: 'again' }, pre('b')], [post('a'), post('b')]);
  assert.deepEqual(links.ambiguous, { baseline: 2, endline: 1 });
  assert.equal(links.exact.length, 1);
  assert.equal(links.unlinkedBaseline, 0);
  assert.equal(links.unlinkedEndline, 0);
});

test('one element given otherwise: linked when each has exactly one candidate', () => {
  const links = linkResponses(
    [...Array(60).keys()].map((i) => pre(`p${i}`)),
    [...Array(60).keys()].map((i) => post(`p${i}`, {}, i < 5 ? { element: 1 + (i % 6), as: 'other' } : undefined)),
  );
  assert.equal(links.exact.length, 55);
  assert.deepEqual(
    links.oneOff.map(({ baseline }) => baseline),
    [0, 1, 2, 3, 4],
  );
  assert.equal(links.oneOffUsed, true);
  assert.equal(links.used.length, 60);
});

test('two candidates on either side are none', () => {
  const twice = [post('a', {}, { element: 2, as: 'x' }), post('a', {}, { element: 2, as: 'y' })];
  assert.deepEqual(linkResponses([pre('a')], twice).oneOff, []);
  assert.deepEqual(linkResponses(twice, [pre('a')]).oneOff, []);
  const apart = [post('a', {}, { element: 2, as: 'x' }), post('a', {}, { element: 5, as: 'y' })];
  assert.deepEqual(linkResponses([pre('a')], apart).oneOff, []);
});

test('the veto: age bands further apart than one, years that shrink; missing vetoes nothing', () => {
  const exact = (before: object, after: object): number =>
    linkResponses([pre('a', before)], [post('a', after)]).exact.length;
  assert.equal(exact({ DM1: 0 }, { DM1: 1 }), 1);
  assert.equal(exact({ DM1: 0 }, { DM1: 2 }), 0);
  assert.equal(exact({ DM1: 3 }, { DM1: 1 }), 0);
  assert.equal(exact({ DM2: 1 }, { DM2: 0 }), 0);
  assert.equal(exact({ DM2: 0 }, { DM2: 2 }), 1);
  assert.equal(exact({ DM2: 1 }, { DM2: 'pns' }), 1);
  assert.equal(exact({}, { DM1: 3, DM2: 0 }), 1);
  const oneOff = linkResponses([pre('a', { DM1: 0 })], [post('a', { DM1: 3 }, { element: 1, as: 'x' })]);
  assert.deepEqual([oneOff.oneOff.length, oneOff.unlinkedBaseline], [0, 1]);
});

test('a vetoed exact pair leaves the pool before the one-off step', () => {
  const links = linkResponses(
    [pre('a', { DM1: 0 })],
    [post('a', { DM1: 3 }), post('a', { DM1: 0 }, { element: 3, as: 'x' })],
  );
  assert.deepEqual([links.exact.length, links.oneOff.length], [0, 0]);
  assert.deepEqual([links.unlinkedBaseline, links.unlinkedEndline], [1, 2]);
});

test('expected false pairs: chance of sharing inside the waves times what is left (rule 6)', () => {
  // Baseline: x1 and x2 share the token without element 1; three people, one pair of three shares: p = 1/3. Endline: nobody: 0.
  const shared = (id: string, first: string): SurveyResponse =>
    sheet({ id, link: tokens('x', { element: 1, as: first }) });
  const baseline = [shared('x1', 'k'), shared('x2', 'l'), pre('a')];
  const endline = [post('a', {}, { element: 4, as: 'z' }), post('b'), post('c')];
  const links = linkResponses(baseline, endline);
  assert.equal(links.oneOff.length, 1);
  const chance = (1 / 3 + 0) / 2;
  assert.ok(Math.abs(links.expectedFalse - chance * (3 - 1) * (3 - 1)) < 1e-12);
  assert.equal(links.oneOffUsed, false);
  assert.deepEqual(links.used, []);
});

test('waves with fewer than two coded sheets say nothing about chance', () => {
  const baseline = [
    sheet({ id: '1', link: tokens('x', { element: 1, as: 'k' }) }),
    sheet({ id: '2', link: tokens('x', { element: 1, as: 'l' }) }),
  ];
  const links = linkResponses(baseline, [post('q')]);
  assert.equal(links.expectedFalse, 1 * 2 * 1);
});

test('equal tokens for everybody cost no quadratic time', () => {
  const same = (wave: string, n: number): SurveyResponse[] =>
    Array.from({ length: n }, (_, i) =>
      sheet({ id: `${wave}${i}`, wave, link: [`${wave}${i}`, 's', 's', 's', 's', 's', 's'] }),
    );
  const start = performance.now();
  const links = linkResponses(same('pre', 20_000), same('post', 20_000));
  assert.ok(performance.now() - start < 3000);
  assert.deepEqual([links.exact.length, links.oneOff.length], [0, 0]);
});

test('properties: nobody twice, counts add up, order of sheets does not matter', () => {
  const person = fc.record({
    who: fc.integer({ min: 0, max: 8 }),
    element: fc.integer({ min: 0, max: 6 }),
    as: fc.constantFrom('x', 'y'),
  });
  fc.assert(
    fc.property(
      fc.array(person, { maxLength: 14 }),
      fc.array(person, { maxLength: 14 }),
      fc.integer(),
      (first, second, seed) => {
        const make = (list: typeof first, wave: string): SurveyResponse[] =>
          list.map(({ who, element, as }, i) =>
            sheet({ id: `${wave}${i}`, wave, link: tokens(`p${who}`, element > 0 ? { element, as } : undefined) }),
          );
        const baseline = make(first, 'pre');
        const endline = make(second, 'post');
        const links = linkResponses(baseline, endline);
        const all = [...links.exact, ...links.oneOff];
        assert.equal(new Set(all.map((pair) => pair.baseline)).size, all.length);
        assert.equal(new Set(all.map((pair) => pair.endline)).size, all.length);
        assert.equal(all.length + links.ambiguous.baseline + links.unlinkedBaseline, baseline.length);
        assert.equal(all.length + links.ambiguous.endline + links.unlinkedEndline, endline.length);
        const turn = <T>(list: T[]): T[] => {
          const at = list.length ? Math.abs(seed) % list.length : 0;
          return [...list.slice(at), ...list.slice(0, at)].reverse();
        };
        const [turned1, turned2] = [turn(baseline), turn(endline)];
        const again = linkResponses(turned1, turned2);
        const ids = (one: SurveyResponse[], two: SurveyResponse[], pairs: typeof all): string[] =>
          pairs.map((pair) => `${one[pair.baseline]?.id}=${two[pair.endline]?.id}`).sort();
        assert.deepEqual(ids(turned1, turned2, [...again.exact, ...again.oneOff]), ids(baseline, endline, all));
        assert.equal(again.expectedFalse, links.expectedFalse);
        const swapped = linkResponses(endline, baseline);
        assert.equal(swapped.exact.length, links.exact.length);
        assert.equal(swapped.oneOff.length, links.oneOff.length);
      },
    ),
    { numRuns: 300 },
  );
});
