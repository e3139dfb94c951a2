import type { Catalogues } from '../locale.js';
import type { PaperMessages } from './types.js';

/** Texts of the printed form and of the entry page, one module per language. */
export const paperCatalogues: Catalogues<PaperMessages> = {
  'zh-Hans': () => import('./zh-Hans.js'),
  en: () => import('./en.js'),
};
