import {
  boolean,
  day,
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
  type Shape,
  string,
} from '../json/shape.js';
import { ledger } from '../ledger/result-shape.js';
import type { Parsed } from '../parsed.js';
import type { Group } from '../text.js';
import { change, count, didChange, interval, orAllHidden, orHidden, pairOrHidden } from './figure-shapes.js';
import { groupResult } from './result-shapes.js';
import type { Flow, Gap, Results } from './types.js';

const flow: Shape<Flow> = object(
  {
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
  },
  { invited: object({}, { baseline: count, endline: count }) },
);

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
    study: object(
      { id, title: label },
      { synthetic: boolean, waves: list(object({ id, label }, { opens: day, closes: day })) },
    ),
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
  { labels: dictionary(label), ledger },
);

/**
 * Reads a results document, `canyu-results/1` (design.md §3, results-paths.md), deep enough for cards and charts to rely on its types.
 * Never throws.
 *
 * It never holds more numbers than it was given: members it does not know are left out, and a hidden figure keeps only its reason.
 * A group, a gap or the joint index hidden as a whole is read as one of which every part is hidden.
 */
export const parseResults = (value: unknown): Parsed<Results> => readDocument<Results>(value, 'canyu-results', results);
