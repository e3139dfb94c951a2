import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { deviceMessage } from '../../../src/core/link/device.js';
import { exactTokens } from '../../../src/core/link/tokens.js';

const id = '0b0f4a1e-2c8d-4f57-9b1a-7d2e5c3f6a10';

test('the message of a device holds its group and its number; what is no UUID has none', () => {
  assert.equal(deviceMessage(id, 'resident'), `v1|D|resident|${id}`);
  assert.notEqual(deviceMessage(id, 'official'), deviceMessage(id, 'resident'));
  for (const other of ['', id.slice(1), id.toUpperCase(), `${id}\n`, `x${id}`]) {
    assert.equal(deviceMessage(other, 'resident'), null, other);
  }
  fc.assert(fc.property(fc.uuid(), (uuid) => deviceMessage(uuid, 'partner') === `v1|D|partner|${uuid}`));
  fc.assert(fc.property(fc.string(), (text) => deviceMessage(text, 'resident') === null));
});

test('the same device gives the same token in one study, another one in another; the number is not in it', async () => {
  const { subtle } = globalThis.crypto;
  const message = deviceMessage(id, 'resident') as string;
  const [first, again, elsewhere] = await Promise.all([
    exactTokens(message, 's', subtle),
    exactTokens(message, 's', subtle),
    exactTokens(message, 't', subtle),
  ]);
  assert.deepEqual(first, again);
  assert.equal(new Set(first).size, 1);
  assert.notEqual(first[0], elsewhere[0]);
  assert.ok(!first.join().includes(id.slice(0, 8)));
});
