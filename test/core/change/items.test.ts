import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeResults } from '../../../src/core/change/compute.js';
import {
  isHidden,
  type Change,
  type Hidden,
  type IndexResult,
  type ItemAnswers,
  type ItemResult,
  type Level,
  type QualityResult,
  type Rate,
  type Results,
  type SensitivityResult,
} from '../../../src/core/change/types.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import type { Entry } from '../../../src/core/ledger/types.js';
import type { Answer, SurveyResponse } from '../../../src/core/response/types.js';
import type { Study } from '../../../src/core/study/types.js';
import { people, sheet, study, tokens, usualResponses } from '../fixtures/synthetic.js';
import { near } from '../stats/golden.js';

const compute = (
  responses: readonly SurveyResponse[],
  changes: Partial<Study> = {},
  more: { entries?: readonly Entry[]; baseline?: string; endline?: string } = {},
): Results => {
  const { entries = [], ...options } = more;
  return computeResults({
    study: { ...study, ...changes },
    instrument: participationTrust,
    responses,
    entries,
    options: { resamples: 50, ...options },
  });
};
const shownIn = <T extends object>(value: T | Hidden | undefined): T => {
  assert.ok(value !== undefined && !isHidden(value), JSON.stringify(value));
  return value;
};
const itemOf = (results: Results, id: string, group: 'resident' | 'official' = 'resident'): ItemResult =>
  shownIn(shownIn(results.groups[group]?.items)[id]);
const answersOf = (results: Results, id: string): ItemAnswers => shownIn(itemOf(results, id).baseline);
const qualityOf = (results: Results): QualityResult => shownIn(results.groups.resident?.quality);
const sensitivityOf = (results: Results): SensitivityResult =>
  shownIn(shownIn<IndexResult>(results.groups.resident?.index).sensitivity);
const suppressed = (why: string): object => ({ suppressed: true, why });
const both = (answers: (i: number, wave: string) => Record<string, Answer>, n: number, more = {}): SurveyResponse[] =>
  ['pre', 'post'].flatMap((wave) =>
    Array.from({ length: n }, (_, i) =>
      sheet({ id: `${wave}${i}`, wave, link: tokens(`p${i}`), answers: answers(i, wave), ...more }),
    ),
  );

test('answers by hand: counts by option, sides, silence, and the mean after reverse coding', () => {
  const answers: Answer[] = [1, 1, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 'dk', 'dk', 'pns', 2, 1, 3, 4, 5, 2, 1];
  const results = compute(both((i) => ({ CY1: answers[i] ?? 3, CY5: answers[i] ?? 3 }), answers.length));
  const cy1 = answersOf(results, 'CY1');
  assert.equal(cy1.n, 19);
  assert.deepEqual(cy1.counts, [4, 3, 3, 4, 5]);
  assert.deepEqual(cy1.sides, { low: 7, middle: 3, high: 9 });
  assert.deepEqual([shownIn<Rate>(cy1.dontKnow).count, shownIn<Rate>(cy1.dontKnow).n], [2, 22]);
  assert.deepEqual([shownIn<Rate>(cy1.notSaid).count, shownIn<Rate>(cy1.notSaid).n], [1, 22]);
  assert.deepEqual(answersOf(results, 'CY5').counts, [4, 3, 3, 4, 5]);
  const sum = 4 * 0 + 3 * 25 + 3 * 50 + 4 * 75 + 5 * 100;
  const level = (id: string): Level => shownIn(shownIn(itemOf(results, id).score).baseline);
  near(level('CY1').mean, sum / 19, 1e-11);
  near(level('CY5').mean, 100 - sum / 19, 1e-11);
  assert.equal(itemOf(results, 'CY1').options.length, 5);
});

test('the items of a scale average to it when all are answered', () => {
  const results = compute(people({ group: 'resident', linked: 30, onlyBaseline: 12, onlyEndline: 15, missing: 0 }));
  const constructs = shownIn(results.groups.resident?.constructs);
  for (const scale of ['CY', 'CJ', 'PR', 'TR', 'RC', 'GV']) {
    const ids = participationTrust.constructs.find(({ id }) => id === scale)?.items ?? [];
    const changes = ids.map((id) => shownIn(shownIn(itemOf(results, id).score).change).estimate as number);
    near(
      changes.reduce((a, b) => a + b, 0) / ids.length,
      shownIn<Change>(shownIn(constructs[scale] as { change: Change }).change).estimate as number,
      1e-10,
      scale,
    );
  }
});

