import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { computeResults } from '../../../src/core/change/compute.js';
import { parseResults } from '../../../src/core/change/parse.js';
import { publishResults } from '../../../src/core/change/publish.js';
import { roundTo } from '../../../src/core/change/published-rounding.js';
import {
  isHidden,
  type Change,
  type ConstructResult,
  type GroupResult,
  type Hidden,
  type Level,
  type Results,
} from '../../../src/core/change/types.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import type { SurveyResponse } from '../../../src/core/response/types.js';
import type { Study } from '../../../src/core/study/types.js';
import { people, study, usualResponses } from '../fixtures/synthetic.js';
import { near } from '../stats/golden.js';

const compute = (responses: readonly SurveyResponse[], changes: Partial<Study> = {}): Results =>
  computeResults({
    study: { ...study, ...changes },
    instrument: participationTrust,
    responses,
    options: { resamples: 60 },
  });
const few = { suppressed: true, why: 'n<5' };
const complement = { suppressed: true, why: 'complement' };
const shownIn = <T extends object>(value: T | Hidden | undefined): T => {
  assert.ok(value !== undefined && !isHidden(value), JSON.stringify(value));
  return value;
};
const constructOf = (results: Results, id: string, group: 'resident' | 'official' = 'resident'): ConstructResult =>
  shownIn((shownIn((results.groups[group] as GroupResult).constructs) as Record<string, ConstructResult | Hidden>)[id]);

/** Every object with an `n`, with its path. */
function sized(value: unknown, path = ''): [string, Record<string, unknown>][] {
  if (typeof value !== 'object' || value === null || isHidden(value)) return [];
  return [
    ...('n' in value ? [[path, value] as [string, Record<string, unknown>]] : []),
    ...Object.entries(value).flatMap(([key, member]) => sized(member, `${path}/${key}`)),
  ];
}

const size = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 40 }));

test('whatever the sizes: no figure of fewer than ten people, no count of 1–4, and twice is once', () => {
  fc.assert(
    fc.property(size, size, size, size, size, size, (rl, rb, re, ol, ob, oe) => {
      const results = compute([
        ...people({ group: 'resident', linked: rl, onlyBaseline: rb, onlyEndline: re, missing: 0.15 }, rl + 31 * rb),
        ...people({ group: 'official', linked: ol, onlyBaseline: ob, onlyEndline: oe, missing: 0.15 }, ol + 31 * oe),
      ]);
      const read = parseResults(JSON.parse(JSON.stringify(results)));
      assert.ok(read.ok);
      const published = publishResults(read.value);
      assert.deepEqual(published, publishResults(results));
      assert.deepEqual(publishResults(published), published);
      const again = parseResults(published);
      assert.ok(again.ok, JSON.stringify(again));
      assert.deepEqual(again.value, published);

      for (const [path, figure] of [...sized(published.groups), ...sized(published.gaps)]) {
        const { n } = figure as { n: number | Record<string, number> };
        const sizes = typeof n === 'number' ? [n] : [n['baseline'], n['endline'], n['resident'], n['official']];
        for (const one of sizes) {
          assert.ok(
            one === undefined || one >= 10 || (one === 0 && path.endsWith('unpaired')),
            `${path} rests on ${one}`,
          );
        }
        for (const count of ['up', 'same', 'down', 'count']) {
          const value = figure[count];
          if (typeof value === 'number') assert.ok(value === 0 || value >= 5, `${path}/${count} is ${value}`);
        }
        if (typeof n === 'number' && typeof figure['count'] === 'number') {
          assert.ok(figure['count'] === n || n - figure['count'] >= 5, path);
        }
      }
      for (const [group, [baseline, endline]] of [
        ['resident', [rl + rb, rl + re]],
        ['official', [ol + ob, ol + oe]],
      ] as const) {
        if ([baseline, endline].some((n) => n > 0 && n < 10)) {
          assert.ok(Object.values(published.groups[group] as object).every((part) => isHidden(part)));
          assert.ok(isHidden(published.flow[group]?.silence));
          assert.ok(isHidden(published.joint.index.change));
        }
        assert.equal(published.flow[group]?.baseline, baseline);
      }
    }),
    { numRuns: 60 },
  );
});

