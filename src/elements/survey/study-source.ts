import type { Problem } from '../../core/parsed.js';
import { defaultStudy } from '../../core/study/default.js';
import type { Study } from '../../core/study/types.js';
import type { TroubleCode } from '../../i18n/survey/types.js';

/** A study that cannot be used, with what to tell the page's editor. */
export interface Trouble {
  readonly code: TroubleCode;
  readonly problems?: readonly Problem[] | undefined;
  /** What the page named that does not exist, e.g. a group. */
  readonly detail?: string | undefined;
}

/**
 * Reads the study file at `src`, or makes the built-in study `id` where a page has no file.
 * Never throws; a file that is missing, damaged or newer comes back as trouble with its problems.
 */
export async function loadStudy(src: string | undefined, id: string): Promise<Study | Trouble> {
  if (!src) return defaultStudy(id);
  let text: string;
  try {
    const answer = await fetch(src, { credentials: 'same-origin' });
    if (!answer.ok) return { code: 'study-not-found', detail: `${src}: ${answer.status}` };
    text = await answer.text();
  } catch {
    return { code: 'study-not-found', detail: src };
  }
  try {
    const { parseStudyText } = await import('./parse-study.js');
    const parsed = parseStudyText(text);
    if (parsed.ok) return parsed.value;
    const newer = parsed.problems.some((problem) => problem.code === 'newer-schema');
    return { code: newer ? 'newer-schema' : 'study-invalid', problems: parsed.problems, detail: src };
  } catch {
    return { code: 'load-failed' };
  }
}

/** True for what `loadStudy` returns when there is no usable study. */
export function isTrouble(value: Study | Trouble): value is Trouble {
  return 'code' in value;
}
