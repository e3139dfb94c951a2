import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import {
  addCheck,
  compareEntries,
  differenceRate,
  isSampled,
  noChecks,
  sampleRule,
  toleratedRate,
} from '../../../src/core/paper/check.js';
import { startEntry, typeKeys, type EntryValues } from '../../../src/core/paper/entry.js';
import { paperFields } from '../../../src/core/paper/sheet.js';

const fields = paperFields(participationTrust, {
  form: participationTrust.forms.full.resident!,
  linking: true,
  communities: [],
});
const full = fc
  .array(fc.nat(20), { minLength: fields.length, maxLength: fields.length })
  .map((picks): EntryValues =>
    Object.fromEntries(
      fields.map(({ id, codes }, i) => [id, codes[picks[i]! % (codes.length + 1)]?.value ?? null] as const),
    ),
  );

describe('double entry check', () => {
  it('finds every planted difference and no other', () => {
    fc.assert(
      fc.property(full, fc.uniqueArray(fc.nat(fields.length - 1)), (first, places) => {
        const second = { ...first };
        for (const place of places) {
          const { id, codes } = fields[place]!;
          const others = [null, ...codes.map(({ value }) => value)].filter((value) => value !== first[id]);
          second[id] = others[place % others.length]!;
        }
        const { compared, differences } = compareEntries(fields, first, second);
        assert.equal(compared, fields.length);
        assert.deepEqual(
          differences.map(({ id }) => id),
          [...places].sort((a, b) => a - b).map((place) => fields[place]!.id),
        );
        for (const { id, first: one, second: two } of differences) {
          assert.deepEqual([one, two], [first[id], second[id]]);
        }
      }),
    );
  });

  it('takes a blank for a blank, typed or not', () => {
    const first = typeKeys(fields, startEntry, '111 ').values;
    const second = typeKeys(fields, startEntry, '111').values;
    assert.deepEqual(compareEntries(fields, first, second).differences, []);
  });

  it('adds up to a rate over all rows compared', () => {
    assert.equal(differenceRate(noChecks), null);
    const none = { compared: 40, differences: [] };
    const two = { compared: 60, differences: [1, 2].map((n) => ({ id: `i${n}`, first: 1, second: 2 })) };
    const tally = addCheck(addCheck(noChecks, none), two);
    assert.deepEqual(tally, { sheets: 2, items: 100, differences: 2 });
    assert.equal(differenceRate(tally), 0.02);
    assert.ok(differenceRate(tally)! > toleratedRate);
  });

  it('takes the first five sheets and then every tenth', () => {
    const taken = Array.from({ length: 41 }, (_, i) => i + 1).filter((nth) => isSampled(nth));
    assert.deepEqual(taken, [1, 2, 3, 4, 5, 10, 20, 30, 40]);
    assert.deepEqual(sampleRule, { first: 5, every: 10 });
    assert.equal(isSampled(6, { first: 0, every: 3 }), true);
    assert.equal(isSampled(1, { first: 0, every: 3 }), false);
  });
});
