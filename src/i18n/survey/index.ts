import type { Group } from '../../core/text.js';
import type { Catalogues } from '../locale.js';
import type { ConsentMessages, LateSurveyMessages, SurveyMessages } from './types.js';

/** What the survey needs up to its first question. */
export const surveyCatalogues: Catalogues<SurveyMessages> = {
  'zh-Hans': () => import('./zh-Hans.js'),
  en: () => import('./en.js'),
};

/** The consent screen of each group: residents' plain, the others' formal. */
export const consentCatalogues: Readonly<Record<Group, Catalogues<ConsentMessages>>> = {
  resident: {
    'zh-Hans': () => import('./consent.resident.zh-Hans.js'),
    en: () => import('./consent.resident.en.js'),
  },
  official: {
    'zh-Hans': () => import('./consent.official.zh-Hans.js'),
    en: () => import('./consent.official.en.js'),
  },
  partner: {
    'zh-Hans': () => import('./consent.partner.zh-Hans.js'),
    en: () => import('./consent.partner.en.js'),
  },
};

/** The rest of the survey. */
export const lateSurveyCatalogues: Catalogues<LateSurveyMessages> = {
  'zh-Hans': () => import('./late.zh-Hans.js'),
  en: () => import('./late.en.js'),
};
