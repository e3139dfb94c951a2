import type { Instrument, Item } from '../../core/instrument/types.js';
import type { Study } from '../../core/study/types.js';
import { textIn, type Group, type Locale } from '../../core/text.js';
import { loadMessages } from '../../i18n/locale.js';
import type { SealMessages } from '../../i18n/seal/types.js';
import type { ConsentMessages, SurveyMessages } from '../../i18n/survey/types.js';
import { askForFile } from './ask-file.js';
import { loadInstrument, loadInterface } from './word-files.js';
import { isTrouble, type Trouble } from './study-source.js';

/** The instrument and the interface in one language, for one group. */
export interface SurveyWords {
  readonly locale: Locale;
  readonly group: Group;
  readonly messages: SurveyMessages;
  readonly consent: ConsentMessages;
  /** What is said where responses are sealed. */
  readonly seal?: SealMessages | undefined;
  readonly instrument: Instrument;
  readonly items: ReadonlyMap<string, Item>;
}

/** `id@version`, as studies and responses name an instrument. */
export const instrumentName = ({ id, version }: Pick<Instrument, 'id' | 'version'>): string => `${id}@${version}`;

/** Whether the words depend on more of `study` than a page without a study file can know beforehand. */
export const hasOwnWords = ({ linking, seal }: Study): boolean => !!seal || linking === 'card' || linking === 'device';

/**
 * Loads interface and instrument for `group` in `locale`; rejects when a file does not arrive.
 *
 * @param file address of an instrument of the site's own, which then stands in the place of the built-in one
 * @param study once it is known: how it links its waves, and whether it seals responses
 */
export async function loadWords(
  locale: Locale,
  group: Group,
  file?: string,
  study?: Study,
): Promise<SurveyWords | Trouble> {
  const own = file ? import('./own-instrument.js') : undefined;
  // Only the first time: later it is there, and the questions do not change under the person who answers.
  const asked = file && !study ? askForFile(file) : undefined;
  const linking = study?.linking ?? 'code';
  const [[messages, consent], instrument, other, seal] = await Promise.all([
    loadInterface(locale, group),
    file && own ? own.then((part) => part.readInstrumentFile(file, asked)) : loadInstrument(locale, group),
    linking === 'card' || linking === 'device' ? import('../../i18n/survey/linking.js') : undefined,
    study?.seal && import('../../i18n/seal/index.js').then((part) => loadMessages(part.sealCatalogues, locale)),
  ]);
  if (isTrouble(instrument)) return instrument;
  const linked = other?.linkingConsent[locale][group];
  const spoken: ConsentMessages = linked
    ? { ...consent, consent: (w) => ({ ...consent.consent(w), ...(w.linking && linked(w, linking)) }) }
    : consent;
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  return {
    locale,
    group,
    messages,
    consent: own ? (await own).consentForOwn(spoken, locale, group) : spoken,
    instrument,
    items,
    seal,
  };
}

/** One answer option as it is shown. */
export interface Option {
  readonly value: number;
  readonly label: string;
}

/** The options of an item as this group reads them, a ladder's highest rung first; empty for free text. */
export function optionsOf(words: SurveyWords, item: Item, group: Group): readonly Option[] {
  const points = item.scale ? (words.instrument.scales[item.scale]?.points ?? []) : [];
  const options = points.map(({ value, label, labelByGroup }) => ({
    value,
    label: textIn(labelByGroup?.[group] ?? label, words.locale),
  }));
  return item.kind === 'ladder' ? options.reverse() : options;
}
