import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { computeResults, computeSteps, type ResultsOptions } from '../../../src/core/change/compute.js';
import {
  isHidden,
  type Change,
  type ConstructResult,
  type Gap,
  type GroupResult,
  type Hidden,
  type IndexResult,
  type Level,
  type Pair,
  type Results,
} from '../../../src/core/change/types.js';
import { verdictOf } from '../../../src/core/change/verdict.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import type { SurveyResponse } from '../../../src/core/response/types.js';
import { createRandom } from '../../../src/core/stats/random.js';
import type { Study } from '../../../src/core/study/types.js';
import { people, sheet, study, tokens, usualResponses } from '../fixtures/synthetic.js';
import { near } from '../stats/golden.js';

const compute = (
  responses: readonly SurveyResponse[],
  changes: Partial<Study> = {},
  options: ResultsOptions = {},
): Results =>
  computeResults({
    study: { ...study, ...changes },
    instrument: participationTrust,
    responses,
    options: { resamples: 300, ...options },
  });
const shownIn = <T extends object>(value: T | Hidden | undefined): T => {
  assert.ok(value !== undefined && !isHidden(value), JSON.stringify(value));
  return value;
};
const groupOf = (results: Results, group: 'resident' | 'official' = 'resident'): GroupResult =>
  results.groups[group] as GroupResult;
const indexOf = (results: Results): IndexResult => shownIn(groupOf(results).index);
const constructOf = (results: Results, id: string): ConstructResult =>
  shownIn(shownIn(groupOf(results).constructs as Record<string, ConstructResult | Hidden>)[id]);
const changeOf = (pair: Pair<Level | Hidden>): Change => shownIn(pair.change);
const suppressed = (why: string): object => ({ suppressed: true, why });
const none = (why: string): object => ({ estimate: null, why });

/** A sheet whose every scale has one value: all favourable answers at `at` (1–5). */
const flat = (at: number): Record<string, number> =>
  Object.fromEntries(
    participationTrust.items
      .filter((item) => /^(CY|CJ|PR|TR|RC|GV)\d$/.test(item.id))
      .map((item) => [item.id, item.key * (item.id.startsWith('CJ') ? -1 : 1) > 0 ? at : 6 - at]),
  );

const usual = usualResponses();
const results = compute(usual);

test('the same sheets give the same bytes, whatever their order', () => {
  const bytes = JSON.stringify(results);
  assert.equal(JSON.stringify(compute(usual)), bytes);
  const random = createRandom(4);
  const shuffled = usual.map((response) => ({ response, at: random.next() })).sort((a, b) => a.at - b.at);
  assert.equal(JSON.stringify(compute(shuffled.map(({ response }) => response))), bytes);
  const turned = usual.map((response) => ({
    ...response,
    answers: Object.fromEntries(Object.entries(response.answers).reverse()),
  }));
  assert.equal(JSON.stringify(compute(turned)), bytes);
});

test('order does not matter either with uneven weights, short sheets, communities and near-equal links', () => {
  const mixed = usual.map((response, i) => ({
    ...response,
    form: i % 9 === 0 ? ('short' as const) : response.form,
    community: `c${i % 7}`,
    link:
      response.link && i % 5 === 0
        ? tokens(response.link[0]?.slice(0, 12) ?? '', { element: 1 + (i % 6), as: 'x' })
        : response.link,
  }));
  const changes = { weights: { CY: 0.31, CJ: 0.17, PR: 0.05, TR: 0.29, RC: 0.11, GV: 0.07 } };
  assert.equal(JSON.stringify(compute([...mixed].reverse(), changes)), JSON.stringify(compute(mixed, changes)));
});

