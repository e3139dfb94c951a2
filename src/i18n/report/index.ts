import type { Catalogues } from '../locale.js';
import type { ReportMessages } from './types.js';

/** Texts of `<canyu-report>`, one module per language. */
export const reportCatalogues: Catalogues<ReportMessages> = {
  'zh-Hans': () => import('./zh-Hans.js'),
  en: () => import('./en.js'),
};
