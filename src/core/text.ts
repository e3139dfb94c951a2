/** A locale tag of a text, e.g. `zh-Hans` or `en`. Canyu itself ships these two. */
export type Locale = 'zh-Hans' | 'en';

/** One text in several languages, keyed by BCP 47 tag: `{ "zh-Hans": "…", "en": "…" }`. */
export type Text = Readonly<Record<string, string>>;

/** Who is asked: a resident, an official, or a partner organisation's worker (method.md, vocabulary). */
export type Group = 'resident' | 'official' | 'partner';

/** A text that may be worded differently for each group. */
export type ByGroup = Readonly<Partial<Record<Group, Text>>>;

/** The text in `locale`, else in Simplified Chinese, else in the first language it has, else "". */
export function textIn(text: Text | undefined, locale: string): string {
  if (!text) return '';
  return text[locale] ?? text['zh-Hans'] ?? Object.values(text)[0] ?? '';
}

/** The language of what `textIn` gives, for the `lang` of what shows it. */
export function langOf(text: Text | undefined, locale: string): string {
  if (!text || locale in text) return locale;
  return 'zh-Hans' in text ? 'zh-Hans' : (Object.keys(text)[0] ?? locale);
}
