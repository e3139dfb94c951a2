/** The last copy that staff made of what is on the device. */
export interface LastBackup {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** State of the store that it holds: the tally's `born` and `seq`. */
  readonly born: number;
  readonly seq: number;
  /** Sheets in it. */
  readonly count: number;
  /** The file was read again and holds every sheet. A download alone shows nothing of the kind. */
  readonly verified: boolean;
}

/**
 * How things stand with the copies. `empty`: there is nothing to copy · `safe`: the last copy holds every sheet and was read again ·
 * `due`: there is something that no copy is known to hold · `overdue`: so for more than a day, or there never was a copy.
 */
export type BackupLevel = 'empty' | 'safe' | 'due' | 'overdue';

const DAY = 24 * 60 * 60 * 1000;

/** @param now milliseconds since 1970 */
export function backupLevel(
  last: LastBackup | undefined,
  store: { readonly born: number; readonly seq: number; readonly count: number },
  now: number,
): BackupLevel {
  if (store.count === 0) return 'empty';
  if (last?.verified && last.born === store.born && last.seq === store.seq) return 'safe';
  return last && now - last.at < DAY ? 'due' : 'overdue';
}
