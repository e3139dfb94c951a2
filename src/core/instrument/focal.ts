const withoutFocal: Readonly<Record<string, string>> = {
  'zh-Hans': '社区里最近的一件公共事务',
  en: 'the most recent public matter in the community',
};

/**
 * Puts the study's focal matter in the place of `{focal}` (method.md §2.4).
 *
 * A study without one still asks a whole sentence: the quotation marks and 这件事 / 一事 after the placeholder go, and the most
 * recent public matter is asked about. A text without `{focal}` comes back as it is.
 *
 * @param text the wording of an item, in `locale`
 * @param focal the focal matter in the same language, or undefined or blank when the study names none
 * @param locale BCP 47 tag of the text; other languages than Chinese get the English words
 */
export function fillFocal(text: string, focal: string | undefined, locale: string): string {
  const matter = focal?.trim();
  if (matter) return text.replaceAll('{focal}', () => matter);
  const words = (locale.startsWith('zh') ? withoutFocal['zh-Hans'] : withoutFocal['en']) ?? '';
  return text.replace(/["“”「『]?\{focal\}["“”」』]?(?:这件事|一事)?/gu, words);
}
