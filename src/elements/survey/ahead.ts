import { localeOf } from '../../i18n/locale.js';
import { askAhead } from './ask-file.js';
import { loadInstrument, loadInterface } from './word-files.js';

/**
 * Asks for what the surveys on the page are going to ask for, before the classes of the elements have even run: to a phone a round trip
 * costs more than what it brings. Only a guess: an element asks itself, and gets what is there or on its way; what does not arrive it
 * meets again, and says so.
 */
function prepare(survey: Element): void {
  const named = (name: string): string | undefined => survey.getAttribute(name) ?? undefined;
  if (named('layout') === 'print' || named('mode') === 'paper') return;
  const locale = localeOf(survey);
  const group = named('group') ?? 'resident';
  const study = named('src');
  const instrument = named('instrument');
  for (const file of [study, instrument]) if (file) askAhead(file);
  for (const part of [
    loadInterface(locale, group),
    instrument ? import('./own-instrument.js') : loadInstrument(locale, group),
    study && import('./study-file.js'),
    (study ?? instrument) && import('./json-file.js'),
    named('layout') === 'page' && import('./page/page-view.js'),
  ])
    if (part) part.catch(() => undefined);
}

// Where there is no page the elements themselves say so; where another copy came first, it asks.
if (typeof document !== 'undefined') document.querySelectorAll('canyu-survey:not(:defined)').forEach(prepare);