test('fewer than ten: no answers; fewer than twenty on one side: only which side', () => {
  const nine = compute(both((i) => ({ CY1: 1 + (i % 5), CY2: 1 + (i % 5), CY3: 1 }), 9));
  assert.deepEqual(nine.groups.resident?.items, suppressed('n<10'));
  const almost = compute(both((i, wave) => ({ CY1: wave === 'pre' ? 4 + (i % 2) : 1 + (i % 5) }), 15));
  const cy1 = itemOf(almost, 'CY1');
  const before = shownIn(cy1.baseline);
  assert.deepEqual([before.almostAll, before.counts, before.sides], ['high', suppressed('n<20'), suppressed('n<20')]);
  assert.deepEqual(shownIn(cy1.score).baseline, suppressed('n<20'));
  assert.deepEqual(shownIn(cy1.score).change, suppressed('n<20'));
  assert.deepEqual(shownIn(cy1.endline).counts, [3, 3, 3, 3, 3]);
  const many = answersOf(compute(both((i) => ({ CY1: 4 + (i % 2) }), 20)), 'CY1');
  assert.deepEqual([many.counts, many.almostAll], [[0, 0, 0, 10, 10], undefined]);
});

test('items nobody met are not listed; officials have theirs', () => {
  const results = compute([
    ...usualResponses(),
    ...Array.from({ length: 12 }, (_, i) => sheet({ id: `oc${i}`, group: 'official', answers: { OC1: 1 + (i % 5) } })),
  ]);
  assert.ok(!('OC1' in shownIn(results.groups.resident?.items)));
  assert.deepEqual(shownIn(itemOf(results, 'OC1', 'official').baseline).counts, [3, 3, 2, 2, 2]);
  assert.deepEqual(itemOf(results, 'OC1', 'official').endline, { estimate: null, why: 'n<2' });
});

const flat = (at: number): Record<string, number> =>
  Object.fromEntries(
    participationTrust.items
      .filter((item) => /^(CY|CJ|PR|TR|RC|GV)\d$/.test(item.id))
      .map((item) => [item.id, item.key > 0 ? at : 6 - at]),
  );
const agreeing = Object.fromEntries(Object.keys(flat(3)).map((id) => [id, 5]));

test('quality by hand: acquiescence, straight lines, speed, modes, codes', () => {
  const responses = both((i) => (i < 6 ? agreeing : flat(2 + (i % 3))), 30).map((response, i) => ({
    ...response,
    mode: i % 30 < 18 ? ('self' as const) : i % 30 < 27 ? ('helped' as const) : ('paper' as const),
    seconds: i % 30 < 7 ? 40 : 300,
    link: i % 30 < 25 ? response.link : null,
  }));
  const quality = qualityOf(compute(responses));
  const count = (figure: { baseline: Rate | Hidden } | Hidden): number[] => {
    const rate = shownIn(shownIn(figure).baseline);
    return [rate.count as number, rate.n];
  };
  const acquiescence = shownIn(quality.acquiescence);
  // Six who agree with everything: (5 + 5)/2 - 3 = 2; the others agree with one side as much as they reject the other.
  assert.deepEqual(count(acquiescence.share), [6, 30]);
  near(shownIn(shownIn(acquiescence.score).baseline).mean, (6 * 2) / 30, 1e-11);
  // And eight whose answers are all "half and half" look straight too.
  assert.deepEqual(count(quality.straightLiners), [6 + 8, 30]);
  assert.deepEqual(count(quality.speeders), [7, 18]);
  assert.deepEqual(count(quality.coded), [25, 30]);
  assert.deepEqual(count(quality.linked), [25, 30]);
  // Three on paper: hidden, and the nine with a helper with them.
  assert.deepEqual(shownIn(shownIn(quality.modes).baseline), {
    n: 30,
    self: 18,
    helped: suppressed('n<5'),
    paper: suppressed('n<5'),
  });
});

