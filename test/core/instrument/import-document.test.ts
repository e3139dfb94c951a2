import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInstrument } from '../../../src/core/instrument/parse.js';
import { assertRefused } from '../json/refused.js';
import { isValid } from '../json/json-schema.js';

const text = (en: string) => ({ en });
const prompt = (id: string) => ({ resident: text(id) });
const item = (id: string, more: object = {}) => ({
  id,
  kind: 'rating',
  scale: 'seven',
  key: 1,
  mirror: 'same',
  prompt: prompt(id),
  ...more,
});
const note = { id: 'N', kind: 'note', key: 1, mirror: 'same', prompt: prompt('Please read this.') };
const choice = item('K', { kind: 'choice', scale: 'car' });
const conditional = item('B', { relevant: { item: 'K', equals: 0 } });
const own = {
  schema: 'canyu-instrument/1',
  id: 'own',
  version: '1',
  title: text('Own'),
  scales: {
    seven: { points: [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: text(String(value)) })) },
    car: { points: [0, 1].map((value) => ({ value, label: text(String(value)) })) },
  },
  constructs: [{ id: 'X', label: text('X'), items: ['A', 'B'], comparison: 'same' }],
  items: [note, item('A'), choice, conditional, item('C', { relevant: { item: 'A', equals: 'dk' } })],
  forms: { full: { resident: { closed: ['N', 'A', 'K', 'B', 'C'] } } },
};
const withItems = (...items: object[]) => ({ items: [note, item('A'), choice, ...items] });
const withForm = (...closed: string[]) => ({ forms: { full: { resident: { closed } } } });

test('notes and conditions are part of an instrument', () => {
  const read = parseInstrument(own);
  assert.ok(read.ok);
  assert.deepEqual(read.value.items[0], note);
  assert.deepEqual(read.value.items[3]?.relevant, { item: 'K', equals: 0 });
  assert.ok(isValid('instrument', own));
});

test('conditions that could never be met or come too late, and ids that mean something else', () => {
  const simple = { constructs: [] };
  const wide = { ...own.scales, seven: { points: [0, 1e9].map((value) => ({ value, label: text('x') })) } };
  const broken = { ...own.scales, seven: { points: [0.5, 1].map((value) => ({ value, label: text('x') })) } };
  assertRefused(own, parseInstrument, 'instrument', [
    [
      { ...simple, ...withItems(item('B', { relevant: { item: 'K', equals: 2 } })), ...withForm('K', 'B') },
      '/items/3/relevant/equals unknown',
      false,
    ],
    [
      { ...simple, ...withItems(item('B', { relevant: { item: 'K', equals: 'dk' } })), ...withForm('K', 'B') },
      '/items/3/relevant/equals unknown',
      false,
    ],
    [
      { ...simple, ...withItems(item('B', { relevant: { item: 'Q', equals: 0 } })), ...withForm('A') },
      '/items/3/relevant/item unknown',
      false,
    ],
    [
      { ...simple, ...withItems(item('B', { relevant: { item: 'N', equals: 0 } })), ...withForm('N', 'B') },
      '/items/3/relevant/item value',
      false,
    ],
    [{ ...simple, ...withItems(conditional), ...withForm('B', 'K') }, '/items/3/relevant/item value', false],
    [{ ...simple, ...withItems(conditional), ...withForm('B') }, '/items/3/relevant/item value', false],
    [
      { ...simple, ...withItems(item('B', { relevant: { item: 'B', equals: 1 } })), ...withForm('B') },
      '/items/3/relevant/item value',
      false,
    ],
    [
      { ...simple, ...withItems(item('B', { relevant: { item: 'A', equals: true } })), ...withForm('A') },
      '/items/3/relevant/equals unknown',
      true,
    ],
    [{ ...simple, ...withItems(item('link')), ...withForm('A') }, '/items/3/id value', false],
    [{ ...simple, ...withItems(item('toString')), ...withForm('A') }, '/items/3/id value', false],
    [{ ...simple, items: [item('A')], ...withForm('A'), scales: wide }, '/scales/seven value', false],
    [{ ...simple, items: [item('A')], ...withForm('A'), scales: broken }, '/scales/seven value', false],
  ]);
});

test('two items that wait for each other are refused in every order', () => {
  const a = item('A', { relevant: { item: 'B', equals: 1 } });
  const b = item('B', { relevant: { item: 'A', equals: 1 } });
  for (const closed of [
    ['A', 'B'],
    ['B', 'A'],
  ]) {
    const read = parseInstrument({ ...own, items: [a, b], constructs: [], ...withForm(...closed) });
    assert.ok(!read.ok);
  }
});

test('a form of many thousand conditional items is read quickly', () => {
  const closed = ['K', ...Array.from({ length: 100_000 }, () => 'B')];
  const started = performance.now();
  assert.ok(!parseInstrument({ ...own, ...withForm(...closed) }).ok);
  assert.ok(performance.now() - started < 3000);
});
