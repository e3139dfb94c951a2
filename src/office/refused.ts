import { isHidden } from '../core/change/types.js';
import type { OfficeRequest } from './types.js';
import type { OfficeWords } from './words.js';

/** Suggestions that were declined or deferred, with what was said of them. */
export interface RefusedTable {
  readonly rows: readonly (readonly string[])[];
  /** The rows are empty, to be filled in. */
  readonly isBlank: boolean;
  readonly note?: string;
}

/** Rows of a page of the deck. */
const MOST = 6;

/** The suggestions not taken up; a results file has only their number, so that there are blank lines for them. */
export function refusedTable({ results, entries }: OfficeRequest, own: OfficeWords, most = MOST): RefusedTable {
  const rows = entries.flatMap((entry) =>
    entry.kind === 'suggestion' && (entry.status === 'declined' || entry.status === 'deferred')
      ? [[entry.text, own.status[entry.status], entry.reason?.trim() ? entry.reason : own.noReason]]
      : [],
  );
  if (rows.length > most) return { rows: rows.slice(0, most), isBlank: false, note: own.more(rows.length - most) };
  if (rows.length > 0) return { rows, isBlank: false };
  const suggestions = results.ledger?.suggestions;
  const count =
    suggestions === undefined || isHidden(suggestions)
      ? undefined
      : suggestions.byStatus.declined + suggestions.byStatus.deferred;
  if (count === 0) return { rows: [], isBlank: false, note: own.noDeclined };
  const blank = Math.min(count ?? 3, most);
  return {
    rows: Array.from({ length: blank }, () => ['', '', '']),
    isBlank: true,
    note: count === undefined ? own.noRecord : own.textsElsewhere,
  };
}
