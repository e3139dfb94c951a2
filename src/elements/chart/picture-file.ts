import type { DrawOptions } from '../../charts/types.js';
import type { Results } from '../../core/change/types.js';
import { textIn } from '../../core/text.js';
import type { ResultsMessages } from '../../i18n/results/types.js';
import { changedStamp } from './chart-notes.js';
import type { AnyKind } from './kinds.js';
import { settingsLine } from './settings-line.js';

/** The chart as a PNG that explains itself: title, sentence, picture, notes and settings on white. */
export async function picture(
  messages: ResultsMessages,
  kind: AnyKind,
  results: Results,
  options: DrawOptions,
  scale: number,
): Promise<Blob> {
  const { chartPng } = await import('../../charts/png.js');
  const empty = kind.empty(results, options);
  return chartPng({
    results,
    options: empty === undefined ? options : undefined,
    fonts: options.fonts,
    title: textIn(results.study.title, messages.locale),
    stamp: results.study.synthetic ? messages.synthetic : undefined,
    sentence: kind.sentence(results, options),
    notes: [
      ...(empty === undefined ? kind.notes(results, options) : [empty]),
      ...changedStamp(messages, results.settings.changedFromDefault),
      settingsLine(messages, results),
    ],
    scale,
  });
}