test('swapping the waves flips the signs', () => {
  const back = compute(usual, {}, { baseline: 'post', endline: 'pre' });
  for (const id of ['CY', 'CJ', 'PR', 'TR', 'RC', 'GV', 'BAL']) {
    const [one, two] = [constructOf(results, id), constructOf(back, id)];
    for (const part of ['change', 'paired', 'unpaired'] as const) {
      const [there, here] = [shownIn(one[part]), shownIn(two[part])];
      near(here.estimate, -(there.estimate as number), 1e-10, `${id} ${part}`);
      near(here.low, -(there.high as number), 1e-10, `${id} ${part}`);
      near(here.p, there.p as number, 1e-10, `${id} ${part}`);
    }
    const [cliff1, cliff2] = [one['cliff'], two['cliff']] as { estimate: number; low: number; high: number }[];
    near(cliff2?.estimate, -(cliff1?.estimate as number), 1e-10);
    near(cliff2?.low, -(cliff1?.high as number), 1e-10);
  }
  near(
    indexOf(back).change && changeOf(indexOf(back)).estimate,
    -(changeOf(indexOf(results)).estimate as number),
    1e-10,
  );
});

test('one step up on every item moves means by 25 points and leaves differences alone', () => {
  const low = usual.map((response) => ({
    ...response,
    answers: Object.fromEntries(
      Object.entries(response.answers).map(([id, answer]) => [
        id,
        typeof answer === 'number' && /^(PR|CY)\d$/.test(id) ? Math.max(2, Math.min(4, answer)) : answer,
      ]),
    ),
  }));
  const key = new Map(participationTrust.items.map((item) => [item.id, item.key]));
  const high = low.map((response) => ({
    ...response,
    answers: Object.fromEntries(
      Object.entries(response.answers).map(([id, answer]) => [
        id,
        typeof answer === 'number' && /^PR\d$/.test(id) ? answer + (key.get(id) ?? 0) : answer,
      ]),
    ),
  }));
  const [one, two] = [constructOf(compute(low), 'PR'), constructOf(compute(high), 'PR')];
  near(shownIn(two.baseline).mean, (shownIn(one.baseline).mean as number) + 25, 1e-10);
  near(shownIn(two.baseline).sd, shownIn(one.baseline).sd as number, 1e-10);
  near(changeOf(two).estimate, changeOf(one).estimate as number, 1e-10);
  near(changeOf(two).se, changeOf(one).se as number, 1e-10);
});

test('every number has at most 12 significant digits', () => {
  for (const number of JSON.stringify(results).match(/-?\d+(\.\d+)?(e-?\d+)?/g) ?? []) {
    assert.equal(Number(Number(number).toPrecision(12)), Number(number));
  }
});

test('rules 1 and 2: which sheets count, copies and conflicts', () => {
  const strangers = [
    sheet({ id: 'other study', study: 'x', answers: flat(5) }),
    sheet({ id: 'other wave', wave: 'w3', answers: flat(5) }),
    sheet({ id: 'other group', group: 'partner', answers: flat(5) }),
  ];
  assert.equal(JSON.stringify(compute([...usual, ...strangers])), JSON.stringify(results));
  const first = usual[0] as SurveyResponse;
  const copied = compute([...usual, { ...first }, { ...first }]);
  assert.equal(copied.flow.resident?.duplicates, 2);
  assert.equal(copied.flow.resident?.baseline, 85);
  assert.deepEqual(copied.groups, results.groups);
  const other = compute([...usual, { ...first, seconds: 1 }]);
  assert.deepEqual([other.flow.resident?.conflicts, other.flow.resident?.duplicates], [1, 0]);
  assert.equal(other.flow.resident?.baseline, 86);
  assert.deepEqual([other.flow.resident?.linked.ambiguous, other.flow.resident?.linked.exact], [3, 59]);
});

test('rule 3: at least half short in a wave: everybody is scored from the ★ items', () => {
  const answers = { ...flat(3), CY1: 5, CY3: 5, CY4: 5 };
  const make = (short: number): SurveyResponse[] =>
    Array.from({ length: 24 }, (_, i) =>
      sheet({
        id: `s${i}`,
        wave: i < 12 ? 'pre' : 'post',
        form: i < short ? 'short' : 'full',
        answers: { ...answers, CJ1: 1 + (i % 5) },
      }),
    );
  assert.equal(shownIn(constructOf(compute(make(6)), 'CY').endline).mean, 50);
  const few = constructOf(compute(make(5)), 'CY');
  assert.equal(shownIn(few.endline).mean, 80);
  near(shownIn(few.baseline).mean, (5 * 50 + 7 * 80) / 12, 1e-11);
});

