import type { Catalogues } from '../locale.js';
import type { ToolsMessages } from './types.js';

/** Texts of the respondent's tools, one module per language. */
export const toolsCatalogues: Catalogues<ToolsMessages> = {
  'zh-Hans': () => import('./zh-Hans.js'),
  en: () => import('./en.js'),
};
