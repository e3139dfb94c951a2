import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '../../../src/core/json/canonical.js';
import { blockBytes, isPadded, pad } from '../../../src/core/sealed/padding.js';

const decoder = new TextDecoder('utf-8', { fatal: true });

test('what is padded is a whole number of blocks, the fewest that hold it, and the same JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.integer({ min: 0, max: 5000 }), (value, more) => {
      const json = canonicalJson({ value, more: '文'.repeat(more) });
      const padded = pad(json);
      const needed = new TextEncoder().encode(json).length;
      assert.ok(isPadded(padded.length));
      assert.ok(padded.length >= needed && padded.length - needed < blockBytes);
      assert.deepEqual(JSON.parse(decoder.decode(padded)), JSON.parse(json));
      assert.equal(decoder.decode(padded).trimEnd(), json);
    }),
  );
});

test('the edges of a block', () => {
  const text = (bytes: number) => `"${'x'.repeat(bytes - 2)}"`;
  assert.equal(pad(text(2047)).length, 2048);
  assert.equal(pad(text(2048)).length, 2048);
  assert.equal(pad(text(2049)).length, 4096);
  assert.equal(pad('').length, 2048);
  assert.deepEqual([0, 1, 2047, 2048, 2049, 4096].map(isPadded), [false, false, false, true, false, true]);
});
