import { parseResponse } from '../core/response/parse.js';
import type { SurveyResponse } from '../core/response/types.js';
import { ask } from './ask.js';
import type { Cell } from './keys.js';
import { cellOf, readWhole, resetPacks, type PackEntry } from './manifest.js';
import { responsesOf, rowsOf, type Pack } from './pack.js';
import { parseText } from './parse-text.js';
import { placeOf, rangeOf } from './ranges.js';
import type { Store } from './store.js';
import { readTally } from './tally.js';

/** Packs of one transaction. */
const TOGETHER = 8;

/** Responses of a part of the range of keys. */
export interface PackedPage {
  readonly responses: readonly SurveyResponse[];
  /** Keys of records that do not parse. */
  readonly broken: readonly string[];
  /** Records to be left alone. */
  readonly left: number;
  /** Where the next page begins; undefined after the last. */
  readonly next: string | undefined;
}

interface Found {
  readonly packs: readonly { readonly entry: PackEntry; readonly pack: Pack | undefined }[];
  /** Fresh and odd records. */
  readonly records: readonly (readonly [key: string, text: unknown])[];
  readonly next: string | undefined;
}

/**
 * The responses of a study, read from packs, with those that are in no pack from their records: pages that are the same as from the
 * records alone. Ends before its time, after a page with a `next`, when the packs do not stand for everything or cannot be read.
 * While a page is worked on the next one is on its way.
 */
export async function* readPackedPages(store: Store, study: string): AsyncGenerator<PackedPage, void, undefined> {
  const fetch = (from: string): Promise<Found | undefined> =>
    store
      .transact(['packs', 'fresh', 'responses', 'meta'], 'readonly', (transaction) => find(transaction, study, from))
      .catch(() => undefined);
  let from = rangeOf(study).lower as string;
  for (let coming = fetch(from); ;) {
    const found = await coming;
    if (!found) return;
    const { next } = found;
    if (next !== undefined) coming = fetch(next);
    let page: PackedPage;
    try {
      page = open(found, from);
    } catch {
      await startAnew(store);
      return;
    }
    yield page;
    if (next === undefined) return;
    from = next;
  }
}

/** After a pack was found to be damaged. Where even this fails it will be found again. */
const startAnew = (store: Store): Promise<unknown> =>
  store
    .transact(['packs', 'fresh', 'meta'], 'readwrite', async (transaction) => {
      resetPacks(transaction, (await readTally(transaction))?.seq ?? 0);
    })
    .catch(() => undefined);

async function find(transaction: IDBTransaction, study: string, from: string): Promise<Found | undefined> {
  const whole = await readWhole(transaction);
  if (!whole) return undefined;
  const range = rangeOf(study);
  const mine = whole.manifest.packs.filter(({ key }) => range.includes(key));
  // The pack that `from` lies in, or else the first behind it.
  const behind = mine.findIndex(({ key }) => key > from);
  const first = behind < 0 ? mine.length - 1 : behind - 1;
  const place = Math.max(0, first);
  const next = mine[place + TOGETHER]?.key;
  const entries = mine.slice(place, place + TOGETHER);
  const isIn = (key: string): boolean => key >= from && (next === undefined || key < next);
  const packs = await Promise.all(
    entries.map(async (entry) => ({
      entry,
      pack: await ask<Pack | undefined>(() => transaction.objectStore('packs').get(entry.key)),
    })),
  );
  const keys = [
    ...whole.fresh.filter((key) => range.includes(key)),
    ...packs.flatMap(({ entry, pack }) => (pack?.odd ?? []).map((key) => cellOf(entry.key) + key)),
  ].filter(isIn);
  const texts = await Promise.all(keys.map((key) => ask<unknown>(() => transaction.objectStore('responses').get(key))));
  return { packs, records: keys.map((key, index) => [key, texts[index]]), next };
}

function open({ packs, records, next }: Found, from: string): PackedPage {
  const broken: string[] = [];
  let left = 0;
  const beside: [string, SurveyResponse][] = [];
  for (const [key, text] of records) {
    const parsed = parseText(text, parseResponse);
    if (parsed === 'left') left += 1;
    else if (parsed.ok) beside.push([key, parsed.value]);
    else broken.push(key);
  }
  const responses: SurveyResponse[] = [];
  const keyed = beside.length > 0;
  const all: [string, SurveyResponse][] = beside;
  for (const { entry, pack } of packs) {
    const inside = responsesOf(pack, entry);
    const cell = cellOf(entry.key);
    const isWhole = entry.key >= from;
    left += (pack as Pack).left.filter((key) => isWhole || cell + key >= from).length;
    if (!keyed && isWhole) {
      for (const response of inside) responses.push(response);
      continue;
    }
    for (const { key, response } of rowsOf(pack as Pack, inside)) {
      if (cell + key < from) continue;
      if (keyed) all.push([cell + key, response]);
      else responses.push(response);
    }
  }
  if (keyed) {
    all.sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [, response] of all) responses.push(response);
  }
  return { responses, broken: broken.sort(), left, next };
}

/** Counts by cell from the packs; undefined where they do not stand for everything. */
export async function countPacked(
  transaction: IDBTransaction,
  study: string | undefined,
): Promise<(Cell & { readonly count: number })[] | undefined> {
  const whole = await readWhole(transaction);
  if (!whole?.manifest.packs.length) return undefined;
  const range = rangeOf(study);
  const cells = new Map<string, number>();
  const add = (key: string, count: number): void => {
    if (range.includes(key)) cells.set(cellOf(key), (cells.get(cellOf(key)) ?? 0) + count);
  };
  for (const { key, count } of whole.manifest.packs) add(key, count);
  for (const key of whole.fresh) add(key, 1);
  return [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cell, count]) => {
      const { study: of, wave, group } = placeOf(cell);
      return { study: of, wave, group, count };
    });
}
