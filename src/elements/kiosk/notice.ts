import { backupLevel, type LastBackup } from '../../core/kiosk/backup-state.js';
import type { Store } from '../../store/store.js';
import { readTally, type Tally } from '../../store/tally.js';
import { isLoss, readWatermark } from '../../store/watermark.js';

/** What the first screen tells staff in small print; undefined: all is well. */
export type StaffNotice = 'backup' | 'lost' | undefined;

/** The store's own count. Rejects where the store cannot be opened. */
export const tallyOf = (store: Store): Promise<Tally | undefined> => store.transact(['meta'], 'readonly', readTally);

/**
 * Rejects where the store cannot be opened.
 *
 * @param now milliseconds since 1970
 */
export async function noticeOf(store: Store, last: LastBackup | undefined, now: number): Promise<StaffNotice> {
  const mark = readWatermark(store.marks, store.name);
  const tally = await tallyOf(store);
  if (!tally || isLoss(mark, tally)) return 'lost';
  return backupLevel(last, tally, now) === 'overdue' ? 'backup' : undefined;
}