test('prorated scores are counted; above a tenth the index is run with complete scales only', () => {
  const responses = (without: number): SurveyResponse[] =>
    both((i, wave) => {
      const answers: Record<string, Answer> = flat(2 + (i % 3));
      if (wave === 'pre') for (const id of ['CY1', 'TR1', 'PR1'].slice(0, i < without ? 3 : 0)) answers[id] = 'dk';
      return answers;
    }, 40);
  const some = compute(responses(20));
  const prorated = shownIn(qualityOf(some).prorated);
  assert.deepEqual(
    [shownIn(shownIn(prorated['CY']).baseline).count, shownIn(shownIn(prorated['CY']).baseline).n],
    [20, 40],
  );
  assert.equal(shownIn(shownIn(prorated['all']).baseline).count, 60);
  assert.equal(shownIn(shownIn(prorated['all']).endline).count, 0);
  assert.ok(sensitivityOf(some).completeScalesOnly);
  assert.equal(sensitivityOf(compute(responses(10))).completeScalesOnly, undefined);
});

test('attrition: g of linked against unlinked people, and its flag', () => {
  const high = Array.from({ length: 40 }, (_, i) =>
    sheet({ id: `h${i}`, link: tokens(`h${i}`), answers: flat(3 + (i % 3)) }),
  );
  const low = Array.from({ length: 20 }, (_, i) => sheet({ id: `l${i}`, answers: flat(1 + (i % 3)) }));
  const back = high.map((response) => ({ ...response, id: `${response.id}b`, wave: 'post' }));
  const attrition = shownIn(qualityOf(compute([...high, ...low, ...back])).attrition);
  const cy = shownIn(shownIn(attrition['CY']).baseline);
  assert.deepEqual([cy.flag, cy.n], ['differ', { linked: 40, unlinked: 20 }]);
  assert.ok((cy.estimate as number) > 1 && (cy.low as number) < (cy.estimate as number));
  assert.deepEqual(shownIn(attrition['CY']).endline, { estimate: null, why: 'n<2' });
});

test('vignettes: half a step means that standards moved', () => {
  const vignette = (after: number): Results =>
    compute(both((i, wave) => ({ ...flat(2 + (i % 3)), AV1: wave === 'pre' ? 2 + (i % 2) : after + (i % 2) }), 20));
  assert.deepEqual(qualityOf(vignette(2)).standards, { moved: false });
  assert.deepEqual(qualityOf(vignette(3)).standards, { moved: true });
  assert.equal(qualityOf(compute(usualResponses())).standards, undefined);
});

test('linked people only; one-off links where the headline does without', () => {
  const usual = usualResponses();
  const results = compute(usual);
  const index = shownIn<IndexResult>(results.groups.resident?.index);
  const linked = shownIn(sensitivityOf(results).linkedOnly);
  assert.deepEqual(linked.n, { baseline: 60, endline: 60, linked: 60 });
  const alone = compute(usual.filter((response) => response.link !== null));
  near(
    linked.estimate,
    shownIn<Change>(shownIn<IndexResult>(alone.groups.resident?.index).change).estimate as number,
    1e-10,
  );
  near(linked.p, shownIn<Change>(shownIn<IndexResult>(alone.groups.resident?.index).change).p as number, 1e-9);
  assert.equal(sensitivityOf(results).withOneOff, undefined);
  assert.ok(!isHidden(index.change));
});

test('exact links only are not shown when they differ from the headline by one to four pairs', () => {
  const near = (oneOff: number): SurveyResponse[] =>
    usualResponses().map((response) => {
      const at = /^resident-l(\d+)-post$/.exec(response.id);
      return at && Number(at[1]) < oneOff
        ? { ...response, link: tokens(`resident${at[1]}`, { element: 1, as: 'x' }) }
        : response;
    });
  const few = compute(near(3));
  assert.deepEqual([few.flow.resident?.linked.oneOff, few.flow.resident?.linked.oneOffUsed], [3, true]);
  assert.deepEqual(sensitivityOf(few).exactOnly, suppressed('complement'));
  assert.equal((shownIn(sensitivityOf(compute(near(6))).exactOnly).n as { linked: number }).linked, 54);
});

