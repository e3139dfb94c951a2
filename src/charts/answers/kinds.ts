import type { Results } from '../../core/change/types.js';
import { describeChart } from '../../core/describe/charts.js';
import type { ChartKind, KindOptions } from '../kind.js';
import { hasLadder, ladderChart, ladderTable } from './ladder.js';
import { likertChart, likertTable } from './likert.js';
import { answersModel, hasWording, isShares, itemsOf, wordingOf } from './model.js';
import { answersWords } from './words.js';

const hasAnswers = (results: Results, options: KindOptions): boolean =>
  answersModel(results, itemsOf(results, options), options).some(({ lanes }) =>
    lanes.some(({ shares }) => isShares(shares) || 'almostAll' in shares),
  );

const isGrouped = (results: Results, ids: readonly string[], options: KindOptions): boolean =>
  answersModel(results, ids, options).some(({ lanes }) => lanes.some(({ grouped }) => grouped));

/** The charts of what people answered. */
export const kinds: Readonly<Record<'likert' | 'ladder', ChartKind>> = {
  likert: {
    empty: (results, options) => (hasAnswers(results, options) ? undefined : answersWords[options.locale].nothing),
    sentence: (results, options) =>
      describeChart(results, options.locale, 'likert', {
        ...options,
        items: itemsOf(results, options).map((id) => ({
          id,
          // Inside a sentence a statement loses its full stop.
          wording: (group) => wordingOf(results, id, group, options.locale).replace(/[。.]$/, ''),
        })),
      }),
    notes: (results, options) => {
      const { locale, bars } = options;
      const own = answersWords[locale];
      return [
        bars === 'plain' ? own.plainKey : own.divergingKey,
        own.silentKey,
        ...(isGrouped(results, itemsOf(results, options), options) ? [own.groupedKey] : []),
        ...(hasWording(results) ? [] : [own.noWording]),
      ];
    },
    table: likertTable,
    paint: likertChart,
  },
  ladder: {
    empty: (results, options) => (hasLadder(results, options) ? undefined : answersWords[options.locale].noLadder),
    sentence: (results, options) => describeChart(results, options.locale, 'ladder', options),
    notes: (results, options) => {
      const { ladderKey, choice, groupedKey } = answersWords[options.locale];
      return [ladderKey, choice, ...(isGrouped(results, ['LD'], options) ? [groupedKey] : [])];
    },
    table: ladderTable,
    paint: ladderChart,
  },
};
