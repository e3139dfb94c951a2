import { isHidden, type Hidden, type Results } from '../core/change/types.js';
import { decimalsFor, points } from '../core/describe/format.js';
import type { Group, Locale } from '../core/text.js';
import { formatP, type Estimate } from './figures.js';
import { forestModel, isHolmMarked } from './forest-model.js';
import { planeModel } from './plane-model.js';
import type { ChartType, MainChartType } from './types.js';
import { wordsOf, type ChartWords } from './words.js';

/** The same figures as the picture, for a real table. Every row starts with its headings. */
export interface ChartTable {
  readonly caption: string;
  readonly head: readonly string[];
  /** How many cells at the start of each row are headings. */
  readonly headings: number;
  readonly rows: readonly (readonly string[])[];
}

/** Which chart of the results, in which language. */
export interface TableOptions {
  readonly type: ChartType;
  readonly locale: Locale;
  readonly group?: Group | undefined;
  readonly construct?: string | undefined;
}

/** The same for one of the two main charts. */
export interface MainTableOptions extends TableOptions {
  readonly type: MainChartType;
}

/** True when the picture would show at least one figure. */
export function isDrawable(results: Results, { type, group, construct }: MainTableOptions): boolean {
  return type === 'plane'
    ? planeModel(results, group).some(({ baseline, endline }) => !isHidden(baseline) || !isHidden(endline))
    : forestModel(results, group, construct).some(({ marks }) => marks.some(({ change }) => !isHidden(change)));
}

/** True when a forest has a change that stays clear after Holm's adjustment, so that the mark needs explaining. */
export function hasHolmMark(results: Results, { group, construct }: Omit<TableOptions, 'type'>): boolean {
  return forestModel(results, group, construct).some(({ marks }) =>
    marks.some(({ change }) => !isHidden(change) && isHolmMarked(change)),
  );
}

/** The table beside a chart. Hidden figures read "not shown" with the reason, never 0 and never empty. */
export function chartTable(results: Results, { type, locale, group, construct }: MainTableOptions): ChartTable {
  const words = wordsOf(locale);
  return type === 'plane'
    ? planeTable(results, words, locale, group)
    : forestTable(results, words, locale, group, construct);
}

/** "不显示（人数太少）" for a figure that may not be shown, "算不出（…）" for one that cannot be computed. */
export function hiddenText(hidden: Hidden, words: ChartWords): string {
  return words.brackets('suppressed' in hidden ? words.notShown : words.notComputed, words.why[hidden.why]);
}

function planeTable(results: Results, words: ChartWords, locale: Locale, group?: Group): ChartTable {
  const { table, axes } = words;
  const rows = planeModel(results, group).flatMap((path) =>
    (['baseline', 'endline'] as const).map((wave) => {
      const point = path[wave];
      const heads = [words.groups[path.group], words.waves[wave]];
      if (isHidden(point)) return [...heads, hiddenText(point, words), '–', '–', '–', '–'];
      const decimals = decimalsFor(point.n);
      const cells = [point.y, point.x].flatMap((estimate) => [
        points(estimate.value, decimals),
        intervalText(estimate, words, decimals),
      ]);
      return [...heads, ...cells, String(point.n)];
    }),
  );
  const n = locale === 'en' ? 'n' : '人数';
  return {
    caption: table.plane,
    head: [table.group, table.wave, axes.CY, table.interval, axes.CJ, table.interval, n],
    headings: 2,
    rows,
  };
}

function forestTable(
  results: Results,
  words: ChartWords,
  locale: Locale,
  group?: Group,
  construct?: string,
): ChartTable {
  const { table } = words;
  const rows = forestModel(results, group, construct).flatMap((row) =>
    row.marks.map(({ group: who, change }) => {
      const heads = [scaleLabel(row.id, words), words.groups[who]];
      if (isHidden(change)) return [...heads, hiddenText(change, words), '–', '–', '–'];
      const decimals = decimalsFor(Math.min(change.n.baseline, change.n.endline));
      return [
        ...heads,
        points(change.value, decimals, true),
        intervalText(change, words, decimals),
        table.beforeAfter(String(change.n.baseline), String(change.n.endline)),
        change.holm === undefined ? '–' : formatP(change.holm, locale),
      ];
    }),
  );
  return {
    caption: table.forest,
    head: [table.scale, table.group, table.change, table.interval, table.answered, table.holm],
    headings: 2,
    rows,
  };
}

/** The name of a row of the forest; CJ says that it is reversed. */
export function scaleLabel(id: string, words: ChartWords): string {
  return id === 'CJ' ? words.reversed(words.scale(id)) : words.scale(id);
}

/** "3.9 至 15.2", or that it cannot be computed. */
export function intervalText({ low, high }: Estimate, words: ChartWords, decimals: 0 | 1): string {
  if (low === undefined || high === undefined) return words.notComputed;
  return words.interval(points(low, decimals), points(high, decimals));
}
