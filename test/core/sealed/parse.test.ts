import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Parsed } from '../../../src/core/parsed.js';
import { parseKeyFile, parseSealed } from '../../../src/core/sealed/parse.js';
import { isValid } from '../json/json-schema.js';
import { bytes, sealed } from './documents.js';

const codes = (parsed: Parsed<unknown>) =>
  parsed.ok ? [] : parsed.problems.map(({ path, code }) => `${path} ${code}`);
const { jwe } = sealed;
const [first, second] = jwe.recipients;
assert.ok(first && second);
const withJwe = (changes: object) => ({ ...sealed, jwe: { ...jwe, ...changes } });

test('a sealed record is read as it is, by the parser and by the schema', () => {
  const parsed = parseSealed(JSON.parse(JSON.stringify(sealed)));
  assert.deepEqual(parsed, { ok: true, value: sealed });
  assert.ok(isValid('sealed', sealed));
});

test('members that are not known are left out', () => {
  const more = { ...sealed, seen: '2026-01-01', jwe: { ...jwe, aad: 'AAAA', unprotected: { zip: 'DEF' } } };
  assert.deepEqual(parseSealed(more), { ok: true, value: sealed });
});

test('refused, each with its place', () => {
  const refused: [unknown, string][] = [
    [null, ' type'],
    ['{}', ' type'],
    [[], ' type'],
    [{}, '/schema schema'],
    [{ ...sealed, schema: 'canyu-sealed/2' }, '/schema newer-schema'],
    [{ ...sealed, schema: 'canyu-response/1' }, '/schema schema'],
    [{ ...sealed, study: 'a b' }, '/study value'],
    [{ ...sealed, wave: '__proto__' }, '/wave forbidden-key'],
    [{ ...sealed, jwe: undefined }, '/jwe required'],
    [withJwe({ protected: 'a b' }), '/jwe/protected value'],
    [withJwe({ iv: bytes(16) }), '/jwe/iv value'],
    [withJwe({ tag: bytes(12) }), '/jwe/tag value'],
    // The last character of 16 bytes has four spare bits: only one spelling is right.
    [withJwe({ tag: `${bytes(16).slice(0, -1)}B` }), '/jwe/tag value'],
    [withJwe({ ciphertext: bytes(4095) }), '/jwe/ciphertext value'],
    [withJwe({ ciphertext: '' }), '/jwe/ciphertext value'],
    [withJwe({ ciphertext: `${jwe.ciphertext}=` }), '/jwe/ciphertext value'],
    [withJwe({ ciphertext: 'A'.repeat(2_000_001) }), '/jwe/ciphertext too-long'],
    [withJwe({ recipients: [] }), '/jwe/recipients value'],
    [withJwe({ recipients: Array(21).fill(first) }), '/jwe/recipients too-large'],
    [withJwe({ recipients: [first, second, first] }), '/jwe/recipients/2/header/kid duplicate'],
    [withJwe({ recipients: [{ ...first, encrypted_key: bytes(24) }] }), '/jwe/recipients/0/encrypted_key value'],
    [
      withJwe({ recipients: [{ ...first, header: { ...first.header, epk: { ...first.header.epk, crv: 'P-384' } } }] }),
      '/jwe/recipients/0/header/epk/crv unknown',
    ],
    [
      withJwe({ recipients: [{ ...first, header: { ...first.header, epk: { ...first.header.epk, x: bytes(32) } } }] }),
      '/jwe/recipients/0/header/epk value',
    ],
    [
      withJwe({ recipients: [{ ...first, header: { ...first.header, epk: { ...first.header.epk, x: 7 } } }] }),
      '/jwe/recipients/0/header/epk/x type',
    ],
    [
      JSON.parse(JSON.stringify(sealed).replace('"kty"', '"__proto__"')),
      '/jwe/recipients/0/header/epk/__proto__ forbidden-key',
    ],
  ];
  for (const [value, expected] of refused) {
    assert.ok(codes(parseSealed(value)).includes(expected), `${expected}: ${codes(parseSealed(value)).join(', ')}`);
  }
});

test('never throws, whatever it is given', () => {
  const hostile = {
    get schema(): string {
      throw new Error('no');
    },
  };
  assert.equal(parseSealed(hostile).ok, false);
  fc.assert(fc.property(fc.anything(), (value) => !parseSealed(value).ok && !parseKeyFile(value).ok));
});

const keyFile = {
  schema: 'canyu-key/1',
  role: 'recovery',
  kid: first.header.kid,
  public: { ...first.header.epk, kid: first.header.kid, use: 'enc', alg: 'ECDH-ES+A256KW' },
  wrapped: 'eyJh.AAAA.BBBB.CCCC.DDDD',
  check: '0123456789abcdef',
};

test('a key file', () => {
  assert.deepEqual(parseKeyFile(keyFile), { ok: true, value: keyFile });
  assert.deepEqual(codes(parseKeyFile({ ...keyFile, schema: 'canyu-key/2' })), ['/schema newer-schema']);
  assert.deepEqual(codes(parseKeyFile({ ...keyFile, role: 'other' })), ['/role unknown']);
  assert.deepEqual(codes(parseKeyFile({ ...keyFile, wrapped: 'a.b.c' })), ['/wrapped value']);
  assert.deepEqual(codes(parseKeyFile({ ...keyFile, check: 'x' })), ['/check value']);
  const { public: key } = keyFile;
  assert.deepEqual(parseKeyFile({ ...keyFile, public: { ...key, d: key.x } }), { ok: true, value: keyFile });
});
