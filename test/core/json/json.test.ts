import assert from 'node:assert/strict';
import { createHash, webcrypto } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { addressOf, canonicalJson } from '../../../src/core/json/canonical.js';
import { parseJson } from '../../../src/core/json/parse.js';
import { hex, utf8, utf8Length } from '../../../src/core/json/utf8.js';
import { refusals } from './refused.js';

const subtle = webcrypto.subtle as unknown as SubtleCrypto;
// Halves of surrogate pairs too.
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)),
    ),
  )
  .map((parts) => parts.join(''));

test('UTF-8 is that of the platform, lone surrogates included', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const expected = new TextEncoder().encode(text);
      assert.deepEqual(utf8(text), expected);
      assert.equal(utf8Length(text), expected.length);
      assert.equal(hex(expected), Buffer.from(expected).toString('hex'));
    }),
  );
});

test('canonical JSON: the example of RFC 8785', () => {
  const value = JSON.parse(
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
  ) as unknown;
  assert.equal(
    canonicalJson(value),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
  const sorted = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 };
  assert.deepEqual(
    Object.keys(JSON.parse(canonicalJson(sorted)) as object).filter((key) => key !== '1'),
    ['\r', '\u0080', 'ö', '\u20ac', '😀', '\ufb33'],
  );
  assert.equal(canonicalJson({ b: undefined, a: -0 }), '{"a":0}');
});

test('canonical JSON does not depend on the order of members, and is read back as the same value', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, one]) => [key, shuffled(one)]),
    );
  };
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      assert.equal(canonicalJson(shuffled(value)), text);
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('what JSON cannot say is an error', () => {
  for (const value of [NaN, Infinity, undefined, 1n, () => 1, Symbol('s')]) {
    assert.throws(() => canonicalJson([value]), TypeError);
  }
});

test('an address is the SHA-256 of the canonical bytes', async () => {
  const expected = createHash('sha256').update('{"a":"居民","b":[1,"\ufffd"]}').digest('hex');
  assert.equal(await addressOf({ b: [1, '\ud800'], a: '居民' }, subtle), expected);
});

test('JSON from outside', () => {
  assert.deepEqual(parseJson('\ufeff{"a":[1]}'), { ok: true, value: { a: [1] } });
  assert.deepEqual(refusals(parseJson('{"a":')), [' syntax']);
  assert.deepEqual(refusals(parseJson('')), [' syntax']);
  assert.deepEqual(refusals(parseJson(5 as never)), [' type']);
  assert.deepEqual(refusals(parseJson('{"a":{"__proto__":1,"x":{"constructor":2}}}')), [
    '/a/__proto__ forbidden-key',
    '/a/x/constructor forbidden-key',
  ]);
  assert.deepEqual(refusals(parseJson('[1e999]')), ['/0 value']);
  assert.ok(parseJson(JSON.stringify('x'.repeat(5000))).ok);
});

test('a syntax problem says where', () => {
  const message = (text: string) => {
    const read = parseJson(text);
    return read.ok ? '' : read.problems[0]?.message;
  };
  assert.equal(message('{"a": 1 1}'), 'is not JSON at position 8');
  assert.equal(message('[1,'), 'is not JSON at position 3');
});

test('limits: bytes of UTF-8, depth', () => {
  assert.ok(parseJson('"字字"', { maxBytes: 8 }).ok);
  assert.deepEqual(refusals(parseJson('"字字"', { maxBytes: 7 })), [' too-large']);
  assert.deepEqual(refusals(parseJson(`"${'x'.repeat(20 * 1024 * 1024)}"`)), [' too-large']);
  assert.ok(parseJson('['.repeat(16) + ']'.repeat(16)).ok);
  assert.match(refusals(parseJson('['.repeat(17) + ']'.repeat(17))).join(), /too-deep$/);
  const bottomless = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
  assert.match(refusals(parseJson(bottomless)).join(), /too-deep$|syntax$/);
});

test('any text at all: never throws', () => {
  fc.assert(fc.property(fc.oneof(anyText, fc.json()), (text) => void parseJson(text)));
});
