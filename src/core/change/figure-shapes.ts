import { list, member, number, object, oneOf, type Shape } from '../json/shape.js';
import type { Change, ChangeLaw, DidChange, Hidden, Interval, Level, Pair, Rate, Shown } from './types.js';

/*
 * Shapes of the figures that a results document is made of. A hidden figure may stand in the place of each, and keeps its reason and
 * nothing else.
 */

const why = oneOf('n<2', 'n<5', 'n<10', 'n<20', 'zero-variance', 'alpha<.60', 'complement', 'not-computable');
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A hidden figure keeps its reason and nothing else, whatever numbers came with it. */
export const hidden: Shape<Hidden> = (value, path, report) => {
  const given = value as Readonly<Record<string, unknown>>;
  const reason = why(given['why'], member(path, 'why'), report);
  if (given['suppressed'] === true) return reason && { suppressed: true, why: reason };
  if (given['estimate'] !== null) report(path, 'value', 'has a reason but is neither suppressed nor without estimate');
  return reason && { estimate: null, why: reason };
};
export const orHidden =
  <T>(shape: Shape<T>): Shape<T | Hidden> =>
  (value, path, report) =>
    isObject(value) && 'why' in value ? hidden(value, path, report) : shape(value, path, report);

export const shown: Shape<Shown> = orHidden(number());
export const count = number(0, Infinity, 'whole');
export const interval: Shape<Interval> = object({ estimate: shown, low: shown, high: shown });
export const level: Shape<Level | Hidden> = orHidden(
  object({ n: count, mean: shown, sd: shown, low: shown, high: shown }),
);
export const rate: Shape<Rate | Hidden> = orHidden(
  object({ estimate: shown, low: shown, high: shown, count: shown, n: count }),
);

const waveCounts = object({ baseline: count, endline: count, linked: count });
const groupCounts = object({ resident: count, official: count });
export const counts: Shape<Change['n']> = (value, path, report) =>
  (isObject(value) && 'resident' in value ? groupCounts : waveCounts)(value, path, report);

const law: Shape<ChangeLaw | Hidden> = orHidden(
  object({ from: number(), to: number(), density: list(number(0), 2, 1000) }),
);
const figures = { estimate: shown, low: shown, high: shown, se: shown, df: shown, t: shown, p: shown };
export const change: Shape<Change | Hidden> = orHidden(
  object({ ...figures, n: counts }, { r: shown, g: orHidden(interval), law }),
);
export const didChange: Shape<DidChange | Hidden> = orHidden(object(figures));

export const pair: Shape<Pair<Level | Hidden>> = object({ baseline: level, endline: level, change });
export const pairOrHidden = orHidden(pair);

/** What is hidden as a whole is the same as what has every part hidden; so its type holds in either spelling. */
export const orAllHidden =
  <T>(shape: Shape<T>, ...parts: readonly (keyof T)[]): Shape<T> =>
  (value, path, report) => {
    if (!isObject(value) || !('why' in value)) return shape(value, path, report);
    const reason = hidden(value, path, report);
    return reason && (Object.fromEntries(parts.map((part) => [part, reason])) as T);
  };

/** A hidden figure or an object with two waves. */
export const byWave = <T>(shape: Shape<T>): Shape<{ readonly baseline: T; readonly endline: T }> =>
  object({ baseline: shape, endline: shape });
