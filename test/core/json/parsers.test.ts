import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseResults } from '../../../src/core/change/parse.js';
import { parseInstrument } from '../../../src/core/instrument/parse.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import { parseEntry } from '../../../src/core/ledger/parse.js';
import type { Parsed } from '../../../src/core/parsed.js';
import { parseResponse } from '../../../src/core/response/parse.js';
import { parseStudy } from '../../../src/core/study/parse.js';
import { defaultStudy } from '../../../src/core/study/default.js';
import * as documents from './documents.js';
import { isValid } from './json-schema.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Place = string[];

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

const kinds: Record<string, { valid: Json[]; parse: (value: unknown) => Parsed<unknown> }> = {
  study: { valid: [documents.study, defaultStudy('x')].map(plain), parse: parseStudy },
  instrument: { valid: [plain(participationTrust)], parse: parseInstrument },
  response: {
    valid: [documents.response, { ...documents.response, link: null, consent: { version: '', hash: null } }].map(plain),
    parse: (value) => parseResponse(value, participationTrust),
  },
  entry: { valid: documents.entries.map(plain), parse: parseEntry },
  results: { valid: [plain(documents.results)], parse: parseResults },
};

/** All places in a document, as lists of keys. */
function places(value: Json, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, one]) => places(one, [...at, key]))];
}

const find = (document: unknown, place: Place): unknown =>
  place.reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);

/** The document with another value at a place, or without that member. */
function changed(document: Json, place: Place, value: Json | undefined): Json | undefined {
  const copy = plain(document);
  const last = place.at(-1);
  if (last === undefined) return value;
  const parent = find(copy, place.slice(0, -1)) as Record<string, Json>;
  if (value !== undefined) Object.defineProperty(parent, last, { value, enumerable: true, configurable: true });
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return copy;
}

const decode = (path: string): Place =>
  path
    .split('/')
    .slice(1)
    .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'));

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** What holds for every parser and every value. */
function assertSound(parse: (value: unknown) => Parsed<unknown>, value: unknown): void {
  const before = JSON.stringify(value);
  const read = parse(value);
  assert.equal(JSON.stringify(value), before, 'the value was changed');
  if (read.ok) {
    assert.deepEqual(parse(read.value), read, 'reading again gives the same');
    const given = numbersIn(value).sort();
    for (const number of numbersIn(read.value).sort()) {
      const i = given.indexOf(number);
      assert.ok(i >= 0, `${number} was not given`);
      given.splice(i, 1);
    }
    return;
  }
  assert.ok(read.problems.length > 0 && read.problems.length <= 100);
  for (const { path, code, message } of read.problems) {
    assert.ok(message);
    const place = decode(path);
    const found = code === 'required' || code === 'schema' ? find(value, place.slice(0, -1)) : find(value, place);
    assert.notEqual(found, undefined, `${code} at ${path} leads nowhere`);
  }
}

const anyJson = fc.jsonValue({ depthSize: 'medium', stringUnit: 'binary' }) as fc.Arbitrary<Json>;
const awkward = fc.constantFrom<Json | undefined>(
  undefined,
  null,
  '',
  ' ',
  '\u202e',
  -1,
  0,
  0.5,
  1e9,
  true,
  [],
  {},
  '__proto__',
  'constructor',
  { why: 'n<5' },
  { suppressed: true, why: 'n<5', estimate: 3 },
  { estimate: null, why: 'n<5' },
  { 'zh-Hans': '文' },
  '2026-02-30',
);

for (const [name, { valid, parse }] of Object.entries(kinds)) {
  describe(name, () => {
    test('valid documents are read as they are, by the parser and by the schema file', () => {
      for (const document of valid) {
        assert.deepEqual(parse(document), { ok: true, value: document });
        assert.ok(isValid(name, document));
      }
    });

    test('members it does not know are left out', () => {
      for (const document of valid) {
        const more = { ...(document as object), phone: '13800000000', nested: { a: [1] } };
        assert.deepEqual(parse(more), { ok: true, value: document });
      }
    });

    test('any value: never throws, problems lead somewhere', () => {
      fc.assert(
        fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), (value) => void parse(value)),
      );
      fc.assert(fc.property(anyJson, (value) => assertSound(parse, value)));
    });

    test('a valid document with any one place changed: sound, and refused by the parser when by the schema', () => {
      fc.assert(
        fc.property(
          fc
            .constantFrom(...valid)
            .chain((document) =>
              fc.tuple(
                fc.constant(document),
                fc.constantFrom(...places(document).filter((place) => place.length)),
                fc.oneof({ weight: 3, arbitrary: awkward }, anyJson),
              ),
            ),
          ([document, place, value]) => {
            const mutant = changed(document, place, value);
            assertSound(parse, mutant);
            if (parse(mutant).ok) assert.ok(isValid(name, mutant), `the schema refuses ${JSON.stringify(mutant)}`);
          },
        ),
        { numRuns: 1500 },
      );
    });

    test('a missing required member is refused by both', () => {
      for (const document of valid) {
        for (const place of places(document).filter((one) => one.length === 1)) {
          const mutant = changed(document, place, undefined);
          assert.equal(parse(mutant).ok, isValid(name, mutant), place.join());
        }
      }
    });

    test('another kind of document, a newer one, and none', () => {
      const [document] = valid as [{ [key: string]: Json }];
      const code = (value: unknown) => {
        const read = parse(value);
        return read.ok ? read : read.problems.map((one) => `${one.path} ${one.code}`);
      };
      assert.deepEqual(code({ ...document, schema: `canyu-${name}/2`, more: 'x'.repeat(5000) }), [
        '/schema newer-schema',
      ]);
      assert.deepEqual(code({ ...document, schema: `canyu-${name}/01` }), ['/schema schema']);
      assert.deepEqual(code({ ...document, schema: 'canyu-else/1' }), ['/schema schema']);
      assert.deepEqual(code({}), ['/schema schema']);
      for (const value of [null, undefined, [], 'text', 1, Symbol('s')]) assert.deepEqual(code(value), [' type']);
    });

    test('hostile: forbidden keys, depth, length, cycles, members that throw', () => {
      const [document] = valid as [{ [key: string]: Json }];
      const first = (value: unknown) => {
        const read = parse(value);
        assert.ok(!read.ok);
        return `${read.problems[0]?.path} ${read.problems[0]?.code}`;
      };
      for (const key of ['__proto__', 'constructor', 'prototype']) {
        const hostile: unknown = JSON.parse(`{"a":[{"${key}":{"polluted":true}}]}`);
        assert.equal(first({ ...document, extra: hostile }), `/extra/a/0/${key} forbidden-key`);
      }
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);

      let deep: Json = 1;
      for (let i = 0; i < 15; i++) deep = [deep];
      assert.ok(parse({ ...document, extra: deep }).ok);
      assert.match(first({ ...document, extra: [deep] }), /^\/extra(\/0){15} too-deep$/);
      assert.ok(parse({ ...document, extra: '字'.repeat(4000) }).ok);
      assert.ok(parse({ ...document, extra: '𠮷'.repeat(4000) }).ok);
      assert.equal(first({ ...document, extra: '字'.repeat(4001) }), '/extra too-long');
      assert.equal(first({ ...document, extra: Infinity }), '/extra value');

      const cycle: Record<string, unknown> = { ...document };
      cycle['self'] = [cycle, cycle, cycle];
      assert.match(first(cycle), /too-deep$/);
      const throwing = Object.defineProperty({ ...document }, 'extra', {
        enumerable: true,
        get() {
          throw new Error('no');
        },
      });
      assert.equal(first(throwing), ' type');
    });
  });
}