test('rule 8: tiers of small groups', () => {
  const seven = compute(people({ group: 'resident', linked: 0, onlyBaseline: 7, onlyEndline: 30 }));
  const cy = constructOf(seven, 'CY');
  assert.deepEqual(shownIn(cy.baseline).sd, suppressed('n<10'));
  assert.equal(typeof shownIn(cy.baseline).low, 'number');
  assert.equal(typeof shownIn(cy.endline).sd, 'number');
  const change = changeOf(cy);
  for (const part of ['se', 'df', 't', 'p', 'r', 'g'] as const)
    assert.deepEqual(change[part], suppressed('n<10'), part);
  assert.deepEqual(cy.holm, suppressed('n<10'));
  assert.deepEqual(cy['cliff'], suppressed('n<10'));
  assert.deepEqual(groupOf(seven).index, none('n<10'));
  assert.deepEqual(seven.joint.index.change, suppressed('n<5'));
});

test('rules 8 and 15: nothing of a group below the smallest cell', () => {
  for (const k of [5, 12]) {
    const tiny = compute(
      [
        ...people({ group: 'resident', linked: 0, onlyBaseline: 60, onlyEndline: 60 }),
        ...people({ group: 'official', linked: 3, onlyBaseline: k - 4, onlyEndline: 0 }),
      ],
      { minimumCell: k },
    );
    const group = groupOf(tiny, 'official');
    for (const part of ['index', 'domains', 'constructs', 'ladder', 'frequency']) {
      assert.deepEqual((group as unknown as Record<string, unknown>)[part], suppressed('n<5'), part);
    }
    assert.deepEqual(tiny.flow.official?.silence, suppressed('n<5'));
    assert.deepEqual(tiny.joint.index.change, suppressed('n<5'));
    const gap = tiny.gaps['CY'] as Gap;
    assert.deepEqual([gap.baseline, gap.endline, gap.didChange, gap.convergence], Array(4).fill(suppressed('n<5')));
    assert.equal(tiny.flow.official?.linked.exact, 3);
  }
});

test('a group that nobody answered', () => {
  const empty = compute(people({ group: 'resident', linked: 20, onlyBaseline: 0, onlyEndline: 0 }));
  assert.deepEqual(groupOf(empty, 'official').constructs, none('n<2'));
  assert.deepEqual((empty.gaps['CY'] as Gap).didChange, none('n<2'));
  assert.equal(empty.flow.official?.baseline, 0);
  assert.deepEqual(compute([]).flow.resident?.silence, none('n<2'));
});

test('rule 10: what the complement would give away', () => {
  const fewBeside = constructOf(
    compute(people({ group: 'resident', linked: 30, onlyBaseline: 3, onlyEndline: 0, missing: 0 })),
    'CY',
  );
  for (const part of ['paired', 'netImprovement', 'wilcoxon', 'reliableChange'])
    assert.deepEqual(fewBeside[part], suppressed('complement'), part);
  assert.deepEqual(fewBeside.unpaired, suppressed('n<5'));
  assert.equal(typeof changeOf(fewBeside).p, 'number');
  const fewPairs = constructOf(
    compute(people({ group: 'resident', linked: 4, onlyBaseline: 20, onlyEndline: 20, missing: 0 })),
    'CY',
  );
  for (const part of ['paired', 'netImprovement', 'wilcoxon', 'reliableChange'])
    assert.deepEqual(fewPairs[part], suppressed('n<5'), part);
  assert.deepEqual(fewPairs.unpaired, suppressed('complement'));
  assert.equal(changeOf(fewPairs).r, 0);
  const noPairs = constructOf(
    compute(people({ group: 'resident', linked: 0, onlyBaseline: 20, onlyEndline: 20 })),
    'CY',
  );
  assert.deepEqual(noPairs.paired, none('n<2'));
  assert.equal(typeof shownIn(noPairs.unpaired).p, 'number');
  const allPairs = constructOf(
    compute(people({ group: 'resident', linked: 20, onlyBaseline: 0, onlyEndline: 0, missing: 0 })),
    'CY',
  );
  assert.deepEqual(allPairs.unpaired, none('n<2'));
  const { estimate, p } = changeOf(allPairs);
  near(shownIn(allPairs.paired).estimate, estimate as number, 1e-11);
  near(shownIn(allPairs.paired).p, p as number, 1e-9);
});

