import { ask } from './ask.js';
import { rootOf } from './root.js';
import { readTally, type Tally } from './tally.js';

/** What is known of a pack without reading it: its key, and count and root of the keys of the records that it stands for. */
export interface PackEntry extends Pick<Tally, 'count' | 'root'> {
  readonly key: string;
}

/**
 * The list of packs, in `meta` under `packs`, written in every transaction that touches one. A pack stands for the records of one cell
 * from its own key on, up to the next pack's key; the first pack of a cell has the cell's own prefix `study/wave/group/` for a key.
 * A response is in `fresh`, or in its pack, or neither as long as it lies behind `swept`; never in both.
 */
export interface Manifest {
  /** Version of the packs' format. Packs of another one are made anew. */
  readonly format: number;
  /** Records up to this key have been looked at by the sweep that makes all packs; null once it is through. */
  readonly swept: string | null;
  /** The tally's `seq` when the sweep began. */
  readonly seq: number;
  /** In the order of their keys. */
  readonly packs: readonly PackEntry[];
}

/** A higher number when packs of the past must not be read any more: a new shape, or another idea of what a valid response is. */
export const FORMAT = 1;

/** Most fresh records that are read beside the packs; with more of them the packs are made anew, and read after that. */
export const MANY = 4000;

/** The manifest, within a transaction; undefined where there is none of this format. */
export async function readManifest(transaction: IDBTransaction): Promise<Manifest | undefined> {
  const manifest = await ask<Manifest | undefined>(() => transaction.objectStore('meta').get('packs'));
  return manifest?.format === FORMAT ? manifest : undefined;
}

export const writeManifest = (transaction: IDBTransaction, manifest: Manifest): void =>
  void transaction.objectStore('meta').put(manifest, 'packs');

/** Throws all packs away, to be made anew from the records by the next compaction: object stores `packs`, `fresh`, `meta`. */
export function resetPacks(transaction: IDBTransaction, seq: number): Manifest {
  const manifest = { format: FORMAT, swept: '', seq, packs: [] };
  transaction.objectStore('packs').clear();
  transaction.objectStore('fresh').clear();
  writeManifest(transaction, manifest);
  return manifest;
}

/** The packs and the keys beside them that together stand for all records. */
export interface Whole {
  readonly manifest: Manifest;
  /** Keys of records in no pack, in order. */
  readonly fresh: readonly string[];
}

/**
 * The manifest and the fresh keys if they account for every response that the tally counts, within a transaction; undefined where they
 * do not (yet), and then the records themselves must be read.
 */
export async function readWhole(transaction: IDBTransaction): Promise<Whole | undefined> {
  const [manifest, tally, fresh] = await Promise.all([
    readManifest(transaction),
    readTally(transaction),
    ask<string[]>(() => transaction.objectStore('fresh').getAllKeys(null, MANY + 1)),
  ]);
  return manifest && fresh.length <= MANY && accounts(manifest, fresh, tally) ? { manifest, fresh } : undefined;
}

/** Whether packs and fresh keys are all that the tally counts. */
export function accounts(manifest: Manifest, fresh: readonly string[], tally: Tally | undefined): boolean {
  if (manifest.swept !== null || !tally) return false;
  let { count, root } = rootOf(fresh);
  for (const pack of manifest.packs) {
    count += pack.count;
    root ^= pack.root;
  }
  return count === tally.count && root === tally.root;
}

/** The prefix that the keys of a record's cell share: `study/wave/group/`. */
export const cellOf = (key: string): string => {
  const [study, wave, group] = key.split('/');
  return `${study}/${wave}/${group}/`;
};

/** The place in `packs` of the pack that stands for `key`, or -1. */
export function packAt({ packs }: Manifest, key: string): number {
  let [low, high] = [0, packs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((packs[middle] as PackEntry).key <= key) low = middle + 1;
    else high = middle;
  }
  const found = packs[low - 1];
  return found && cellOf(found.key) === cellOf(key) ? low - 1 : -1;
}
