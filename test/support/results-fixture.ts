import type {
  Change,
  ConstructResult,
  Flow,
  GroupResult,
  Level,
  Results,
  Suppressed,
} from '../../src/core/change/types.js';
import { participationTrustStructure } from '../../src/core/instrument/participation-trust/structure.js';
import type { SurveyResponse } from '../../src/core/response/types.js';
import type { Group } from '../../src/core/text.js';

/** "May not be shown", for want of people. */
export const tooFew: Suppressed = { suppressed: true, why: 'n<5' };

function level(n: number, mean: number, sd: number): Level {
  const half = (2 * sd) / Math.sqrt(n);
  return { n, mean, sd, low: mean - half, high: mean + half };
}

function change(estimate: number, half: number, n: { baseline: number; endline: number; linked: number }): Change {
  const se = half / 2;
  return {
    estimate,
    se,
    df: n.baseline + n.endline - 2,
    t: estimate / se,
    p: Math.abs(estimate) > half ? 0.01 : 0.3,
    low: estimate - half,
    high: estimate + half,
    r: 0.5,
    n,
    g: { estimate: estimate / 20, low: (estimate - half) / 20, high: (estimate + half) / 20 },
  };
}

type Row = readonly [before: number, after: number, half: number, holm?: number];

function group(
  n: { baseline: number; endline: number; linked: number },
  rows: Readonly<Record<string, Row>>,
): GroupResult {
  const pair = ([before, after, half]: Row) => ({
    baseline: level(n.baseline, before, 18),
    endline: level(n.endline, after, 18),
    change: change(after - before, half, n),
  });
  const constructs: Record<string, ConstructResult> = {};
  for (const id of ['CY', 'CJ', 'PR', 'TR', 'RC', 'GV', 'BAL']) {
    const row = rows[id]!;
    constructs[id] = {
      ...pair(row),
      paired: change(row[1] - row[0], row[2], n),
      unpaired: change(row[1] - row[0], row[2] * 2, { baseline: 14, endline: 11, linked: 0 }),
      ...(row[3] !== undefined && { holm: row[3] }),
    };
  }
  return {
    index: {
      ...pair(rows['index']!),
      verdict: 'improvement-uncertain',
      contributions: { CY: 2.6, CJ: 1.6, PR: 1.2, TR: 1.7, RC: 0.9, GV: 1.4, missing: 0.2 },
    },
    domains: {
      participation: pair(rows['participation']!),
      trust: pair(rows['trust']!),
      governance: pair(rows['governance']!),
    },
    constructs,
  };
}

function flow(baseline: number, endline: number, exact: number, oneOff: number): Flow {
  return {
    baseline,
    endline,
    linked: {
      exact,
      oneOff,
      ambiguous: 0,
      unlinkedBaseline: baseline - exact - oneOff,
      unlinkedEndline: endline - exact - oneOff,
      expectedFalse: 0.1,
      oneOffUsed: true,
    },
    silence: {
      baseline: level(baseline, 0.083, 0.1),
      endline: level(endline, 0.041, 0.1),
      change: change(-0.042, 0.03, { baseline, endline, linked: exact + oneOff }),
    },
    duplicates: 0,
    conflicts: 0,
  };
}