test('no variation: sd, estimate, se and r are shown, the rest is zero-variance (rule 9)', () => {
  const same = Array.from({ length: 24 }, (_, i) =>
    sheet({ id: `s${i}`, wave: i < 12 ? 'pre' : 'post', link: tokens(`p${i % 12}`), answers: flat(4) }),
  );
  const cy = constructOf(compute(same), 'CY');
  assert.deepEqual(cy.baseline, { n: 12, mean: 75, sd: 0, low: none('zero-variance'), high: none('zero-variance') });
  const change = changeOf(cy);
  assert.deepEqual([change.estimate, change.se, change.r], [0, 0, 0]);
  for (const part of ['low', 'high', 'df', 't', 'p', 'g'] as const)
    assert.deepEqual(change[part], none('zero-variance'), part);
  assert.deepEqual(cy['wilcoxon'], none('zero-variance'));
  assert.deepEqual(indexOf(compute(same)).verdict, none('zero-variance'));
});

test('everybody moved alike: se 0 and no infinite t', () => {
  const alike = Array.from({ length: 24 }, (_, i) =>
    sheet({
      id: `s${i}`,
      wave: i < 12 ? 'pre' : 'post',
      link: tokens(`p${i % 12}`),
      answers: flat((i % 2) + (i < 12 ? 2 : 3)),
    }),
  );
  const { paired, ...cy } = constructOf(compute(alike), 'CY');
  const change = shownIn(paired);
  assert.deepEqual([change.estimate, change.se, change.t], [25, 0, none('zero-variance')]);
  assert.deepEqual([changeOf(cy as ConstructResult).estimate, changeOf(cy as ConstructResult).se], [25, 0]);
});

test('rule 13: reliable change needs a good enough alpha from twenty complete rows', () => {
  assert.deepEqual(constructOf(results, 'GV')['reliableChange'], none('not-computable'));
  assert.deepEqual(constructOf(results, 'BAL')['reliability'], none('not-computable'));
  const fifteen = compute(people({ group: 'resident', linked: 15, onlyBaseline: 0, onlyEndline: 0, missing: 0 }));
  assert.deepEqual(constructOf(fifteen, 'CY')['reliableChange'], suppressed('n<20'));
  const random = createRandom(2);
  const noise = Array.from({ length: 60 }, (_, i) =>
    sheet({
      id: `n${i}`,
      wave: i < 30 ? 'pre' : 'post',
      link: tokens(`p${i % 30}`),
      answers: Object.fromEntries(Object.keys(flat(3)).map((id) => [id, 1 + random.below(5)])),
    }),
  );
  assert.deepEqual(constructOf(compute(noise), 'CY')['reliableChange'], suppressed('alpha<.60'));
});

test('rule 16: contributions and what is missing add up to the index', () => {
  const { contributions, change } = indexOf(results);
  const sum = Object.values(shownIn(contributions as Record<string, number>)).reduce((a, b) => a + b, 0);
  near(sum, (change as Change).estimate as number, 1e-10);
  const complete = compute(people({ group: 'resident', linked: 30, onlyBaseline: 10, onlyEndline: 10, missing: 0 }));
  assert.equal((indexOf(complete).contributions as Record<string, number>)['missing'], 0);
});

