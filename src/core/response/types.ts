import type { FormId } from '../instrument/types.js';
import type { Group } from '../text.js';

/** `dk` 不清楚 (don't know) and `pns` 不想说 (prefer not to say) are separate findings (method.md §2.1). */
export type Missing = 'dk' | 'pns';

/** One item's value: a scale value, a missing code, or free text. An item never reached is absent, never 0 and never "". */
export type Answer = number | string;

/** Answers by item id. */
export type Answers = Readonly<Record<string, Answer>>;

/** How the sheet was filled in: alone, with a helper, or typed in from paper. */
export type Mode = 'self' | 'helped' | 'paper';

/** One respondent's sheet at one wave: `canyu-response/1` (design.md §3). */
export interface SurveyResponse {
  readonly schema: 'canyu-response/1';
  /** UUID made at the first tap. */
  readonly id: string;
  readonly study: string;
  /** `id@version` of the instrument. */
  readonly instrument: string;
  readonly wave: string;
  readonly group: Group;
  readonly community?: string;
  readonly form: FormId;
  readonly mode: Mode;
  readonly locale: string;
  readonly answers: Answers;
  /** Seven linking tokens (32 hex digits each), or null when the respondent gave no code. */
  readonly link: readonly string[] | null;
  /** Which consent text was agreed to: its version and the SHA-256 (hex) of the words shown; null where the page has no crypto. */
  readonly consent: { readonly version: string; readonly hash: string | null };
  /** Day of the answer, `YYYY-MM-DD`; never a time. */
  readonly date: string;
  /** Seconds spent on the questions. */
  readonly seconds: number;
  /** Kind of device (`own` or `kiosk`), never an identifier of it. */
  readonly device: string;
}
