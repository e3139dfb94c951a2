import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeResults } from '../../../src/core/change/compute.js';
import { publishResults } from '../../../src/core/change/publish.js';
import { isHidden, type ConstructResult, type Results } from '../../../src/core/change/types.js';
import { describeResults } from '../../../src/core/describe/describe.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import type { Entry } from '../../../src/core/ledger/types.js';
import type { Answer, SurveyResponse } from '../../../src/core/response/types.js';
import { entries as everyKind } from '../json/documents.js';
import { people, sheet, study, tokens, usualResponses } from '../fixtures/synthetic.js';

const compute = (responses: readonly SurveyResponse[], entries: readonly Entry[] = []): Results =>
  computeResults({ study, instrument: participationTrust, responses, entries, options: { resamples: 60 } });
const usual = compute(usualResponses());

/** Ten residents asked twice: six move up on every statement of CY, one down, three stay. */
const ten = Array.from({ length: 10 }, (_, i) =>
  ['pre', 'post'].map((wave) => {
    const at = 3 + (wave === 'pre' ? 0 : i < 6 ? 1 : i < 7 ? -1 : 0);
    const answers = Object.fromEntries(
      participationTrust.items.filter(({ id }) => /^CY\d$/.test(id)).map(({ id, key }) => [id, key > 0 ? at : 6 - at]),
    );
    return sheet({ id: `${wave}${i}`, wave, link: tokens(`p${i}`), answers });
  }),
).flat();

test('the sentence for meetings', () => {
  const results = compute(ten);
  assert.equal(
    describeResults(results, 'zh-Hans').moved.resident?.['CY'],
    '居民看到的“真参与”：前后都答了的 10 位居民里，6 位上升，1 位下降，3 位没变。',
  );
  assert.equal(
    describeResults(results, 'en').moved.resident?.['CY'],
    'Real participation as residents see it: of 10 residents asked twice, 6 moved up, 1 down and 3 stayed the same.',
  );
  assert.match(
    describeResults(publishResults(results), 'zh-Hans').moved.resident?.['CY'] as string,
    /为了不让人猜出是谁/,
  );
});

test('moved by more than measurement error: with what chance alone would do', () => {
  const constructs = usual.groups.resident?.constructs as Record<string, ConstructResult>;
  const cy = constructs['CY']?.reliableChange;
  assert.ok(cy && !isHidden(cy));
  assert.match(
    describeResults(usual, 'en').moved.resident?.['CY'] as string,
    new RegExp(`By more than measurement error explains: ${cy.up as number} up, ${cy.down as number} down; .*2\\.5%`),
  );
  assert.match(describeResults(usual, 'zh-Hans').moved.resident?.['CJ'] as string, /分数下降，表示走形式少了。$/);
});

test('items: sides, silence, almost all, too few', () => {
  const answers: Answer[] = [1, 1, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 2, 1, 3, 4, 5, 2, 1, 4, 'dk', 'pns'];
  const results = compute(
    answers.flatMap((answer, i) => [
      sheet({ id: `a${i}`, answers: { CY1: answer, FQ1: i % 5 } }),
      ...(i < 15 ? [sheet({ id: `b${i}`, wave: 'post', answers: { CY1: 4 + (i % 2), FQ1: 4 } })] : []),
    ]),
  );
  const [zh, en] = [describeResults(results, 'zh-Hans').items.resident, describeResults(results, 'en').items.resident];
  assert.equal(
    zh?.['CY1'],
    '项目前 20 位居民作答：不同意 35 %，一半一半 15 %，同意 50 %。另有 1 位不清楚，1 位不想说。项目后作答的 15 位居民几乎都同意。',
  );
  assert.match(
    en?.['CY1'] as string,
    /^Before the project, of 20 residents 35% disagreed, 15% said half and half, 50% agreed\./,
  );
  assert.match(en?.['CY1'] as string, /After the project, almost all of the 15 residents who answered agreed\.$/);
  assert.match(zh?.['FQ1'] as string, /选偏低的 .* 几乎都选偏高的。$|几乎都选偏高的。$/);
  const few = compute([...people({ group: 'resident', linked: 0, onlyBaseline: 30, onlyEndline: 6, missing: 0 })]);
  assert.match(describeResults(few, 'zh-Hans').items.resident?.['CY1'] as string, /项目后作答的人太少，不显示。/);
});

