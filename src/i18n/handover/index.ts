import type { Catalogues } from '../locale.js';
import type { HandoverMessages } from './types.js';

/** Texts of the ways out for a sheet that could not be stored, one module per language. */
export const handoverCatalogues: Catalogues<HandoverMessages> = {
  'zh-Hans': () => import('./zh-Hans.js'),
  en: () => import('./en.js'),
};
