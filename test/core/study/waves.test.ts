import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultStudy } from '../../../src/core/study/default.js';
import { openWaves, waveState } from '../../../src/core/study/waves.js';
import { study } from '../json/documents.js';

test('the first and the last day belong to a wave; a missing date leaves that side open', () => {
  const label = { en: 'x' };
  const closed = { id: 'a', label, opens: '2026-01-01', closes: '2026-02-28' };
  assert.deepEqual(
    ['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01'].map((day) => waveState(closed, day)),
    ['before', 'open', 'open', 'closed'],
  );
  assert.equal(waveState({ id: 'a', label, opens: '2026-01-02' }, '2026-01-01'), 'before');
  assert.equal(waveState({ id: 'a', label, opens: '2026-01-02' }, '2099-01-01'), 'open');
  assert.equal(waveState({ id: 'a', label, closes: '2026-01-02' }, '1999-01-01'), 'open');
  assert.equal(waveState({ id: 'a', label, closes: '2026-01-02' }, '2026-01-03'), 'closed');
  assert.equal(waveState({ id: 'a', label }, '2026-01-03'), 'undated');
});

test('which waves may be answered on a day', () => {
  const ids = (day: string) => openWaves(study, day).map(({ id }) => id);
  assert.deepEqual(ids('2026-01-15'), ['pre', 'w3']);
  assert.deepEqual(ids('2026-05-01'), ['w3']);
  assert.deepEqual(ids('2026-09-01'), ['post', 'w3']);
  assert.equal(openWaves(defaultStudy('x'), '2026-05-01').length, 2);
});
