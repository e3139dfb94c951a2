import { composeInstrument } from '../../core/instrument/participation-trust/compose.js';
import { participationTrustStructure } from '../../core/instrument/participation-trust/structure.js';
import type { Instrument, Item } from '../../core/instrument/types.js';
import { textIn, type Group, type Locale } from '../../core/text.js';
import { loadMessages } from '../../i18n/locale.js';
import { officialConsent, residentConsent, surveyCatalogues } from '../../i18n/survey/index.js';
import type { ConsentMessages, SurveyMessages } from '../../i18n/survey/types.js';

/** The instrument and the interface in one language, for one group. */
export interface SurveyWords {
  readonly locale: Locale;
  readonly group: Group;
  readonly messages: SurveyMessages;
  readonly consent: ConsentMessages;
  readonly instrument: Instrument;
  readonly items: ReadonlyMap<string, Item>;
}

const common = {
  'zh-Hans': () => import('../../core/instrument/participation-trust/zh-Hans/common.js'),
  en: () => import('../../core/instrument/participation-trust/en/common.js'),
};

/** The wording of each form; a page loads one. */
const forms = {
  'zh-Hans': {
    resident: () => import('../../core/instrument/participation-trust/zh-Hans/resident.js'),
    official: () => import('../../core/instrument/participation-trust/zh-Hans/official.js'),
    partner: () => import('../../core/instrument/participation-trust/zh-Hans/partner.js'),
  },
  en: {
    resident: () => import('../../core/instrument/participation-trust/en/resident.js'),
    official: () => import('../../core/instrument/participation-trust/en/official.js'),
    partner: () => import('../../core/instrument/participation-trust/en/partner.js'),
  },
};

/** `id@version` of the built-in instrument. */
export const builtInInstrument = `${participationTrustStructure.id}@${participationTrustStructure.version}`;

/** Loads interface and instrument for `group` in `locale`; rejects when a file does not arrive. */
export async function loadWords(locale: Locale, group: Group): Promise<SurveyWords> {
  const [messages, consent, ...texts] = await Promise.all([
    loadMessages(surveyCatalogues, locale),
    loadMessages(group === 'resident' ? residentConsent : officialConsent, locale),
    common[locale]().then((part) => part.texts),
    forms[locale][group]().then((part) => part.texts),
  ]);
  const instrument = composeInstrument(participationTrustStructure, { [locale]: texts });
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  return { locale, group, messages, consent, instrument, items };
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
