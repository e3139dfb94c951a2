import type { Results } from '../core/change/types.js';
import type { Locale } from '../core/text.js';
import type { ChartTable, TableOptions } from './chart-table.js';
import type { BarsStyle, ChartType, MainChartType, Paint } from './types.js';

/** Which chart of the results, in which language and manner. */
export interface KindOptions extends TableOptions {
  readonly bars?: BarsStyle | undefined;
}

/** Everything about one type of chart but chart.js itself. Nothing of it throws for a document that `parseResults` accepted. */
export interface ChartKind {
  /** What keeps the picture from being drawn; undefined when there is something to draw. */
  readonly empty: (results: Results, options: KindOptions) => string | undefined;
  /** The picture in words. */
  readonly sentence: (results: Results, options: KindOptions) => string;
  /** How to read it, and what the document does not hold. */
  readonly notes: (results: Results, options: KindOptions) => readonly string[];
  /** Every figure of the picture. Hidden figures read "not shown" with the reason. */
  readonly table: (results: Results, options: KindOptions) => ChartTable;
  readonly paint: Paint;
}

/** Words of a kind, one set for each language. */
export type Both<T> = Readonly<Record<Locale, T>>;

/** The kind that `type` names, each group of kinds in a module of its own. */
export async function loadKind(type: Exclude<ChartType, MainChartType>): Promise<ChartKind> {
  switch (type) {
    case 'estimation':
    case 'slope':
    case 'gap':
    case 'contributions':
      return (await import('./changes/kinds.js')).kinds[type];
    case 'likert':
    case 'ladder':
      return (await import('./answers/kinds.js')).kinds[type];
    case 'loop':
    case 'timeline':
    case 'flow':
    case 'context':
      return (await import('./record/kinds.js')).kinds[type];
  }
}
