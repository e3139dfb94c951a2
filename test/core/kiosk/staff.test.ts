import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { backupLevel, type LastBackup } from '../../../src/core/kiosk/backup-state.js';
import { speltPin, waitAfter, waitNow } from '../../../src/core/kiosk/pin.js';

describe('wrong tries of a PIN', () => {
  test('two are free, then the wait doubles, up to an hour', () => {
    assert.deepEqual([0, 1, 2, 3, 4, 5, 11, 12, 13, 1000].map(waitAfter), [0, 0, 0, 8, 16, 32, 2048, 3600, 3600, 3600]);
  });

  test('the wait runs out, whatever the clock does', () => {
    const at = 1_000_000;
    assert.equal(waitNow({ wrong: 3, at }, at), 8);
    assert.equal(waitNow({ wrong: 3, at }, at + 7001), 1);
    assert.equal(waitNow({ wrong: 3, at }, at + 8000), 0);
    assert.equal(waitNow({ wrong: 3, at }, 0), 8, 'a clock set back');
    fc.assert(
      fc.property(fc.nat(50), fc.nat(), fc.nat(), (wrong, then, now) => {
        const wait = waitNow({ wrong, at: then }, now);
        assert.ok(wait >= 0 && wait <= waitAfter(wrong));
      }),
    );
  });

  test('what an input method makes of digits is the same PIN', () => {
    assert.equal(speltPin(' １２３４abcd '), '1234abcd');
  });
});

describe('copies', () => {
  const day = 24 * 3600 * 1000;
  const last: LastBackup = { at: 0, born: 0.5, seq: 7, count: 7, verified: true };
  const store = { born: 0.5, seq: 7, count: 7 };

  test('all in a copy that was read again: safe, however long ago', () => {
    assert.equal(backupLevel(last, store, 100 * day), 'safe');
  });

  test('never, or for more than a day: overdue', () => {
    assert.equal(backupLevel(undefined, store, 0), 'overdue');
    assert.equal(backupLevel({ ...last, seq: 6 }, store, day - 1), 'due');
    assert.equal(backupLevel({ ...last, seq: 6 }, store, day), 'overdue');
  });

  test('a file that nobody read again is not trusted for longer than a day', () => {
    assert.equal(backupLevel({ ...last, verified: false }, store, 1), 'due');
    assert.equal(backupLevel({ ...last, verified: false }, store, day + 1), 'overdue');
  });

  test('a database made anew is in no copy; an empty one needs none', () => {
    assert.equal(backupLevel(last, { ...store, born: 0.6 }, 1), 'due');
    assert.equal(backupLevel(undefined, { ...store, count: 0 }, 1), 'empty');
  });
});
