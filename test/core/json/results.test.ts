import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseResults } from '../../../src/core/change/parse.js';
import { results } from './documents.js';
import { assertRefused } from './refused.js';

const resident = results.groups.resident;
const hidden = { suppressed: true, why: 'n<5' } as const;
const groups = (changes: object) => ({ groups: { resident: { ...resident, ...changes } } });

test('a hidden figure keeps its reason and no number, wherever it stands', () => {
  const leaking = { suppressed: true, why: 'n<5', estimate: 12, n: 3, low: { secret: 1 } };
  const read = parseResults({
    ...results,
    groups: {
      official: leaking,
      resident: {
        ...resident,
        index: leaking,
        items: { CY1: leaking },
        constructs: { CY: leaking },
      },
    },
    joint: { index: leaking },
    gaps: { CY: leaking },
    ledger: { suggestions: leaking },
  });
  assert.ok(read.ok);
  const { groups: got, joint, gaps, ledger } = read.value;
  assert.deepEqual(got.official, { index: hidden, domains: hidden, constructs: hidden });
  assert.deepEqual(got.resident?.index, hidden);
  assert.deepEqual(got.resident?.constructs, { CY: hidden });
  assert.deepEqual(got.resident?.['items'], { CY1: hidden });
  assert.deepEqual(joint, { index: { change: hidden } });
  assert.deepEqual(gaps, { CY: { baseline: hidden, endline: hidden, didChange: hidden } });
  assert.deepEqual(ledger, { suggestions: hidden });
});

test('what results may not say', () => {
  const index = resident?.index as object;
  const change = { estimate: 1, se: 1, df: 1, t: 1, p: 1, low: 1, high: 1 };
  assertRefused(
    results,
    parseResults,
    'results',
    [
      [{ groups: { cadre: resident } }, '/groups/cadre unknown', true],
      [groups({ index: { ...index, verdict: 'success' } }), '/groups/resident/index/verdict unknown', true],
      [groups({ index: { ...index, baseline: { n: 3 } } }), '', true],
      [groups({ index: { ...index, change } }), '/groups/resident/index/change/n required', true],
      [groups({ index: { suppressed: true, why: 'shy' } }), '/groups/resident/index/why unknown', true],
      [groups({ index: { estimate: 5, why: 'n<5' } }), '/groups/resident/index value', true],
      [
        groups({ domains: { participation: hidden, trust: hidden } }),
        '/groups/resident/domains/governance required',
        true,
      ],
      [groups({ constructs: { CY: {} } }), '', true],
      [{ flow: { resident: { ...results.flow.resident, baseline: -1 } } }, '/flow/resident/baseline value', true],
      [{ settings: { ...results.settings, minimumCell: 3 } }, '/settings/minimumCell value', true],
      [{ settings: { ...results.settings, confidence: 0.9 } }, '/settings/confidence unknown', true],
      [{ joint: {} }, '/joint/index required', true],
      [{ ledger: [] }, '/ledger type', true],
    ].filter(([, problem]) => problem) as [object, string, boolean][],
  );
  assert.ok(!parseResults({ ...results, ...groups({ constructs: { CY: {} } }) }).ok);
  assert.ok(!parseResults({ ...results, ...groups({ index: { ...index, baseline: { n: 3 } } }) }).ok);
});
