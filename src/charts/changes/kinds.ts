import { isHidden, type Results } from '../../core/change/types.js';
import { describeChart } from '../../core/describe/charts.js';
import type { ChartKind, KindOptions } from '../kind.js';
import { contributionsChart, contributionsModel, contributionsTable } from './contributions.js';
import { estimationHistograms, estimationPairs, estimationTable } from './estimation-model.js';
import { estimationChart } from './estimation.js';
import { gapChart, gapModel, gapTable } from './gap.js';
import { INDEX, pairsOf } from '../pairs-model.js';
import { slopeChart, slopeTable } from './slope.js';
import { changesWords } from './words.js';

const hasLevels = (results: Results, options: KindOptions): boolean =>
  pairsOf(results, options).some(({ baseline, endline }) => !isHidden(baseline) || !isHidden(endline));

const band = (results: Results, { locale }: KindOptions): string => {
  const points = new Intl.NumberFormat(locale).format(results.settings.relevance);
  return locale === 'en'
    ? `The grey band is ±${points} points: inside it there is no relevant difference.`
    : `灰色带是 ±${points} 分：落在里面，就算没有实际差别。`;
};

/** The charts of change. */
export const kinds: Readonly<Record<'estimation' | 'slope' | 'gap' | 'contributions', ChartKind>> = {
  estimation: {
    empty: (results, options) => (hasLevels(results, options) ? undefined : changesWords[options.locale].nothing),
    sentence: (results, options) => describeChart(results, options.locale, 'estimation', options),
    notes: (results, options) => {
      const { hollow, curve, wide, dots, noDots } = changesWords[options.locale];
      const pairs = estimationPairs(results, options);
      const changes = pairs.flatMap(({ change }) => (isHidden(change) ? [] : [change]));
      const laws = changes.filter((change) => change.bootstrap);
      const kind = laws.length === 0 ? 't' : laws.length === changes.length ? 'bootstrap' : 'both';
      const least = String(results.settings.minimumCell);
      const hasDots = estimationHistograms(results, options).length > 0;
      return [
        hollow,
        curve[kind],
        ...(changes.some(({ communities }) => communities) ? [wide] : []),
        band(results, options),
        ...(hasDots ? [dots(least)] : pairs.some(({ id }) => id === INDEX) ? [noDots] : []),
      ];
    },
    table: estimationTable,
    paint: estimationChart,
  },
  slope: {
    empty: (results, options) => (hasLevels(results, options) ? undefined : changesWords[options.locale].nothing),
    sentence: (results, options) => describeChart(results, options.locale, 'slope', options),
    notes: (_, { locale }) => [changesWords[locale].hollow, changesWords[locale].whiskers],
    table: slopeTable,
    paint: slopeChart,
  },
  gap: {
    empty: (results, options) => {
      const { blocks, trust } = gapModel(results, options);
      const figures = [
        ...blocks.flatMap(({ lanes }) => lanes.flatMap(({ resident, official }) => [resident, official])),
      ];
      const shown = [...figures, ...trust.flatMap(({ baseline, endline }) => [baseline, endline])];
      return shown.some((figure) => !isHidden(figure)) ? undefined : changesWords[options.locale].noGaps;
    },
    sentence: (results, options) => describeChart(results, options.locale, 'gap', options),
    notes: (results, options) => {
      const { gapKey, gapTrust } = changesWords[options.locale];
      return [gapKey, ...(gapModel(results, options).trust.length > 0 ? [gapTrust] : [])];
    },
    table: gapTable,
    paint: gapChart,
  },
  contributions: {
    empty: (results, options) =>
      contributionsModel(results, options).some(({ total }) => typeof total === 'number')
        ? undefined
        : changesWords[options.locale].nothing,
    sentence: (results, options) => describeChart(results, options.locale, 'contributions', options),
    notes: (_, { locale }) => [changesWords[locale].contributionsKey],
    table: contributionsTable,
    paint: contributionsChart,
  },
};
