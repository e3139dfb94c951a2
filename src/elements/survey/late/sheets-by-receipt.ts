import { receiptOf } from '../../../core/backup/receipt.js';
import { addressOf, type DigestSubtle } from '../../../core/json/canonical.js';
import { ask } from '../../../store/ask.js';
import { SEALED } from '../../../store/keys.js';
import { pages } from '../../../store/pages.js';
import { placeOf, rangeOf } from '../../../store/ranges.js';
import type { Store } from '../../../store/store.js';

/** A sheet that a receipt belongs to: where it is, and nothing of what it says. */
export interface SheetOfReceipt {
  /** Id of its wave, which stands outside the seal. */
  readonly wave: string;
  /** Under which the store has it: the id of the response, or the address of a sealed record from a file. Copies of one sheet can have both. */
  readonly ids: readonly string[];
}

/**
 * Finds the sheet of a study in this store whose address begins as the receipt says: sealed here, sealed elsewhere and brought by a file,
 * or sealed and opened since. Only keys and addresses are looked at, with what an address is made of; nothing is opened.
 *
 * @param receipt as `receiptOf` writes it
 * @returns undefined when there is none; `ambiguous` when two records that are not the same have this receipt
 * @throws StoreError when the store cannot be read
 */
export async function findByReceipt(
  store: Store,
  study: string,
  receipt: string,
  subtle: DigestSubtle,
): Promise<SheetOfReceipt | 'ambiguous' | undefined> {
  const found = new Map<string, { readonly wave: string; readonly ids: Set<string> }>();
  const take = (address: string, key: string): void => {
    if (receiptOf(address) !== receipt) return;
    const { wave, id } = placeOf(key);
    const sheet = found.get(address) ?? { wave, ids: new Set() };
    found.set(address, sheet);
    sheet.ids.add(id);
  };
  for await (const page of pages(store, study)) {
    const addresses = await Promise.all(page.map(([key, text]) => addressIn(key, text, subtle)));
    page.forEach(([key], index) => take(addresses[index] ?? '', key));
  }
  for (const [address, key] of await openedOf(store, study, receipt)) take(address, key);
  const [sheet, another] = found.values();
  if (another) return 'ambiguous';
  return sheet && { wave: sheet.wave, ids: [...sheet.ids] };
}

/** The address of a stored record; undefined for one that cannot be read, which nobody has a receipt of. */
async function addressIn(key: string, text: unknown, subtle: DigestSubtle): Promise<string | undefined> {
  const { group, id } = placeOf(key);
  if (group === SEALED) return id;
  try {
    return await addressOf(JSON.parse(text as string), subtle);
  } catch {
    return undefined;
  }
}

/** By the notes of which record held which response: the responses that are still there of opened records with this receipt. */
function openedOf(store: Store, study: string, receipt: string): Promise<readonly (readonly [string, string])[]> {
  return store.transact(['responses', 'meta'], 'readonly', async (transaction) => {
    const meta = transaction.objectStore('meta');
    const opened: [string, string][] = [];
    for (const note of await ask<string[]>(() => meta.getAllKeys(rangeOf(study, 'opened/')))) {
      const address = note.slice(note.lastIndexOf('/') + 1);
      if (receiptOf(address) !== receipt) continue;
      const key = await ask<string>(() => meta.get(note));
      if (await ask<number>(() => transaction.objectStore('responses').count(key))) opened.push([address, key]);
    }
    return opened;
  });
}
