import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeResults } from '../../../src/core/change/compute.js';
import { parseResults } from '../../../src/core/change/parse.js';
import { publishResults } from '../../../src/core/change/publish.js';
import {
  isHidden,
  type Change,
  type Hidden,
  type QualityResult,
  type Results,
  type ThenTestResult,
} from '../../../src/core/change/types.js';
import { describeResults } from '../../../src/core/describe/describe.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import type { Answer, SurveyResponse } from '../../../src/core/response/types.js';
import type { Group } from '../../../src/core/text.js';
import { sheet, study, tokens } from '../fixtures/synthetic.js';
import { near } from '../stats/golden.js';

const compute = (responses: readonly SurveyResponse[]): Results =>
  computeResults({ study, instrument: participationTrust, responses, options: { resamples: 50 } });
const shownIn = <T extends object>(value: T | Hidden | undefined): T => {
  assert.ok(value !== undefined && !isHidden(value), JSON.stringify(value));
  return value;
};
const suppressed = (why: string): object => ({ suppressed: true, why });
const none = (why: string): object => ({ estimate: null, why });
const qualityOf = (results: Results, group: Group = 'resident'): QualityResult =>
  shownIn(results.groups[group]?.quality);
const thenOf = (results: Results): ThenTestResult => shownIn(qualityOf(results).thenTest);

/** All five statements of CY at one level: 1–5, in the direction of their key. */
const cy = (at: number, mark = '', ids = [1, 2, 3, 4, 5]): Record<string, Answer> =>
  Object.fromEntries(ids.map((i) => [`CY${i}${mark}`, i === 5 ? 6 - at : at]));

interface Plan {
  readonly n: number;
  /** How many of them answer the then-items. */
  readonly asked: number;
  readonly prefix?: string;
  readonly linked?: boolean;
  readonly waves?: readonly string[];
  readonly form?: 'full' | 'short';
  readonly ids?: number[];
}

/**
 * Before 2 or 3 by turns, afterwards one step more; every fourth person looks back one step lower than they answered, the others as they did.
 */
function persons({
  n,
  asked,
  prefix = 'p',
  linked = true,
  waves = ['pre', 'post'],
  form,
  ids,
}: Plan): SurveyResponse[] {
  return Array.from({ length: n }, (_, i) => {
    const before = 2 + (i % 2);
    return waves.map((wave) =>
      sheet({
        id: `${prefix}${i}${wave}`,
        wave,
        link: linked ? tokens(`${prefix}${i}`) : null,
        ...(form && { form }),
        answers:
          wave === 'pre'
            ? cy(before, '', ids)
            : { ...cy(before + 1, '', ids), ...(i < asked ? cy(before - (i % 4 === 0 ? 1 : 0), 'T', ids) : {}) },
      }),
    );
  }).flat();
}

test('then-test by hand: shift, then-change, paired t', () => {
  const { shift, thenChange, n } = thenOf(compute(persons({ n: 12, asked: 12 })));
  assert.equal(n, 12);
  const [one, two] = [shownIn<Change>(shift), shownIn<Change>(thenChange)];
  // Three of twelve differ by -25: mean -6.25, squares 3·18.75² + 9·6.25² = 1406.25, variance 1406.25/11.
  const se = Math.sqrt(1406.25 / 11 / 12);
  near(one.estimate, -6.25, 1e-11);
  near(one.se, se, 1e-11);
  near(one.t, -6.25 / se, 1e-11);
  // t(.975, 11) = 2.200985.
  near(one.low, -6.25 - 2.2009851601 * se, 1e-9);
  near(one.high, -6.25 + 2.2009851601 * se, 1e-9);
  // Afterwards everybody is 25 above before: 31.25 above what they see looking back.
  near(two.estimate, 31.25, 1e-11);
  near(two.se, se, 1e-11);
  assert.equal(two.df, 11);
  assert.deepEqual(two.n, { baseline: 12, endline: 12, linked: 12 });
});

const left = ({ answers }: SurveyResponse, ...gone: string[]): Record<string, Answer> =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !gone.includes(id)));

test('then-test: half rule and reverse key as for CY; the starred twins where the scale is scored from ★', () => {
  const three = persons({ n: 12, asked: 12 }).map((response) => {
    return { ...response, answers: left(response, 'CY1T', 'CY2T') };
  });
  near(shownIn<Change>(thenOf(compute(three)).shift).estimate, -6.25, 1e-11);
  const two = three.map((response) => {
    return { ...response, answers: left(response, 'CY3T') };
  });
  assert.deepEqual(qualityOf(compute(two)).thenTest, none('n<2'));
  const short = persons({ n: 12, asked: 12, form: 'short', ids: [2, 5] });
  near(shownIn<Change>(thenOf(compute(short)).shift).estimate, -6.25, 1e-11);
});

