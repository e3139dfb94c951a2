import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultStudy } from '../../../src/core/study/default.js';
import { parseStudy } from '../../../src/core/study/parse.js';
import { study } from '../json/documents.js';
import { assertRefused } from '../json/refused.js';

const [pre, post] = study.waves;
const consent = study.consent;
const consentWith = (changes: object) => ({ consent: { ...consent, ...changes } });

test('what a study may not say', () => {
  assertRefused(study, parseStudy, 'study', [
    [{ waves: [pre] }, '/waves value', true],
    [{ waves: [pre, { ...post, id: 'pre' }] }, '/waves/1/id duplicate', false],
    [{ waves: [pre, { ...post, id: 'a b' }] }, '/waves/1/id value', true],
    [{ waves: [pre, { ...post, id: 'constructor' }] }, '/waves/1/id forbidden-key', true],
    [{ waves: [pre, { ...post, closes: '2026-08-31' }] }, '/waves/1/closes value', false],
    [{ waves: [pre, { ...post, opens: '2026-02-29' }] }, '/waves/1/opens value', true],
    [{ waves: [pre, { ...post, opens: '2026-9-1' }] }, '/waves/1/opens value', true],
    [{ waves: [pre, { ...post, opens: '2026-13-01' }] }, '/waves/1/opens value', true],
    [{ groups: [] }, '/groups value', true],
    [{ groups: ['resident', 'cadre'] }, '/groups/1 unknown', true],
    [{ groups: ['resident', 'resident'] }, '/groups/1 duplicate', true],
    [{ communities: [...study.communities, ...study.communities] }, '/communities/1/id duplicate', false],
    [{ linking: 'phone' }, '/linking unknown', true],
    [{ title: {} }, '/title required', true],
    [{ title: { en: ' ', 'zh-Hans': '' } }, '/title required', true],
    [{ title: 'A title' }, '/title type', true],
    [{ instrument: 'participation-trust' }, '/instrument value', true],
    [consentWith({ organisation: { 'zh-Hans': '' } }), '/consent/organisation required', true],
    [consentWith({ contact: undefined }), '/consent/contact required', true],
    [consentWith({ keptUntil: '' }), '/consent/keptUntil value', true],
    [consentWith({ tokensDestroyedBy: '2026-04-31' }), '/consent/tokensDestroyedBy value', true],
    [consentWith({ foreignApproval: ' ' }), '/consent/foreignApproval required', true],
    [{ weights: { CY: 0, CJ: 0 } }, '/weights value', true],
    [{ weights: {} }, '/weights value', true],
    [{ weights: { CY: 1, CJ: -1 } }, '/weights/CJ value', true],
    [{ voice: 1.01 }, '/voice value', true],
    [{ relevance: 0 }, '/relevance value', true],
    [{ minimumCell: 4 }, '/minimumCell value', true],
    [{ minimumCell: 5.5 }, '/minimumCell value', true],
    [{ seal: { recipients: [] } }, '/seal/recipients value', true],
    [{ seal: { recipients: [{ kty: 'EC', d: 'secret' }] } }, '/seal/recipients/0/d value', true],
  ]);
});

test('the collector is reached by https, or by http on this computer', () => {
  for (const url of [
    'https://drop.example.cn/canyu-k01',
    'https://192.168.1.2:8443',
    'HTTPS://例子.cn/?a=b#c',
    'http://localhost:5984/x',
    'http://127.0.0.1',
  ]) {
    assert.ok(parseStudy({ ...study, collector: { url } }).ok, url);
  }
  assertRefused(
    study,
    parseStudy,
    'study',
    [
      'http://example.cn',
      'http://localhost.example.cn/',
      'http://localhost@example.cn/',
      'http://127.0.0.1.example.cn',
      'https://user:word@example.cn/',
      'https:///path',
      'https://exa mple.cn',
      'javascript:alert(1)',
      'data:text/html,x',
      '//example.cn',
      '',
    ].map((url) => [{ collector: { url } }, '/collector/url value', true]),
  );
});

test('leap days', () => {
  const opensOn = (opens: string) => parseStudy({ ...study, waves: [pre, { ...post, opens }] }).ok;
  assert.deepEqual(['2024-02-29', '2000-02-29', '2100-02-29', '2025-02-29', '2026-00-10', '2026-01-00'].map(opensOn), [
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('blank languages and controls of writing direction are taken out of labels', () => {
  const read = parseStudy({ ...study, title: { 'zh-Hans': '和平\u202e里\u2066', en: ' ', fr: '\u202d' } });
  assert.ok(read.ok);
  assert.deepEqual(read.value.title, { 'zh-Hans': '和平里' });
});

test('the built-in study is valid', () => {
  const read = parseStudy(defaultStudy('my-page'));
  assert.ok(read.ok);
  assert.deepEqual(
    read.value.waves.map(({ id, label }) => [id, label['zh-Hans'], label['en']]),
    [
      ['pre', '项目前', 'Before the project'],
      ['post', '项目后', 'After the project'],
    ],
  );
  assert.equal(read.value.consent, undefined);
});

test('no more than 100 problems are listed', () => {
  const read = parseStudy({ ...study, communities: Array.from({ length: 5000 }, () => 1) });
  assert.ok(!read.ok);
  assert.equal(read.problems.length, 100);
});
