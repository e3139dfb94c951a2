import type { Catalogues } from '../locale.js';
import type { ExportMessages } from './types.js';

/** Texts of `<canyu-export>`, one module per language. */
export const exportCatalogues: Catalogues<ExportMessages> = {
  'zh-Hans': () => import('./zh-Hans.js'),
  en: () => import('./en.js'),
};
