import type * as chartTables from '../../charts/chart-table.js';
import type { Results } from '../../core/change/types.js';
import type { ResultsMessages } from '../../i18n/results/types.js';

/** How to read one of the two main charts, one short sentence each. */
export function chartNotes(
  { chart, locale }: ResultsMessages,
  tables: typeof chartTables,
  results: Results,
  options: chartTables.MainTableOptions,
): string[] {
  if (options.type === 'plane') return [chart.planeKey];
  const band = chart.band(new Intl.NumberFormat(locale).format(results.settings.relevance));
  return [band, ...(tables.hasHolmMark(results, options) ? [chart.holm] : [])];
}

/** The sentence that names the settings that are not the default (method.md §3.21); nothing when all are. */
export function changedStamp(
  { locale, settingNames, changedSettings }: ResultsMessages,
  names: readonly string[],
): string[] {
  // A raised smallest cell protects people, and the settings line states it: not something to be warned of.
  const known = names.filter((name) => name !== 'minimumCell').map((name) => settingNames[name] ?? name);
  if (known.length === 0) return [];
  return [changedSettings(new Intl.ListFormat(locale, { type: 'conjunction' }).format(known))];
}
