import { parseInstrument } from '../core/instrument/parse.js';
import type { Instrument } from '../core/instrument/types.js';
import type { Store } from './store.js';
import { readMeta, writeMeta } from './studies.js';

/** Keeps an instrument of the site's own, in place of one with the same id and version. */
export const saveInstrument = (store: Store, instrument: Instrument): Promise<void> =>
  writeMeta(store, `instrument/${instrument.id}@${instrument.version}`, instrument);

/** The instrument `id@version` that was kept, or undefined. */
export async function readInstrument(store: Store, name: string): Promise<Instrument | undefined> {
  const parsed = parseInstrument(await readMeta(store, `instrument/${name}`));
  return parsed.ok ? parsed.value : undefined;
}
