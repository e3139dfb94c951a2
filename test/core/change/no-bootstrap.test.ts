import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeResults } from '../../../src/core/change/compute.js';
import { isHidden, type Results } from '../../../src/core/change/types.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import { people, study } from '../fixtures/synthetic.js';

const responses = [
  ...people({ group: 'resident', linked: 60, onlyBaseline: 25, onlyEndline: 30, level: 0.3 }),
  ...people({ group: 'official', linked: 30, onlyBaseline: 6, onlyEndline: 7, level: 0.7, shift: 0.02 }),
];
const compute = (resamples: number): Results =>
  computeResults({ study, instrument: participationTrust, responses, options: { resamples } });

test('without resamples bootstrap limits are not computable and nothing else changes', () => {
  const [none, some] = [compute(0), compute(400)];
  assert.equal(none.settings.resamples, 0);
  assert.ok(none.settings.changedFromDefault.includes('resamples'));
  assert.deepEqual([none.groups, none.joint, none.flow], [some.groups, some.joint, some.flow]);
  let limits = 0;
  for (const [id, gap] of Object.entries(none.gaps)) {
    const other = some.gaps[id]?.convergence;
    if (!gap.convergence || isHidden(gap.convergence) || !other || isHidden(other)) continue;
    assert.equal(gap.convergence.estimate, other.estimate);
    for (const limit of ['low', 'high'] as const) {
      assert.deepEqual(gap.convergence[limit], { estimate: null, why: 'not-computable' });
      assert.equal(typeof other[limit], 'number');
      limits++;
    }
  }
  assert.ok(limits >= 4, `${limits} limits`);
});
