import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isOpenAt, nextOpening, parseOpeningHours, type OpeningHours } from '../../../src/core/kiosk/opening-hours.js';

const read = (text: string): OpeningHours => {
  const hours = parseOpeningHours(text);
  assert.ok(hours, text);
  return hours;
};
const at = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
};

describe('opening hours', () => {
  test('every day alike', () => {
    const hours = read('09:00-17:30');
    for (let day = 0; day < 7; day++) {
      assert.equal(isOpenAt(hours, day, at('8:59')), false);
      assert.equal(isOpenAt(hours, day, at('9:00')), true);
      assert.equal(isOpenAt(hours, day, at('17:29')), true);
      assert.equal(isOpenAt(hours, day, at('17:30')), false);
    }
    assert.deepEqual(nextOpening(hours, 3, at('8:00')), { inDays: 0, minute: 540 });
    assert.deepEqual(nextOpening(hours, 3, at('18:00')), { inDays: 1, minute: 540 });
  });

  test('with a midday break, on weekdays, Saturday in the morning', () => {
    const hours = read('Mo-Fr 09:00-11:30,14:00-17:30; Sa 9:00-12:00');
    assert.equal(isOpenAt(hours, 1, at('12:00')), false);
    assert.equal(isOpenAt(hours, 5, at('14:00')), true);
    assert.equal(isOpenAt(hours, 6, at('11:59')), true);
    assert.equal(isOpenAt(hours, 0, at('10:00')), false);
    assert.deepEqual(nextOpening(hours, 1, at('11:30')), { inDays: 0, minute: 840 });
    assert.deepEqual(nextOpening(hours, 6, at('12:00')), { inDays: 2, minute: 540 });
  });

  test('once a week, and never', () => {
    const hours = read('We 10:00-11:00');
    assert.deepEqual(nextOpening(hours, 3, at('10:00')), { inDays: 7, minute: 600 });
    assert.equal(nextOpening([[], [], [], [], [], [], []], 0, 0), undefined);
    assert.equal(nextOpening(read('Mo-Su 00:00-24:00'), 2, 5)?.inDays, 1);
    assert.equal(isOpenAt(read('Fr-Mo 09:00-10:00'), 0, 570), true, 'days may run over the weekend');
  });

  test('anything else is not guessed at', () => {
    for (const text of [
      '',
      'nine to five',
      '09:00',
      '17:00-09:00',
      '09:00-25:00',
      '09:70-10:00',
      'Xx 09:00-10:00',
      'Mo-Tu-We 09:00-10:00',
      '09:00-12:00,11:00-13:00',
      '09:00-12:00;',
      '9：00-17：00',
    ])
      assert.equal(parseOpeningHours(text), undefined, text);
  });

  test('the next opening is the first minute at which it is open again', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 600 }))
      .map(([from, length]) => [from, Math.min(1440, from + length)] as const);
    const week = fc.array(fc.array(span, { maxLength: 1 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(week, fc.nat(6), fc.nat(1439), (hours, day, minute) => {
        const next = nextOpening(hours, day, minute);
        let expected: number | undefined;
        for (let ahead = 1; ahead <= 8 * 1440 && expected === undefined; ahead++) {
          const whole = minute + ahead;
          const today = (day + Math.floor(whole / 1440)) % 7;
          const starts = (hours[today] ?? []).some(([from]) => from === whole % 1440);
          if (starts) expected = whole;
        }
        const found = next && next.inDays * 1440 + next.minute;
        assert.ok(found === expected || (expected ?? 0) >= 8 * 1440, `${found} ${expected}`);
      }),
    );
  });

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseOpeningHours(text)));
  });
});
