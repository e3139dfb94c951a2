import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import {
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  type JsonWebKeyInput,
  diffieHellman,
  type KeyObject,
  pbkdf2Sync,
  webcrypto,
} from 'node:crypto';
import { test } from 'node:test';
import { readBackup, writeBackup } from '../../../src/core/backup/backup.js';
import { addressOf } from '../../../src/core/json/canonical.js';
import type { SurveyResponse } from '../../../src/core/response/types.js';
import type { KeyFile, PublicKey, Sealed } from '../../../src/core/sealed/types.js';
import { entries, response } from '../json/documents.js';
import { isValid } from '../json/json-schema.js';

// The code that seals is compiled in a project that these tests do not belong to, so it is loaded without its types.
const load = (name: string): Promise<unknown> => import(new URL(`../../../src/seal/${name}.js`, import.meta.url).href);
const { sealResponse } = (await load('seal')) as {
  sealResponse: (response: SurveyResponse, study: { seal: { recipients: readonly PublicKey[] } }) => Promise<Sealed>;
};
const { makeSealKeys } = (await load('keys')) as {
  makeSealKeys: (given: {
    passphrase: string;
  }) => Promise<
    Record<'evaluator' | 'recovery', { text: string; passphrase: string }> & { recipients: readonly PublicKey[] }
  >;
};
const { openSealed, readKeyFile } = (await load('open')) as {
  openSealed: (
    records: readonly { record: unknown; address?: string }[],
    key: unknown,
  ) => Promise<{
    responses: SurveyResponse[];
    failed: { index: number; address?: string; code: string }[];
  }>;
  readKeyFile: (text: string, passphrase: string) => Promise<unknown>;
};

const subtle = webcrypto.subtle as unknown as SubtleCrypto;
const passphrase = '和平里 活动中心 2026 年';
const keys = await makeSealKeys({ passphrase });
const study = { seal: { recipients: keys.recipients } };
const both = [keys.evaluator, keys.recovery] as const;

/** AES key unwrap, RFC 3394 §2.2.2, on AES-256 as a plain block cipher. */
function unwrap(wrapping: Buffer, wrapped: Buffer): Buffer {
  const count = wrapped.length / 8 - 1;
  const blocks = Array.from({ length: count }, (_, i) => wrapped.subarray(8 * (i + 1), 8 * (i + 2)));
  let a = wrapped.subarray(0, 8);
  for (let j = 5; j >= 0; j--) {
    for (let i = count; i >= 1; i--) {
      const t = Buffer.alloc(8);
      t.writeUInt32BE(count * j + i, 4);
      const cipher = createDecipheriv('aes-256-ecb', wrapping, null).setAutoPadding(false);
      const b = cipher.update(
        Buffer.concat([Buffer.from(a.map((byte, k) => byte ^ (t[k] ?? 0))), blocks[i - 1] ?? Buffer.alloc(0)]),
      );
      a = b.subarray(0, 8);
      blocks[i - 1] = b.subarray(8);
    }
  }
  assert.equal(a.toString('hex'), 'a6a6a6a6a6a6a6a6');
  return Buffer.concat(blocks);
}

const u32 = (number: number): Buffer => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(number);
  return buffer;
};
const counted = (text: string): Buffer => Buffer.concat([u32(Buffer.byteLength(text)), Buffer.from(text)]);
const decode = (text: string): Buffer => Buffer.from(text, 'base64url');
interface Parts {
  readonly protected: string;
  readonly iv: string;
  readonly ciphertext: string;
  readonly tag: string;
}

function gcm(cek: Buffer, { protected: covered, iv, ciphertext, tag }: Parts): string {
  const cipher = createDecipheriv('aes-256-gcm', cek, decode(iv)).setAAD(Buffer.from(covered)).setAuthTag(decode(tag));
  return Buffer.concat([cipher.update(decode(ciphertext)), cipher.final()]).toString('utf8');
}

/** Opens a record from RFC 7516 and 7518 §4.6, §5.3 alone. */
function openByHand({ jwe }: Sealed, privateKey: KeyObject, kid: string): string {
  const recipient = jwe.recipients.find(({ header }) => header.kid === kid);
  assert.ok(recipient);
  const publicKey = createPublicKey({ key: { ...recipient.header.epk }, format: 'jwk' });
  const z = diffieHellman({ privateKey, publicKey });
  const info = [counted('ECDH-ES+A256KW'), counted(''), counted(''), u32(256)];
  const wrapping = createHash('sha256')
    .update(Buffer.concat([u32(1), z, ...info]))
    .digest();
  return gcm(unwrap(wrapping, decode(recipient.encrypted_key)), jwe);
}

