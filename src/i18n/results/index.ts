import type { Catalogues } from '../locale.js';
import type { ResultsMessages } from './types.js';

/** Texts of the elements that show results, one module per language. */
export const resultsCatalogues: Catalogues<ResultsMessages> = {
  'zh-Hans': () => import('./zh-Hans.js'),
  en: () => import('./en.js'),
};
