import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { packResponses, unpackResponses } from '../../../src/core/response/columns.js';
import { parseResponse } from '../../../src/core/response/parse.js';
import type { Answer, SurveyResponse } from '../../../src/core/response/types.js';

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.integer({ min: -3, max: 300 }),
  fc.constantFrom('dk', 'pns'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const item = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('CY1', 'CY2', 'TR1', 'TX', '7', 'a b', 'toString', '题') },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 4 }).filter((name) => name !== '__proto__') },
);
const hex = (digits: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: digits, maxLength: digits });
const link = fc.option(
  fc.oneof(
    fc.array(hex(32), { minLength: 7, maxLength: 7 }),
    hex(32).map((token) => Array<string>(7).fill(token)),
  ),
  { nil: null },
);
const brief = fc.oneof(
  fc.constantFrom('1', 'zh-Hans', 'own', ''),
  fc.string({ unit: 'grapheme-composite', maxLength: 10 }),
);

const sheet = fc
  .record({
    id: fc.oneof(fc.uuid(), fc.string({ minLength: 1, maxLength: 5 })),
    community: fc.option(fc.constantFrom('a', 'b', '社区'), { nil: undefined }),
    form: fc.constantFrom('full' as const, 'short' as const),
    mode: fc.constantFrom('self' as const, 'helped' as const, 'paper' as const),
    locale: brief,
    device: brief,
    answers: fc.dictionary(item, answer, { maxKeys: 8, noNullPrototype: true }),
    link,
    consent: fc.record({ version: brief, hash: fc.option(hex(64), { nil: null }) }, { noNullPrototype: true }),
    seconds: fc.oneof(fc.nat(3000), fc.constantFrom(0, 2 ** 33, Number.MAX_SAFE_INTEGER)),
    date: fc.constantFrom('2026-11-24', '2027-03-01'),
  })
  .map(({ community, ...rest }): SurveyResponse => ({
    schema: 'canyu-response/1',
    study: 'demo',
    instrument: 'participation-trust@1.0.0',
    wave: 'pre',
    group: 'resident',
    ...(community !== undefined && { community }),
    ...rest,
  }));

test('any sheets come back as they were', () => {
  fc.assert(
    fc.property(fc.array(sheet, { maxLength: 40 }), (sheets) => {
      const packed = structuredClone(packResponses(sheets));
      assert.equal(packed.count, sheets.length);
      assert.deepEqual(unpackResponses(packed), sheets);
    }),
    { numRuns: 400 },
  );
});

test('more different values than a byte can number come back as well', () => {
  const sheets = Array.from({ length: 1500 }, (_, n): SurveyResponse => ({
    schema: 'canyu-response/1',
    id: `person-${n}`,
    study: 'demo',
    instrument: 'participation-trust@1.0.0',
    wave: 'pre',
    group: 'official',
    form: n % 3 ? 'full' : 'short',
    mode: 'self',
    locale: 'zh-Hans',
    answers: { CY1: 1 + (n % 5), ...(n % 2 && { T1: `意见 ${n}` }), ...(n % 7 && { DM2: n }) },
    link: null,
    consent: { version: `v${n % 400}`, hash: null },
    date: '2026-11-24',
    seconds: n,
    device: 'own',
  }));
  for (const each of sheets.slice(0, 3)) assert.ok(parseResponse(each).ok);
  assert.deepEqual(unpackResponses(packResponses(sheets)), sheets);
});

test('sheets of several cells are refused', () => {
  const [one] = fc.sample(sheet, 1) as [SurveyResponse];
  for (const change of [{ study: 'other' }, { wave: 'post' }, { group: 'official' as const }]) {
    assert.throws(() => packResponses([one, { ...one, ...change }]), RangeError);
  }
});

test('nothing is shared between sheets but the consent', () => {
  const [one] = fc.sample(sheet, 1) as [SurveyResponse];
  const [a, b] = unpackResponses(packResponses([one, { ...one, id: 'other' }])) as [SurveyResponse, SurveyResponse];
  (a.answers as Record<string, Answer>)['CY9'] = 1;
  assert.equal(b.answers['CY9'], one.answers['CY9']);
});
