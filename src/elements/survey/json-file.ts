import { parseJson } from '../../core/json/parse.js';
import type { Parsed } from '../../core/parsed.js';
import type { Trouble } from './study-source.js';

/** A file of the site's, as it came. */
export interface JsonFile {
  readonly src: string;
  /** Its JSON, or what is wrong with it; undefined when it did not come. */
  readonly json: Parsed<unknown> | undefined;
  /** The server's answer where it was not the file, e.g. 404. */
  readonly status?: number | undefined;
}

/** The JSON that `answer` brings. Never rejects. */
export async function jsonFile(src: string, answer: Promise<Response | undefined>): Promise<JsonFile> {
  const came = await answer;
  const text = came?.ok ? await came.text().catch(() => undefined) : undefined;
  return { src, json: text === undefined ? undefined : parseJson(text), status: came?.ok ? undefined : came?.status };
}

/** What `parse` makes of the file; trouble where it is missing, damaged or newer: `…-not-found`, `…-invalid`, `newer-schema`. */
export function readAs<T extends object>(
  what: 'study' | 'instrument',
  { src, json, status }: JsonFile,
  parse: (json: unknown) => Parsed<T>,
): T | Trouble {
  if (!json) return { code: `${what}-not-found`, detail: status ? `${src}: ${status}` : src };
  const parsed = json.ok ? parse(json.value) : json;
  if (parsed.ok) return parsed.value;
  const newer = parsed.problems.some((problem) => problem.code === 'newer-schema');
  return { code: newer ? 'newer-schema' : `${what}-invalid`, problems: parsed.problems, detail: src };
}
