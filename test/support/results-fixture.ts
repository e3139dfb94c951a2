import type {
  Change,
  ConstructResult,
  Flow,
  GroupResult,
  Level,
  Results,
  Suppressed,
} from '../../src/core/change/types.js';

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
