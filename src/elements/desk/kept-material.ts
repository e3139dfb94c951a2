import { get, update } from 'idb-keyval';
import { keptOf, parseMaterial } from '../../core/describe/parse-material.js';
import type { KeptMaterial } from '../../core/describe/report-material.js';
import { canonical } from '../../store/canonical.js';
import type { Store } from '../../store/store.js';
import { use } from '../../store/use.js';

const keyOf = (study: string): string => `material/${study}`;

/** What the report of a study says beside its figures and its ledger; nothing of it where it cannot be read. */
export const readKept = async (store: Store, study: string): Promise<KeptMaterial> =>
  parsed(await get<string>(keyOf(study), use(store, 'meta')));

/** Changes it in one transaction, so that a second desk on this computer loses nothing. Resolves when it is stored. */
export const changeKept = (
  store: Store,
  study: string,
  change: (before: KeptMaterial) => KeptMaterial,
): Promise<void> => update<string>(keyOf(study), (text) => canonical(change(parsed(text))), use(store, 'meta'));

function parsed(text: string | undefined): KeptMaterial {
  try {
    return keptOf(parseMaterial(text && JSON.parse(text)).material);
  } catch {
    return {};
  }
}
