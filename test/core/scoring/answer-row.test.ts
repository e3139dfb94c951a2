import assert from 'node:assert/strict';
import { test } from 'node:test';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import { ABSENT, createRowReader, DONT_KNOW, NOT_SAID } from '../../../src/core/scoring/answer-row.js';
import { scoredItems } from '../../../src/core/scoring/answer.js';
import { createRandom } from '../../../src/core/stats/random.js';

const items = scoredItems(participationTrust);
const at = (id: string): number => items.findIndex((item) => item.id === id);

test('positions are those of the items', () => {
  items.forEach((item, i) => assert.equal(item.at, i));
  assert.equal(at('DM1'), -1);
  assert.equal(at('OQ1'), -1);
});

test('answers are coded from the end that means least; what is off the scale has no code', () => {
  const read = createRowReader(items);
  const row = read({ CY1: 5, CY5: 5, FQ1: 3, LD: 6, PR1: 9, PR2: 'dk', PR4: 'pns', DM1: 2, OQ1: '没有', unknown: 4 });
  const coded = (id: string): number => row.coded[at(id)] as number;
  assert.deepEqual([coded('CY1'), coded('CY5'), coded('FQ1'), coded('LD')], [4, 0, 3, 6]);
  for (const id of ['PR1', 'PR2', 'PR4', 'PR3']) assert.ok(Number.isNaN(coded(id)), id);
  assert.equal(row.raw[at('PR1')], 9);
  assert.ok(Number.isNaN(row.raw[at('PR2')]));
  assert.deepEqual([row.present, row.silent, row.answers], [7, 1, 10]);
  const code = (id: string): number => row.codes[at(id)] as number;
  assert.deepEqual([code('CY1'), code('CY5'), code('FQ1'), code('LD')], [4, 4, 3, 6]);
  assert.deepEqual([code('PR1'), code('PR2'), code('PR4'), code('PR3')], [ABSENT, DONT_KNOW, NOT_SAID, ABSENT]);
});

test('a sheet is read the same whatever was read before and in whatever order it holds its answers', () => {
  const random = createRandom(6);
  const shared = createRowReader(items);
  for (let sheet = 0; sheet < 200; sheet++) {
    const entries = items.flatMap(({ id }): [string, number | string][] => {
      const u = random.uniform();
      return u < 0.2 ? [] : [[id, u < 0.3 ? 'pns' : random.below(8)]];
    });
    if (sheet % 3 === 0) entries.reverse();
    const row = shared(Object.fromEntries(entries));
    const alone = createRowReader(items)(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
    assert.deepEqual(row, alone);
    assert.deepEqual([row.present, row.answers], [entries.length, entries.length]);
  }
});
