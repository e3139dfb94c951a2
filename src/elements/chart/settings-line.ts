import type { Results } from '../../core/change/types.js';
import type { ResultsMessages } from '../../i18n/results/types.js';

/** How the numbers were made, in one line, for pictures that leave the page: instrument, weights, δ, smallest cell, software. */
export function settingsLine({ card, locale }: ResultsMessages, { instrument, settings, waves }: Results): string {
  const { weights, relevance, minimumCell, software } = settings;
  const values = Object.entries(weights);
  const total = values.reduce((sum, [, weight]) => sum + weight, 0);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const equal = values.every(([, weight]) => Math.abs(weight - (values[0]?.[1] ?? 0)) < 1e-9);
  const said = card.settings({
    instrument,
    weights:
      equal || total <= 0
        ? card.equalWeights
        : values.map(([id, weight]) => card.weight(id, percent.format(weight / total))).join(', '),
    relevance: new Intl.NumberFormat(locale).format(relevance),
    minimumCell: String(minimumCell),
    software,
  });
  return `${waves.baseline} → ${waves.endline}. ${said}`;
}
