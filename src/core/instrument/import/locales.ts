import { isForbiddenKey } from '../../json/shape.js';
import type { Text } from '../../text.js';

/** Names of languages as people write them over a column. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/繁|traditional|hant/i, 'zh-Hant'],
  [/中文|汉语|普通话|简体|chinese|mandarin/i, 'zh-Hans'],
  [/english|英文|英语/i, 'en'],
];

/**
 * The BCP 47 tag of a language as a file names it: `zh-cn`, `English (en)`, `中文`. Canyu's own two are `zh-Hans` and `en`; others keep
 * their code, or their name where they have none.
 */
export function localeTag(given: string): string {
  const name = given.trim();
  const code = (/\(([a-z]{2,3}(?:[-_][a-z0-9]{1,8}){0,3})\)\s*$/i.exec(name)?.[1] ?? name).replace(/_/g, '-');
  if (/^zh\b/i.test(code)) return /-(?:tw|hk|mo|hant)\b/i.test(code) ? 'zh-Hant' : 'zh-Hans';
  if (/^en\b/i.test(code)) return 'en';
  if (/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}$/i.test(code) && code !== name) return code;
  const known = NAMES.find(([words]) => words.test(name));
  if (known) return known[1];
  const tag = code.replace(/[^\p{L}\p{N}-]+/gu, '-').slice(0, 35) || 'und';
  return isForbiddenKey(tag) ? `x-${tag}` : tag;
}

/** The language of texts that do not say theirs: Chinese where Chinese characters are found in most of them. */
export function guessLocale(texts: readonly string[]): 'zh-Hans' | 'en' {
  const chinese = texts.filter((text) => /\p{Script=Han}/u.test(text)).length;
  return 2 * chinese > texts.length ? 'zh-Hans' : 'en';
}

/** Both texts, the second in brackets, in every language of the first. */
export function withBrackets(text: Text, more: Text): Text {
  return Object.fromEntries(
    Object.entries(text).map(([locale, words]) => {
      const hint = more[locale];
      return [locale, !hint ? words : locale.startsWith('zh') ? `${words}（${hint}）` : `${words} (${hint})`];
    }),
  );
}
