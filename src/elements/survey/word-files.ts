import type { Instrument } from '../../core/instrument/types.js';
import type { Group, Locale } from '../../core/text.js';
import { loadMessages } from '../../i18n/locale.js';
import { consentCatalogues, surveyCatalogues } from '../../i18n/survey/index.js';
import type { ConsentMessages, SurveyMessages } from '../../i18n/survey/types.js';

/** The built-in instrument as each group reads it; a page loads one of them. */
const instruments = {
  'zh-Hans': {
    resident: () => import('../../core/instrument/participation-trust/composed/resident.zh-Hans.js'),
    official: () => import('../../core/instrument/participation-trust/composed/official.zh-Hans.js'),
    partner: () => import('../../core/instrument/participation-trust/composed/partner.zh-Hans.js'),
  },
  en: {
    resident: () => import('../../core/instrument/participation-trust/composed/resident.en.js'),
    official: () => import('../../core/instrument/participation-trust/composed/official.en.js'),
    partner: () => import('../../core/instrument/participation-trust/composed/partner.en.js'),
  },
};

/** For a group that is not one (a slip in the page) the residents', until the study has been read and can say so. */
const ofGroup = <T>(all: Readonly<Record<Group, T>>, group: string): T =>
  (all as Partial<Record<string, T>>)[group] ?? all.resident;

/** Words of the interface and the consent screen of `group` in `locale`. */
export const loadInterface = (locale: Locale, group: string): Promise<[SurveyMessages, ConsentMessages]> =>
  Promise.all([loadMessages(surveyCatalogues, locale), loadMessages(ofGroup(consentCatalogues, group), locale)]);

/** The built-in instrument with the words of `group` in `locale`. */
export const loadInstrument = async (locale: Locale, group: string): Promise<Instrument> =>
  (await ofGroup(instruments[locale], group)()).instrument;
