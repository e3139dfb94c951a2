import type { Tally } from './tally.js';

/** Gives the localStorage to use. A function, because reading the page's own can throw. */
export type Marks = () => Pick<Storage, 'getItem' | 'setItem'>;

import { label } from './keys.js';

/** The watermark of a database; nothing where there is none or no localStorage. */
export function readWatermark(marks: Marks, name: string): Tally | null | undefined {
  try {
    return JSON.parse(marks().getItem(label(name))!) as Tally | null;
  } catch {
    return undefined;
  }
}

/** Sets the watermark. Without localStorage there is none, and the responses are safe all the same. */
export function setWatermark(marks: Marks, name: string, tally: Tally): void {
  try {
    marks().setItem(label(name), JSON.stringify(tally));
  } catch {
    // See above.
  }
}

/**
 * Whether the database has lost what the watermark saw. A watermark that is behind is normal: the page was closed between the
 * transaction and the watermark, or another tab was faster. One of an empty database has nothing to lose.
 */
export const isLoss = (mark: Tally | null | undefined, tally: Tally | undefined): boolean =>
  !tally ||
  tally.lost ||
  (!!mark?.count &&
    (mark.born !== tally.born || mark.seq > tally.seq || (mark.seq === tally.seq && mark.root !== tally.root)));

/** Raises the watermark to `tally`, unless it is ahead or of another database: it then tells of a loss. */
export function raiseWatermark(marks: Marks, name: string, tally: Tally): void {
  if (!isLoss(readWatermark(marks, name), tally)) setWatermark(marks, name, tally);
}