/** A whole results document as a published study has it: residents improved, officials' picture is less sure. Made-up figures. */
export function resultsFixture(changes: Partial<Results> = {}): Results {
  return {
    schema: 'canyu-results/1',
    study: {
      id: 'demo',
      title: { 'zh-Hans': '花园里社区活动中心改造', en: 'Renewing the activity centre of Huayuanli' },
      synthetic: true,
    },
    instrument: 'participation-trust@1.0.0',
    waves: { baseline: 'pre', endline: 'post' },
    settings: {
      software: 'canyu 0.1.0',
      weights: { CY: 1 / 6, CJ: 1 / 6, PR: 1 / 6, TR: 1 / 6, RC: 1 / 6, GV: 1 / 6 },
      voice: 0.5,
      relevance: 5,
      minimumCell: 5,
      confidence: 0.95,
      seed: 20260101,
      resamples: 10000,
      changedFromDefault: [],
    },
    flow: { resident: flow(45, 42, 28, 3), official: flow(14, 13, 11, 0) },
    groups: {
      resident: group(
        { baseline: 45, endline: 42, linked: 31 },
        {
          index: [44.1, 53.7, 5.6],
          participation: [39.8, 52.4, 7.4],
          trust: [48.3, 56.2, 6.1],
          governance: [44.2, 52.5, 6.6],
          CY: [38.2, 53.9, 7.9, 0.004],
          CJ: [58.6, 49.1, 7.2, 0.041],
          PR: [45.5, 52.7, 8.1, 0.16],
          TR: [49.4, 59.8, 6.9, 0.012],
          RC: [47.2, 52.6, 7.5, 0.3],
          GV: [42.9, 51.3, 8.8, 0.16],
          BAL: [-20.4, 4.8, 11.9],
        },
      ),
      official: group(
        { baseline: 14, endline: 13, linked: 11 },
        {
          index: [61.2, 64.9, 8.3],
          participation: [58.1, 63.8, 9.9],
          trust: [66.3, 68.1, 8.7],
          governance: [59.2, 62.8, 9.1],
          CY: [60.4, 66.2, 11.5, 1],
          CJ: [44.2, 38.6, 10.9, 1],
          PR: [63.1, 64.4, 11.8, 1],
          TR: [68.9, 70.4, 10.2, 1],
          RC: [63.7, 65.8, 9.6, 1],
          GV: [55.3, 61.2, 12.7, 1],
          BAL: [16.2, 27.6, 17.3],
        },
      ),
    },
    joint: {
      index: {
        change: {
          estimate: tooFew,
          se: tooFew,
          df: tooFew,
          t: tooFew,
          p: tooFew,
          low: tooFew,
          high: tooFew,
          n: { resident: 87, official: 27 },
        },
      },
    },
    gaps: {},
    ...changes,
  };
}

/** The same study with so few officials that nothing about them may be shown. */
export function fewOfficials(): Results {
  const whole = resultsFixture();
  return {
    ...whole,
    flow: { ...whole.flow, official: flow(4, 3, 0, 0) },
    groups: { ...whole.groups, official: { index: tooFew, domains: tooFew, constructs: tooFew } },
  };
}

/** A small generator of numbers 0–1, so that a test sees the same people every time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Sheets of people who find things better at the endline: `counts[group]` at each wave, all linked as far as both waves have them. */
export function responsesFixture(
  study: string,
  counts: Readonly<Partial<Record<Group, readonly [baseline: number, endline: number]>>>,
): SurveyResponse[] {
  const random = numbers(7);
  const draw = (): number => random.next().value;
  const hex = (index: number, group: Group): string =>
    `${group === 'resident' ? 'a' : 'b'}${String(index).padStart(4, '0')}`.padEnd(31, '0');
  const one = (group: Group, wave: 'pre' | 'post', index: number): SurveyResponse => ({
    schema: 'canyu-response/1',
    id: `${group}-${wave}-${index}`,
    study,
    instrument: 'participation-trust@1.0.0',
    wave,
    group,
    form: 'full',
    mode: 'self',
    locale: 'zh-Hans',
    answers: Object.fromEntries(
      participationTrustStructure.items.flatMap(({ id, kind, key }) => {
        if (kind !== 'rating' || /^(AV|AU|OC)/.test(id)) return [];
        const good = Math.min(5, Math.max(1, Math.round(2.6 + (wave === 'post' ? 0.7 : 0) + 2.4 * (draw() - 0.5))));
        // Less token attendance is better.
        return [[id, (key === 1) === id.startsWith('CJ') ? 6 - good : good]];
      }),
    ),
    link: Array.from({ length: 7 }, (_, token) => `${hex(index, group)}${token}`),
    consent: { version: '1', hash: null },
    date: wave === 'pre' ? '2026-01-10' : '2026-09-10',
    seconds: 300,
    device: 'own',
  });
  return Object.entries(counts).flatMap(([group, [baseline, endline]]) => [
    ...Array.from({ length: baseline }, (_, index) => one(group as Group, 'pre', index)),
    ...Array.from({ length: endline }, (_, index) => one(group as Group, 'post', index)),
  ]);
}
