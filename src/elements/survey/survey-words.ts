import { composeInstrument } from '../../core/instrument/participation-trust/compose.js';
import { participationTrustStructure } from '../../core/instrument/participation-trust/structure.js';
import type { Instrument, Item } from '../../core/instrument/types.js';
import { textIn, type Group, type Locale } from '../../core/text.js';
import { loadMessages } from '../../i18n/locale.js';
import { surveyCatalogues } from '../../i18n/survey/index.js';
import type { SurveyMessages } from '../../i18n/survey/types.js';

/** The instrument and the interface in one language. */
export interface SurveyWords {
  readonly locale: Locale;
  readonly messages: SurveyMessages;
  readonly instrument: Instrument;
  readonly items: ReadonlyMap<string, Item>;
}

const instrumentTexts = {
  'zh-Hans': async () => (await import('../../core/instrument/participation-trust/texts.zh-Hans.js')).zhHans,
  en: async () => (await import('../../core/instrument/participation-trust/texts.en.js')).en,
};

/** `id@version` of the built-in instrument. */
export const builtInInstrument = `${participationTrustStructure.id}@${participationTrustStructure.version}`;

/** Loads interface and instrument in `locale`; rejects when a file does not arrive. */
export async function loadWords(locale: Locale): Promise<SurveyWords> {
  const [messages, texts] = await Promise.all([loadMessages(surveyCatalogues, locale), instrumentTexts[locale]()]);
  const instrument = composeInstrument(participationTrustStructure, { [locale]: texts });
  return { locale, messages, instrument, items: new Map(instrument.items.map((item) => [item.id, item])) };
}

/** One answer option as it is shown. */
export interface Option {
  readonly value: number;
  readonly label: string;
}

/** The options of an item as this group reads them; empty for free text. */
export function optionsOf(words: SurveyWords, item: Item, group: Group): readonly Option[] {
  const points = item.scale ? (words.instrument.scales[item.scale]?.points ?? []) : [];
  return points.map(({ value, label, labelByGroup }) => ({
    value,
    label: textIn(labelByGroup?.[group] ?? label, words.locale),
  }));
}
