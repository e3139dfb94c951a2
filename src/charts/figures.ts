import { isHidden, type Hidden } from '../core/change/types.js';
import type { Locale } from '../core/text.js';

/** A point with its interval; the limits are absent where they cannot be shown. */
export interface Estimate {
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** Why a whole figure, or the number at its heart, is not there; undefined when it is. */
export function reasonOf(figure: unknown, heart: 'mean' | 'estimate'): Hidden | undefined {
  if (isHidden(figure)) return figure;
  const value = (figure as Record<string, unknown> | undefined)?.[heart];
  if (isHidden(value)) return value;
  return typeof value === 'number' ? undefined : { estimate: null, why: 'not-computable' };
}

/** A probability as a meeting reads it: two digits, never "0.00". */
export function formatP(p: number, locale: Locale): string {
  if (p < 0.001) return `< ${new Intl.NumberFormat(locale).format(0.001)}`;
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(p);
}
