import { expect } from 'chai';
import fc from 'fast-check';
import { GeneralEncrypt } from 'jose/jwe/general/encrypt';
import { readBackup } from '../../src/core/backup/backup.js';
import { receiptListed } from '../../src/core/backup/receipt.js';
import { addressOf } from '../../src/core/json/canonical.js';
import { toWellFormed } from '../../src/core/json/well-formed.js';
import { pad } from '../../src/core/sealed/padding.js';
import type { Sealed } from '../../src/core/sealed/types.js';
import { openSealed } from '../../src/seal/open.js';
import { canSeal, checkSealKeys, sealedSheet, sealReceipt, sealResponse } from '../../src/seal/seal.js';
import { draftsInMemory } from '../../src/store/drafts-in-memory.js';
import { makeResponse, rejection } from '../store/helpers.js';
import { changed, fullResponse, replaceAt, testKeys, type TestKeys, withoutCrypto } from './helpers.js';

let keys: TestKeys;
let others: TestKeys;
before(async () => {
  keys = await testKeys();
  others = await testKeys();
});

const codeOf = async (record: unknown, address?: string): Promise<string> => {
  const { responses, failed } = await openSealed(
    [{ record, ...(address !== undefined && { address }) }],
    keys.evaluator,
  );
  return responses.length ? 'opened' : (failed[0]?.code ?? '');
};

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc.constantFrom(
    '\ud800',
    'a\udc00b',
    '\u202e倒\u2066序',
    '\0\u2028\u2029',
    'ئۇيغۇرچە ۋە עברית',
    '👩‍👩‍👧‍👦🏳️‍🌈𠮷',
    '\ufeff',
    '   ',
    '文'.repeat(4000),
    '𠮷'.repeat(4000),
  ),
);

