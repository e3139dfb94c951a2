import {
  boolean,
  dictionary,
  group,
  id,
  label,
  list,
  member,
  number,
  object,
  oneOf,
  readDocument,
  type Report,
  type Shape,
  string,
} from '../json/shape.js';
import type { Parsed } from '../parsed.js';
import type { Group } from '../text.js';
import type {
  Change,
  DidChange,
  ConstructResult,
  Flow,
  Gap,
  GroupResult,
  Hidden,
  IndexResult,
  Interval,
  Level,
  Pair,
  Rate,
  Results,
  Shown,
} from './types.js';

const why = oneOf('n<2', 'n<5', 'n<10', 'n<20', 'zero-variance', 'alpha<.60', 'complement', 'not-computable');
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A hidden figure keeps its reason and nothing else, whatever numbers came with it. */
const hidden: Shape<Hidden> = (value, path, report) => {
  const given = value as Readonly<Record<string, unknown>>;
  const reason = why(given['why'], member(path, 'why'), report);
  if (given['suppressed'] === true) return reason && { suppressed: true, why: reason };
  if (given['estimate'] !== null) report(path, 'value', 'has a reason but is neither suppressed nor without estimate');
  return reason && { estimate: null, why: reason };
};
const orHidden =
  <T>(shape: Shape<T>): Shape<T | Hidden> =>
  (value, path, report) =>
    isObject(value) && 'why' in value ? hidden(value, path, report) : shape(value, path, report);

const shown: Shape<Shown> = orHidden(number());
const count = number(0, Infinity, 'whole');
const interval: Shape<Interval> = object({ estimate: shown, low: shown, high: shown });
const level: Shape<Level | Hidden> = orHidden(object({ n: count, mean: shown, sd: shown, low: shown, high: shown }));
const rate: Shape<Rate | Hidden> = orHidden(
  object({ estimate: shown, low: shown, high: shown, count: shown, n: count }),
);

const waveCounts = object({ baseline: count, endline: count, linked: count });
const groupCounts = object({ resident: count, official: count });
const counts: Shape<Change['n']> = (value, path, report) =>
  (isObject(value) && 'resident' in value ? groupCounts : waveCounts)(value, path, report);

const figures = { estimate: shown, low: shown, high: shown, se: shown, df: shown, t: shown, p: shown };
const change: Shape<Change | Hidden> = orHidden(object({ ...figures, n: counts }, { r: shown, g: orHidden(interval) }));
const didChange: Shape<DidChange | Hidden> = orHidden(object(figures));

const pair: Shape<Pair<Level | Hidden>> = object({ baseline: level, endline: level, change });
const pairOrHidden = orHidden(pair);

/**
 * Figures whose members the types leave open: copied as they are, except that a hidden figure keeps only its reason.
 */
const more: Shape<unknown> = (value, path, report) => {
  if (Array.isArray(value)) return list(more)(value, path, report);
  if (isObject(value)) {
    const isHidden = 'why' in value && (value['suppressed'] === true || value['estimate'] === null);
    return isHidden ? hidden(value, path, report) : dictionary(more)(value, path, report);
  }
  if (typeof value === 'number') return number()(value, path, report);
  if (value === null || typeof value === 'boolean') return value;
  return string(value, path, report);
};

/** What is hidden as a whole is the same as what has every part hidden; so its type holds in either spelling. */
const orAllHidden =
  <T>(shape: Shape<T>, ...parts: readonly (keyof T)[]): Shape<T> =>
  (value, path, report) => {
    if (!isObject(value) || !('why' in value)) return shape(value, path, report);
    const reason = hidden(value, path, report);
    return reason && (Object.fromEntries(parts.map((part) => [part, reason])) as T);
  };

const construct = object(
  { baseline: level, endline: level, change, paired: change, unpaired: change },
  {
    holm: shown,
    cliff: more,
    netImprovement: more,
    wilcoxon: more,
    reliableChange: more,
    reliability: more,
    floorCeiling: more,
  },
) as Shape<ConstructResult>;

const index = object(
  {
    baseline: level,
    endline: level,
    change,
    verdict: orHidden(
      oneOf(
        'clear-improvement',
        'clear-decline',
        'no-relevant-change',
        'improvement-uncertain',
        'decline-uncertain',
        'undecided',
      ),
    ),
    contributions: orHidden(dictionary(shown)),
  },
  { sensitivity: more, clusters: more },
) as Shape<IndexResult>;

const ladder = orHidden(
  object({ score: pairOrHidden, share: orHidden(object({ baseline: rate, endline: rate, change })) }),
);

const groupResult = object(
  {
    index: orHidden(index),
    domains: orHidden(object({ participation: pairOrHidden, trust: pairOrHidden, governance: pairOrHidden })),
    constructs: orHidden(dictionary(orHidden(construct))),
  },
  { items: more, ladder, frequency: orHidden(dictionary(pairOrHidden)), quality: more },
) as Shape<GroupResult>;

const flow: Shape<Flow> = object({
  baseline: count,
  endline: count,
  linked: object({
    exact: count,
    oneOff: count,
    ambiguous: count,
    unlinkedBaseline: count,
    unlinkedEndline: count,
    expectedFalse: number(0),
    oneOffUsed: boolean,
  }),
  silence: pairOrHidden,
  duplicates: count,
  conflicts: count,
});

const gap = orAllHidden(
  object({ baseline: change, endline: change, didChange }, { convergence: orHidden(interval) }) as Shape<Gap>,
  'baseline',
  'endline',
  'didChange',
);

/** An object whose keys are groups. */
const perGroup =
  <T>(shape: Shape<T>): Shape<Partial<Record<Group, T>>> =>
  (value, path, report) => {
    const read = dictionary(shape)(value, path, report);
    for (const key of Object.keys(read ?? {})) group(key, member(path, key), report);
    return read;
  };

const results = object(
  {
    schema: oneOf('canyu-results/1'),
    study: object({ id, title: label }, { synthetic: boolean }),
    instrument: string,
    waves: object({ baseline: id, endline: id }),
    settings: object({
      software: string,
      weights: dictionary(number(0)),
      voice: number(0, 1),
      relevance: number(0),
      minimumCell: number(5, Infinity, 'whole'),
      confidence: oneOf(0.95),
      seed: number(),
      resamples: count,
      changedFromDefault: list(string),
    }),
    flow: perGroup(flow),
    groups: perGroup(orAllHidden(groupResult, 'index', 'domains', 'constructs')),
    joint: object({ index: orAllHidden<Results['joint']['index']>(object({ change }), 'change') }),
    gaps: dictionary(gap),
  },
  { ledger: more as Shape<Readonly<Record<string, unknown>>> },
);

function check(read: Results, report: Report): void {
  if (read.ledger !== undefined && !isObject(read.ledger)) report('/ledger', 'type', 'must be an object');
}

/**
 * Reads a results document, `canyu-results/1` (design.md §3, results-paths.md), deep enough for cards and charts to rely on its types.
 * Never throws.
 *
 * It never holds more numbers than it was given: members it does not know are left out, and a hidden figure keeps only its reason.
 * A group, a gap or the joint index hidden as a whole is read as one of which every part is hidden.
 */
export const parseResults = (value: unknown): Parsed<Results> =>
  readDocument<Results>(value, 'canyu-results', results, check);
