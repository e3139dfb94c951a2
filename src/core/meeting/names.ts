import { en } from '../describe/words.en.js';
import { zhHans } from '../describe/words.zh-Hans.js';
import type { Results } from '../change/types.js';
import { textIn, type Group } from '../text.js';

/** What a construct is called on the wall: its own name where the instrument is a site's own, else the short label; trust says whose in whom. */
export function constructName(results: Results, id: string, locale: string, group?: Group): string {
  const words = locale === 'en' || locale.startsWith('en-') ? en : zhHans;
  const own = textIn(results.labels?.[id], locale);
  if (own) return own;
  const name = words.scale(id, group);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** How many sheets of a side there are at each wave, and how many people have both. */
export interface Answered {
  readonly baseline: number;
  readonly endline: number;
  readonly linked: number;
}

/** Who answered, for the first page; undefined where a side was not asked. Counts are never suppressed (results-paths rule 7). */
export function answeredOf({ flow }: Results, group: Group): Answered | undefined {
  const own = flow[group];
  if (!own) return undefined;
  const { exact, oneOff, oneOffUsed } = own.linked;
  return { baseline: own.baseline, endline: own.endline, linked: exact + (oneOffUsed ? oneOff : 0) };
}