describe('a sealed response', () => {
  it('opens to what was answered, whatever was written, with either key', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(hostile, hostile, fc.boolean(), async (one, two, which) => {
        const answers = { CY1: 4, OQ1: one || 'x', OQ2: two || 'y' };
        const response = makeResponse({ answers, device: toWellFormed(one).slice(0, 20) });
        const record = JSON.parse(JSON.stringify(await sealResponse(response, keys.study))) as Sealed;
        const { responses, failed } = await openSealed([{ record }], which ? keys.evaluator : keys.recovery);
        expect(failed).to.deep.equal([]);
        const expected = { ...answers, OQ1: toWellFormed(answers.OQ1), OQ2: toWellFormed(answers.OQ2) };
        expect(responses[0]?.answers).to.deep.equal(expected);
        expect({ ...responses[0], answers: 0, device: 0 }).to.deep.equal({ ...response, answers: 0, device: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it('opens for each of its keys and for no other', async () => {
    const records = [{ record: await sealResponse(fullResponse(), keys.study) }];
    for (const key of [keys.evaluator, keys.recovery]) {
      expect((await openSealed(records, key)).responses).to.have.length(1);
    }
    for (const key of [others.evaluator, others.recovery]) {
      const { responses, failed } = await openSealed(records, key);
      expect([responses, failed]).to.deep.equal([[], [{ index: 0, code: 'not-for-this-key' }]]);
    }
    // Somebody gives a foreign key the name of the right one.
    const lying = { ...others.evaluator, kid: keys.evaluator.kid };
    expect((await openSealed(records, lying)).failed).to.deep.equal([{ index: 0, code: 'damaged' }]);
  });

  it('does not tell by its length what was written, up to steps of 2 KiB', async () => {
    const length = async (text?: string): Promise<number> => {
      const response = fullResponse();
      const answers = text === undefined ? { CY1: 1 } : { ...response.answers, OQ2: text };
      return JSON.stringify(await sealResponse({ ...response, answers }, keys.study)).length;
    };
    const short = await Promise.all([length(), length('好'), length('好'.repeat(200)), length('x'.repeat(300))]);
    expect(new Set(short).size).to.equal(1);
    const lengths = new Set<number>();
    for (let characters = 0; characters <= 4000; characters += 100) lengths.add(await length('好'.repeat(characters)));
    // 12,000 bytes of text and the rest: seven blocks at most, each 2,048 bytes of base64url more than the one before.
    const steps = Array.from(lengths).sort((a, b) => a - b);
    expect(steps).to.have.length(7);
    steps.slice(1).forEach((step, i) => expect(step - (steps[i] ?? 0)).to.be.within(2730, 2731));
  });

  it('says the same twice only for the same response', async () => {
    const response = fullResponse();
    const first = await sealResponse(response, keys.study);
    expect(await sealResponse({ ...response }, keys.study)).to.equal(first);
    const other = await sealResponse({ ...response, seconds: 1 }, keys.study);
    expect(other.jwe.iv).to.not.equal(first.jwe.iv);
    const again = await sealResponse(response, keys.study);
    expect(again.jwe.ciphertext).to.not.equal(first.jwe.ciphertext);
    const elsewhere = await sealResponse(response, others.study);
    expect(elsewhere.jwe.recipients[0]?.header.kid).to.equal(others.evaluator.kid);
  });

  it('gives a receipt that is on the list of addresses', async () => {
    const records = await Promise.all([1, 2, 3].map((seconds) => sealResponse(fullResponse({ seconds }), keys.study)));
    const addresses = await Promise.all(records.map((record) => addressOf(record, crypto.subtle)));
    const receipt = await sealReceipt(records[1] as Sealed);
    expect(receiptListed(addresses, receipt)).to.equal(true);
    expect(receiptListed([addresses[0] ?? '', addresses[2] ?? ''], receipt)).to.equal(false);
  });

  it('leaves the page as a backup file of one sealed record', async () => {
    const response = fullResponse();
    const text = await sealedSheet(response, keys.study);
    expect(text).to.not.include('路灯');
    expect(text).to.not.include(response.id);
    const reading = await readBackup(text, crypto.subtle);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const { responses, failed } = await openSealed(reading.value.records, keys.recovery);
    expect([responses, failed]).to.deep.equal([[response], []]);
  });
});

describe('a changed record', () => {
  it('is found: every one of 600 changes of a character, by the seal where it covers it and by the address everywhere', async function () {
    this.timeout(240_000);
    const response = fullResponse();
    const record = await sealResponse(response, keys.study);
    const address = await addressOf(record, crypto.subtle);
    const text = JSON.stringify(record);
    const foreign = JSON.stringify(record.jwe.recipients[1]);
    const [from, to] = [text.indexOf(foreign), text.indexOf(foreign) + foreign.length];
    const places = new Set<number>();
    // Every place outside the long ciphertext, and places all over it.
    const middle = text.indexOf(record.jwe.ciphertext);
    for (let at = 0; at < text.length; at++) {
      const inside = at >= middle && at < middle + record.jwe.ciphertext.length;
      if (!inside || at % 19 === 0) places.add(at);
    }
    expect(places.size).to.be.above(600);
    const counts: Record<string, number> = {};
    for (const at of places) {
      let mutant: unknown;
      try {
        mutant = JSON.parse(replaceAt(text, at, at * 7));
      } catch {
        counts['no JSON'] = (counts['no JSON'] ?? 0) + 1;
        continue;
      }
      const { responses, failed } = await openSealed([{ record: mutant }], keys.evaluator);
      if (responses.length) {
        // The part of the other key does not matter to this one: it opens to the same, or not at all.
        expect(at, 'outside the part of the other key').to.be.within(from, to);
        expect(responses).to.deep.equal([response]);
      }
      const code = failed[0]?.code ?? 'opened to the same';
      counts[code] = (counts[code] ?? 0) + 1;
      const named = await codeOf(mutant, address);
      expect(named).to.not.equal('opened');
    }
    expect(counts['damaged']).to.be.above(400);
    expect(Object.keys(counts)).to.include.members(['damaged', 'header-mismatch', 'not-for-this-key']);
  });

  it('is found when a part comes from another record', async () => {
    const [a, b] = [
      await sealResponse(fullResponse({ wave: 'pre' }), keys.study),
      await sealResponse(fullResponse({ wave: 'post' }), keys.study),
    ];
    const { jwe } = b;
    expect(await codeOf(a)).to.equal('opened');
    expect(await codeOf({ ...a, wave: 'post' })).to.equal('header-mismatch');
    expect(await codeOf({ ...a, study: 'other' })).to.equal('header-mismatch');
    expect(await codeOf({ ...a, jwe })).to.equal('header-mismatch');
    expect(await codeOf(changed(a, { protected: jwe.protected }))).to.equal('damaged');
    expect(await codeOf({ ...changed(a, { protected: jwe.protected }), wave: 'post' })).to.equal('damaged');
    expect(await codeOf(changed(a, { ciphertext: jwe.ciphertext }))).to.equal('damaged');
    expect(await codeOf(changed(a, { recipients: jwe.recipients }))).to.equal('damaged');
    expect(await codeOf(changed(a, { ...jwe, protected: a.jwe.protected }))).to.equal('damaged');
    const [first, second] = a.jwe.recipients;
    if (!first || !second) throw new Error('two recipients');
    expect(await codeOf(changed(a, { recipients: [second, first] }))).to.equal('opened');
    expect(await codeOf(changed(a, { recipients: [second] }))).to.equal('not-for-this-key');
    const swapped = [
      { ...first, header: { ...first.header, kid: second.header.kid } },
      { ...second, header: { ...second.header, kid: first.header.kid } },
    ];
    expect(await codeOf(changed(a, { recipients: swapped }))).to.equal('damaged');
  });

  it('is told from one that somebody else sealed otherwise', async () => {
    const response = fullResponse();
    const { study, wave, instrument } = response;
    const header = { alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'canyu-sealed', study, wave, instrument };
    const forge = async (content: Uint8Array, protectedHeader: object): Promise<unknown> => {
      const jwe = new GeneralEncrypt(content).setProtectedHeader({ ...header, ...protectedHeader });
      for (const jwk of keys.made.recipients) {
        const point = { kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y };
        const key = await crypto.subtle.importKey('jwk', point, { name: 'ECDH', namedCurve: 'P-256' }, true, []);
        jwe.addRecipient(key).setUnprotectedHeader({ kid: jwk.kid });
      }
      const made = (await jwe.encrypt()) as unknown as Sealed['jwe'];
      return { schema: 'canyu-sealed/1', study: 'demo', wave: 'pre', jwe: made };
    };
    const json = pad(JSON.stringify(response));
    expect(await codeOf(await forge(json, {}))).to.equal('opened');
    expect(await codeOf(await forge(json, { instrument: 'other@1' }))).to.equal('header-mismatch');
    expect(await codeOf(await forge(json, { wave: 'post' }))).to.equal('header-mismatch');
    expect(await codeOf(await forge(json, { typ: 'JWT' }))).to.equal('damaged');
    expect(await codeOf(await forge(json, { more: 1 }))).to.equal('damaged');
    expect(await codeOf(await forge(pad(JSON.stringify({ ...response, wave: 'post' })), {}))).to.equal(
      'header-mismatch',
    );
    expect(await codeOf(await forge(pad('{"schema":"canyu-response/2"}'), {}))).to.equal('newer-schema');
    expect(await codeOf(await forge(pad('{"schema":"canyu-response/1"}'), {}))).to.equal('not-a-response');
    expect(await codeOf(await forge(pad('no JSON'), {}))).to.equal('not-a-response');
    const proto = JSON.stringify({ ...response, answers: { x: 1 } }).replace('"x"', '"__proto__"');
    expect(await codeOf(await forge(pad(proto), {}))).to.equal('not-a-response');
    expect(await codeOf(await forge(new Uint8Array(2048).fill(0xff), {}))).to.equal('not-a-response');
    // Not padded: the form already tells.
    expect(await codeOf(await forge(new TextEncoder().encode(JSON.stringify(response)), {}))).to.equal('damaged');
    expect(({} as Record<string, unknown>)['x']).to.equal(undefined);
  });

  it('is named for what it is when it is no sealed response', async () => {
    for (const record of [null, 1, 'text', [], {}, fullResponse()]) expect(await codeOf(record)).to.equal('not-sealed');
    const record = await sealResponse(fullResponse(), keys.study);
    expect(await codeOf({ ...record, schema: 'canyu-sealed/2' })).to.equal('newer-schema');
    expect(await codeOf({ ...record, jwe: null })).to.equal('damaged');
  });
});

describe('a sealed study', () => {
  it('starts where the page has crypto and the keys are good; one that is not sealed always', async () => {
    expect(canSeal()).to.equal(true);
    expect(await checkSealKeys(keys.study)).to.equal(undefined);
    expect(await checkSealKeys({})).to.equal(undefined);
    await withoutCrypto(async () => expect(await checkSealKeys({})).to.equal(undefined));
  });

  it('does not start on plain http, and says why; nothing is sealed there', async () => {
    // A study that was checked before keeps its keys; the page that lost its crypto is another page.
    const study = { seal: { recipients: [...keys.made.recipients] } };
    await withoutCrypto(async () => {
      expect(canSeal()).to.equal(false);
      expect(await checkSealKeys(study)).to.have.property('code', 'seal-no-crypto');
      expect(await rejection(sealResponse(fullResponse(), study))).to.have.property('code', 'seal-no-crypto');
      expect(await rejection(openSealed([], keys.evaluator))).to.have.property('code', 'seal-no-crypto');
    });
    expect(await checkSealKeys(study)).to.equal(undefined);
  });

  it('does not start with keys that are not good, and says which one', async () => {
    const [one, two] = keys.made.recipients;
    if (!one || !two) throw new Error('two keys');
    const make = async (namedCurve: string): Promise<Record<string, unknown>> => {
      const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve }, true, ['deriveBits']);
      return (await crypto.subtle.exportKey('jwk', pair.publicKey)) as Record<string, unknown>;
    };
    const { kty, crv, x, y } = await make('P-256');
    const bad: [string, readonly Record<string, unknown>[], string][] = [
      ['seal-one-key', [], ''],
      ['seal-one-key', [{ ...one }], ''],
      ['seal-bad-key', [{ ...one }, { ...one, kid: 'another name' }], '/seal/recipients/1 is there twice'],
      ['seal-bad-key', [{ ...one }, await make('P-384')], '/seal/recipients/1 must be a key on P-256'],
      ['seal-bad-key', [{ ...one }, { ...two, d: two.x }], '/seal/recipients/1 /d is private'],
      ['seal-bad-key', [{ ...one }, { ...two, use: 'sig' }], '/seal/recipients/1 is a key for another purpose'],
      ['seal-bad-key', [{ ...one, alg: 'ECDH-ES' }, { ...two }], '/seal/recipients/0 is a key for another purpose'],
      ['seal-bad-key', [{ ...one }, { ...two, x: two.y, y: two.x }], '/seal/recipients/1 is not a point of the curve'],
      ['seal-bad-key', [{ ...one }, { ...two, x: 'AA' }], '/seal/recipients/1 is not a point of the curve'],
      ['seal-bad-key', [{ ...one }, { kty: 'EC', crv: 'P-256' }], '/seal/recipients/1 must have x and y'],
      ['seal-bad-key', [{ ...one }, { kty: 'RSA', n: 'AA', e: 'AQAB' }], '/seal/recipients/1 must be a key on P-256'],
    ];
    for (const [code, recipients, detail] of bad) {
      const trouble = await checkSealKeys({ seal: { recipients } });
      expect(trouble?.code, detail).to.equal(code);
      expect(trouble?.detail).to.include(detail);
      const error = await rejection(sealResponse(fullResponse(), { seal: { recipients } }));
      expect(error.code, detail).to.equal(code);
    }
    expect(await checkSealKeys({ seal: { recipients: [{ ...one }, { kty, crv, x, y }, { ...two }] } })).to.equal(
      undefined,
    );
  });

  it('keeps no draft anywhere but in memory', async () => {
    const dropped: string[] = [];
    const drafts = draftsInMemory({ dropDraft: (key) => Promise.resolve(void dropped.push(key)) });
    expect(await drafts.saveDraft('k', { id: 'r1' })).to.equal(false);
    await drafts.dropDraft('k');
    expect(dropped).to.deep.equal(['k']);
  });
});
