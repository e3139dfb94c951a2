import type { Parsed, Problem, ProblemCode } from '../parsed.js';
import type { ByGroup, Group, Text } from '../text.js';

/** Notes a problem; gives undefined, which is what a shape gives for a value it refuses. */
export type Report = (path: string, code: ProblemCode, message: string) => undefined;

/** Reads a value: returns a fresh copy of what it allows, or reports and returns undefined. */
export type Shape<T> = (value: unknown, path: string, report: Report) => T | undefined;

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type Read<S> = S extends Shape<infer T> ? T : never;
type ReadAll<S extends Shapes> = { readonly [K in keyof S]: Read<S[K]> };

/** Deepest nesting of a document, longest text in characters (design.md §3), most problems reported. */
export const maxDepth = 16;
export const maxText = 4000;
const maxProblems = 100;

/** The JSON pointer (RFC 6901) of a member of `path`. */
export const member = (path: string, key: string | number): string =>
  `${path}/${typeof key === 'string' && /[~/]/.test(key) ? key.replace(/~/g, '~0').replace(/\//g, '~1') : key}`;

/** Keys through which a file could reach the prototype of an object. */
export const isForbiddenKey = (key: string): boolean =>
  key === '__proto__' || key === 'constructor' || key === 'prototype';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Characters are code points; a text over twice the limit is not worth counting.
const longerThan = (text: string, max: number): boolean =>
  text.length > max && (text.length > 2 * max || Array.from(text).length > max);

/**
 * Reports, anywhere in `value`: forbidden keys, nesting deeper than `maxDepth`, texts longer than `texts` characters, and numbers too
 * large for the engine (`1e999` in a file is read as Infinity).
 * Returns false when it gave up because of the nesting.
 */
export function guard(value: unknown, report: Report, texts = maxText, path = '', depth = 0): boolean {
  if (typeof value === 'string') {
    if (longerThan(value, texts)) report(path, 'too-long', `is longer than ${texts} characters`);
    return true;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) report(path, 'value', 'must be a finite number');
  if (typeof value !== 'object' || value === null) return true;
  if (depth === maxDepth) {
    report(path, 'too-deep', `is nested deeper than ${maxDepth} levels`);
    return false;
  }
  return Object.keys(value).every((key) => {
    const at = member(path, key);
    if (isForbiddenKey(key)) report(at, 'forbidden-key', 'is not allowed as a key');
    return guard((value as Record<string, unknown>)[key], report, texts, at, depth + 1);
  });
}

/**
 * Reads a whole document: compares its `schema` with `name`/1, guards it, then copies what `shape` allows and runs `check`.
 * Never throws, whatever `value` is; at most 100 problems are listed.
 */
export function readDocument<T>(
  value: unknown,
  name: string,
  shape: Shape<T>,
  check?: (value: T, report: Report) => void,
): Parsed<T> {
  const problems: Problem[] = [];
  const report: Report = (path, code, message) => {
    if (problems.length < maxProblems) problems.push({ path, code, message });
  };
  const sound = () => problems.length === 0;
  try {
    if (!isObject(value)) report('', 'type', 'must be an object');
    else if (hasSchema(value, name, report) && guard(value, report) && sound()) {
      const read = shape(value, '', report);
      if (read !== undefined && sound()) check?.(read, report);
      if (read !== undefined && sound()) return { ok: true, value: read };
    }
  } catch {
    // A host object whose members cannot be read; nothing that came from JSON does this.
    report('', 'type', 'could not be read');
  }
  return { ok: false, problems };
}

/** Whether `value.schema` is `name`/1; reports `newer-schema` for a higher number, else `schema`. */
export function hasSchema(value: Readonly<Record<string, unknown>>, name: string, report: Report): boolean {
  const schema = value['schema'];
  if (schema === `${name}/1`) return true;
  const text = typeof schema === 'string' ? schema : '';
  const newer = text.startsWith(`${name}/`) && /^[1-9]\d*$/.test(text.slice(name.length + 1));
  if (newer) report('/schema', 'newer-schema', `is ${text.slice(0, 100)}; this version of Canyu reads ${name}/1`);
  else report('/schema', 'schema', `must be ${name}/1`);
  return false;
}

/** An object: `required` members must be there, `optional` ones may, all others are dropped. */
export function object<R extends Shapes>(required: R): Shape<ReadAll<R>>;
export function object<R extends Shapes, O extends Shapes>(
  required: R,
  optional: O,
): Shape<ReadAll<R> & Partial<ReadAll<O>>>;
export function object(required: Shapes, optional: Shapes = {}): Shape<unknown> {
  const members = [...Object.entries(required), ...Object.entries(optional)];
  return (value, path, report) => {
    if (!isObject(value)) {
      report(path, 'type', 'must be an object');
      return undefined;
    }
    const copy: Record<string, unknown> = {};
    for (const [key, shape] of members) {
      const given = value[key];
      if (given !== undefined) copy[key] = shape(given, member(path, key), report);
      else if (key in required) report(member(path, key), 'required', 'is missing');
    }
    return copy;
  };
}

