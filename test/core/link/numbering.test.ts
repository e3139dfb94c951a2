import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cheapHash, createNumbering } from '../../../src/core/link/numbering.js';
import { createRandom } from '../../../src/core/stats/random.js';

test('equal texts have one number, others have others, whatever their hashes', () => {
  const random = createRandom(2);
  for (const [ending, hash] of [
    ['', cheapHash],
    ['-the same ending', cheapHash],
    ['', () => 7],
    ['', (text: string) => 1 + (text.length % 2)],
  ] as const) {
    const texts = Array.from({ length: 3000 }, () => `${random.below(2000)}${ending}`);
    const { numberOf, size } = createNumbering(texts.length, (at) => texts[at] as string);
    const numbers = new Map<string, number>();
    texts.forEach((text, at) => {
      const number = numberOf(hash(text), at);
      if (!numbers.has(text)) assert.equal(number, numbers.size, 'numbers rise by one');
      numbers.set(text, numbers.get(text) ?? number);
      assert.equal(number, numbers.get(text));
    });
    assert.equal(size(), numbers.size);
  }
});

test('a hash is a whole number from 1 to 2³² - 1', () => {
  for (const text of ['', 'a', '社区', 'ffffffffffffffff']) {
    const hash = cheapHash(text);
    assert.ok(Number.isInteger(hash) && hash >= 1 && hash < 2 ** 32);
  }
});

test('tokens that differ hardly ever have equal hashes', () => {
  const random = createRandom(3);
  const digits = (): string => random.next().toString(16).padStart(8, '0');
  const hashes = new Set(Array.from({ length: 20_000 }, () => cheapHash(digits() + digits() + digits() + digits())));
  assert.ok(hashes.size > 19_990, `${hashes.size} of 20 000`);
});