/** Unwraps a key file from RFC 7516 and 7518 §4.8 alone. */
function unwrapByHand(text: string, phrase: string): { key: KeyObject; kid: string } {
  const file = JSON.parse(text) as KeyFile;
  const [covered = '', encrypted = '', iv = '', ciphertext = '', tag = ''] = file.wrapped.split('.');
  const { alg, p2s, p2c } = JSON.parse(decode(covered).toString()) as { alg: string; p2s: string; p2c: number };
  assert.deepEqual([alg, p2c >= 600_000], ['PBES2-HS512+A256KW', true]);
  const salt = Buffer.concat([Buffer.from(alg), Buffer.from([0]), decode(p2s)]);
  assert.ok(decode(p2s).length >= 16);
  const wrapping = pbkdf2Sync(Buffer.from(phrase, 'utf8'), salt, p2c, 32, 'sha512');
  const jwk = gcm(unwrap(wrapping, decode(encrypted)), { protected: covered, iv, ciphertext, tag });
  return { key: createPrivateKey({ key: JSON.parse(jwk) as JsonWebKeyInput['key'], format: 'jwk' }), kid: file.kid };
}

test('what is sealed opens by the letter of the RFCs, without the library, with each of the two key files', async () => {
  const record = await sealResponse(response, study);
  assert.ok(isValid('sealed', JSON.parse(JSON.stringify(record))));
  for (const { text, passphrase: phrase } of both) {
    const { key, kid } = unwrapByHand(text, phrase);
    const content = openByHand(record, key, kid);
    assert.equal(Buffer.byteLength(content) % 2048, 0);
    assert.deepEqual(JSON.parse(content), response);
  }
  assert.deepEqual(JSON.parse(decode(record.jwe.protected).toString()), {
    alg: 'ECDH-ES+A256KW',
    enc: 'A256GCM',
    typ: 'canyu-sealed',
    study: response.study,
    wave: response.wave,
    instrument: response.instrument,
  });
});

test('the kid of a key is its thumbprint by RFC 7638', () => {
  for (const { kid, crv, kty, x, y } of keys.recipients) {
    const text = `{"crv":"${crv}","kty":"${kty}","x":"${x}","y":"${y}"}`;
    assert.equal(kid, createHash('sha256').update(text).digest('base64url'));
  }
});

test('nothing of the response is readable in the record', async () => {
  const marked = {
    ...response,
    id: 'marker-id',
    answers: { OQ1: 'marker-answer 一句心里话' },
    community: 'marker-place',
  };
  const record = JSON.stringify(await sealResponse(marked, study));
  const bytes = Object.values((JSON.parse(record) as Sealed).jwe).map((one) =>
    typeof one === 'string' ? decode(one).toString('latin1') : '',
  );
  for (const word of [
    'marker',
    '心里话',
    'resident',
    marked.date,
    marked.link?.[1] ?? '-',
    Buffer.from('心里话').toString('latin1'),
  ]) {
    assert.ok(!record.includes(word) && !bytes.some((text) => text.includes(word)), word);
  }
});

test('sealed and plain records travel in one backup file, and come out as they went in', async () => {
  const responses = Array.from({ length: 40 }, (_, i) => ({ ...response, id: `r${i}`, answers: { OQ1: `第${i}张` } }));
  const sealed: Sealed[] = [];
  for (const one of responses) sealed.push(await sealResponse(one, study));
  const plain = [{ ...response, id: 'plain' }, ...entries];
  const contents = { study: response.study, device: '平板 2', createdAt: '2026-02-28' };
  const lines = await writeBackup({ ...contents, records: [...plain, ...sealed] }, subtle);
  const reading = await readBackup(lines.join('\n'), subtle);
  assert.ok(reading.ok && reading.value.complete);
  const { records } = reading.value;
  assert.equal(records.length, plain.length + sealed.length);
  const byAddress = new Map(records.map(({ address, record }) => [address, record]));
  for (const one of [...plain, ...sealed]) assert.deepEqual(byAddress.get(await addressOf(one, subtle)), one);

  for (const { text, passphrase: phrase } of both) {
    const opened = await openSealed(records, await readKeyFile(text, phrase));
    const byId = new Map(opened.responses.map((one) => [one.id, one]));
    assert.deepEqual(opened.responses.length, responses.length);
    for (const one of responses) assert.deepEqual(byId.get(one.id), one);
    assert.equal(opened.failed.length, plain.length);
    for (const { index, address, code } of opened.failed) {
      assert.deepEqual([code, address], ['not-sealed', records[index]?.address]);
    }
  }

  // One character of one sealed line: the file is refused whole, and what can be saved of it says which record is broken.
  const at = lines.findIndex((line) => line.includes('"canyu-sealed/1"'));
  const broken = [...lines];
  const original = lines[at] ?? '';
  const middle = original.indexOf('"ciphertext":"') + 1000;
  broken[at] = `${original.slice(0, middle)}${original[middle] === 'A' ? 'B' : 'A'}${original.slice(middle + 1)}`;
  const refused = await readBackup(broken.join('\n'), subtle);
  assert.ok(!refused.ok);
  const key = await readKeyFile(keys.evaluator.text, passphrase);
  const one = await openSealed([{ record: JSON.parse(broken[at] ?? '') }], key);
  assert.deepEqual([one.responses, one.failed], [[], [{ index: 0, code: 'damaged' }]]);
});