test('then-test: absent where nobody was asked, and never in the index', () => {
  const plain = compute(persons({ n: 40, asked: 0 }));
  assert.equal(qualityOf(plain).thenTest, undefined);
  const asked = compute(persons({ n: 40, asked: 20 }));
  assert.equal(thenOf(asked).n, 20);
  for (const part of ['index', 'domains', 'constructs', 'frequency'] as const) {
    assert.deepEqual(asked.groups.resident?.[part], plain.groups.resident?.[part]);
  }
  assert.deepEqual(asked.flow, plain.flow);
  assert.deepEqual(asked.joint, plain.joint);
});

test('then-test: hidden for few people, for few beside them, and where others could be worked out', () => {
  const of = (...plans: Plan[]): ThenTestResult | Hidden | undefined =>
    qualityOf(compute(plans.flatMap((plan) => persons(plan)))).thenTest;
  assert.deepEqual(of({ n: 40, asked: 4 }), suppressed('n<5'));
  assert.deepEqual(of({ n: 40, asked: 37 }), suppressed('complement'));
  assert.deepEqual(
    of({ n: 12, asked: 0 }, { n: 12, asked: 12, prefix: 'u', linked: false, waves: ['post'] }),
    none('n<2'),
  );
  const more = { n: 12, asked: 12, prefix: 'u', linked: false } as const;
  assert.deepEqual(of({ n: 20, asked: 20 }, { ...more, waves: ['post'] }), suppressed('complement'));
  assert.equal(shownIn(of({ n: 20, asked: 20 }, more) as ThenTestResult).n, 20);
  const few = shownIn(of({ n: 40, asked: 8 }) as ThenTestResult);
  const shift = shownIn<Change>(few.shift);
  near(shift.estimate, -6.25, 1e-11);
  assert.deepEqual([shift.se, shift.p, shift.r, shift.g], Array(4).fill(suppressed('n<10')));
});

test('then-test as published: ten people and ten beside them, rounded, hidden when nearly the same people are known', () => {
  const published = (asked: number, earlier: readonly Results[] = []): ThenTestResult | Hidden | undefined =>
    qualityOf(publishResults(compute(persons({ n: 60, asked })), earlier)).thenTest;
  assert.deepEqual(published(8), suppressed('n<5'));
  assert.deepEqual(published(52), suppressed('complement'));
  const shift = shownIn<Change>(shownIn(published(32) as ThenTestResult).shift);
  assert.deepEqual([shift.estimate, shift.df, shift.n], [-6.3, 31, { baseline: 32, endline: 32, linked: 32 }]);
  const earlier = publishResults(compute(persons({ n: 60, asked: 29 })));
  assert.deepEqual(published(32, [earlier]), suppressed('complement'));
  const results = compute(persons({ n: 60, asked: 32 }));
  const once = publishResults(results);
  assert.deepEqual(publishResults(once), once);
  const read = parseResults(JSON.parse(JSON.stringify(results)));
  assert.ok(read.ok);
  assert.deepEqual(read.value.groups.resident?.quality, results.groups.resident?.quality);
});

test('then-test as published, whatever the sizes: neither fewer than ten people nor one to nine beside them', () => {
  for (const linked of [9, 10, 14, 25]) {
    for (let asked = 0; asked <= linked; asked += asked < 4 ? 1 : 3) {
      for (const more of [0, 3, 12]) {
        const results = compute([
          ...persons({ n: linked, asked }),
          ...persons({ n: more, asked: more, prefix: 'u', linked: false }),
        ]);
        const { thenTest } = publishResults(results).groups.resident?.quality as QualityResult;
        if (thenTest === undefined || isHidden(thenTest)) continue;
        const around = [thenTest.n, linked - thenTest.n, linked + more - thenTest.n];
        assert.ok(thenTest.n === asked && asked >= 10, `${linked} ${asked} ${more}`);
        assert.ok(
          around.every((n) => n === 0 || n >= 10),
          `${linked} ${asked} ${more}`,
        );
      }
    }
  }
});

