import { parseJson } from '../../core/json/parse.js';
import { parseResults } from '../../core/change/parse.js';
import type { Results } from '../../core/change/types.js';
import type { Parsed } from '../../core/parsed.js';

/** The text of a results file → results, or its problems. */
export function parseResultsText(text: string): Parsed<Results> {
  const json = parseJson(text);
  return json.ok ? parseResults(json.value) : json;
}

export { parseResults };
