import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import { codeOf, fieldOf, missingCodes, signsFor, type PaperField } from '../../../src/core/paper/codes.js';
import {
  advanceEntry,
  startEntry,
  typeKeys,
  untypedOf,
  type EntryAction,
  type EntryState,
} from '../../../src/core/paper/entry.js';
import { paperFields } from '../../../src/core/paper/sheet.js';

const form = participationTrust.forms.full.resident!;
const fields = paperFields(participationTrust, { form, linking: true, communities: ['a', 'b'] });

const action: fc.Arbitrary<EntryAction> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constant('key' as const), key: fc.constantFrom(...Array.from('0123456789aZ?３')) }),
  },
  fc.constant({ type: 'blank' as const }),
  fc.constant({ type: 'undo' as const }),
  fc.record({ type: fc.constant('move' as const), by: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ type: fc.constant('go' as const), id: fc.constantFrom(...fields.map(({ id }) => id), 'nowhere') }),
);
const actions = fc.array(action, { maxLength: 120 });
const after = (list: readonly EntryAction[]): EntryState =>
  list.reduce((state, one) => advanceEntry(fields, state, one), startEntry);

describe('codes on paper and keyboard', () => {
  it('are the stored values wherever these are one digit long', () => {
    for (const id of ['CY1', 'FQ1', 'LD', 'DM1']) {
      const item = participationTrust.items.find((one) => one.id === id)!;
      const field = fieldOf(participationTrust, item)!;
      for (const { code, value } of field.codes) {
        if (typeof value === 'number') assert.equal(code, String(value), id);
      }
    }
  });

  it('leave 8 and 9 to "not clear" and "prefer not to say", on every scale of every item', () => {
    for (const item of participationTrust.items) {
      const field = fieldOf(participationTrust, item);
      if (!field) continue;
      const codes = field.codes.map(({ code }) => code);
      assert.equal(new Set(codes).size, codes.length, item.id);
      assert.equal(codes.includes(missingCodes.dk), item.kind !== 'choice', item.id);
      assert.equal(codeOf(field, 'pns'), item.kind === 'choice' ? '' : '9', item.id);
    }
  });

  it('never collide, whatever scale an instrument brings', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -20, max: 120 }), { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        (values, missing) => {
          const signs = signsFor(values, missing);
          assert.equal(new Set(signs).size, values.length);
          assert.ok(signs.every((sign) => /^[0-9A-Z]$/.test(sign)));
          if (missing) assert.ok(!signs.includes('8') && !signs.includes('9'));
        },
      ),
    );
  });

  it('has no row for an open question', () => {
    const open = participationTrust.items.find(({ kind }) => kind === 'text')!;
    assert.equal(fieldOf(participationTrust, open), null);
  });
});

describe('typing a sheet', () => {
  it('fills a row with one key and moves on', () => {
    const state = typeKeys(fields, startEntry, '111210');
    assert.deepEqual(state.values, { '#participate': 1, '#process': 1, '#link': 1, '#community': 'b', FQ1: 1, FQ2: 0 });
    assert.equal(state.at, 6);
  });

  it('takes full-width digits and letters as what they are', () => {
    assert.deepEqual(typeKeys(fields, startEntry, '１１１２４').values, typeKeys(fields, startEntry, '11124').values);
    const many: PaperField[] = [{ id: 'x', codes: [{ code: 'B', value: 12 }] }];
    assert.equal(advanceEntry(many, startEntry, { type: 'key', key: 'ｂ' }).values['x'], 12);
  });

  it('stores "not clear" and "prefer not to say" as their codes, blank as blank', () => {
    const { values } = typeKeys(fields, startEntry, '111189 ');
    assert.deepEqual([values['FQ1'], values['FQ2'], values['FQ3']], ['dk', 'pns', null]);
  });

  it('refuses a key that the row does not know, and loses nothing', () => {
    const before = typeKeys(fields, startEntry, '111112');
    const refused = typeKeys(fields, before, '7');
    assert.deepEqual(refused, { ...before, refused: { id: 'FQ3', key: '7' } });
    assert.equal(typeKeys(fields, refused, '3').values['FQ3'], 3);
  });

  it('stops at the first key that is refused', () => {
    assert.deepEqual(typeKeys(fields, startEntry, '1171').values, { '#participate': 1, '#process': 1 });
  });

  it('says which rows nobody came to', () => {
    const state = advanceEntry(fields, typeKeys(fields, startEntry, '1 '), { type: 'go', id: 'DM2' });
    const typed = typeKeys(fields, state, '2');
    const untyped = untypedOf(fields, typed.values);
    assert.equal(untyped.length, fields.length - 3);
    assert.equal(untyped[0], '#link');
    assert.equal(typed.at, fields.length);
    assert.equal(typeKeys(fields, typed, '1'), typed);
  });

  it('undo is the exact inverse of a key or a blank, from any state', () => {
    fc.assert(
      fc.property(actions, fc.constantFrom(...Array.from('0123456789 ')), (list, key) => {
        const before = { ...after(list), refused: null };
        const typed = typeKeys(fields, before, key);
        if (typed.past.length > before.past.length) {
          assert.deepEqual(advanceEntry(fields, typed, { type: 'undo' }), before);
        }
      }),
    );
  });

  it('as many undos as keys lead back to an empty sheet', () => {
    fc.assert(
      fc.property(actions, (list) => {
        let state = after(list);
        while (state.past.length) state = advanceEntry(fields, state, { type: 'undo' });
        assert.deepEqual(state.values, {});
        const same = advanceEntry(fields, state, { type: 'undo' });
        assert.equal(same, state);
      }),
    );
  });

  it('never holds a value that its row has no code for, nor a place outside the sheet', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const { values, at } = after(list);
        assert.ok(at >= 0 && at <= fields.length);
        for (const [id, value] of Object.entries(values)) {
          const field = fields.find((one) => one.id === id)!;
          assert.ok(value === null || field.codes.some((one) => one.value === value), `${id}: ${String(value)}`);
        }
      }),
    );
  });

  it('is a plain JSON document at every moment', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const state = after(list);
        assert.deepEqual(JSON.parse(JSON.stringify(state)), state);
      }),
    );
  });
});
