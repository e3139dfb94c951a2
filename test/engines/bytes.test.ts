import { expect } from 'chai';
import { computeResults } from '../../src/core/change/compute.js';
import { participationTrust } from '../../src/core/instrument/participation-trust.js';
import { canonicalJson, sha256 } from '../../src/core/json/canonical.js';
import { createRandom } from '../../src/core/stats/random.js';
import { makeInput } from './input.mjs';

describe('results in this engine', () => {
  it('are the same bytes as in Node, 10 000 resamples included', async function () {
    this.timeout(120_000);
    const answer = await fetch(new URL('./bytes.json', import.meta.url));
    const expected = (await answer.json()) as { characters: number; sha256: string };
    const results = computeResults(makeInput(participationTrust, createRandom));
    expect(results.settings.resamples).to.equal(10_000);
    const limits = Object.values(results.gaps).map((gap) => gap.convergence);
    expect(limits.some((own) => own && 'low' in own && typeof own.low === 'number')).to.equal(true);
    const text = canonicalJson(results);
    expect(text.length).to.equal(expected.characters);
    expect(await sha256(text, crypto.subtle)).to.equal(expected.sha256);
  });
});
