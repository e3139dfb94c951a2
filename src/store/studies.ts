import { entries, get, set } from 'idb-keyval';
import type { Study } from '../core/study/types.js';
import { canonical } from './canonical.js';
import type { Store } from './store.js';
import { use } from './use.js';

/** Keeps a study's document, in place of the one before. */
export const saveStudy = (store: Store, study: Study): Promise<void> =>
  set(`study/${study.id}`, canonical(study), use(store, 'meta'));

/** The document of a study, for `parseStudy` to check; undefined where there is none or where it is not JSON. */
export async function readStudy(store: Store, id: string): Promise<unknown> {
  return document(await get<string>(`study/${id}`, use(store, 'meta')));
}

/** The documents of all studies, for `parseStudy` to check. */
export async function readStudies(store: Store): Promise<unknown[]> {
  const all = await entries<string, string>(use(store, 'meta'));
  return all.flatMap(([key, text]) => (key.startsWith('study/') ? [document(text)] : [])).filter(Boolean);
}

/** Keeps a setting of this browser, e.g. of the kiosk: any JSON value. */
export const writeMeta = (store: Store, key: string, value: unknown): Promise<void> =>
  set(`setting/${key}`, canonical(value), use(store, 'meta'));

/** A setting of this browser, or undefined. */
export async function readMeta(store: Store, key: string): Promise<unknown> {
  return document(await get<string>(`setting/${key}`, use(store, 'meta')));
}

function document(text: string | undefined): unknown {
  try {
    return text && (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
