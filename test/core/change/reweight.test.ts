import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeResults } from '../../../src/core/change/compute.js';
import { publishResults } from '../../../src/core/change/publish.js';
import { reweigh } from '../../../src/core/change/reweight.js';
import { isHidden, type Results } from '../../../src/core/change/types.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import type { SurveyResponse } from '../../../src/core/response/types.js';
import type { Group } from '../../../src/core/text.js';
import { sheet, study, tokens } from '../fixtures/synthetic.js';
import { golden } from '../stats/golden.js';

interface Row {
  readonly id: string;
  readonly group: Group;
  readonly wave: string;
  readonly person: string | null;
  readonly answers: Readonly<Record<string, number>>;
}

const RATED = /^(CY|CJ|PR|TR|RC|GV)\d$/;
const rows = golden('study-data.json') as readonly Row[];
/** The sheets of the study; `whole`: with every rating answered, an unanswered one by the middle. */
function sheets(whole: boolean): SurveyResponse[] {
  return rows.map(({ id, group, wave, person, answers }) =>
    sheet({
      id,
      group,
      wave,
      link: person === null ? null : tokens(person),
      answers: {
        ...(whole &&
          Object.fromEntries(participationTrust.items.flatMap((item) => (RATED.test(item.id) ? [[item.id, 3]] : [])))),
        ...Object.fromEntries(Object.entries(answers).filter(([, value]) => value >= 0)),
      },
    }),
  );
}
const compute = (responses: readonly SurveyResponse[], weights?: Readonly<Record<string, number>>): Results =>
  computeResults({ study: { ...study, ...(weights && { weights }) }, instrument: participationTrust, responses });

const WEIGHTS = [
  { CY: 10, CJ: 0, PR: 0, TR: 0, RC: 0, GV: 0 },
  { CY: 1, CJ: 9, PR: 2, TR: 7, RC: 3, GV: 5 },
  { CY: 0, CJ: 4, PR: 10, TR: 0, RC: 1, GV: 1 },
  { CY: 3, CJ: 3, PR: 0, TR: 10, RC: 10, GV: 0 },
] as const;
const GROUPS = ['resident', 'official'] as const;

function estimateOf(results: Results, group: Group): number {
  const { index } = results.groups[group]!;
  assert.ok(!isHidden(index) && !isHidden(index.change) && typeof index.change.estimate === 'number');
  return index.change.estimate;
}

const complete = sheets(true);
const partial = sheets(false);
const results = compute(partial);

test('where everybody answered everything, other weights give what computing anew gives', () => {
  const whole = compute(complete);
  for (const weights of WEIGHTS) {
    const anew = compute(complete, weights);
    for (const group of GROUPS) {
      const { estimate, contributions, asComputed } = reweigh(whole, group, weights);
      assert.ok(typeof estimate === 'number' && !asComputed);
      assert.ok(Math.abs(estimate - estimateOf(anew, group)) < 1e-9, `${group} ${JSON.stringify(weights)}`);
      const { index } = anew.groups[group]!;
      assert.ok(!isHidden(index) && !isHidden(index.contributions));
      for (const id of Object.keys(weights)) {
        const [mine, theirs] = [contributions[id], index.contributions[id]];
        assert.ok(typeof mine === 'number' && typeof theirs === 'number' && Math.abs(mine - theirs) < 1e-9, id);
      }
    }
  }
});

test('with missing answers it differs by little, and never leaves the bounds', () => {
  for (const weights of WEIGHTS) {
    const anew = compute(partial, weights);
    for (const group of GROUPS) {
      const { estimate } = reweigh(results, group, weights);
      assert.ok(typeof estimate === 'number');
      assert.ok(Math.abs(estimate - estimateOf(anew, group)) < 0.6, `${group}: ${estimate}`);
      const { index } = results.groups[group]!;
      assert.ok(!isHidden(index) && index.sensitivity && !isHidden(index.sensitivity));
      const { bounds } = index.sensitivity;
      assert.ok(!isHidden(bounds) && typeof bounds.low === 'number' && typeof bounds.high === 'number');
      assert.ok(estimate >= bounds.low - 1e-9 && estimate <= bounds.high + 1e-9);
    }
  }
});

test('its own weights, in any sum, give the document’s own figures', () => {
  for (const factor of [1, 30]) {
    const weights = Object.fromEntries(Object.entries(results.settings.weights).map(([id, w]) => [id, w * factor]));
    for (const group of GROUPS) {
      const { estimate, contributions, asComputed } = reweigh(results, group, weights);
      const { index } = results.groups[group]!;
      assert.ok(!isHidden(index));
      assert.equal(estimate, estimateOf(results, group));
      assert.equal(contributions, index.contributions);
      assert.equal(asComputed, true);
    }
  }
});

test('no weight at all, and a group that was not asked, have no index', () => {
  assert.deepEqual(reweigh(results, 'resident', {}).estimate, { estimate: null, why: 'not-computable' });
  assert.deepEqual(reweigh(results, 'resident', { CY: -1 }).estimate, { estimate: null, why: 'not-computable' });
  assert.deepEqual(reweigh(results, 'partner', { CY: 1 }).estimate, { estimate: null, why: 'n<2' });
});

test('a hidden scale hides the index that it weighs in, and no other', () => {
  const { resident } = results.groups;
  assert.ok(resident && !isHidden(resident.constructs));
  const hidden = { suppressed: true, why: 'n<5' } as const;
  const with1: Results = {
    ...results,
    groups: { resident: { ...resident, constructs: { ...resident.constructs, TR: hidden } } },
  };
  const { estimate, contributions } = reweigh(with1, 'resident', { CY: 1, TR: 1 });
  assert.deepEqual(estimate, hidden);
  assert.deepEqual(contributions['TR'], hidden);
  assert.equal(typeof reweigh(with1, 'resident', { CY: 1, PR: 2 }).estimate, 'number');
});

test('a hidden index stays hidden whatever the weights', () => {
  const few = compute(partial.filter(({ group }, at) => group === 'resident' || at % 5 === 0));
  assert.ok(few.groups.official && isHidden(few.groups.official.index), 'so few officials have no index');
  for (const weights of [...WEIGHTS, few.settings.weights]) {
    const { estimate, contributions } = reweigh(few, 'official', weights);
    assert.deepEqual(estimate, few.groups.official.index);
    assert.deepEqual(contributions, {});
  }
});

test('published results can be weighed too', () => {
  const published = publishResults(results);
  const { estimate } = reweigh(published, 'resident', WEIGHTS[1]);
  const { estimate: exact } = reweigh(results, 'resident', WEIGHTS[1]);
  assert.ok(typeof estimate === 'number' && typeof exact === 'number' && Math.abs(estimate - exact) < 0.6);
});
