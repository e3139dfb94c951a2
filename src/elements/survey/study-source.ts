import type { Problem } from '../../core/parsed.js';
import { defaultStudy } from '../../core/study/default.js';
import type { Study } from '../../core/study/types.js';
import type { SealCode } from '../../core/sealed/codes.js';
import type { LateSurveyMessages, TroubleCode } from '../../i18n/survey/types.js';
import type { Adopted } from './adopt-study.js';
import { askForFile } from './ask-file.js';

type TroubleWords = LateSurveyMessages['trouble'][TroubleCode];

/** A study that cannot be used, with what to tell the page's editor. */
export interface Trouble {
  readonly code: TroubleCode | SealCode;
  /** What to say of it, where the survey's own texts have nothing. */
  readonly words?: TroubleWords | undefined;
  readonly problems?: readonly Problem[] | undefined;
  /** What is closed: nobody can answer any more, but who has answered can still withdraw (method.md §6.3). */
  readonly closed?: Adopted | undefined;
  /** What the page named that does not exist, e.g. a group. */
  readonly detail?: string | undefined;
}

/** The study of the file at `src`, or the built-in study `id` where a page has no file; trouble where the file is no good. */
export async function loadStudy(src: string | undefined, id: string): Promise<Study | Trouble> {
  if (!src) return defaultStudy(id);
  const [file, { readStudyFile }] = await Promise.all([askForFile(src), import('./study-file.js')]);
  return readStudyFile(file);
}

/** True for what stands in the place of something that cannot be used. */
export function isTrouble(value: object): value is Trouble {
  return 'code' in value;
}