test('a scale that hardly anybody answered hides its contribution and the remainder', () => {
  const without = usual.map((response, i) => ({
    ...response,
    answers: Object.fromEntries(
      Object.entries(response.answers).filter(([id]) => !id.startsWith('GV') || i % 60 === 1),
    ),
  }));
  const contributions = indexOf(compute(without)).contributions as Record<string, unknown>;
  assert.deepEqual([contributions['GV'], contributions['missing']], [suppressed('n<5'), suppressed('complement')]);
  assert.equal(typeof contributions['CY'], 'number');
});

test('rule 17: with complete answers no weights leave the bounds; one scale alone gives its own change', () => {
  const complete = compute(people({ group: 'resident', linked: 30, onlyBaseline: 10, onlyEndline: 10, missing: 0 }));
  type Range = { low: number; high: number };
  const { bounds, dirichlet, leaveOneOut } = indexOf(complete)['sensitivity'] as unknown as Record<string, Range>;
  for (const range of [dirichlet, leaveOneOut]) {
    assert.ok((range?.low as number) >= (bounds?.low as number) && (range?.high as number) <= (bounds?.high as number));
  }
  const alone = compute(people({ group: 'resident', linked: 30, onlyBaseline: 10, onlyEndline: 10, missing: 0 }), {
    weights: { CJ: 3 },
  });
  near(changeOf(indexOf(alone)).estimate, -(changeOf(constructOf(alone, 'CJ')).estimate as number), 1e-10);
  assert.deepEqual(alone.settings.changedFromDefault, ['weights', 'resamples']);
  assert.deepEqual(alone.settings.weights, { CY: 0, CJ: 1, PR: 0, TR: 0, RC: 0, GV: 0 });
});

test('straight-liners: few of them would be given away', () => {
  const straight = (n: number): SurveyResponse[] =>
    Array.from({ length: n }, (_, i) =>
      sheet({ id: `line${i}`, answers: Object.fromEntries(Object.keys(flat(3)).map((id) => [id, 4])) }),
    );
  const sensitivity = (n: number): Record<string, unknown> =>
    indexOf(compute([...usual, ...straight(n)]))['sensitivity'] as unknown as Record<string, unknown>;
  assert.deepEqual(sensitivity(3)['withoutStraightLiners'], suppressed('complement'));
  assert.deepEqual((sensitivity(6)['withoutStraightLiners'] as Change).estimate, changeOf(indexOf(results)).estimate);
});

test('rule 18: one community says so; several widen the interval from which the verdict is taken', () => {
  assert.deepEqual(indexOf(results)['clusters'], { communities: 1 });
  const three = usual.map((response, i) => ({ ...response, community: `c${i % 3}` }));
  const index = indexOf(compute(three));
  const clusters = index['clusters'] as { communities: number; icc: number; deff: number; low: number; high: number };
  assert.deepEqual([clusters.communities, clusters.icc], [3, 0.03]);
  const { low, high, n } = changeOf(index);
  const people1 = n as { baseline: number; endline: number };
  near(clusters.deff, 1 + ((people1.baseline + people1.endline) / 6 - 1) * 0.03, 1e-11);
  near((clusters.high - clusters.low) / ((high as number) - (low as number)), Math.sqrt(clusters.deff), 1e-10);
  assert.equal(index.verdict, verdictOf(clusters.low, clusters.high, 5));
});

test('rule 19: convergence only where the baseline gap is clear; TR and RC have no gap', () => {
  assert.deepEqual(Object.keys(results.gaps), ['CY', 'CJ', 'PR', 'GV']);
  const alike = compute([
    ...people({ group: 'resident', linked: 30, onlyBaseline: 0, onlyEndline: 0, level: 0.5 }),
    ...people({ group: 'official', linked: 30, onlyBaseline: 0, onlyEndline: 0, level: 0.5 }),
  ]);
  for (const gap of Object.values(alike.gaps)) {
    const { estimate, low, high } = shownIn(gap.baseline);
    const clear = Math.abs(estimate as number) > ((high as number) - (low as number)) / 2;
    assert.equal(isHidden(gap.convergence), !clear);
  }
  assert.ok(Object.values(alike.gaps).some((gap) => isHidden(gap.convergence)));
});

