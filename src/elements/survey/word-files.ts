import type { Group, Locale } from '../../core/text.js';
import type { InstrumentTexts } from '../../core/instrument/participation-trust/compose.js';
import { loadMessages } from '../../i18n/locale.js';
import { consentCatalogues, surveyCatalogues } from '../../i18n/survey/index.js';
import type { ConsentMessages, SurveyMessages } from '../../i18n/survey/types.js';

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

/** For a group that is not one (a slip in the page) the residents', until the study has been read and can say so. */
const ofGroup = <T>(all: Readonly<Record<Group, T>>, group: string): T =>
  (all as Partial<Record<string, T>>)[group] ?? all.resident;

/** Words of the interface and the consent screen of `group` in `locale`. */
export const loadInterface = (locale: Locale, group: string): Promise<[SurveyMessages, ConsentMessages]> =>
  Promise.all([loadMessages(surveyCatalogues, locale), loadMessages(ofGroup(consentCatalogues, group), locale)]);

/** Words of the built-in instrument for `group` in `locale`. */
export const loadTexts = (locale: Locale, group: string): Promise<InstrumentTexts[]> =>
  Promise.all([common[locale], ofGroup(forms[locale], group)].map(async (load) => (await load()).texts));
