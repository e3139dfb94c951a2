import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInstrument } from '../../../src/core/instrument/parse.js';
import { assertRefused, refusals } from '../json/refused.js';

const text = (en: string) => ({ en });
const rating = (id: string) => ({
  id,
  kind: 'rating',
  scale: 'five',
  key: 1,
  mirror: 'same',
  prompt: { resident: text(id), official: text(id) },
});
const own = {
  schema: 'canyu-instrument/1',
  id: 'own',
  version: '2',
  title: text('Our questions'),
  scales: { five: { points: [1, 2, 3, 4, 5].map((value) => ({ value, label: text(String(value)) })) } },
  constructs: [{ id: 'X', label: text('X'), items: ['A1', 'A2'], comparison: 'same' }],
  items: [
    rating('A1'),
    rating('A2'),
    { id: 'T', kind: 'text', key: 1, mirror: 'same', prompt: { resident: text('Anything else?') } },
  ],
  forms: { full: { resident: { closed: ['A1', 'A2'], open: ['T'] }, official: { closed: ['A1'] } } },
};
const [a1, a2, open] = own.items;
const forms = (resident: object) => ({ forms: { full: { resident } } });

test('a site’s own instrument; absent parts of forms are read as empty', () => {
  const read = parseInstrument(own);
  assert.ok(read.ok);
  assert.deepEqual(read.value.forms, {
    full: {
      resident: { closed: ['A1', 'A2'], open: ['T'], background: [] },
      official: { closed: ['A1'], open: [], background: [] },
    },
    short: {},
  });
});

test('what an instrument may not say', () => {
  assertRefused(own, parseInstrument, 'instrument', [
    [{ items: [a1, a2, { ...open, kind: 'slider' }] }, '/items/2/kind unknown', true],
    [{ items: [a1, a2, open, a1] }, '/items/3/id duplicate', false],
    [{ items: [a1, { ...a2, key: 0 }, open] }, '/items/1/key unknown', true],
    [{ items: [a1, { ...a2, scale: 'seven' }, open] }, '/items/1/scale unknown', false],
    [{ items: [a1, { ...a2, scale: 'toString' }, open] }, '/items/1/scale unknown', false],
    [{ items: [a1, { ...a2, scale: undefined }, open] }, '/items/1/scale required', true],
    [{ items: [a1, { ...a2, prompt: { official: text('A2') } }, open] }, '/items/1/prompt/resident required', false],
    [{ constructs: [{ ...own.constructs[0], items: ['A1', 'A9'] }] }, '/constructs/0/items/1 unknown', false],
    [{ constructs: [{ ...own.constructs[0], items: [] }] }, '/constructs/0/items value', true],
    [{ constructs: [own.constructs[0], own.constructs[0]] }, '/constructs/1/id duplicate', false],
    [forms({ closed: ['A9'] }), '/forms/full/resident/closed/0 unknown', false],
    [forms({ closed: ['A1', 'A1'] }), '/forms/full/resident/closed/1 duplicate', true],
    [forms({ closed: ['A1'], open: ['A1'] }), '/forms/full/resident/open/0 duplicate', false],
    [{ scales: { five: { points: [{ value: 1, label: text('1') }] } } }, '/scales/five/points value', true],
    [
      { scales: { five: { points: [1, 2, 2].map((value) => ({ value, label: text('x') })) } } },
      '/scales/five/points/2/value duplicate',
      false,
    ],
    [{ version: '1@2' }, '/version value', true],
  ]);
});

test('500 items are read, 501 are not', () => {
  const items = Array.from({ length: 498 }, (_, i) => rating(`B${i}`));
  assert.ok(parseInstrument({ ...own, items: [a1, a2, ...items.slice(1), open] }).ok);
  assert.deepEqual(refusals(parseInstrument({ ...own, items: [a1, a2, ...items, open] })), ['/items too-large']);
});
