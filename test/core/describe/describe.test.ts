import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeResults } from '../../../src/core/change/compute.js';
import type { Change, IndexResult, Results } from '../../../src/core/change/types.js';
import { describeResults, type Description } from '../../../src/core/describe/describe.js';
import { percent, points } from '../../../src/core/describe/format.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import type { SurveyResponse } from '../../../src/core/response/types.js';
import { people, study, usualResponses } from '../fixtures/synthetic.js';

const compute = (responses: SurveyResponse[], synthetic = false): Results =>
  computeResults({
    study: { ...study, synthetic },
    instrument: participationTrust,
    responses,
    options: { resamples: 100 },
  });
const usual = compute(usualResponses());

/** `results` with another index of the residents. */
function withIndex(estimate: number, low: number, high: number, verdict: IndexResult['verdict']): Results {
  const group = usual.groups.resident as { index: IndexResult };
  const change = { ...(group.index.change as Change), estimate, low, high };
  const index = { ...group.index, change, verdict, clusters: { communities: 1 } };
  return { ...usual, groups: { ...usual.groups, resident: { ...usual.groups.resident, index } } } as Results;
}

function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Object.values(value as object).flatMap(sentences);
}

test('the index: number, interval and verdict', () => {
  const results = withIndex(9.5588, 3.8763, 15.2413, 'improvement-uncertain');
  assert.equal(
    describeResults(results, 'zh-Hans').index.resident,
    '居民的变化：+9.6 分（95 % 区间 3.9 至 15.2），有好转，幅度还说不准。',
  );
  assert.equal(
    describeResults(results, 'en').index.resident,
    'Residents’ change: +9.6 points (95% interval 3.9 to 15.2), improvement, size uncertain.',
  );
  const decline = describeResults(withIndex(-3.04, -7.96, 1.88, 'undecided'), 'zh-Hans').index.resident;
  assert.equal(decline, '居民的变化：−3.0 分（95 % 区间 −8.0 至 1.9），还看不出方向，需要更多回答。');
});

test('the verdict goes by the widened interval where there are several communities, and says so', () => {
  const several = compute(usualResponses().map((response, i) => ({ ...response, community: `c${i % 3}` })));
  const { clusters } = several.groups.resident?.index as unknown as { clusters: { low: number; high: number } };
  const said = describeResults(several, 'zh-Hans').index.resident as string;
  assert.match(said, /；区间已计入 3 个社区之间的差别。$/);
  const [low, high] =
    /区间 (\S+) 至 (\S+)）/
      .exec(said)
      ?.slice(1)
      .map((limit) => Number(limit.replace('−', '-'))) ?? [];
  assert.ok(Math.abs((low as number) - clusters.low) <= 0.05 && Math.abs((high as number) - clusters.high) <= 0.05);
  assert.match(describeResults(several, 'en').index.resident as string, /3 communities/);
});

test('what is hidden says what is missing', () => {
  const few = compute([
    ...people({ group: 'resident', linked: 0, onlyBaseline: 12, onlyEndline: 7 }),
    ...people({ group: 'official', linked: 0, onlyBaseline: 3, onlyEndline: 1 }),
  ]);
  const [zh, en] = [describeResults(few, 'zh-Hans'), describeResults(few, 'en')];
  assert.equal(zh.index.resident, '项目后已有 7 位居民作答；满 10 位才显示结果。');
  assert.equal(en.index.resident, '7 residents have answered after the project; results appear from 10.');
  assert.equal(en.index.official, '1 official has answered after the project; results appear from 10.');
  assert.equal(
    zh.constructs.official?.['TR'],
    '工作人员对居民的信任：项目后已有 1 位工作人员作答；满 5 位才显示结果。',
  );
  assert.equal(zh.joint, '两边的指数都能显示时，才有合起来的数。');
  const nobody = describeResults(
    compute(people({ group: 'resident', linked: 12, onlyBaseline: 0, onlyEndline: 0 })),
    'zh-Hans',
  );
  assert.match(nobody.index.official as string, /还没有工作人员作答；满 10 位/);
});

test('a hidden group has no number but counts of sheets and the smallest number', () => {
  const results = compute([
    ...people({ group: 'resident', linked: 30, onlyBaseline: 5, onlyEndline: 5 }),
    ...people({ group: 'official', linked: 0, onlyBaseline: 3, onlyEndline: 4 }),
  ]);
  for (const locale of ['zh-Hans', 'en']) {
    const { index, domains, constructs } = describeResults(results, locale);
    for (const sentence of sentences([index.official, domains.official, constructs.official])) {
      assert.deepEqual(
        sentence.match(/\d+/g)?.filter((n) => !['3', '4', '5', '10'].includes(n)),
        [],
        sentence,
      );
    }
  }
});

test('trust says whose trust in whom', () => {
  const zh = describeResults(usual, 'zh-Hans');
  assert.match(zh.constructs.resident?.['TR'] as string, /^居民对社区工作人员的信任：从 /);
  assert.match(zh.constructs.official?.['TR'] as string, /^工作人员对居民的信任：从 /);
  const en = describeResults(usual, 'en');
  assert.match(en.constructs.resident?.['TR'] as string, /^Residents’ trust in community staff: from /);
  assert.match(en.charts.forest, /Officials: .*trust in residents/);
});

test('gaps print both changes; flow says how many were linked; every figure has a sentence', () => {
  const en = describeResults(usual, 'en');
  assert.match(en.gaps['CY'] as string, /before the project officials rated it higher than residents by [\d.]+ points/);
  assert.match(en.gaps['CY'] as string, /Residents’ ratings changed by .* officials’ by /);
  assert.match(en.flow.resident as string, /85 sheets before the project, 90 sheets after; 60 people/);
  for (const locale of ['zh-Hans', 'en', 'fr']) {
    for (const sentence of sentences(describeResults(usual, locale))) {
      assert.ok(sentence.length > 5 && !/undefined|NaN|null|\[object/.test(sentence), sentence);
    }
  }
  const keys: readonly (keyof Description)[] = [
    'headline',
    'index',
    'joint',
    'domains',
    'constructs',
    'gaps',
    'flow',
    'ladder',
    'frequency',
    'moved',
    'items',
    'quality',
    'sensitivity',
    'ledger',
    'charts',
  ];
  assert.deepEqual(Object.keys(en), keys);
});

test('token attendance is drawn turned round in the forest and said as it is elsewhere', () => {
  const zh = describeResults(usual, 'zh-Hans');
  assert.match(zh.constructs.resident?.['CJ'] as string, /变化 −.*分数下降，表示走形式少了。$/);
  assert.match(zh.charts.forest, /居民：.*走形式（已反过来） \+/);
});

test('residents and officials are never ranked', () => {
  for (const sentence of sentences([
    describeResults(usual, 'en').headline,
    describeResults(usual, 'en').joint,
    describeResults(usual, 'en').charts,
  ])) {
    assert.doesNotMatch(sentence, /more than officials|better than|worse than|ahead|behind/i);
  }
});

test('made-up data say so first', () => {
  assert.match(describeResults(compute(usualResponses(), true), 'zh-Hans').headline, /^这是程序生成的示例数据/);
  assert.match(describeResults(compute(usualResponses(), true), 'en').headline, /^This is example data/);
});

test('numbers for sentences', () => {
  assert.deepEqual(
    [points(9.55, 1, true), points(-0.04, 1, true), points(-3.06, 1), points(12.4, 0, true)],
    ['+9.6', '0.0', '−3.1', '+12'],
  );
  assert.deepEqual([percent(0.013), percent(0.5), percent(0)], ['1.3', '50', '0']);
});
