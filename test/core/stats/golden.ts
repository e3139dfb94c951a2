import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** A golden file of test/golden, parsed; the caller says what it holds. Tests run from the project root. */
export function golden(name: string): unknown {
  return JSON.parse(readFileSync(`test/golden/${name}`, 'utf8'));
}

/** Fails unless `actual` is within `tolerance` of `expected`, relative to it where it is large, absolute below 1. */
export function near(actual: unknown, expected: number, tolerance: number, what = ''): void {
  assert.equal(typeof actual, 'number', `${what}: ${JSON.stringify(actual)} is not a number`);
  const error = Math.abs((actual as number) - expected) / Math.max(1, Math.abs(expected));
  assert.ok(error <= tolerance, `${what}: ${String(actual)} is not ${expected} (error ${error})`);
}

/** Fails unless `actual` has at most the relative error `tolerance`, however small `expected` is. */
export function nearRelative(actual: number, expected: number, tolerance: number, what = ''): void {
  const error = Math.abs(actual - expected) / Math.abs(expected);
  assert.ok(error <= tolerance, `${what}: ${actual} is not ${expected} (relative error ${error})`);
}
