import { expect } from 'chai';
import { CompactEncrypt } from 'jose/jwe/compact/encrypt';
import { addressOf } from '../../src/core/json/canonical.js';
import type { KeyFile } from '../../src/core/sealed/types.js';
import { makeSealKeys, newPassphrase, readKeyFile } from '../../src/seal/keys.js';
import { openSealed } from '../../src/seal/open.js';
import { sealResponse } from '../../src/seal/seal.js';
import { rejection } from '../store/helpers.js';
import { fullResponse, passphrase, replaceAt, testKeys, type TestKeys, withoutCrypto } from './helpers.js';

let keys: TestKeys;
before(async () => {
  keys = await testKeys();
});

const codeOf = async (text: string, phrase = passphrase): Promise<string> =>
  ((await rejection(readKeyFile(text, phrase))) as { code: string }).code;
const fileOf = (text: string): KeyFile => JSON.parse(text) as KeyFile;

/** A file whose check fits again after a change, as somebody could make it who means harm. */
async function resigned(changes: Partial<KeyFile>): Promise<string> {
  const { schema, role, kid, public: publicKey, wrapped } = { ...fileOf(keys.made.evaluator.text), ...changes };
  const file = { schema, role, kid, public: publicKey, wrapped };
  return JSON.stringify({ ...file, check: (await addressOf(file, crypto.subtle)).slice(0, 16) });
}