test('ladder, frequency, quality and sensitivity say their numbers', () => {
  const en = describeResults(usual, 'en');
  assert.match(
    en.ladder.resident as string,
    /^How far residents were involved in this matter, as residents see it: from [\d.]+ to [\d.]+ points/,
  );
  assert.match(en.ladder.resident as string, /\d+% \(95% interval .*percentage points/);
  assert.match(
    en.frequency.resident?.['CYF'] as string,
    /^How often residents discussed or did things for the community: from /,
  );
  assert.match(en.quality.resident as string, /85 sheets filled in alone, 0 with a helper, 0 on paper/);
  assert.match(
    en.sensitivity.resident as string,
    /Whichever scale is left out, the change lies between \+[\d.]+ and \+[\d.]+ points\./,
  );
  assert.match(
    en.sensitivity.resident as string,
    /Only people who answered both times: \+[\d.]+ points \(95% interval/,
  );
  const zh = describeResults(usual, 'zh-Hans');
  assert.match(zh.sensitivity.resident as string, /去掉任何一项，变化都在 \+[\d.]+ 分至 \+[\d.]+ 分之间。/);
  const small = compute(people({ group: 'resident', linked: 3, onlyBaseline: 0, onlyEndline: 0 }));
  const said = describeResults(small, 'zh-Hans');
  assert.equal(said.quality.resident, '居民的答卷太少，不显示填答情况。');
  assert.equal(said.sensitivity.resident, undefined);
  assert.deepEqual(said.items.resident, {});
});

const suggestion = (id: string, given: object): Entry => ({
  schema: 'canyu-entry/1',
  study: 'synthetic',
  id,
  kind: 'suggestion',
  date: '2026-04-01',
  text: 'x',
  status: 'raised',
  ...given,
});

test('the ledger in sentences', () => {
  const suggestions = [
    ...Array.from({ length: 4 }, (_, i) =>
      suggestion(`a${i}`, { status: 'adopted', doneOn: '2026-06-01', reportedBackOn: '2026-04-20' }),
    ),
    suggestion('b', { status: 'declined', reason: 'r', reportedBackOn: '2026-04-20' }),
    suggestion('c', {}),
  ];
  const zh = describeResults(compute([], suggestions), 'zh-Hans').ledger;
  assert.match(
    zh.suggestions as string,
    /^到 2026-06-01，一共记下 6 条建议，5 条有了答复：采纳或部分采纳 4 条，其中办成 4 条；没采纳或暂缓 1 条，其中 1 条说明了理由。31 天内回了话的有 5 条。6 条建议里 5 条有结果、有回音，闭环率 83 %/,
  );
  assert.deepEqual(Object.keys(zh), ['suggestions']);
  assert.deepEqual(describeResults(usual, 'en').ledger, {});
  const all = everyKind.map((entry) => ({ ...entry, study: 'synthetic' }));
  for (const locale of ['zh-Hans', 'en']) {
    const said = describeResults(compute([], all), locale).ledger;
    assert.deepEqual(
      Object.keys(said).sort(),
      [
        'commitments',
        'events',
        'groups',
        'phase',
        'practices',
        'proofs',
        'resources',
        'strategies',
        'suggestions',
      ].filter((part) => part !== 'resources' || said.resources !== undefined),
    );
    for (const sentence of Object.values(said)) assert.doesNotMatch(sentence, /undefined|NaN|null|\[object/);
  }
});

test('a published document can be said as well', () => {
  for (const locale of ['zh-Hans', 'en']) {
    const said = JSON.stringify(describeResults(publishResults(usual), locale));
    assert.doesNotMatch(said, /undefined|NaN|null|\[object/);
  }
});
