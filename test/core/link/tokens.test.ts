import assert from 'node:assert/strict';
import { pbkdf2Sync, webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { linkMessages } from '../../../src/core/link/code.js';
import { linkIterations, linkTokens } from '../../../src/core/link/tokens.js';

const subtle = webcrypto.subtle as unknown as SubtleCrypto;

test('tokens are the first 128 bits of PBKDF2-SHA-256, as in Node', async () => {
  const messages = linkMessages({ G1: '𠮷', G2: '5', G3: '15', G4: '2', G5: '51', G6: '2' });
  assert.ok(messages);
  const expected = messages.map((message) =>
    pbkdf2Sync(message, '和平里-2024', 100_000, 32, 'sha256').toString('hex').slice(0, 32),
  );
  assert.equal(linkIterations, 100_000);
  assert.deepEqual(await linkTokens(messages, '和平里-2024', subtle), expected);
});

test('another study gives other tokens; an error of the engine is passed on', async () => {
  const [here] = await linkTokens(['v1|F|a'], 'one', subtle);
  const [there] = await linkTokens(['v1|F|a'], 'two', subtle);
  assert.notEqual(here, there);
  await assert.rejects(
    linkTokens(['v1|F|a'], 'one', {
      importKey: () => Promise.reject(new Error('no key')),
      deriveBits: () => Promise.resolve(new ArrayBuffer(32)),
    }),
    /no key/,
  );
});
