/**
 * What the iframe page and the page around it say to each other by `postMessage`. Counts, a height and a state: never an answer, never
 * an id, so that a page that embeds the survey learns no more than how far somebody has come.
 */
export type FrameState = 'ready' | 'started' | 'saved' | 'complete' | 'error';

/** From the iframe to the page around it. */
export type FrameMessage =
  /** Height of the content in CSS pixels. */
  | { readonly canyu: 'frame/1'; readonly type: 'height'; readonly height: number }
  /** `code` only with `error`: one of the codes of `canyu-error`, or `bad-address`, `foreign-source`, `load-failed`. */
  | { readonly canyu: 'frame/1'; readonly type: 'state'; readonly state: FrameState; readonly code?: string }
  /** Steps, not answers: the `index`-th of `total` is on screen. */
  | { readonly canyu: 'frame/1'; readonly type: 'progress'; readonly index: number; readonly total: number };

/** From the page around to the iframe. `hello`: say again what holds now. `lang`: change the language. */
export type HostMessage =
  | { readonly canyu: 'frame/1'; readonly type: 'hello' }
  | { readonly canyu: 'frame/1'; readonly type: 'lang'; readonly lang: string };

/** What a survey's event becomes outside; undefined for everything that stays inside. Nothing of `detail` is passed on but numbers and a code. */
export function messageOf(type: string, detail: unknown): FrameMessage | undefined {
  const { index, total, code } = (detail ?? {}) as Record<string, unknown>;
  const state = states[type];
  if (state === 'error') return { canyu: 'frame/1', type: 'state', state, code: plainCode(code) };
  if (state) return { canyu: 'frame/1', type: 'state', state };
  if (type === 'canyu-progress' && Number.isSafeInteger(index) && Number.isSafeInteger(total))
    return { canyu: 'frame/1', type: 'progress', index: index as number, total: total as number };
  return undefined;
}

const states: Readonly<Record<string, FrameState | undefined>> = {
  'canyu-ready': 'ready',
  'canyu-start': 'started',
  'canyu-saved': 'saved',
  'canyu-complete': 'complete',
  'canyu-error': 'error',
};

/** Events of the survey that become messages. */
export const told: readonly string[] = [...Object.keys(states), 'canyu-progress'];

/** A code is one of a few words; anything else, which might be somebody's text, is not passed on. */
function plainCode(code: unknown): string {
  return typeof code === 'string' && /^[a-z]+(-[a-z]+){0,4}$/.test(code) && code.length <= 40 ? code : 'unknown';
}

/** A message of the page around, or undefined for what is none. */
export function readHostMessage(data: unknown): HostMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { canyu, type, lang } = data as Record<string, unknown>;
  if (canyu !== 'frame/1') return undefined;
  if (type === 'hello') return { canyu, type };
  return type === 'lang' && isLang(lang) ? { canyu, type, lang } : undefined;
}

/** Chinese and English in all their regional forms. */
export function isLang(value: unknown): value is string {
  return typeof value === 'string' && /^(zh|en)(-[a-z0-9]{1,8}){0,3}$/i.test(value);
}