test('weighted by age: the endline gets the ages of the baseline', () => {
  // Young people score 2 at both waves, old ones 4; more of the young come at the endline.
  const responses = ['pre', 'post'].flatMap((wave) =>
    Array.from({ length: 40 }, (_, i) => {
      const old = i < (wave === 'pre' ? 30 : 10);
      const at = (old ? 4 : 2) + (i % 2 === 0 ? 0 : 1) - 0.5;
      return sheet({ id: `${wave}${i}`, wave, answers: { ...flat(Math.round(at)), DM1: old ? 3 : 0 } });
    }),
  );
  const { weightedByAge } = sensitivityOf(compute(responses));
  const weighted = shownIn(weightedByAge);
  near(weighted.estimate, 0, 1e-9);
  assert.deepEqual([weighted.n, weighted.smallestBand], [{ baseline: 40, endline: 40 }, 10]);
  assert.ok((weighted.low as number) < 0 && (weighted.high as number) > 0);
  assert.equal(sensitivityOf(compute(usualResponses())).weightedByAge, undefined);
  const few = responses.map((response, i) =>
    i < 3 ? { ...response, answers: { ...response.answers, DM1: 1 } } : response,
  );
  assert.deepEqual(sensitivityOf(compute(few)).weightedByAge, suppressed('n<5'));
});

test('without ages that differ the weighted change is the headline with its interval', () => {
  const responses = usualResponses().map((response, i) => ({
    ...response,
    answers: { ...response.answers, ...(response.group === 'resident' && { DM1: 2 }) },
    community: `c${i % 2}`,
  }));
  const results = compute(responses);
  const change = shownIn<Change>(shownIn<IndexResult>(results.groups.resident?.index).change);
  const weighted = shownIn(sensitivityOf(results).weightedByAge);
  near(weighted.estimate, change.estimate as number, 1e-9);
  near(weighted.low, change.low as number, 1e-9);
});

test('without communities whose first-in-command changed between the waves', () => {
  const waves = [
    { id: 'pre', label: { en: 'before' }, closes: '2025-02-01' },
    { id: 'post', label: { en: 'after' }, closes: '2025-12-01' },
  ];
  const communities = [
    { id: 'north', label: { 'zh-Hans': '北社区', en: 'North' } },
    { id: 'south', label: { 'zh-Hans': '南社区', en: 'South' } },
  ];
  const responses = usualResponses().map((response, i) => ({
    ...response,
    community: i % 3 === 0 ? 'south' : 'north',
  }));
  const event = (date: string, post: string): Entry => ({
    schema: 'canyu-entry/1',
    id: `e${date}`,
    study: 'synthetic',
    date,
    kind: 'event',
    event: 'fic-change',
    label: 'x',
    post,
  });
  const run = (entries: readonly Entry[]): unknown =>
    sensitivityOf(compute(responses, { waves, communities }, { entries })).withoutNewFirstInCommand;
  assert.equal(run([]), undefined);
  assert.equal(run([event('2025-01-01', '南社区书记')]), undefined);
  const without = run([event('2025-06-01', '南社区书记')]) as Change;
  const north = compute(responses.filter(({ community }) => community === 'north'));
  near(
    without.estimate,
    shownIn<Change>(shownIn<IndexResult>(north.groups.resident?.index).change).estimate as number,
    1e-10,
  );
  assert.deepEqual(run([event('2025-06-01', 'mayor')]), { estimate: null, why: 'not-computable' });
});

test('more than two waves: the first and the last by default, any two when asked; order of time is the caller’s', () => {
  const waves = [...study.waves, { id: 'w3', label: { en: 'later' } }];
  const usual = usualResponses();
  const later = usualResponses(11)
    .filter(({ wave }) => wave === 'post')
    .map((response) => ({ ...response, id: `w3-${response.id}`, wave: 'w3' }));
  const all = [...usual, ...later];
  assert.deepEqual(compute(all, { waves }).waves, { baseline: 'pre', endline: 'w3' });
  const two = compute(all, { waves }, { baseline: 'pre', endline: 'post' });
  assert.equal(JSON.stringify(two), JSON.stringify(compute(usual)));
  assert.equal(compute(all, { waves }, { baseline: 'post' }).flow.resident?.baseline, 90);
  assert.throws(() => compute(all, { waves }, { baseline: 'w4' }), RangeError);
  assert.throws(() => compute(all, { waves }, { baseline: 'pre', endline: 'pre' }), RangeError);
});