/** A list of `min` to `max` values of one shape. */
export const list =
  <T>(shape: Shape<T>, min = 0, max = Infinity): Shape<readonly T[]> =>
  (value, path, report) => {
    if (!Array.isArray(value)) {
      report(path, 'type', 'must be a list');
      return undefined;
    }
    if (value.length < min) {
      report(path, 'value', `must have ${min} or more entries`);
      return undefined;
    }
    if (value.length > max) {
      report(path, 'too-large', `must have no more than ${max} entries`);
      return undefined;
    }
    return value.map((entry, i) => shape(entry, member(path, i), report) as T);
  };

/** An object with any keys and values of one shape; what the shape refuses is left out of the copy. */
export const dictionary =
  <T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  (value, path, report) =>
    isObject(value)
      ? Object.fromEntries(
          Object.entries(value).flatMap(([key, given]) => {
            const read = given === undefined ? given : shape(given, member(path, key), report);
            return read === undefined ? [] : [[key, read]];
          }),
        )
      : report(path, 'type', 'must be an object');

/** A number of JSON between `min` and `max`. */
export const number =
  (min = -Infinity, max = Infinity, kind: 'any' | 'whole' = 'any'): Shape<number> =>
  (value, path, report) =>
    typeof value !== 'number'
      ? report(path, 'type', 'must be a number')
      : Number.isFinite(value) && value >= min && value <= max && (kind === 'any' || Number.isInteger(value))
        ? value
        : report(
            path,
            'value',
            `must be a ${kind === 'any' ? '' : 'whole '}number${min > -Infinity ? ` from ${min}` : ''}${max < Infinity ? ` up to ${max}` : ''}`,
          );

export const boolean: Shape<boolean> = (value, path, report) =>
  typeof value === 'boolean' ? value : report(path, 'type', 'must be true or false');

/** Any text. */
export const string: Shape<string> = (value, path, report) =>
  typeof value === 'string' ? value : report(path, 'type', 'must be a text');

const withoutBidi = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

/** A text that says something; control characters that turn the writing direction round (U+202A–202E, U+2066–2069) are removed. */
export const words: Shape<string> = (value, path, report) => {
  const given = string(value, path, report);
  const text = given === undefined ? given : withoutBidi(given);
  if (text?.trim() === '') report(path, 'required', 'must not be empty');
  return text;
};

/** A text of a given form; `code` says what else it is. */
export const pattern =
  (form: RegExp, message: string, code: ProblemCode = 'value'): Shape<string> =>
  (value, path, report) => {
    const text = string(value, path, report);
    if (text !== undefined && !form.test(text)) report(path, code, message);
    return text;
  };

/** One of the given texts or numbers; anything else is `unknown`. */
export const oneOf =
  <const T extends string | number>(...allowed: readonly T[]): Shape<T> =>
  (value, path, report) =>
    allowed.find((one) => one === value) ?? report(path, 'unknown', `must be one of ${allowed.join(', ')}`);

const idForm = pattern(/^[^\s\p{Cc}\p{Cf}\p{Cs}]{1,100}$/u, 'must have 1 to 100 characters, without spaces');

/** An id: 1–100 characters without white space; it may become a key of an object, so the forbidden keys are no ids. */
export const id: Shape<string> = (value, path, report) => {
  const text = idForm(value, path, report);
  if (text !== undefined && isForbiddenKey(text)) report(path, 'forbidden-key', 'is not allowed as an id');
  return text;
};

/** A day that exists, `YYYY-MM-DD`. */
export const day: Shape<string> = (value, path, report) => {
  const text = string(value, path, report);
  if (text !== undefined && !isDay(text)) report(path, 'value', 'must be a day of the calendar, YYYY-MM-DD');
  return text;
};

function isDay(text: string): boolean {
  const [, year, month, date] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return false;
  const february = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  const days = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return date >= 1 && date <= days;
}

/** A text in one or more languages; languages in which it is blank are left out. */
export const label: Shape<Text> = (value, path, report) => {
  const read = dictionary(string)(value, path, report);
  if (read === undefined) return read;
  const given = Object.entries(read).map(([locale, text]) => [locale, withoutBidi(text)] as const);
  const said = given.filter(([, text]) => text.trim() !== '');
  // A text of another type than string has been reported already.
  if (said.length === 0 && given.length === Object.keys(value as object).length) {
    report(path, 'required', 'must say something in one language');
  }
  return Object.fromEntries(said);
};

/** A text worded for one or more groups. */
export const byGroup: Shape<ByGroup> = object({}, { resident: label, official: label, partner: label });

export const group: Shape<Group> = oneOf('resident', 'official', 'partner');

/** Reports `duplicate` at the second and later of equal ids; `at` gives the path of the i-th. */
export function unique(ids: readonly (string | number)[], at: (i: number) => string, report: Report): void {
  const seen = new Set<string | number>();
  ids.forEach((one, i) => {
    if (seen.has(one)) report(at(i), 'duplicate', `${one} is there twice`);
    seen.add(one);
  });
}
