import type { Entry } from '../core/ledger/types.js';
import type { Cell, Table, TableColumn } from './table.js';
import type { ExportWords } from './words.js';

/** Columns that can name a person; only with the person-level data. */
const NAMING: ReadonlySet<string> = new Set(['who', 'owner', 'contributors', 'by', 'post']);
const DAYS: ReadonlySet<string> = new Set(['date', 'due', 'doneOn', 'reportedBackOn', 'until']);
const FIRST = ['kind', 'date', 'id'] as const;

/**
 * The rows of a ledger, one column for each member that a kind of row has; members of members as `members.government`. Without `withNames`
 * the columns that can name somebody are left out.
 */
export function ledgerTable(entries: readonly Entry[], withNames: boolean, words: ExportWords): Table {
  const flat = entries.map((entry) => flatten(entry));
  const found = new Set(flat.flatMap((row) => [...row.keys()]));
  for (const name of ['schema', 'study', ...FIRST]) found.delete(name);
  const names = [...FIRST, ...found].filter((name) => withNames || !NAMING.has(name));
  const isNumber = (name: string): boolean => flat.every((row) => typeof (row.get(name) ?? 0) === 'number');
  return {
    name: 'ledger',
    title: words.sheets.ledger,
    columns: names.map((name): TableColumn => ({
      id: name.replaceAll('.', '_'),
      type: DAYS.has(name) ? 'day' : isNumber(name) ? 'number' : 'text',
      width: DAYS.has(name) ? 12 : /^(?:text|label|reason|what|name|evidence)$/.test(name) ? 40 : 14,
    })),
    rows: flat
      .map((row) => names.map((name) => row.get(name) ?? null))
      .sort((a, b) => (`${a[0] ?? ''} ${a[1] ?? ''}` < `${b[0] ?? ''} ${b[1] ?? ''}` ? -1 : 1)),
    frozen: 2,
  };
}

function flatten(value: object, prefix = ''): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [key, member] of Object.entries(value) as [string, unknown][]) {
    if (Array.isArray(member)) cells.set(prefix + key, member.map(String).join('; '));
    else if (typeof member === 'object' && member !== null) {
      for (const [name, cell] of flatten(member, `${prefix}${key}.`)) cells.set(name, cell);
    } else if (typeof member === 'number' || typeof member === 'string') cells.set(prefix + key, member);
    else if (typeof member === 'boolean') cells.set(prefix + key, member ? 1 : 0);
  }
  return cells;
}
