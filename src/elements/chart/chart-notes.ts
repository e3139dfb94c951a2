import type * as chartTables from '../../charts/chart-table.js';
import type { Results } from '../../core/change/types.js';
import type { ResultsMessages } from '../../i18n/results/types.js';

/** How to read the picture, one short sentence each; then the stamp of settings that were changed (method.md §3.21). */
export function chartNotes(
  messages: ResultsMessages,
  tables: typeof chartTables,
  results: Results,
  options: chartTables.TableOptions,
): string[] {
  const { chart } = messages;
  const { relevance, changedFromDefault } = results.settings;
  const stamp = changedStamp(messages, changedFromDefault);
  if (!tables.isDrawable(results, options)) return [chart.nothing, ...stamp];
  if (options.type === 'plane') return [chart.planeKey, ...stamp];
  const band = chart.band(new Intl.NumberFormat(messages.locale).format(relevance));
  return [band, ...(tables.hasHolmMark(results, options) ? [chart.holm] : []), ...stamp];
}

/** The sentence that names the settings that are not the default; nothing when all are. */
export function changedStamp(
  { locale, settingNames, changedSettings }: ResultsMessages,
  names: readonly string[],
): string[] {
  // A raised smallest cell protects people, and the settings line states it: not something to be warned of.
  const known = names.filter((name) => name !== 'minimumCell').map((name) => settingNames[name] ?? name);
  if (known.length === 0) return [];
  return [changedSettings(new Intl.ListFormat(locale, { type: 'conjunction' }).format(known))];
}
