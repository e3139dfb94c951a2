import type { Catalogues } from '../locale.js';
import type { OpeningMessages, SealMessages } from './types.js';

/** Texts of a sealed survey, one module per language. */
export const sealCatalogues: Catalogues<SealMessages> = {
  'zh-Hans': () => import('./zh-Hans.js'),
  en: () => import('./en.js'),
};

/** Texts about keys and opening, for the evaluator's page. */
export const openingCatalogues: Catalogues<OpeningMessages> = {
  'zh-Hans': () => import('./opening.zh-Hans.js'),
  en: () => import('./opening.en.js'),
};
