import { readBackup } from '../../../core/backup/backup.js';
import type { LastBackup } from '../../../core/kiosk/backup-state.js';
import { backupLines, type BackupOf } from '../../../store/backup-lines.js';
import type { Store } from '../../../store/store.js';
import { removeResponses } from '../../../store/responses.js';
import { NDJSON } from '../../download.js';
import { tallyOf } from '../notice.js';
import { readRecords, type StoredRecord } from './records.js';

/** A backup file, ready to be handed to the browser. */
export interface BackupFile {
  readonly content: Blob;
  /** Name without its ending. */
  readonly name: string;
  /** What it holds, for the settings; not verified yet. */
  readonly made: LastBackup;
}

/** @param at the time of the copy */
export async function makeBackup(
  store: Store,
  study: string,
  device: string,
  at: Date,
  day: string,
): Promise<BackupFile> {
  // The tally first: a sheet that comes in meanwhile then counts as not yet copied.
  const tally = await tallyOf(store);
  const of = { study, device, createdAt: day };
  // A sheet may go (somebody withdraws) while the lines are counted: then once more.
  const { content, count } = await writeLines(store, of).catch(() => writeLines(store, of));
  const safeName = device.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return {
    content,
    name: ['canyu', study, safeName, day].filter(Boolean).join('-'),
    made: {
      at: at.getTime(),
      born: tally?.born ?? 0,
      seq: tally?.seq ?? 0,
      count,
      verified: false,
    },
  };
}

/** Characters that are handed over to the browser in one piece: it keeps blobs out of the page's heap. */
const PIECE = 1 << 20;

async function writeLines(store: Store, of: BackupOf): Promise<{ readonly content: Blob; readonly count: number }> {
  const pieces: Blob[] = [];
  let [text, count] = ['', -2];
  for await (const line of backupLines(store, of, crypto.subtle)) {
    text += `${line}\n`;
    count += 1;
    if (text.length < PIECE) continue;
    pieces.push(new Blob([text]));
    text = '';
  }
  return { content: new Blob([...pieces, text], { type: NDJSON }), count };
}

/** What comparing a file with the store gave. `good`: the file holds every sheet of the store. */
export type Verification =
  | {
      readonly outcome: 'good';
      /** Addresses of the sheets that the file is known to hold. */
      readonly held: ReadonlySet<string>;
      readonly count: number;
      readonly born: number;
      readonly seq: number;
    }
  | { readonly outcome: 'missing'; readonly missing: number; readonly count: number }
  | { readonly outcome: 'damaged' | 'foreign' };

/** Reads a backup file again and compares it with the store, address by address. */
export async function verifyBackup(store: Store, study: string, text: string): Promise<Verification> {
  const reading = await readBackup(text, crypto.subtle);
  if (!reading.ok || !reading.value.complete) return { outcome: 'damaged' };
  if (reading.value.header.study !== study) return { outcome: 'foreign' };
  const held = new Set(reading.value.records.map(({ address }) => address));
  const tally = await tallyOf(store);
  const { records, unreadable } = await readRecords(store, study);
  const missing = records.filter(({ address }) => !held.has(address)).length + unreadable;
  const count = records.length + unreadable;
  if (missing) return { outcome: 'missing', missing, count };
  return { outcome: 'good', held, count, born: tally?.born ?? 0, seq: tally?.seq ?? 0 };
}

/**
 * Deletes the sheets that a verified backup holds, and only those. Looks at the store again, because somebody may have answered
 * since; a sheet is deleted only with all that is stored under its id.
 */
export async function wipe(
  store: Store,
  study: string,
  held: ReadonlySet<string>,
): Promise<{ readonly removed: number; readonly kept: number }> {
  const { records, unreadable } = await readRecords(store, study);
  const isHeld = ({ address }: StoredRecord): boolean => held.has(address);
  const kept = new Set(records.filter((record) => !isHeld(record)).map(({ id }) => id));
  const ids = records.filter((record) => isHeld(record) && !kept.has(record.id)).map(({ id }) => id);
  const removed = ids.length ? await removeResponses(store, study, ids) : 0;
  return { removed, kept: records.length + unreadable - removed };
}
