import type { Catalogues } from '../locale.js';
import type { LateSurveyMessages, SurveyMessages } from './types.js';

/** What the survey needs up to its first question. */
export const surveyCatalogues: Catalogues<SurveyMessages> = {
  'zh-Hans': () => import('./zh-Hans.js'),
  en: () => import('./en.js'),
};

/** The rest of the survey. */
export const lateSurveyCatalogues: Catalogues<LateSurveyMessages> = {
  'zh-Hans': () => import('./late.zh-Hans.js'),
  en: () => import('./late.en.js'),
};
