import { INK } from './deck-charts.js';
import type { Box, Part } from './deck-types.js';

/** Left edge and width of the pages' text, and where it begins, in inches. */
export const LEFT = 0.6;
export const WIDE = 12.13;
export const TOP = 1.3;
/** Sizes of small print and of what is read first, in points. */
export const SMALL = [13, 12, 11, 10, 9] as const;
export const LEAD = [18, 17, 16, 15, 14, 13, 12] as const;

/** What a page says first. */
export const lead = (lines: readonly string[], height = 0.95): Part => ({
  kind: 'words',
  box: [LEFT, TOP, WIDE, height],
  lines,
  sizes: LEAD,
});
/** Small print. */
export const small = (box: Box, lines: readonly string[]): Part => ({
  kind: 'words',
  box,
  lines,
  sizes: SMALL,
  colour: INK.soft,
});
/** A heading inside a page. */
export const heading = (box: Box, text: string): Part => ({
  kind: 'words',
  box,
  lines: [text],
  sizes: [16, 14, 12],
  bold: true,
});
