import type { ChartKind } from '../../charts/kind.js';
import type * as chartTables from '../../charts/chart-table.js';
import type { ChartType, MainChartType } from '../../charts/types.js';
import type { Results } from '../../core/change/types.js';
import { describeResults } from '../../core/describe/describe.js';
import type { ResultsMessages } from '../../i18n/results/types.js';
import { chartNotes } from './chart-notes.js';

/** A kind of chart; the two main charts are drawn by the part that holds chart.js and have no `paint` of their own. */
export type AnyKind = Omit<ChartKind, 'paint'> & Partial<Pick<ChartKind, 'paint'>>;

/** The kind of chart that `type` names, with everything it needs beside chart.js. */
export async function kindOf(type: ChartType, messages: ResultsMessages | Promise<ResultsMessages>): Promise<AnyKind> {
  // Both are under way at once.
  if (type !== 'plane' && type !== 'forest') return (await import('../../charts/kind.js')).loadKind(type);
  const [tables, words] = await Promise.all([import('../../charts/chart-table.js'), messages]);
  return mainKind(type, words, tables);
}

function mainKind(type: MainChartType, messages: ResultsMessages, tables: typeof chartTables): AnyKind {
  return {
    empty: (results, options) =>
      tables.isDrawable(results, { ...options, type }) ? undefined : messages.chart.nothing,
    sentence: (results: Results) => describeResults(results, messages.locale).charts[type],
    notes: (results, options) => chartNotes(messages, tables, results, { ...options, type }),
    table: (results, options) => tables.chartTable(results, { ...options, type }),
  };
}
