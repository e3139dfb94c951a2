import type { Study } from '../../core/study/types.js';
import type { Locale } from '../../core/text.js';
import { loadMessages } from '../../i18n/locale.js';
import type { Trouble } from './study-source.js';

/** Why a sealed study must not start on this page, in words; undefined when its responses can be sealed. */
export async function sealTrouble(study: Study, locale: Locale): Promise<Trouble | undefined> {
  const [{ checkSealKeys }, { sealCatalogues }] = await Promise.all([
    import('../../seal/seal.js'),
    import('../../i18n/seal/index.js'),
  ]);
  const trouble = await checkSealKeys(study);
  return trouble && { ...trouble, words: (await loadMessages(sealCatalogues, locale)).trouble[trouble.code] };
}
