import type { Shown } from '../change/types.js';

/** The number, or undefined where it is hidden. */
export function known(shown: Shown | undefined): number | undefined {
  return typeof shown === 'number' ? shown : undefined;
}

/** Decimals of points for sentences: whole numbers where fewer than 20 answered, else one (results-paths rule 9). */
export function decimalsFor(n: number): 0 | 1 {
  return n < 20 ? 0 : 1;
}

/** Points with a real minus sign (U+2212), never "−0"; `signed` puts a plus before gains. */
export function points(value: number, decimals: 0 | 1, signed = false): string {
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) return text;
  return value < 0 ? `−${text}` : signed ? `+${text}` : text;
}

/** A fraction in per cent, one decimal below 10 %. */
export function percent(fraction: number): string {
  const value = 100 * fraction;
  return value.toFixed(value < 9.95 && value > 0 ? 1 : 0);
}
