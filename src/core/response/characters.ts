/** Most characters of an open answer (method.md §2.5). */
export const openTextLimit = 200;

// A character as a person sees it: a flag, or one code point with its marks, variation selectors, skin tones and what ZWJ joins to it.
// `Intl.Segmenter` would be exact, but is missing in browsers that Canyu supports.
const seen = /\r\n|\p{Regional_Indicator}{2}|.(?:[\p{Mark}\p{Emoji_Modifier}]|\u200d\p{Extended_Pictographic})*/gsu;

/** How many characters a person sees in a text: an emoji of several code points is one. */
export const countCharacters = (text: string): number => text.match(seen)?.length ?? 0;

/**
 * The beginning of a text, no more than `max` characters as a person sees them; never half an emoji.
 * Piled-up marks count as their base character, so there is a second limit: 20 code units a character.
 */
export function limitText(text: string, max = openTextLimit): string {
  if (text.length <= max) return text;
  let end = 0;
  let count = 0;
  for (const { 0: character } of text.matchAll(seen)) {
    if (++count > max || end + character.length > max * 20) break;
    end += character.length;
  }
  return text.slice(0, end);
}
