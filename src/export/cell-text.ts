import { toWellFormed } from '../core/response/mask.js';

/**
 * Words as a cell may hold them: well-formed; control characters, which neither XML nor most readers take, as their pictures
 * (U+2400 …), so that they can be seen and nothing is lost; noncharacters as U+FFFD. Tabs and line ends stay, as `\t` and `\n`.
 */
export function cellText(text: string): string {
  return toWellFormed(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\v\f\x0e-\x1f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/\x7f/g, '\u2421')
    .replace(/[\x80-\x9f\ufffe\uffff]/g, '\ufffd');
}

/**
 * What makes spreadsheet programs compute a text: `=`, `+`, `-` or `@` as its first character, in full width too, also after blanks and
 * invisible characters.
 */
const FORMULA =
  /^[\s\p{Cc}\p{Cf}\u2400-\u2421]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u207a\u208a\u207b\u208b\u207c\u208c\u2212]/u;

/** Words for a cell of a CSV file: as `cellText`, with an apostrophe before what a spreadsheet program would compute. */
export function csvText(text: string): string {
  const words = cellText(text);
  return FORMULA.test(words) || /^[\t\n]/.test(words) ? `'${words}` : words;
}

/** Words inside XML. */
export const xmlText = (text: string): string =>
  cellText(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign as keyof typeof ENTITIES]);

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const;
