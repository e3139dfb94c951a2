import { decimalsFor, points } from '../../core/describe/format.js';
import { intervalText } from '../chart-table.js';
import type { ChangeFigure, LevelFigure } from '../pairs-model.js';
import type { ChartWords } from '../words.js';

/** "37.9（34.6 至 41.3）", as exact as the number of answers allows. */
export function levelText(level: LevelFigure, words: ChartWords): string {
  const decimals = decimalsFor(level.n);
  return words.brackets(points(level.value, decimals), intervalText(level, words, decimals));
}

/** Decimals of a change. */
export const changeDecimals = ({ n }: ChangeFigure): 0 | 1 => decimalsFor(Math.min(n.baseline, n.endline));

/** "+16.5（13.0 至 19.9）". */
export function changeText(change: ChangeFigure, words: ChartWords): string {
  const decimals = changeDecimals(change);
  return words.brackets(points(change.value, decimals, true), intervalText(change, words, decimals));
}
