import type { Catalogues } from '../locale.js';
import type { DeskMessages } from './types.js';

/** Texts of `<canyu-desk>`, one module per language. */
export const deskCatalogues: Catalogues<DeskMessages> = {
  'zh-Hans': () => import('./zh-Hans.js'),
  en: () => import('./en.js'),
};
