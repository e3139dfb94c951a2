import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMaterial, joinMaterial, keptOf, parseMaterial } from '../../../src/core/describe/parse-material.js';
import type { KeptMaterial, Quote } from '../../../src/core/describe/report-material.js';

const said = (text: string): Quote => ({ group: 'resident', text });
const invited = (baseline: number): KeptMaterial => ({ invited: { resident: { baseline } } });

test('material is known by its parts and by having no schema of its own', () => {
  for (const yes of [{ quotes: [] }, { entries: [] }, { focal: {} }, { fullReport: '' }]) assert.ok(isMaterial(yes));
  for (const no of [undefined, null, 1, [], {}, { pages: [] }, { schema: 'canyu-study/1', focal: {} }])
    assert.ok(!isMaterial(no), JSON.stringify(no));
});

test('what is kept has no ledger rows and no empty parts', () => {
  const { material } = parseMaterial({
    entries: [],
    quotes: [],
    focal: { en: 'x' },
    fullReport: 'https://example.org',
  });
  assert.deepEqual(keptOf(material), { focal: { en: 'x' }, fullReport: 'https://example.org' });
});

test('joined material: new quotes come behind, the same again adds nothing, other parts fill in or take the place', () => {
  const before: KeptMaterial = { quotes: [said('a')], ...invited(10) };
  const more: KeptMaterial = { quotes: [said('a'), said('b')], ...invited(20), focal: { en: 'lamps' } };
  assert.deepEqual(joinMaterial(before, more, true), {
    material: { quotes: [said('a'), said('b')], ...invited(20), focal: { en: 'lamps' } },
    quotesAdded: 1,
    quotesSame: 1,
    parts: 2,
  });
  const filled = joinMaterial(before, more, false);
  assert.deepEqual(filled.material, { quotes: [said('a'), said('b')], ...invited(10), focal: { en: 'lamps' } });
  assert.equal(filled.parts, 1);
  assert.deepEqual(joinMaterial(filled.material, more, false), {
    material: filled.material,
    quotesAdded: 0,
    quotesSame: 2,
    parts: 0,
  });
  assert.deepEqual(joinMaterial({}, {}, true).material, {});
});
