import type { Catalogues } from '../locale.js';
import type { OwnInstrumentMessages } from './types.js';

/** Texts of the card of a study with an instrument of its own, one module per language. */
export const ownInstrumentCatalogues: Catalogues<OwnInstrumentMessages> = {
  'zh-Hans': () => import('./zh-Hans.js'),
  en: () => import('./en.js'),
};
