/*
 * Suppression in tables of counts (method.md §3.13.1–2). A cell of 1 to k - 1 people is hidden; so are further cells, until what is hidden
 * in a line cannot be worked out from its total.
 */

/**
 * Which counts of a partition with a known total are hidden: those of 1 to k - 1 people, then the smallest open ones, until the hidden
 * people are at least k and in at least two cells. A count of 0 hides nobody and helps to hide nobody; it stays.
 */
export function suppressLine(
  counts: readonly number[],
  k: number,
  hidden = counts.map((n) => isSmall(n, k)),
): boolean[] {
  const now = [...hidden];
  while (!isSafe(counts, now, k)) {
    const next = smallestOpen(counts, now);
    if (next === undefined) break;
    now[next] = true;
  }
  return now;
}

/** A table with its hidden cells, or none of it. */
export interface SuppressedTable {
  /** More than a third of the cells would have to go: the table is not shown. */
  readonly dropped: boolean;
  /** By row and column; all true when dropped. */
  readonly hidden: readonly (readonly boolean[])[];
}

/**
 * Which cells of a two-way table with known row and column totals are hidden: rows and columns by `suppressLine` in turn until nothing
 * changes. A cell that alone joins two parts of what is hidden is still known from the totals of one part; then a further cell of its row
 * or column goes. Where more than a third of the cells would go, the table is dropped.
 */
export function suppressTable(table: readonly (readonly number[])[], k: number): SuppressedTable {
  const rows = table.length;
  const columns = table[0]?.length ?? 0;
  const hidden = table.map((row) => row.map((n) => isSmall(n, k)));
  const column = <T>(of: readonly (readonly T[])[], c: number): T[] => of.map((row) => row[c] as T);
  const hide = (r: number, c: number): void => {
    (hidden[r] as boolean[])[c] = true;
  };
  const gone = (): number => hidden.reduce((sum, row) => sum + row.filter(Boolean).length, 0);
  for (let before = -1; before < gone();) {
    before = gone();
    for (let r = 0; r < rows; r++) {
      suppressLine(table[r] as number[], k, hidden[r]).forEach((now, c) => {
        if (now) hide(r, c);
      });
    }
    for (let c = 0; c < columns; c++) {
      suppressLine(column(table, c), k, column(hidden, c)).forEach((now, r) => {
        if (now) hide(r, c);
      });
    }
    const bridge = gone() === before ? findBridge(hidden) : undefined;
    if (bridge) {
      const [r, c] = bridge;
      const inRow = smallestOpen(table[r] as number[], hidden[r] as boolean[]);
      const inColumn = smallestOpen(column(table, c), column(hidden, c));
      if (inRow !== undefined) hide(r, inRow);
      else if (inColumn !== undefined) hide(inColumn, c);
    }
  }
  const dropped = 3 * gone() > rows * columns || findBridge(hidden) !== undefined;
  return { dropped, hidden: dropped ? hidden.map((row) => row.map(() => true)) : hidden };
}

function isSmall(n: number, k: number): boolean {
  return n > 0 && n < k;
}

/** Nobody is hidden, or at least k people in at least two cells. */
function isSafe(counts: readonly number[], hidden: readonly boolean[], k: number): boolean {
  const sizes = counts.filter((n, i) => hidden[i] && n > 0);
  const people = sizes.reduce((sum, n) => sum + n, 0);
  return people === 0 || (people >= k && sizes.length >= 2);
}

function smallestOpen(counts: readonly number[], hidden: readonly boolean[]): number | undefined {
  let best: number | undefined;
  counts.forEach((n, i) => {
    if (!hidden[i] && n > 0 && (best === undefined || n < (counts[best] as number))) best = i;
  });
  return best;
}

/**
 * A hidden cell without which its row and its column are no longer joined by hidden cells. The totals of the rows on one side, minus those
 * of the columns there, are its value.
 */
function findBridge(hidden: readonly (readonly boolean[])[]): [number, number] | undefined {
  for (const [r, row] of hidden.entries()) {
    for (const [c, own] of row.entries()) if (own && !joined(hidden, r, c)) return [r, c];
  }
  return undefined;
}

/** Whether row r and column c are joined by hidden cells other than (r, c). */
function joined(hidden: readonly (readonly boolean[])[], r: number, c: number): boolean {
  const rows = new Set([r]);
  const columns = new Set<number>();
  for (let grew = true; grew;) {
    grew = false;
    for (const [i, row] of hidden.entries()) {
      for (const [j, own] of row.entries()) {
        if (!own || (i === r && j === c) || rows.has(i) === columns.has(j)) continue;
        rows.add(i);
        columns.add(j);
        grew = true;
      }
    }
  }
  return columns.has(c);
}