test('rounding: points whole below twenty, else to 0.1; p two digits; shares whole per cents', () => {
  const results = compute(usualResponses());
  const published = publishResults(results);
  const [cy, exact] = [constructOf(published, 'CY'), constructOf(results, 'CY')];
  const level = shownIn(cy.baseline as Level);
  assert.equal(level.mean, Math.round((shownIn(exact.baseline).mean as number) * 10) / 10);
  const change = shownIn(cy.change);
  near(change.estimate, shownIn(exact.change).estimate as number, 0.05);
  near(change.low, shownIn(exact.change).low as number, 0.05);
  assert.equal(change.p, Number((shownIn(exact.change).p as number).toPrecision(2)));
  assert.deepEqual(change.n, shownIn(exact.change).n);
  const silence = shownIn(published.flow.resident?.silence);
  assert.equal(
    (shownIn(silence.baseline).mean as number) * 100,
    Math.round((shownIn(silence.baseline).mean as number) * 100),
  );
  const official = constructOf(
    compute(people({ group: 'official', linked: 14, onlyBaseline: 0, onlyEndline: 0 })),
    'CY',
    'official',
  );
  const small = constructOf(
    publishResults(compute(people({ group: 'official', linked: 14, onlyBaseline: 0, onlyEndline: 0 }))),
    'CY',
    'official',
  );
  assert.equal(shownIn(small.endline).mean, Math.round(shownIn(official.endline).mean as number));
  assert.deepEqual([roundTo(-2.5, 0), roundTo(2.5, 0), roundTo(-0.04, 1), roundTo(0.125, 2)], [-3, 3, 0, 0.13]);
  assert.ok(Object.is(roundTo(-0.04, 1), 0));
});

test('the smallest cell is raised, never lowered, and says so', () => {
  const results = compute(usualResponses());
  assert.equal(publishResults(results).settings.minimumCell, 10);
  assert.deepEqual(publishResults(results).settings.changedFromDefault, ['minimumCell', 'resamples']);
  const strict = publishResults(compute(usualResponses(), { minimumCell: 15 }));
  assert.equal(strict.settings.minimumCell, 15);
  assert.deepEqual(strict.settings.changedFromDefault, ['minimumCell', 'resamples']);
});

test('fewer than ten linked people lend no correlation: the interval is the one of r = 0', () => {
  const sheets = people({ group: 'resident', linked: 7, onlyBaseline: 30, onlyEndline: 30, missing: 0 });
  const published = publishResults(compute(sheets));
  const unlinked = compute(sheets, { minimumCell: 10 });
  for (const id of ['CY', 'TR', 'BAL']) {
    const [own, wanted] = [shownIn(constructOf(published, id).change), shownIn(constructOf(unlinked, id).change)];
    assert.equal(own.r, 0);
    assert.equal(wanted.r, 0);
    assert.notEqual(shownIn(constructOf(compute(sheets), id).change).r, 0);
    near(own.low, roundTo(wanted.low as number, 1), 1e-9, id);
    near(own.p, Number((wanted.p as number).toPrecision(2)), 1e-9, id);
    near(shownIn(own.g).high, roundTo(shownIn(wanted.g).high as number, 2), 1e-9, id);
    if (id !== 'BAL')
      assert.equal(constructOf(published, id).holm, Number((constructOf(unlinked, id).holm as number).toPrecision(2)));
  }
  const [index, wanted] = [shownIn(published.groups.resident?.index), shownIn(unlinked.groups.resident?.index)];
  assert.equal(index.verdict, wanted.verdict);
  near(shownIn(index.change).high, roundTo(shownIn(wanted.change).high as number, 1), 1e-9);
  assert.deepEqual(constructOf(published, 'CY').paired, few);
  assert.deepEqual(constructOf(published, 'CY').unpaired, complement);
});

