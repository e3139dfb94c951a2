import { announce, type StoreChange } from './changes.js';
import type { Store } from './store.js';
import type { Tally } from './tally.js';
import { raiseWatermark } from './watermark.js';

/** After a transaction that added or removed many responses: raises the watermark and tells of the change, study by study. */
export function tell(
  { marks, name }: Store,
  tally: Tally,
  kind: StoreChange['kind'],
  changed: readonly { readonly study: string; readonly id: string }[],
): void {
  raiseWatermark(marks, name, tally);
  for (const study of new Set(changed.map((one) => one.study))) {
    const ids = changed.filter((one) => one.study === study).map(({ id }) => id);
    announce(name, { kind, study, ids });
  }
}
