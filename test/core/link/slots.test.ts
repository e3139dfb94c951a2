import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cheapHash, createSlots } from '../../../src/core/link/slots.js';
import { createRandom } from '../../../src/core/stats/random.js';

test('a text that occurs again is always said to be shared', () => {
  const random = createRandom(2);
  for (const ending of ['', '-the same ending']) {
    const texts = Array.from({ length: 3000 }, () => `${random.below(2000)}${ending}`);
    const slots = createSlots(texts.length);
    for (const text of texts) slots.add(cheapHash(text));
    const times = new Map<string, number>();
    for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
    for (const [text, count] of times) if (count > 1) assert.ok(slots.shared(cheapHash(text)), text);
  }
});

test('few texts without an equal are said to be shared', () => {
  const random = createRandom(3);
  const digits = (): string => random.next().toString(16).padStart(8, '0');
  const tokens = Array.from({ length: 20_000 }, () => digits() + digits() + digits() + digits());
  const slots = createSlots(tokens.length);
  for (const token of tokens) slots.add(cheapHash(token));
  const shared = tokens.filter((token) => slots.shared(cheapHash(token))).length;
  assert.ok(shared < 0.05 * tokens.length, `${shared} of ${tokens.length}`);
});

test('a hash is a whole number from 1 to 2³² - 1', () => {
  for (const text of ['', 'a', '社区', 'ffffffffffffffff']) {
    const hash = cheapHash(text);
    assert.ok(Number.isInteger(hash) && hash >= 1 && hash < 2 ** 32);
  }
});
