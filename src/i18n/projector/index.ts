import type { Catalogues } from '../locale.js';
import type { ProjectorMessages } from './types.js';

/** Texts of the projector pages of `<canyu-report>`, one module per language. */
export const projectorCatalogues: Catalogues<ProjectorMessages> = {
  'zh-Hans': () => import('./zh-Hans.js'),
  en: () => import('./en.js'),
};
