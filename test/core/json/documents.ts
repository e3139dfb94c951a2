import type { Results } from '../../../src/core/change/types.js';
import type { Entry } from '../../../src/core/ledger/types.js';
import type { SurveyResponse } from '../../../src/core/response/types.js';
import type { Study } from '../../../src/core/study/types.js';

const both = (zh: string, en: string) => ({ 'zh-Hans': zh, en });

/** A study that uses every member. */
export const study: Study = {
  schema: 'canyu-study/1',
  id: 'hepingli-2026',
  title: both('和平里活动中心', 'Hepingli activity centre'),
  focal: both('活动中心改造', 'altering the activity centre'),
  instrument: 'participation-trust@1.0.0',
  waves: [
    { id: 'pre', label: both('项目前', 'Before'), opens: '2026-01-01', closes: '2026-02-28' },
    { id: 'post', label: both('项目后', 'After'), opens: '2026-09-01' },
    { id: 'w3', label: { en: 'Later' } },
  ],
  groups: ['resident', 'official', 'partner'],
  communities: [{ id: 'a', label: both('甲社区', 'A') }],
  linking: 'code',
  consent: {
    organisation: both('社会组织', 'An organisation'),
    contact: both('王女士 010-00000000', 'Ms Wang'),
    storedIn: both('北京', 'Beijing'),
    tokensDestroyedBy: '2026-12-31',
    keptUntil: '2028-02-29',
    resultsOn: both('12月居民会', "Residents' meeting in December"),
    foreignApproval: 'A-1',
  },
  weights: { CY: 2, CJ: 1, PR: 0 },
  voice: 0.5,
  relevance: 5,
  minimumCell: 8,
  seal: { recipients: [{ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AB', kid: 'evaluator' }] },
  collector: { url: 'https://drop.example.cn/canyu-k01' },
  locked: { hash: 'ab', date: '2026-08-01' },
  synthetic: true,
};

/** An answer sheet of `participation-trust@1.0.0`. */
export const response: SurveyResponse = {
  schema: 'canyu-response/1',
  id: '0b6f3c1e-0000-4000-8000-000000000001',
  study: study.id,
  instrument: 'participation-trust@1.0.0',
  wave: 'pre',
  group: 'resident',
  community: 'a',
  form: 'full',
  mode: 'self',
  locale: 'zh-Hans',
  answers: { FQ1: 0, LD: 6, CY1: 4, CY2: 'dk', CJ1: 'pns', OQ1: '修了路灯。', DM1: 3 },
  link: Array.from({ length: 7 }, (_, i) => String(i).repeat(32)),
  consent: { version: '1', hash: 'c'.repeat(64) },
  date: '2026-02-28',
  seconds: 301,
  device: 'kiosk',
};

const row = { schema: 'canyu-entry/1', study: study.id, date: '2026-03-01' } as const;

/** One ledger row of each kind. */
export const entries: readonly Entry[] = [
  {
    ...row,
    id: 'e1',
    kind: 'event',
    event: 'fic-change',
    label: '书记调任',
    post: '书记',
    handover: false,
    source: '公告',
  },
  {
    ...row,
    id: 'e2',
    kind: 'suggestion',
    text: '装扶手',
    event: 'e1',
    status: 'declined',
    reason: '无经费',
    owner: '居委会',
    due: '2026-04-01',
    reportedBackOn: '2026-03-20',
    doneOn: '2026-03-30',
    evidence: '照片',
  },
  {
    ...row,
    id: 'e3',
    kind: 'group',
    level: 'leading',
    name: '领导小组',
    members: { government: 3, organisation: 2, residents: 4, others: 0 },
    vulnerable: 1,
    meetingsPerMonth: 0.5,
    residentLed: true,
    until: '2026-12-31',
  },
  { ...row, id: 'e4', kind: 'practice', name: '议事会', level: 3, document: '规则' },
  {
    ...row,
    id: 'e5',
    kind: 'phase',
    project: '活动中心',
    wave: 'pre',
    cooperation: true,
    initiator: 'both',
    payer: 'government-contract',
    contract: '7',
  },
  { ...row, id: 'e6', kind: 'phase', project: '花园', wave: 'pre', cooperation: false },
  { ...row, id: 'e7', kind: 'resource', wave: 'pre', actor: 'residents', resource: 'time', contribution: 3 },
  {
    ...row,
    id: 'e8',
    kind: 'strategy',
    wave: 'pre',
    strategy: 'repeated-meetings',
    use: 'regular',
    confirmedByOfficials: true,
  },
  {
    ...row,
    id: 'e9',
    kind: 'proof',
    type: 'award',
    level: 'district',
    recognised: true,
    by: '区民政局',
    contributors: ['居民小组'],
    label: '优秀案例',
  },
  { ...row, id: 'e10', kind: 'commitment', what: '装扶手', who: '物业', due: '2026-05-01', doneOn: '2026-04-30' },
];

const hidden = { suppressed: true, why: 'n<5' } as const;
const level = { n: 20, mean: 55.5, sd: 12, low: 50, high: 61 };
const difference = {
  estimate: 9.6,
  se: 2.7,
  df: 17.6,
  t: 3.5,
  p: 0.002,
  low: 3.9,
  high: 15.2,
};
const g = { estimate: 0.86, low: 0.3, high: 1.4 };
const change = { ...difference, r: 0.78, n: { baseline: 16, endline: 17, linked: 10 }, g };
const pair = { baseline: level, endline: level, change };
const gap = { ...difference, g, n: { resident: 33, official: 12 } };
const rate = { estimate: 0.4, low: 0.2, high: 0.6, count: 8, n: 20 };

/** A results document with shown and hidden figures in most places. */
export const results: Results = {
  schema: 'canyu-results/1',
  study: { id: study.id, title: study.title, synthetic: true },
  instrument: study.instrument,
  waves: { baseline: 'pre', endline: 'post' },
  settings: {
    software: 'canyu 0.1.0',
    weights: { CY: 1, CJ: 1, PR: 1, TR: 1, RC: 1, GV: 1 },
    voice: 0.5,
    relevance: 5,
    minimumCell: 5,
    confidence: 0.95,
    seed: 1,
    resamples: 10000,
    changedFromDefault: ['voice'],
  },
  flow: {
    resident: {
      baseline: 16,
      endline: 17,
      linked: {
        exact: 8,
        oneOff: 2,
        ambiguous: 0,
        unlinkedBaseline: 6,
        unlinkedEndline: 7,
        expectedFalse: 0.1,
        oneOffUsed: true,
      },
      silence: pair,
      duplicates: 1,
      conflicts: 0,
    },
  },
  groups: {
    resident: {
      index: {
        ...pair,
        verdict: 'improvement-uncertain',
        contributions: { CY: 3, CJ: { estimate: null, why: 'not-computable' }, missing: 0 },
        sensitivity: {
          leaveOneOut: { low: 1, high: 2 },
          bounds: { low: 1, high: 3 },
          signRobust: true,
          dirichlet: { low: 1, high: 2, sameSign: 1 },
          exactOnly: hidden,
          withoutStraightLiners: change,
          weightedByAge: { estimate: 2, low: 1, high: 3, n: { baseline: 20, endline: 21 }, smallestBand: 6 },
        },
        clusters: { communities: 1 },
      },
      domains: { participation: pair, trust: pair, governance: { ...pair, change: hidden } },
      constructs: {
        CY: {
          ...pair,
          paired: change,
          unpaired: hidden,
          holm: 0.04,
          cliff: { estimate: 0.3, low: 0, high: 0.5, superiority: 0.65 },
          netImprovement: { estimate: 0.5, low: 0.1, high: 0.8, up: 6, same: 3, down: 1, n: 10 },
          wilcoxon: { estimate: null, why: 'zero-variance' },
          reliableChange: { threshold: 13.5, up: 4, same: 6, down: hidden, n: 10 },
          reliability: {
            baseline: {
              alpha: 0.7,
              low: 0.5,
              high: 0.8,
              n: 30,
              items: 5,
              omega: 0.72,
              itemRest: { CY1: 0.4, CY2: hidden },
            },
            endline: hidden,
          },
          floorCeiling: { baseline: { floor: 0, ceiling: 0.1 }, endline: { floor: 0, ceiling: 0.2 } },
        },
        BAL: hidden,
      },
      items: {
        CY1: {
          options: [1, 2, 3, 4, 5],
          baseline: {
            n: 15,
            counts: [1, 2, 3, 4, 5],
            sides: { low: 3, middle: 3, high: 9 },
            dontKnow: rate,
            notSaid: hidden,
          },
          endline: { n: 12, counts: hidden, sides: hidden, almostAll: 'high', dontKnow: rate, notSaid: rate },
          score: pair,
        },
        CY2: hidden,
      },
      ladder: { score: pair, share: { baseline: rate, endline: hidden, change } },
      frequency: { CJF: pair, BALF: hidden },
      quality: {
        acquiescence: { score: pair, share: { baseline: rate, endline: hidden } },
        straightLiners: { baseline: rate, endline: rate },
        speeders: hidden,
        prorated: { all: { baseline: rate, endline: rate }, CY: hidden },
        modes: { baseline: { n: 16, self: 10, helped: 6, paper: 0 }, endline: hidden },
        coded: hidden,
        linked: { baseline: rate, endline: rate },
        attrition: {
          CY: {
            baseline: { estimate: 0.1, low: -0.4, high: 0.6, n: { linked: 30, unlinked: 12 }, flag: 'care' },
            endline: hidden,
          },
        },
        standards: { moved: false, betweenGroups: { baseline: true, endline: hidden } },
        thenTest: { shift: change, thenChange: hidden, n: 30 },
      },
    },
    official: { index: hidden, domains: hidden, constructs: hidden },
  },
  joint: { index: { change: { estimate: null, why: 'n<10' } } },
  gaps: {
    CY: {
      baseline: gap,
      endline: gap,
      didChange: difference,
      convergence: { estimate: null, why: 'not-computable' },
    },
  },
  ledger: {
    asOf: '2026-10-01',
    suggestions: {
      raised: 20,
      answered: rate,
      adopted: rate,
      explained: { estimate: null, why: 'n<2' },
      reportedBack: rate,
      done: rate,
      closedLoop: rate,
      byStatus: { raised: 3, adopted: 7, partly: 5, declined: 3, deferred: 2 },
    },
    events: [{ date: '2026-05-01', event: 'open-space', label: '开放空间' }],
    groups: {
      leading: { count: 1, meetingsPerMonth: 0.5, residentsShare: 0.2, vulnerableShare: hidden },
      residentLed: 2,
    },
    practices: [{ name: '议事会', baselineLevel: 1, endlineLevel: 3 }],
    proofs: { count: 3, recognised: 2, byLevel: { district: 3 } },
    phase: { 'activity centre': { baseline: 1, endline: hidden } },
    resources: { pre: { time: { plurality: 50, byActor: { government: 3, organisation: 1, residents: hidden } } } },
    strategies: { fic: { baseline: 'no', endline: 'regular' } },
    commitments: { open: 1, done: 2, overdue: 0 },
    conflicts: 0,
  },
};
