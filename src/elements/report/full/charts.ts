import type { ChartTable } from '../../../charts/chart-table.js';
import type { ChartType, DrawOptions } from '../../../charts/types.js';
import type { Results } from '../../../core/change/types.js';
import type { Locale } from '../../../core/text.js';
import { loadMessages } from '../../../i18n/locale.js';
import { resultsCatalogues } from '../../../i18n/results/index.js';
import { kindOf, type AnyKind } from '../../chart/kinds.js';

/** A chart of the full report with its words; `table` where no other table of the report has its figures. */
export interface ReportChart {
  readonly type: ChartType;
  readonly construct: string | undefined;
  /** What the construct is called. */
  readonly name: string;
  readonly sentence: string;
  readonly notes: readonly string[];
  readonly table: ChartTable | undefined;
  readonly paint: AnyKind['paint'];
}

/** Device pixels per CSS pixel: more than 300 to the inch at the size of the page. */
const RATIO = 4;
/** CSS pixels; the page gives it a little less. */
const WIDTH = 700;
/** Whose figures stand in the report's own tables. */
const OWN_TABLES: readonly ChartType[] = ['plane', 'forest', 'estimation', 'slope', 'gap', 'flow', 'timeline'];
const SCALES = ['CY', 'CJ', 'PR', 'TR', 'RC', 'GV'];

/** Every chart of the results that has something to draw, in the order of method.md §5. */
export async function chartsOf(results: Results, locale: Locale): Promise<ReportChart[]> {
  const [messages, { CHART_TYPES }, { nameOf }] = await Promise.all([
    loadMessages(resultsCatalogues, locale),
    import('../../../charts/types.js'),
    import('../../../charts/pairs-model.js'),
  ]);
  const scales = results.labels ? Object.keys(results.labels) : SCALES;
  const wanted = CHART_TYPES.flatMap((type): readonly (readonly [ChartType, string | undefined])[] =>
    type === 'likert' ? scales.map((id) => [type, id] as const) : [[type, undefined]],
  );
  const charts = await Promise.all(
    wanted.map(async ([type, construct]): Promise<ReportChart | undefined> => {
      const kind = await kindOf(type, messages);
      const options = { type, locale, construct };
      if (kind.empty(results, options) !== undefined) return undefined;
      return {
        type,
        construct,
        name: construct === undefined ? '' : nameOf(results, construct, locale),
        sentence: kind.sentence(results, options),
        notes: kind.notes(results, options),
        table: OWN_TABLES.includes(type) ? undefined : kind.table(results, options),
        paint: kind.paint,
      };
    }),
  );
  return charts.filter((chart) => chart !== undefined);
}

/**
 * A picture of a chart for paper, as an address to be revoked when it is no longer shown.
 * @throws {Error} `no-canvas` when the browser gives no 2D context or makes no file of it.
 */
export async function pictureOf(
  results: Results,
  { type, construct, paint }: ReportChart,
  locale: Locale,
  family: string,
): Promise<string> {
  const { drawChart } = await import('../../../charts/draw-chart.js');
  const canvas = document.createElement('canvas');
  const options: DrawOptions = {
    type,
    construct,
    paint,
    locale,
    fonts: { family, size: 14 },
    width: WIDTH,
    pixelRatio: RATIO,
  };
  const drawn = drawChart(canvas, results, options);
  try {
    const file = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!file) throw new Error('no-canvas');
    return URL.createObjectURL(file);
  } finally {
    drawn.destroy();
  }
}
