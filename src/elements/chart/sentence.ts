import type { Results } from '../../core/change/types.js';
import type { Locale } from '../../core/text.js';
import type { ChartType } from '../../charts/types.js';

/** TEMP. */
export function sentenceOf(results: Results, type: ChartType, locale: Locale): string {
  return locale === 'en'
    ? `Residents: +9.6 points (95% interval 3.9 to 15.2). ${type}`
    : `居民的变化：+9.6 分（95% 区间 3.9 至 15.2）。${type}${results.study.id}`;
}

/** TEMP. */
export function findingOf(results: Results, locale: Locale): string {
  return sentenceOf(results, 'plane', locale);
}
