import { parseJson } from '../../core/json/parse.js';
import type { Parsed } from '../../core/parsed.js';
import { parseStudy } from '../../core/study/parse.js';
import type { Study } from '../../core/study/types.js';

/** Text of a study file → study, or its problems. Loaded only by pages that have such a file. */
export function parseStudyText(text: string): Parsed<Study> {
  const json = parseJson(text);
  return json.ok ? parseStudy(json.value) : json;
}
