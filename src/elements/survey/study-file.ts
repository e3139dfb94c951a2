import { parseJson } from '../../core/json/parse.js';
import { parseStudy } from '../../core/study/parse.js';
import type { Study } from '../../core/study/types.js';
import type { Trouble } from './study-source.js';

/**
 * Reads and checks the study file at `src`. Loaded only by pages that have one. Never throws; a file that is missing, damaged or
 * newer comes back as trouble with its problems.
 */
export async function readStudyFile(src: string): Promise<Study | Trouble> {
  let text: string;
  try {
    const answer = await fetch(src, { credentials: 'same-origin' });
    if (!answer.ok) return { code: 'study-not-found', detail: `${src}: ${answer.status}` };
    text = await answer.text();
  } catch {
    return { code: 'study-not-found', detail: src };
  }
  const json = parseJson(text);
  const parsed = json.ok ? parseStudy(json.value) : json;
  if (parsed.ok) return parsed.value;
  const newer = parsed.problems.some((problem) => problem.code === 'newer-schema');
  return { code: newer ? 'newer-schema' : 'study-invalid', problems: parsed.problems, detail: src };
}
