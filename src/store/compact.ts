import { parseResponse } from '../core/response/parse.js';
import { ask } from './ask.js';
import { replacePacks } from './forget.js';
import { responseKey } from './keys.js';
import { accounts, cellOf, packAt, readManifest, resetPacks, writeManifest, MANY, type Manifest } from './manifest.js';
import { keyInCell, makePack, NOTHING, openPack, rowsOf, type Contents, type Pack, type Row } from './pack.js';
import { parseText } from './parse-text.js';
import { unpackResponses } from '../core/response/columns.js';
import type { Store } from './store.js';
import { readTally } from './tally.js';

export interface CompactOptions {
  /** Ends the work after the transaction that is under way. What is done by then is done. */
  readonly signal?: AbortSignal | undefined;
  /** Most records a transaction packs; default 1000. Few on a page that somebody uses: each is one piece of work. */
  readonly size?: number;
  /** Fewest fresh records that are worth the work; default 500. */
  readonly least?: number;
  /** Most records of a pack; one with more is cut into packs of about half as many. Default 1500. */
  readonly large?: number;
  /** Awaited between two transactions. */
  readonly pause?: () => Promise<unknown>;
}

/**
 * Packs responses that are in no pack yet (see Manifest). Transaction by transaction, each of which leaves everything in order: the
 * work may end at any point, with the browser even, and goes on with the next call. Rejects with a StoreError; nothing is lost then.
 *
 * @returns how many records were packed
 */
export async function compactResponses(store: Store, options: CompactOptions = {}): Promise<number> {
  const { signal, size = 1000, least = 500, large = 1500, pause } = options;
  let packed = 0;
  // Once work was found worth it, it is done to the end.
  for (let worth = least; !signal?.aborted; worth = 1) {
    const done = await store.transact(['responses', 'packs', 'fresh', 'meta'], 'readwrite', (transaction) =>
      step(transaction, { size, large }, worth),
    );
    if (done === undefined) break;
    packed += done;
    await pause?.();
  }
  return packed;
}

type Sizes = Readonly<Required<Pick<CompactOptions, 'size' | 'large'>>>;

/** One piece of work; returns how many records it packed, or undefined when there was nothing worth doing. */
async function step(transaction: IDBTransaction, sizes: Sizes, least: number): Promise<number | undefined> {
  const [found, tally, fresh] = await Promise.all([
    readManifest(transaction),
    readTally(transaction),
    ask<string[]>(() => transaction.objectStore('fresh').getAllKeys(null, MANY + 1)),
  ]);
  const seq = tally?.seq ?? 0;
  if (found) {
    if (found.swept !== null) return sweep(transaction, found, found.swept, sizes);
    if (fresh.length < least) return undefined;
    if (fresh.length <= MANY && accounts(found, fresh, tally)) return packFresh(transaction, found, fresh, sizes);
    // Made anew once; where even that does not fit the tally, responses are lost, and health.ts says so.
    if (found.seq === seq) return undefined;
  } else if (!tally || tally.count < least) return undefined;
  return sweep(transaction, resetPacks(transaction, seq), '', sizes);
}

/** Packs the next records behind `swept`, of one cell. */
async function sweep(
  transaction: IDBTransaction,
  manifest: Manifest,
  swept: string,
  { size, large }: Sizes,
): Promise<number | undefined> {
  const responses = transaction.objectStore('responses');
  const range = IDBKeyRange.lowerBound(swept, true);
  const [keys, texts] = await Promise.all([
    ask<string[]>(() => responses.getAllKeys(range, size)),
    ask<unknown[]>(() => responses.getAll(range, size)),
  ]);
  const [first] = keys;
  if (first === undefined) {
    writeManifest(transaction, { ...manifest, swept: null });
    return 0;
  }
  const cell = cellOf(first);
  const end = keys.findIndex((key) => cellOf(key) !== cell);
  const mine = end < 0 ? keys : keys.slice(0, end);
  const next = { ...manifest, swept: mine.at(-1) as string };
  return merge(transaction, next, mine, texts, large);
}

