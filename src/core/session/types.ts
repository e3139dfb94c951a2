import type { FormId, FormPlan, Relevance } from '../instrument/types.js';
import type { Answer, Answers, Mode } from '../response/types.js';
import type { Group } from '../text.js';

/**
 * A step on the respondent's way: `consent`, `community`, `frame`, `link`, `review`, or the id of an item. A string, so that a
 * draft still finds its place when a later version of the page has other steps.
 */
export type Step = string;

/** What the session asks and in which order; made once from instrument and study, never stored. */
export interface SessionPlan {
  readonly form: FormPlan;
  /** Whether the linking questions are asked at all. */
  readonly linking: boolean;
  /** Items that are asked only where an earlier one was answered in a certain way. */
  readonly relevant?: ReadonlyMap<Step, Relevance> | undefined;
  /** Items that are only read; they do not count as questions. */
  readonly notes?: readonly Step[] | undefined;
  /** Communities to choose from when the page did not say which; empty: no such step. */
  readonly communities: readonly string[];
}

/** What a session needs to know before its first step. */
export interface SessionStart {
  /** UUID of the response to be, made at the first tap. */
  readonly id: string;
  readonly study: string;
  /** `id@version`. */
  readonly instrument: string;
  readonly wave: string;
  readonly group: Group;
  readonly community?: string | undefined;
  readonly form: FormId;
  readonly mode: Mode;
  readonly locale: string;
  readonly device: string;
}

/**
 * One respondent's way through the instrument, as a plain JSON document: it is the draft that the store keeps after every
 * answer. The answers to the linking questions are never in it, only the tokens made from them.
 */
export interface SessionState extends Omit<SessionStart, 'community'> {
  readonly schema: 'canyu-draft/1';
  readonly community?: string;
  readonly at: Step;
  /** Set while a single answer is changed from the review: `next` then leads back there. */
  readonly changing: boolean;
  readonly consent: { readonly version: string; readonly hash: string | null; readonly link: boolean } | null;
  readonly answers: Answers;
  /** Tokens, null (asked or not wanted: no code), or absent (not reached yet). */
  readonly link?: readonly string[] | null;
  readonly seconds: number;
}

/** Everything that can happen in a session. */
export type SessionAction =
  /** Both required boxes ticked; `link`: the optional third one. */
  | { readonly type: 'agree'; readonly version: string; readonly hash: string | null; readonly link: boolean }
  | { readonly type: 'community'; readonly community: string }
  /** `undefined` takes the answer back. */
  | { readonly type: 'answer'; readonly item: string; readonly value: Answer | undefined }
  | { readonly type: 'link'; readonly tokens: readonly string[] | null }
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  /** From the review to one step, to change it. */
  | { readonly type: 'change'; readonly step: Step }
  /** Somebody helps, or no longer does. */
  | { readonly type: 'mode'; readonly mode: Mode }
  | { readonly type: 'locale'; readonly locale: string }
  /** Time spent since the last such action, in seconds. */
  | { readonly type: 'spent'; readonly seconds: number };
