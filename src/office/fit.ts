import { cellText } from '../export/cell-text.js';

/** Height of a line, in sizes of the type. */
const LINE = 1.36;
const POINTS_PER_INCH = 72;

/** Width of one character in sizes of the type; on the generous side, because nobody measures in the reader's fonts. */
function widthOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 1;
  if (code >= 0x2010 && code <= 0x2027) return 0.8;
  return /[ilj.,:;'|!()[\] ]/.test(letter) ? 0.36 : /[A-ZMWmw%@—→]/.test(letter) ? 0.82 : 0.58;
}

/** Width of a text on one line, in sizes of the type. */
export function lineWidth(text: string): number {
  let sum = 0;
  for (const letter of text) sum += widthOf(letter);
  return sum;
}

/** Lines that a text takes in `width` inches at `size` points. */
export function linesOf(text: string, width: number, size: number): number {
  const room = (width * POINTS_PER_INCH) / size;
  return cellText(text)
    .split('\n')
    .reduce((sum, paragraph) => {
      let lines = 1;
      let used = 0;
      for (const letter of paragraph) {
        const wide = widthOf(letter);
        if (used + wide > room) {
          lines += 1;
          used = 0;
        }
        used += wide;
      }
      return sum + lines;
    }, 0);
}

/** Height in inches of texts below each other. */
export const heightOf = (texts: readonly string[], width: number, size: number): number =>
  texts.reduce((sum, text) => sum + (linesOf(text, width, size) * size * LINE) / POINTS_PER_INCH, 0);

/** The largest of the sizes, in points, at which the texts fit into a box in inches; the smallest when none does. */
export function fittingSize(
  texts: readonly string[],
  [width, height]: readonly [number, number],
  sizes: readonly number[],
): number {
  return sizes.find((size) => heightOf(texts, width, size) <= height) ?? sizes.at(-1) ?? 12;
}

/** A text of at most `lines` lines; what is cut off is marked. */
export function clipped(text: string, width: number, size: number, lines: number): string {
  const clean = cellText(text);
  if (linesOf(clean, width, size) <= lines) return clean;
  const letters = Array.from(clean);
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (linesOf(`${letters.slice(0, middle).join('')}…`, width, size) <= lines) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('')}…`;
}
