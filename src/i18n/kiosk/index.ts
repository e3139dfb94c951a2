import type { Catalogues } from '../locale.js';
import type { KioskMessages, KioskStaffMessages } from './types.js';

/** What respondents read at a kiosk, one module per language. */
export const kioskCatalogues: Catalogues<KioskMessages> = {
  'zh-Hans': () => import('./zh-Hans.js'),
  en: () => import('./en.js'),
};

/** What staff read behind the PIN. */
export const kioskStaffCatalogues: Catalogues<KioskStaffMessages> = {
  'zh-Hans': () => import('./staff.zh-Hans.js'),
  en: () => import('./staff.en.js'),
};
