import { receiptOf } from '../../core/backup/receipt.js';
import { addressOf } from '../../core/json/canonical.js';
import type { Outcome } from '../../core/kiosk/types.js';
import { ask } from '../../store/ask.js';
import { responseKey, type Cell } from '../../store/keys.js';
import type { Store } from '../../store/store.js';

/** What became of a sheet that its survey has finished with, as the store tells it. Never rejects; the id stays here. */
export async function outcomeOf(store: Store, sheet: Cell & { readonly id: string }): Promise<Outcome> {
  try {
    const text = await store.transact(['responses'], 'readonly', (transaction) =>
      ask<string | undefined>(() => transaction.objectStore('responses').get(responseKey(sheet))),
    );
    if (text === undefined) return { stored: false, code: false };
    const record = JSON.parse(text) as { readonly link?: unknown };
    const { subtle } = crypto as Partial<Crypto>;
    const receipt = subtle && receiptOf(await addressOf(record, subtle));
    return { stored: true, receipt, code: Array.isArray(record.link) };
  } catch {
    return { stored: false, code: false };
  }
}
