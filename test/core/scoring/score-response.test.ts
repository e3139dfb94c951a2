import assert from 'node:assert/strict';
import { test } from 'node:test';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import { personIndex } from '../../../src/core/scoring/person-index.js';
import type { Answers } from '../../../src/core/response/types.js';
import { scoredItems } from '../../../src/core/scoring/answer.js';
import { createRowReader } from '../../../src/core/scoring/answer-row.js';
import { scoreKeys } from '../../../src/core/scoring/score-keys.js';
import { scoreResponse } from '../../../src/core/scoring/score-response.js';
import { sheet } from '../fixtures/synthetic.js';
import { near } from '../stats/golden.js';

const score = (
  answers: Record<string, number | string>,
  form: 'full' | 'short' = 'full',
): Record<string, number | null> => scoreResponse(participationTrust, sheet({ id: 's', answers, form }));

test('checks of method.md §3.2', () => {
  // CY5 is reverse-keyed: 4 answers 2 after reversing.
  assert.equal(score({ CY1: 4, CY2: 4, CY3: 3, CY4: 4, CY5: 4 })['CY'], 60);
  assert.equal(score({ CY1: 4, CY3: 3, CY5: 4 })['CY'], 50);
  assert.equal(score({ CY1: 4, CY5: 4 })['CY'], null);
  assert.equal(score({ PR1: 4, PR3: 4 })['PR'], 50);
  assert.equal(score({ PR1: 4 })['PR'], null);
});

test('dk, pns, answers off the scale and items never reached are missing, not zero', () => {
  assert.equal(score({ CJ1: 'dk', CJ2: 'pns', CJ3: 5, CJ4: 1 })['CJ'], 100);
  assert.equal(score({ CJ1: 0, CJ2: 6, CJ3: 5 })['CJ'], null);
  assert.deepEqual(
    Object.entries(score({})).filter(([, value]) => value !== null),
    [],
  );
});

test('frequencies, ladder and balances', () => {
  const scores = score({
    ...{ FQ1: 4, FQ2: 2, FQ3: 1, FQ4: 'dk', LD: 3 },
    ...{ CY1: 5, CY2: 5, CY3: 5, CY4: 5, CY5: 1 },
    ...{ CJ1: 1, CJ2: 1, CJ3: 1, CJ4: 4 },
  });
  assert.deepEqual(
    ['CJF', 'CYF', 'BALF', 'LD', 'CY', 'CJ', 'BAL'].map((id) => scores[id]),
    [75, 25, -50, 50, 100, 6.25, 93.75],
  );
  assert.equal(score({ CJ1: 1, CJ2: 1 })['BAL'], null);
});

test('the ids are those of the method, whatever was answered', () => {
  assert.deepEqual(Object.keys(score({})).sort(), [
    ...['BAL', 'BALF', 'CJ', 'CJF', 'CY', 'CYF', 'GV', 'LD', 'PR', 'RC', 'TR'],
  ]);
});

test('a short sheet is scored from the ★ items, one of which suffices', () => {
  assert.equal(score({ CY2: 4 }, 'short')['CY'], 75);
  assert.equal(score({ CY1: 1, CY2: 4, CY5: 1 }, 'short')['CY'], 87.5);
  assert.equal(score({ CY1: 4 }, 'short')['CY'], null);
});

test('keys are integers on a lattice that all numbers of answers share', () => {
  const cy = scoreKeys(participationTrust).find((key) => key.id === 'CY');
  const read = createRowReader(scoredItems(participationTrust));
  const keyOf = (answers: Answers): number | undefined => cy?.keyOf(read(answers).coded, false);
  assert.equal(cy?.denominator, 240);
  for (const answers of [
    { CY1: 2, CY2: 3, CY3: 5 },
    { CY1: 2, CY2: 3, CY3: 5, CY4: 1 },
    { CY1: 1, CY2: 1, CY3: 2, CY4: 4, CY5: 1 },
  ]) {
    assert.ok(Number.isInteger(keyOf(answers)));
  }
  const same = [
    { CY1: 3, CY2: 3, CY3: 4 },
    { CY1: 4, CY2: 4, CY3: 4, CY4: 2, CY5: 4 },
  ].map(keyOf);
  assert.deepEqual(same, [140, 132]);
});

test('the index of a person agrees with the oracle', () => {
  const full = { CY: 50, CJ: 40, PR: 55, TR: 60, RC: 65, GV: 45 };
  near(personIndex(full), 55.8333333333, 1e-9);
  near(personIndex({ ...full, PR: null, RC: null, GV: null }), 56.6666666667, 1e-9);
  assert.equal(personIndex({ CY: 50, TR: 60 }), null);
  near(personIndex({ CY: 50, TR: 60 }, { CY: 3, TR: 1 }), 52.5, 1e-12);
  near(personIndex({ CY: 50, CJ: 40 }, {}, ['CY', 'CJ']), 55, 1e-12);
});
