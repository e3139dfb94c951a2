import assert from 'node:assert/strict';
import { test } from 'node:test';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import { parseResponse } from '../../../src/core/response/parse.js';
import { response } from '../json/documents.js';
import { assertRefused, refusals } from '../json/refused.js';

test('what an answer sheet may not say', () => {
  const tokens = response.link ?? [];
  assertRefused(response, parseResponse, 'response', [
    [{ group: 'cadre' }, '/group unknown', true],
    [{ mode: 'phone' }, '/mode unknown', true],
    [{ form: 'long' }, '/form unknown', true],
    [{ date: '2026-02-29' }, '/date value', true],
    [{ date: '2026-02-28T10:00' }, '/date value', true],
    [{ seconds: -1 }, '/seconds value', true],
    [{ seconds: 1.5 }, '/seconds value', true],
    [{ link: tokens.slice(1) }, '/link value', true],
    [{ link: [...tokens, tokens[0]] }, '/link too-large', true],
    [{ link: [...tokens.slice(1), 'A'.repeat(32)] }, '/link/6 value', true],
    [{ consent: { version: '1', hash: 'abc' } }, '/consent/hash value', true],
    [{ answers: { CY1: '' } }, '/answers/CY1 value', true],
    [{ answers: { CY1: null } }, '/answers/CY1 type', true],
    [{ answers: { 'a/b~c': [] } }, '/answers/a~1b~0c type', true],
    [{ device: 'x'.repeat(101) }, '/device value', true],
  ]);
});

test('with the instrument: known items, values of their scales, texts only where they are asked for', () => {
  const withAnswers = (answers: object) => parseResponse({ ...response, answers }, participationTrust);
  const cases: [object, string][] = [
    [{ XX: 1 }, '/answers/XX unknown'],
    [{ toString: 1 }, '/answers/toString unknown'],
    [{ CY1: 0 }, '/answers/CY1 value'],
    [{ CY1: 6 }, '/answers/CY1 value'],
    [{ CY1: 3.5 }, '/answers/CY1 value'],
    [{ CY1: '3' }, '/answers/CY1 value'],
    [{ FQ1: 5 }, '/answers/FQ1 value'],
    [{ LD: 7 }, '/answers/LD value'],
    [{ DM1: 4 }, '/answers/DM1 value'],
    [{ OQ1: 3 }, '/answers/OQ1 type'],
  ];
  for (const [answers, problem] of cases) assert.deepEqual(refusals(withAnswers(answers)), [problem]);
  assert.ok(withAnswers({ CY1: 'dk', FQ1: 'pns', OQ1: 'pns', LD: 0 }).ok);
  assert.ok(withAnswers({}).ok);

  const other = { ...response, instrument: 'participation-trust@9.0.0' };
  assert.deepEqual(refusals(parseResponse(other, participationTrust)), ['/instrument unknown']);
  assert.ok(parseResponse(other).ok);
});
