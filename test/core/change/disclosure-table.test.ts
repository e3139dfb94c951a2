import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { suppressLine, suppressTable } from '../../../src/core/change/disclosure-table.js';

const shownOf = (counts: readonly number[], k = 5): (number | null)[] => {
  const hidden = suppressLine(counts, k);
  return counts.map((n, i) => (hidden[i] ? null : n));
};

test('one line: the examples of method.md §3.13', () => {
  assert.deepEqual(shownOf([12, 3, 9, 20]), [12, null, null, 20]);
  assert.deepEqual(shownOf([12, 2, 2, 20]), [null, null, null, 20]);
  assert.deepEqual(shownOf([12, 9, 20]), [12, 9, 20]);
  assert.deepEqual(shownOf([3, 4, 30]), [null, null, 30]);
  assert.deepEqual(shownOf([3, 0, 30]), [null, 0, null]);
  assert.deepEqual(shownOf([7, 12, 20], 8), [null, null, 20]);
});

/** All whole tables with the row and column totals of `table` that agree with what is shown; stops when the cell is seen to vary. */
function varies(
  table: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  r: number,
  c: number,
): boolean {
  // A closed way of hidden cells through (r, c), turning at rows and columns in turn, lets the cell go up or down by one.
  const rows = table.length;
  const columns = table[0]?.length ?? 0;
  const seen = new Set<string>();
  const reach = (row: number, column: number, alongRow: boolean): boolean => {
    const key = `${row},${column},${alongRow}`;
    if (seen.has(key)) return false;
    seen.add(key);
    if (alongRow) {
      for (let other = 0; other < columns; other++) {
        if (other !== column && hidden[row]?.[other] && reach(row, other, false)) return true;
      }
      return false;
    }
    for (let other = 0; other < rows; other++) {
      if (other === row || !hidden[other]?.[column]) continue;
      if (column === c && other === r) return true;
      if (reach(other, column, true)) return true;
    }
    return false;
  };
  return reach(r, c, true);
}

test('two ways: no hidden cell can be worked out from the totals of rows and columns', () => {
  const table = fc.integer({ min: 2, max: 5 }).chain((rows) =>
    fc.integer({ min: 2, max: 5 }).chain((columns) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    ),
  );
  let open = 0;
  fc.assert(
    fc.property(table, (counts) => {
      const { dropped, hidden } = suppressTable(counts, 5);
      if (dropped) {
        assert.ok(hidden.flat().every(Boolean));
        return;
      }
      const gone = hidden.flat().filter(Boolean).length;
      assert.ok(3 * gone <= hidden.flat().length);
      if (gone > 0) open++;
      counts.forEach((row, r) =>
        row.forEach((n, c) => {
          if (n > 0 && n < 5) assert.ok(hidden[r]?.[c]);
          if (hidden[r]?.[c]) assert.ok(varies(counts, hidden, r, c), `${JSON.stringify(counts)} at ${r},${c}`);
        }),
      );
    }),
    { numRuns: 2000 },
  );
  assert.ok(open > 50, 'tables with hidden cells were seen');
});

test('a table that would lose more than a third is dropped; one without few people is whole', () => {
  assert.ok(
    suppressTable(
      [
        [1, 20],
        [20, 20],
      ],
      5,
    ).dropped,
  );
  const { dropped, hidden } = suppressTable(
    [
      [10, 20],
      [20, 20],
    ],
    5,
  );
  assert.ok(!dropped && !hidden.flat().some(Boolean));
});
