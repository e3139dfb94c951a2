import type { Parsed } from '../core/parsed.js';

/** A record that the browser could not read. */
export const UNREADABLE = Symbol('unreadable');

/** What a stored record holds; `left` for one to be left alone: sealed, of a newer Canyu, or unreadable for the browser. */
export function parseText<T>(text: unknown, parse: (value: unknown) => Parsed<T>): Parsed<T> | 'left' {
  if (text === UNREADABLE) return 'left';
  let value: unknown;
  try {
    value = JSON.parse(text as string);
  } catch {
    return { ok: false, problems: [{ path: '', code: 'syntax', message: 'not JSON' }] };
  }
  const parsed = parse(value);
  const { schema } = (value ?? {}) as { schema?: unknown };
  const foreign = typeof schema === 'string' && schema.startsWith('canyu-') && schema !== 'canyu-response/1';
  return !parsed.ok && foreign ? 'left' : parsed;
}
