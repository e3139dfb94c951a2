import assert from 'node:assert/strict';
import type { Parsed } from '../../../src/core/parsed.js';
import { isValid } from './json-schema.js';

/** Where and why a value was refused: `path code` of each problem. */
export function refusals(read: Parsed<unknown>): string[] {
  assert.ok(!read.ok, 'was not refused');
  return read.problems.map(({ path, code }) => `${path} ${code}`);
}

/**
 * Runs cases `[what, changes, problem]`: the document with `changes` laid over it must have exactly that problem.
 * `inSchema` tells which of them the schema file refuses as well.
 */
export function assertRefused(
  document: object,
  parse: (value: unknown) => Parsed<unknown>,
  name: string,
  cases: readonly (readonly [changes: object, problem: string, alsoBySchema: boolean])[],
): void {
  for (const [changes, problem, alsoBySchema] of cases) {
    const value: unknown = JSON.parse(JSON.stringify({ ...document, ...changes }));
    assert.deepEqual(refusals(parse(value)), [problem], JSON.stringify(changes));
    assert.equal(isValid(name, value), !alsoBySchema, `schema: ${JSON.stringify(changes)}`);
  }
}
