import { isHidden, type Histogram, type Results } from '../../core/change/types.js';
import { hiddenText, type ChartTable } from '../chart-table.js';
import type { KindOptions } from '../kind.js';
import { constructsOf, INDEX, indexPairOf, nameOf, pairOf, type PairFigure } from '../pairs-model.js';
import { groupsOf } from '../plane-model.js';
import { wordsOf, type ChartWords } from '../words.js';
import { changeText, levelText } from './figure-text.js';
import { changesWords, type ChangesWords } from './words.js';

/** The blocks of the chart: the index on top where the study has one, then the constructs. */
function blocksOf(results: Results, construct?: string): string[] {
  const index = Object.keys(results.settings.weights).length > 0 ? [INDEX] : [];
  if (construct === INDEX && index.length > 0) return index;
  const ids = constructsOf(results, construct);
  return ids.length > 1 ? [...index, ...ids] : ids;
}

/** Figures of the chart, in its order. */
export function estimationPairs(results: Results, { group, construct }: KindOptions): PairFigure[] {
  const groups = groupsOf(results, group);
  return blocksOf(results, construct).flatMap((id) =>
    groups.map((who) => (id === INDEX ? indexPairOf(results, who) : pairOf(results, who, id))),
  );
}

/** The histograms that are drawn as dots. */
export function estimationHistograms(results: Results, options: KindOptions): Histogram[] {
  return estimationPairs(results, options).flatMap(({ histogram = {} }) => Object.values(histogram));
}

/** Every figure of the estimation plot. */
export function estimationTable(results: Results, options: KindOptions): ChartTable {
  const words = wordsOf(options.locale);
  const own = changesWords[options.locale];
  const hasSpread = estimationHistograms(results, options).length > 0;
  return {
    caption: own.estimationCaption,
    head: [
      words.table.scale,
      words.table.group,
      own.before,
      own.after,
      words.table.change,
      words.table.answered,
      own.linked,
      ...(hasSpread ? [own.spread] : []),
    ],
    headings: 2,
    rows: estimationPairs(results, options).map(({ id, group, baseline, endline, change, histogram }) => [
      nameOf(results, id, options.locale),
      words.groups[group],
      isHidden(baseline) ? hiddenText(baseline, words) : levelText(baseline, words),
      isHidden(endline) ? hiddenText(endline, words) : levelText(endline, words),
      isHidden(change) ? hiddenText(change, words) : changeText(change, words),
      isHidden(change) ? '–' : words.table.beforeAfter(String(change.n.baseline), String(change.n.endline)),
      isHidden(change) ? '–' : String(change.n.linked),
      ...(hasSpread ? [spreadText(histogram, words, own)] : []),
    ]),
  };
}

/** "项目前 0–20 分 7 人，20–30 分 18 人；…". */
function spreadText(histogram: PairFigure['histogram'], words: ChartWords, own: ChangesWords): string {
  const waves = (['baseline', 'endline'] as const).flatMap((wave) => {
    const bins = histogram?.[wave];
    if (!bins) return [];
    const { edges, counts } = bins;
    const parts = counts.map((count, i) => own.bin(String(edges[i]), String(edges[i + 1]), String(count)));
    return [words.absent(words.waves[wave], parts.join(words.comma))];
  });
  return waves.join('\n') || '–';
}