test('one-off links enter the figures only when they are safe, and exact-only figures stand beside them', () => {
  const changed = usual.map((response, i) =>
    response.wave === 'post' && response.link && i % 20 === 1
      ? { ...response, link: tokens(response.link[0]?.split('.')[0] ?? '', { element: 2, as: 'x' }) }
      : response,
  );
  const flow = compute(changed).flow.resident?.linked;
  assert.ok(flow && flow.oneOff > 0 && flow.oneOffUsed);
  assert.equal(flow.exact + flow.oneOff, 60);
  const exact = (indexOf(compute(changed))['sensitivity'] as { exactOnly: Change }).exactOnly;
  assert.equal((exact.n as { linked: number }).linked, flow.exact);
});

test('ladder: a share with everybody on one side is hidden below twenty, and so is the change that gives it away', () => {
  const ladder = (rungs: readonly number[], wave: string): SurveyResponse[] =>
    rungs.map((LD, i) => sheet({ id: `${wave}${i}`, wave, answers: { ...flat(3), LD } }));
  const share = (before: number[], after: number[]): { baseline: unknown; endline: unknown; change: unknown } =>
    (
      groupOf(compute([...ladder(before, 'pre'), ...ladder(after, 'post')]))['ladder'] as {
        share: { baseline: unknown; endline: unknown; change: unknown };
      }
    ).share;
  const mixed = [...Array<number>(6).fill(2), ...Array<number>(6).fill(5)];
  const hidden = share(Array<number>(12).fill(1), mixed);
  assert.deepEqual([hidden.baseline, hidden.change], [suppressed('n<20'), suppressed('n<20')]);
  const shown = share(mixed, mixed);
  assert.equal((shown.change as Change).estimate, 0);
  assert.deepEqual((shown.baseline as { count: number }).count, 6);
});

test('verdicts: the first rule that holds', () => {
  const cases: [number, number, string][] = [
    [6, 12, 'clear-improvement'],
    [-12, -6, 'clear-decline'],
    [-4, 4, 'no-relevant-change'],
    [1, 4, 'no-relevant-change'],
    [1, 9, 'improvement-uncertain'],
    [-9, -1, 'decline-uncertain'],
    [-3, 9, 'undecided'],
  ];
  for (const [low, high, verdict] of cases) assert.equal(verdictOf(low, high, 5), verdict);
});

test('settings: what differs from the default is named; the smallest cell goes upwards only', () => {
  const { settings } = compute(usual, { voice: 0.7, relevance: 3, minimumCell: 2 }, { seed: 9, resamples: 10_000 });
  assert.deepEqual(settings.changedFromDefault, ['voice', 'relevance', 'seed']);
  assert.equal(settings.minimumCell, 5);
});

test('a study without two waves to compare is refused', () => {
  assert.throws(() => compute(usual, {}, { baseline: 'post' }), RangeError);
});

test('work comes in pieces, and gives what computeResults gives', () => {
  const steps = computeSteps({ study, instrument: participationTrust, responses: usual, options: { resamples: 300 } });
  let pauses = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) {
      assert.equal(JSON.stringify(step.value), JSON.stringify(results));
      break;
    }
    pauses++;
  }
  assert.ok(pauses > 50);
});

test('no function whose last bit differs between engines, no clock, no chance', () => {
  const inexact =
    /Math\.(a?(sin|cos|tan)h?|atan2|exp|expm1|log\w*|pow|cbrt|hypot|random)\b|\*\*|Date\b|Intl\b|localeCompare|toLocale/;
  for (const folder of ['stats', 'scoring', 'change', 'describe', 'link']) {
    for (const name of readdirSync(`src/core/${folder}`)) {
      if (!name.endsWith('.ts')) continue;
      const code = readFileSync(`src/core/${folder}/${name}`, 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\/\/.*$/gm, '')
        .replace(/(['`]).*?\1/g, '');
      assert.ok(!inexact.test(code), `${folder}/${name}: ${inexact.exec(code)?.[0]}`);
    }
  }
});
