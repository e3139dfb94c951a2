import type { Parsed, Problem } from '../parsed.js';
import { guard, type Report } from './shape.js';
import { utf8Length } from './utf8.js';

/** Largest file that is read as one document, in bytes of UTF-8 (design.md §3). */
export const maxBytes = 20 * 1024 * 1024;

/**
 * Reads JSON that came from outside: a file, a server, a clipboard. Never throws.
 *
 * Problems: `too-large` over `limits.maxBytes`; `syntax` when it is not JSON, with the position where the engine tells it;
 * `forbidden-key`; `too-deep` beyond 16 levels. Lengths of texts are checked by the parser of the document, because a sealed
 * record is one long text.
 */
export function parseJson(text: string, limits: { readonly maxBytes?: number } = {}): Parsed<unknown> {
  const problems: Problem[] = [];
  const report: Report = (path, code, message) => {
    if (problems.length < 100) problems.push({ path, code, message });
  };
  const most = limits.maxBytes ?? maxBytes;
  if (typeof text !== 'string') report('', 'type', 'must be a text');
  else if (text.length > most || utf8Length(text) > most) report('', 'too-large', `is larger than ${most} bytes`);
  else {
    try {
      const value: unknown = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
      guard(value, report, Infinity);
      if (problems.length === 0) return { ok: true, value };
    } catch (error) {
      report('', 'syntax', `is not JSON${whereItBroke(error, text)}`);
    }
  }
  return { ok: false, problems };
}

/** Engines word the place differently and some give none. */
function whereItBroke(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : '';
  const [, position, line, column] = /position (\d+)|line (\d+) column (\d+)/.exec(message) ?? [];
  if (position) return ` at position ${position}`;
  if (line) return ` at line ${line}, column ${column}`;
  return /end of/.test(message) ? ` at position ${text.length}` : '';
}
