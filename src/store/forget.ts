import { ask } from './ask.js';
import { readTally } from './tally.js';
import { cellOf, packAt, readManifest, resetPacks, writeManifest, type Manifest, type PackEntry } from './manifest.js';
import { entryOf, keyInCell, makePack, openPack, type Pack } from './pack.js';

/**
 * Takes responses out of their packs and off the list of fresh ones, in the transaction that deletes their records (object stores
 * `packs`, `fresh`, `meta`): no copy of what somebody withdrew may stay. Where that cannot be done all packs are thrown away.
 */
export async function forget(transaction: IDBTransaction, keys: readonly string[]): Promise<void> {
  const fresh = transaction.objectStore('fresh');
  for (const key of keys) fresh.delete(key);
  const manifest = await readManifest(transaction);
  if (!manifest) {
    // None, or of another version, whose packs this one cannot search.
    transaction.objectStore('packs').clear();
    transaction.objectStore('meta').delete('packs');
    return;
  }
  if (manifest.swept !== null && keys.includes(manifest.swept)) {
    // The sweep's own mark would keep the key.
    resetPacks(transaction, manifest.seq);
    return;
  }
  const places = new Map<number, string[]>();
  for (const key of keys) {
    const place = packAt(manifest, key);
    places.set(place, [...(places.get(place) ?? []), key]);
  }
  places.delete(-1);
  if (!places.size) return;
  const packs = await Promise.all(
    Array.from(places.keys(), (place) =>
      ask<Pack | undefined>(() => transaction.objectStore('packs').get((manifest.packs[place] as PackEntry).key)),
    ),
  );
  try {
    const replaced = Array.from(places, ([place, gone], index) =>
      without(manifest.packs[place] as PackEntry, packs[index], gone),
    );
    replacePacks(transaction, manifest, replaced);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    resetPacks(transaction, (await readTally(transaction))?.seq ?? 0);
  }
}

/** A pack by the key that it had, and what comes in its place. */
export interface Replaced {
  readonly old: string | undefined;
  readonly by: readonly (readonly [key: string, pack: Pack])[];
}

/** Puts packs in the place of others, and writes the manifest that says so. */
export function replacePacks(transaction: IDBTransaction, manifest: Manifest, replaced: readonly Replaced[]): void {
  const store = transaction.objectStore('packs');
  const entries = new Map(manifest.packs.map((entry) => [entry.key, entry]));
  for (const { old, by } of replaced) {
    if (old !== undefined) {
      store.delete(old);
      entries.delete(old);
    }
    for (const [key, pack] of by) {
      store.put(pack, key);
      entries.set(key, entryOf(key, pack));
    }
  }
  const packs = [...entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  writeManifest(transaction, { ...manifest, packs });
}

/** A pack without some of its records. Its key is its first record's, so that the key of a record that is gone does not stay either. */
function without(entry: PackEntry, pack: Pack | undefined, gone: readonly string[]): Replaced {
  const cell = cellOf(entry.key);
  const contents = openPack(pack, entry);
  const keys = new Set(gone.map(keyInCell));
  const stays = (key: string): boolean => !keys.has(key);
  const rows = contents.rows.filter(({ key }) => stays(key));
  const [odd, left] = [contents.odd.filter(stays), contents.left.filter(stays)];
  const first = [rows[0]?.key, odd[0], left[0]].filter((key) => key !== undefined).sort()[0];
  if (first === undefined) return { old: entry.key, by: [] };
  const key = entry.key === cell ? cell : cell + first;
  return { old: entry.key, by: [[key, makePack(cell, { rows, odd, left })]] };
}
