import type { Results } from '../core/change/types.js';
import type { ExportWords } from './words.js';

/**
 * The line that every exported file carries: synthetic where the study is, then study, version of the instrument, waves, weights, relevance
 * line, smallest cell, seed and software (method.md §3.21).
 */
export function settingsLine(results: Results, words: ExportWords): string {
  const { settings, study, instrument, waves } = results;
  const number = new Intl.NumberFormat('en', { maximumFractionDigits: 3, useGrouping: false });
  const weights = Object.entries(settings.weights);
  const isEqual = weights.every(([, weight]) => Math.abs(weight - 1 / weights.length) < 1e-9);
  const line = words.settings({
    study: study.id,
    instrument,
    waves: `${waves.baseline} → ${waves.endline}`,
    weights:
      weights.length === 0
        ? words.noWeights
        : isEqual
          ? words.equalWeights
          : weights.map(([id, weight]) => `${id} ${number.format(weight)}`).join(' '),
    voice: number.format(settings.voice),
    relevance: number.format(settings.relevance),
    minimumCell: String(settings.minimumCell),
    seed: String(settings.seed),
    resamples: String(settings.resamples),
    changed: settings.changedFromDefault.join(' ') || words.nothingChanged,
    software: settings.software,
  });
  return study.synthetic ? `${words.synthetic} · ${line}` : line;
}
