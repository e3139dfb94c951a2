import type { Catalogues } from '../locale.js';
import type { ConsentMessages, LateSurveyMessages, SurveyMessages } from './types.js';

/** What the survey needs up to its first question. */
export const surveyCatalogues: Catalogues<SurveyMessages> = {
  'zh-Hans': () => import('./zh-Hans.js'),
  en: () => import('./en.js'),
};

/** The consent screen for residents. */
export const residentConsent: Catalogues<ConsentMessages> = {
  'zh-Hans': () => import('./consent.resident.zh-Hans.js'),
  en: () => import('./consent.resident.en.js'),
};

/** The consent screen for officials and partners: formal. */
export const officialConsent: Catalogues<ConsentMessages> = {
  'zh-Hans': () => import('./consent.official.zh-Hans.js'),
  en: () => import('./consent.official.en.js'),
};

/** The rest of the survey. */
export const lateSurveyCatalogues: Catalogues<LateSurveyMessages> = {
  'zh-Hans': () => import('./late.zh-Hans.js'),
  en: () => import('./late.en.js'),
};
