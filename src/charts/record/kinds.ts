import type { Results } from '../../core/change/types.js';
import { describeChart } from '../../core/describe/charts.js';
import type { ChartKind, KindOptions } from '../kind.js';
import { contextChart, contextTable } from './context.js';
import { contextModel } from './context-model.js';
import { flowChart, flowModel, flowTable } from './flow.js';
import { loopChart, loopModel, loopTable } from './loop.js';
import { timelineChart, timelineModel, timelineTable, timelineWaves } from './timeline.js';
import { recordWords } from './words.js';

/** The day the ledger was read on, where the document says it. */
const day = ({ ledger }: Results, { locale }: KindOptions): string[] =>
  ledger?.asOf === undefined ? [] : [recordWords[locale].asOf(ledger.asOf)];

/** The charts of what was done and of who answered. */
export const kinds: Readonly<Record<'loop' | 'timeline' | 'flow' | 'context', ChartKind>> = {
  loop: {
    empty: (results, options) =>
      loopModel(results, options).length > 0 ? undefined : recordWords[options.locale].noSuggestions,
    sentence: (results, options) => describeChart(results, options.locale, 'loop', options),
    notes: (results, options) => [recordWords[options.locale].loopKey, ...day(results, options)],
    table: loopTable,
    paint: loopChart,
  },
  timeline: {
    empty: (results, { locale }) =>
      timelineModel(results).length > 0 || timelineWaves(results, locale).length > 0
        ? undefined
        : recordWords[locale].noEvents,
    sentence: (results, options) => describeChart(results, options.locale, 'timeline', options),
    notes: (results, { locale }) => {
      const { timelineKey, wavesKey, noWaves, noEvents } = recordWords[locale];
      const waves = timelineWaves(results, locale).length > 0 ? wavesKey : noWaves;
      return timelineModel(results).length > 0 ? [timelineKey, waves] : [waves, noEvents];
    },
    table: timelineTable,
    paint: timelineChart,
  },
  flow: {
    empty: (results, options) =>
      flowModel(results, options).length > 0 ? undefined : recordWords[options.locale].nobody,
    sentence: (results, options) => describeChart(results, options.locale, 'flow', options),
    notes: (results, options) => {
      const { flowKey, invitedKey, invited } = recordWords[options.locale];
      return [flowKey, flowModel(results, options).some((own) => own.invited) ? invitedKey : invited];
    },
    table: flowTable,
    paint: flowChart,
  },
  context: {
    empty: (results, options) =>
      contextModel(results, options).length > 0 ? undefined : recordWords[options.locale].noContext,
    sentence: (results, options) => describeChart(results, options.locale, 'context', options),
    notes: (results, options) => [recordWords[options.locale].contextKey, ...day(results, options)],
    table: contextTable,
    paint: contextChart,
  },
};