/** Packs the first fresh records that belong to one pack. */
async function packFresh(
  transaction: IDBTransaction,
  manifest: Manifest,
  fresh: readonly string[],
  { size, large }: Sizes,
): Promise<number | undefined> {
  const [first] = fresh;
  if (first === undefined) return undefined;
  const cell = cellOf(first);
  const next = manifest.packs.find(({ key }) => key > first)?.key;
  const isMine = (key: string): boolean => cellOf(key) === cell && (next === undefined || key < next);
  const mine = fresh.slice(0, size).filter(isMine);
  const texts = await Promise.all(mine.map((key) => ask<unknown>(() => transaction.objectStore('responses').get(key))));
  return merge(transaction, manifest, mine, texts, large);
}

/** Adds records to the pack of the first of them, in which they all belong, and cuts it where it has become large. */
async function merge(
  transaction: IDBTransaction,
  manifest: Manifest,
  keys: readonly string[],
  texts: readonly unknown[],
  large: number,
): Promise<number | undefined> {
  const cell = cellOf(keys[0] as string);
  const entry = manifest.packs[packAt(manifest, keys[0] as string)];
  const old = entry && (await ask<Pack | undefined>(() => transaction.objectStore('packs').get(entry.key)));
  let before: Contents;
  try {
    before = entry ? openPack(old, entry) : NOTHING;
  } catch {
    resetPacks(transaction, manifest.seq);
    return undefined;
  }
  const added = sort(cell, keys, texts);
  const by = cut(cell, entry?.key ?? cell, join(before, added), large);
  replacePacks(transaction, manifest, [{ old: entry?.key, by }]);
  const fresh = transaction.objectStore('fresh');
  for (const key of keys) fresh.delete(key);
  return keys.length;
}

/** Sorts records into those that columns give back exactly as they are, odd ones, and those to be left alone. */
function sort(cell: string, keys: readonly string[], texts: readonly unknown[]): Contents {
  const rows: Row[] = [];
  const odd: string[] = [];
  const left: string[] = [];
  keys.forEach((full, index) => {
    const text = texts[index];
    // Deleted by something else than this store: nothing to pack.
    if (text === undefined) return;
    const key = keyInCell(full);
    const parsed = parseText(text, parseResponse);
    if (parsed === 'left') left.push(key);
    else if (parsed.ok && isPlacedAt(parsed.value, full)) rows.push({ key, response: parsed.value });
    else odd.push(key);
  });
  // Columns are compared with the responses before anything relies on them.
  const made = makePack(cell, { rows, odd: [], left: [] });
  const kept = rowsOf(made, unpackResponses(made.columns)).filter((row, index) => {
    const isKept = isSame(row, rows[index]);
    if (!isKept) odd.push((rows[index] as Row).key);
    return isKept;
  });
  return { rows: kept, odd: odd.sort(), left };
}

/** Whether two plain values are the same, whatever the order of members. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every(
      (name) =>
        Object.hasOwn(b, name) && isSame((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]),
    )
  );
}

/** Whether the key is the response's own or a copy's. */
function isPlacedAt(response: Row['response'], key: string): boolean {
  const own = responseKey(response);
  return key === own || key.startsWith(`${own}/`);
}

function join(a: Contents, b: Contents): Contents {
  return {
    rows: [...a.rows, ...b.rows].sort((x, y) => (x.key < y.key ? -1 : 1)),
    odd: [...a.odd, ...b.odd].sort(),
    left: [...a.left, ...b.left].sort(),
  };
}

/** Packs of a thousand records or so, the first of them under `start`. */
function cut(cell: string, start: string, contents: Contents, large: number): [string, Pack][] {
  const keys = [...contents.rows.map(({ key }) => key), ...contents.odd, ...contents.left].sort();
  if (!keys.length) return [];
  const parts = keys.length > large ? Math.ceil((2 * keys.length) / large) - 1 : 1;
  return Array.from({ length: parts }, (_, number): [string, Pack] => {
    const from = keys[Math.floor((number * keys.length) / parts)] as string;
    const to = keys[Math.floor(((number + 1) * keys.length) / parts)];
    const isIn = (key: string): boolean => key >= from && (to === undefined || key < to);
    const pack = makePack(cell, {
      rows: contents.rows.filter(({ key }) => isIn(key)),
      odd: contents.odd.filter(isIn),
      left: contents.left.filter(isIn),
    });
    return [number ? cell + from : start, pack];
  });
}