test('then-test in words', () => {
  const results = compute(persons({ n: 60, asked: 32 }));
  assert.match(
    describeResults(results, 'zh-Hans').quality.resident as string,
    /前后都答了的居民里，有 32 位在项目后又回头给六个月以前的“真参与”打了分：和他们当时打的分相比，差 [-−]6\.\d.*变化 \+31\..*不算进指数。/,
  );
  assert.match(
    describeResults(results, 'en').quality.resident as string,
    /32 residents also looked back .* differs by [-−]6\.\d.*the change is \+31\..*not part of the index\./,
  );
});

/** Sheets of one group at both waves that rate the first vignette `before` and `after`, give or take half a step. */
function raters(group: Group, n: number, before: number, after: number, more: Record<string, Answer> = {}) {
  return [before, after].flatMap((at, wave) =>
    Array.from({ length: n }, (_, i) =>
      sheet({
        id: `${group}${wave}${i}`,
        group,
        wave: wave === 0 ? 'pre' : 'post',
        answers: { ...cy(2 + (i % 3)), AV1: at + (i % 2), ...more },
      }),
    ),
  );
}

test('vignettes between groups: half a step apart at a wave, said in both groups', () => {
  // Before, residents are half a step below the officials by having one in two a step lower; afterwards they are alike.
  const officials = raters('official', 20, 3, 3).map((response) =>
    response.wave === 'pre' ? { ...response, answers: { ...response.answers, AV1: 4 } } : response,
  );
  const results = compute([...raters('resident', 20, 3, 3), ...officials]);
  for (const group of ['resident', 'official'] as const) {
    assert.deepEqual(shownIn(qualityOf(results, group).standards).betweenGroups, { baseline: true, endline: false });
  }
  assert.deepEqual(shownIn(qualityOf(results).standards).moved, false);
  assert.match(
    describeResults(results, 'zh-Hans').quality.resident as string,
    /项目前，居民和工作人员给同一个小故事的评分差了半格以上.*项目后，居民和工作人员给同一个小故事的评分差不多/,
  );
  assert.match(
    describeResults(results, 'en').quality.official as string,
    /Before the project, residents and officials rated the same short story half a step or more apart.*After the project, .* much alike/,
  );
  const read = parseResults(JSON.parse(JSON.stringify(results)));
  assert.ok(read.ok);
  assert.deepEqual(qualityOf(read.value).standards, qualityOf(results).standards);
  assert.deepEqual(qualityOf(publishResults(results)).standards, qualityOf(results).standards);
});

test('vignettes between groups: only where both groups may be shown', () => {
  const residents = raters('resident', 20, 3, 3);
  const few = compute([...residents, ...raters('official', 8, 4, 4)]);
  const { standards } = qualityOf(few);
  assert.deepEqual(standards, { moved: false, betweenGroups: suppressed('n<10') });
  // Asked in one group only, or a vignette each: nothing to compare.
  const alone = raters('official', 20, 4, 4).map((response) => ({ ...response, answers: cy(3) }));
  assert.deepEqual(qualityOf(compute([...residents, ...alone])).standards, { moved: false });
  const other = alone.map((response, i) => ({ ...response, answers: { ...cy(3), AV2: 2 + (i % 2) } }));
  assert.deepEqual(qualityOf(compute([...residents, ...other])).standards, { moved: false });
  // One vignette unknown: half a step in the other is enough to say yes, and nothing to say no.
  const second = (at: number): Results =>
    compute([
      ...raters('resident', 20, 3, 3, { AV2: 3 }),
      ...raters('official', 20, at, at).map((response, i) => ({
        ...response,
        answers: { ...response.answers, ...(i % 20 < 7 ? { AV2: 3 } : {}) },
      })),
    ]);
  assert.equal((shownIn(qualityOf(second(4)).standards).betweenGroups as { baseline: unknown }).baseline, true);
  assert.deepEqual(shownIn(qualityOf(second(3)).standards).betweenGroups, suppressed('n<10'));
});

test('vignettes between groups as published: nothing where the other group is hidden whole', () => {
  const officials = [
    ...raters('official', 20, 3, 4).filter(({ wave }) => wave === 'post'),
    ...raters('official', 9, 3, 3).filter(({ wave }) => wave === 'pre'),
  ];
  const results = compute([...raters('resident', 20, 3, 3), ...officials]);
  assert.equal((shownIn(qualityOf(results).standards).betweenGroups as { endline: unknown }).endline, true);
  const published = publishResults(results);
  assert.deepEqual(shownIn(qualityOf(published).standards).betweenGroups, suppressed('n<5'));
  assert.deepEqual(published.groups.official?.quality, suppressed('n<5'));
  assert.deepEqual(publishResults(published), published);
});
