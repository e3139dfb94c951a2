import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeResults } from '../../../src/core/change/compute.js';
import { publishResults } from '../../../src/core/change/publish.js';
import type { Results } from '../../../src/core/change/types.js';
import { describeChart, type FurtherChart } from '../../../src/core/describe/charts.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import { results as everyPart } from '../json/documents.js';
import { people, study, usualResponses } from '../fixtures/synthetic.js';

const usual = computeResults({
  study,
  instrument: participationTrust,
  responses: usualResponses(),
  options: { resamples: 60 },
});
const few = computeResults({
  study,
  instrument: participationTrust,
  responses: people({ group: 'resident', linked: 3, onlyBaseline: 0, onlyEndline: 0 }),
  options: { resamples: 60 },
});
const CHARTS: readonly FurtherChart[] = [
  'estimation',
  'slope',
  'gap',
  'likert',
  'ladder',
  'contributions',
  'loop',
  'timeline',
  'flow',
  'context',
];
const items = ['CY1', 'CY2'].map((id) => ({ id, wording: () => id }));

test('every chart has a sentence in both languages, of usual, published, few and odd documents', () => {
  for (const results of [usual, publishResults(usual), few, everyPart]) {
    for (const locale of ['zh-Hans', 'en', 'fr']) {
      for (const type of CHARTS) {
        const said = describeChart(results, locale, type, { items });
        assert.ok(said.length > 5, `${type} ${locale}`);
        assert.doesNotMatch(said, /undefined|NaN|null|\[object/);
        // Half of the demo's sentences quote entries in Chinese, so only the reverse can be asked.
        if (locale === 'fr') assert.match(said, /[\u4e00-\u9fff]/);
      }
    }
  }
});

test('one construct is said whole, several in short', () => {
  const whole = describeChart(usual, 'en', 'slope', { construct: 'TR', group: 'resident' });
  assert.match(whole, /^Residents’ trust in community staff: from [\d.]+ to [\d.]+ points, a change of /);
  assert.doesNotMatch(whole, /Officials/);
  const short = describeChart(usual, 'en', 'estimation');
  assert.match(short, /Residents: real participation [+−][\d.]+ points \([−\d.]+ to [−\d.]+\), token attendance /);
  assert.match(short, /less of it\.$/);
  assert.match(describeChart(usual, 'zh-Hans', 'slope'), /居民：真参与 [\d.]+ → [\d.]+ 分，走形式 /);
});

test('gaps in short name both own changes, and no side is ranked', () => {
  const said = describeChart(usual, 'zh-Hans', 'gap');
  assert.match(said, /真参与：项目前工作人员的评分比居民.*各自的变化：居民 [+−][\d.]+，工作人员 [+−][\d.]+ 分。/);
  assert.doesNotMatch(describeChart(usual, 'en', 'gap'), /better|worse|ahead|behind/i);
});

test('contributions add up to the index that the sentence names', () => {
  const said = describeChart(usual, 'en', 'contributions', { group: 'resident' });
  const [total, ...parts] = (said.split('. Whatever')[0]!.match(/[+−]?\d+\.\d/g) ?? []).map((text) =>
    Number(text.replace('−', '-')),
  );
  assert.equal(parts.length, 7);
  assert.ok(Math.abs(parts.reduce((sum, part) => sum + part, 0) - total!) < 0.4);
  assert.match(said, /Token attendance|token attendance \(reversed\)/);
});

test('what is not in the document is said to be missing, never made up', () => {
  assert.match(describeChart(usual, 'en', 'loop'), /hold no record of suggestions/);
  assert.match(describeChart(usual, 'zh-Hans', 'timeline'), /没有记下时间线上的事/);
  assert.match(describeChart(usual, 'zh-Hans', 'context'), /没有合作情况的记录/);
  const nobody: Results = { ...usual, groups: {}, flow: {} };
  assert.match(describeChart(nobody, 'en', 'flow'), /No sheets yet/);
  assert.doesNotMatch(describeChart(few, 'en', 'contributions'), /\d/);
});

test('a change of first-in-command is named with its day', () => {
  const events = [{ date: '2026-05-06', event: 'fic-change', label: '书记调任' }] as const;
  const said = describeChart({ ...usual, ledger: { events } }, 'zh-Hans', 'timeline');
  assert.match(said, /2026-05-06 主要负责同志变动：书记调任。/);
});