/** A key wrapped with other rounds than Canyu's. */
async function wrappedWith(p2c: number, more: object = {}): Promise<string> {
  const { kid } = fileOf(keys.made.evaluator.text);
  const wrapped = await new CompactEncrypt(new TextEncoder().encode('{}'))
    .setProtectedHeader({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', kid, ...more })
    .setKeyManagementParameters({ p2c: Math.min(p2c, 1000) })
    .encrypt(new TextEncoder().encode(passphrase));
  const [covered = '', ...rest] = wrapped.split('.');
  const header = JSON.parse(atob(covered.replace(/-/g, '+').replace(/_/g, '/'))) as object;
  const text = btoa(JSON.stringify({ ...header, p2c }));
  return [text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, ''), ...rest].join('.');
}

describe('the keys of a study', () => {
  it('are two, each in a file of its own with a passphrase of its own, and both open', async () => {
    const { evaluator, recovery, recipients } = keys.made;
    expect(recipients.map(({ kid }) => kid)).to.deep.equal([evaluator.kid, recovery.kid]);
    expect([evaluator.role, recovery.role]).to.deep.equal(['evaluator', 'recovery']);
    expect(evaluator.name).to.match(/^canyu-key-evaluator-[\w-]{6}\.json$/);
    expect(evaluator.passphrase).to.equal(passphrase);
    expect(recovery.passphrase).to.match(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(await codeOf(recovery.text, passphrase)).to.equal('wrong-passphrase');
    const records = [{ record: await sealResponse(fullResponse(), keys.study) }];
    for (const key of [keys.evaluator, keys.recovery]) {
      expect((await openSealed(records, key)).responses).to.have.length(1);
    }
  });

  it('have at least 600,000 rounds, and nothing private outside the wrapping', () => {
    for (const { text } of [keys.made.evaluator, keys.made.recovery]) {
      const file = fileOf(text);
      const header = JSON.parse(atob((file.wrapped.split('.')[0] ?? '').replace(/-/g, '+').replace(/_/g, '/')));
      expect(header).to.include({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', kid: file.kid });
      expect(header.p2c).to.be.at.least(600_000);
      expect(file.public).to.have.all.keys('kty', 'crv', 'x', 'y', 'kid', 'use', 'alg');
      expect(file).to.have.all.keys('schema', 'role', 'kid', 'public', 'wrapped', 'check');
    }
    for (const key of keys.made.recipients) expect(key).to.not.have.property('d');
    expect(keys.made.evaluator.text).to.not.include(passphrase);
  });

  it('cannot leave the page again once they are read', async () => {
    expect(keys.evaluator.key.extractable).to.equal(false);
    for (const format of ['jwk', 'pkcs8'] as const) {
      const error = await rejection(crypto.subtle.exportKey(format, keys.evaluator.key));
      expect(error.name).to.equal('InvalidAccessError');
    }
  });

  it('are not made with a passphrase that is too short, nor without crypto', async () => {
    for (const given of [
      { passphrase: '短口令' },
      { passphrase: '   elevenchars           ' },
      { passphrase, recoveryPassphrase: '12345678901' },
    ]) {
      expect(await rejection(makeSealKeys(given))).to.have.property('code', 'short-passphrase');
    }
    await withoutCrypto(async () => {
      expect(await rejection(makeSealKeys({ passphrase }))).to.have.property('code', 'seal-no-crypto');
      expect(await rejection(readKeyFile('', ''))).to.have.property('code', 'seal-no-crypto');
    });
  });

  it('open with the printed passphrase as people type it', async function () {
    this.timeout(60_000);
    const { text, passphrase: printed } = keys.made.recovery;
    for (const typed of [
      printed.toLowerCase(),
      ` ${printed.replaceAll('-', ' ')}\n`,
      printed.replaceAll('-', ''),
      printed.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
      printed.replaceAll('0', 'O').replaceAll('1', 'l'),
    ]) {
      expect((await readKeyFile(text, typed)).kid).to.equal(keys.recovery.kid);
    }
    expect(await codeOf(text, newPassphrase())).to.equal('wrong-passphrase');
  });

  it('open with a passphrase typed in full-width letters, not with another one', async () => {
    const { text } = keys.made.evaluator;
    const typed = ` ${passphrase.replace('Test-2026', 'Ｔｅｓｔ－２０２６')}\u3000`;
    expect((await readKeyFile(text, typed)).kid).to.equal(keys.evaluator.kid);
    for (const wrong of ['', passphrase.slice(1), passphrase.toLowerCase(), `${passphrase}.`]) {
      expect(await codeOf(text, wrong)).to.equal('wrong-passphrase');
    }
  });

  it('are all different', () => {
    const phrases = Array.from({ length: 200 }, newPassphrase);
    expect(new Set(phrases).size).to.equal(200);
    const used = new Set(phrases.join('').replaceAll('-', ''));
    expect(used.size).to.equal(32);
  });
});

describe('a key file', () => {
  it('that is damaged is told from a wrong passphrase: every change of a character, and every cut', async function () {
    this.timeout(120_000);
    const text = keys.made.evaluator.text.trim();
    const counts: Record<string, number> = {};
    for (let at = 0; at < text.length; at++) {
      const mutant = replaceAt(text, at, at);
      if (/\s/.test(text[at] ?? '')) continue;
      const code = await codeOf(mutant);
      counts[code] = (counts[code] ?? 0) + 1;
      expect(code, `${at}: ${mutant.slice(at - 5, at + 5)}`).to.be.oneOf(['key-damaged', 'not-a-key', 'newer-schema']);
    }
    expect(counts['key-damaged']).to.be.above(800);
    for (let end = 60; end < text.length; end += 25) expect(await codeOf(text.slice(0, end))).to.equal('key-damaged');
  });

  it('that is something else is named so', async () => {
    for (const text of ['', 'PK\u0003\u0004', '[]', '{}', '{"schema":"canyu-study/1"}', 'x'.repeat(100_000)]) {
      expect(await codeOf(text), text.slice(0, 30)).to.equal('not-a-key');
    }
    expect(await codeOf('{"schema":"canyu-key/2"}')).to.equal('newer-schema');
  });

  it('with few rounds is refused, and one that would keep the page busy for minutes too, before any work is done', async () => {
    for (const [p2c, code] of [
      [1000, 'key-weak'],
      [599_999, 'key-weak'],
      [10_000_001, 'key-damaged'],
      [2 ** 40, 'key-damaged'],
    ] as const) {
      const text = await resigned({ wrapped: await wrappedWith(p2c) });
      const start = performance.now();
      expect(await codeOf(text), String(p2c)).to.equal(code);
      expect(performance.now() - start).to.be.below(150);
    }
    for (const more of [{ kid: 'other' }, { alg: 'PBES2-HS256+A128KW' }, { enc: 'A128GCM' }, { crit: ['x'], x: 1 }]) {
      const { wrapped } = fileOf(keys.made.evaluator.text);
      const [covered = '', ...rest] = wrapped.split('.');
      const header = JSON.parse(atob(covered.replace(/-/g, '+').replace(/_/g, '/'))) as object;
      const text = btoa(JSON.stringify({ ...header, ...more })).replace(/=/g, '');
      expect(await codeOf(await resigned({ wrapped: [text, ...rest].join('.') }))).to.equal('key-damaged');
    }
  });

  it('whose public key was exchanged is not taken', async () => {
    const other = fileOf(keys.made.recovery.text);
    const { public: publicKey, kid, wrapped } = other;
    expect(await codeOf(await resigned({ public: publicKey }))).to.equal('key-damaged');
    expect(await codeOf(await resigned({ public: publicKey, kid }))).to.equal('key-damaged');
    expect(await codeOf(await resigned({ wrapped }))).to.equal('key-damaged');
    const { x } = publicKey;
    expect(await codeOf(await resigned({ public: { ...fileOf(keys.made.evaluator.text).public, x } }))).to.equal(
      'key-damaged',
    );
  });
});