test('joint index and gaps follow what was made anew', () => {
  const sheets = [
    ...people({ group: 'resident', linked: 30, onlyBaseline: 20, onlyEndline: 20, missing: 0 }),
    ...people({ group: 'official', linked: 8, onlyBaseline: 14, onlyEndline: 15, missing: 0 }),
  ];
  const published = publishResults(compute(sheets));
  const wanted = compute(sheets, { minimumCell: 10 });
  const close = (
    own: { low: unknown; high: unknown } | Hidden,
    other: { low: unknown; high: unknown } | Hidden,
  ): void => {
    near(shownIn(own).low, roundTo(shownIn(other).low as number, 1), 1e-9);
    near(shownIn(own).high, roundTo(shownIn(other).high as number, 1), 1e-9);
  };
  close(published.joint.index.change, wanted.joint.index.change);
  for (const id of ['CY', 'CJ', 'PR', 'GV']) {
    close(published.gaps[id]?.didChange as Change, wanted.gaps[id]?.didChange as Change);
    close(published.gaps[id]?.baseline as Change, wanted.gaps[id]?.baseline as Change);
  }
});

test('a view of nearly the same people as one published before is refused', () => {
  const sheets = people({ group: 'resident', linked: 40, onlyBaseline: 20, onlyEndline: 20, missing: 0 });
  const before = publishResults(compute(sheets));
  assert.deepEqual(publishResults(compute(sheets), [before]), before);
  const late = people({ group: 'resident', linked: 40, onlyBaseline: 20, onlyEndline: 23, missing: 0 }).filter(
    ({ id }) => !sheets.some((sheet) => sheet.id === id),
  );
  assert.equal(late.length, 3);
  const after = publishResults(compute([...sheets, ...late]), [before]);
  const cy = constructOf(after, 'CY');
  assert.deepEqual([cy.endline, cy.change, cy.unpaired], [complement, complement, complement]);
  assert.deepEqual(cy.baseline, constructOf(before, 'CY').baseline);
  assert.deepEqual(after.groups.resident?.index, complement);
  assert.ok(isHidden(after.joint.index.change));
  // Another study, or ten more people, is another matter.
  const other = { ...before, study: { ...before.study, id: 'elsewhere' } };
  assert.ok(!isHidden(constructOf(publishResults(compute([...sheets, ...late]), [other]), 'CY').change));
  const many = people({ group: 'resident', linked: 40, onlyBaseline: 20, onlyEndline: 33, missing: 0 });
  assert.ok(!isHidden(constructOf(publishResults(compute(many), [before]), 'CY').change));
});

test('a wave is the same view in every comparison that uses it', () => {
  const three = [...study.waves, { id: 'w3', label: { en: 'later' } }];
  const sheets = people({ group: 'resident', linked: 40, onlyBaseline: 20, onlyEndline: 20, missing: 0 });
  const later = people({ group: 'resident', linked: 0, onlyBaseline: 0, onlyEndline: 50, missing: 0 }, 3).map(
    (sheet) => ({
      ...sheet,
      id: `later-${sheet.id}`,
      wave: 'w3',
    }),
  );
  const of = (responses: readonly SurveyResponse[], baseline: string, endline: string): Results =>
    computeResults({
      study: { ...study, waves: three },
      instrument: participationTrust,
      responses,
      options: { baseline, endline, resamples: 60 },
    });
  const before = publishResults(of([...sheets, ...later], 'pre', 'post'));
  const withdrawn = sheets.filter(({ id }) => !/-e[01]-/.test(id));
  assert.equal(withdrawn.length, sheets.length - 2);
  const after = publishResults(of([...withdrawn, ...later], 'post', 'w3'), [before]);
  assert.deepEqual(constructOf(after, 'CY').baseline, complement);
  assert.ok(!isHidden(constructOf(after, 'CY').endline));
  assert.deepEqual(constructOf(after, 'CY').change, complement);
});
