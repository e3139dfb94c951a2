import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../../src/core/stats/random.js';
import { rank, tally, tallyOfCells, tallyPairs, tallyRanks } from '../../../src/core/stats/tally.js';

/** Kinds of values: integers close together, far apart, fractions with few and with many values; some missing, some -0. */
const kinds: Readonly<Record<string, (u: number) => number>> = {
  keys: (u) => Math.floor(u * 240) - 60,
  'far apart': (u) => Math.floor(u * 50) * 10_000,
  fractions: (u) => Math.floor(u * 36) / 36,
  'all different': (u) => u * 100,
};
const values = (kind: string, n: number, seed: number): number[] => {
  const random = createRandom(seed, kind);
  return Array.from({ length: n }, () => {
    const u = random.uniform();
    return u < 0.05 ? NaN : u < 0.07 ? -0 : (kinds[kind] as (u: number) => number)(random.uniform());
  });
};
const counted = <K>(keys: readonly K[]): Map<K, number> => {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

test('values are counted as a Map counts them, in rising order', () => {
  for (const kind of Object.keys(kinds)) {
    for (const n of [0, 1, 7, 3000]) {
      const given = values(kind, n, n);
      const expected = counted(given.filter((value) => value === value).map((value) => value + 0));
      const { n: found, values: distinct, counts } = tally(given);
      const order = [...expected.keys()].sort((a, b) => a - b);
      assert.deepEqual([...distinct], order, `${kind} ${n}`);
      assert.deepEqual(
        [...counts],
        order.map((value) => expected.get(value)),
      );
      assert.equal(
        found,
        [...counts].reduce((a, b) => a + b, 0),
      );
    }
  }
});

test('pairs are counted as a Map counts them, by first and then by second', () => {
  for (const kind of Object.keys(kinds)) {
    for (const n of [0, 1, 9, 4000]) {
      const [first, second] = [values(kind, n, 1), values(kind === 'keys' ? 'fractions' : kind, n, 2)];
      const complete = first.flatMap((x, i): [number, number][] => {
        const y = second[i] as number;
        return x === x && y === y ? [[x + 0, y + 0]] : [];
      });
      const expected = counted(complete.map((pair) => pair.join()));
      const cells = tallyPairs(first, second);
      assert.equal(cells.n, complete.length);
      assert.equal(cells.counts.length, expected.size, kind);
      cells.counts.forEach((count, i) => {
        assert.equal(count, expected.get(`${cells.first[i]},${cells.second[i]}`), `${kind} ${n}`);
        if (i === 0) return;
        const [a, b] = [cells.first[i - 1] as number, cells.first[i] as number];
        assert.ok(a < b || (a === b && cells.second[i - 1]! < cells.second[i]!));
      });
    }
  }
});

test('ranks lead back to the values; who is left out is not counted', () => {
  for (const kind of Object.keys(kinds)) {
    const given = values(kind, 500, 3);
    const ranked = rank(given);
    given.forEach((value, i) => {
      const place = ranked.ranks[i] as number;
      if (value !== value) assert.equal(place, -1);
      else assert.equal(ranked.values[place], value + 0);
    });
    const leftOut = Uint8Array.from(given, (_, i) => (i % 3 === 0 ? 1 : 0));
    const rest = given.filter((_, i) => i % 3 !== 0);
    assert.deepEqual(tallyRanks(ranked, leftOut), tally(rest));
  }
});

test('cells are brought together; a cell that comes to nothing goes', () => {
  assert.deepEqual(tallyOfCells([3, 1, 3, 2, 1], [1, 2, 4, 5, -2]), {
    n: 10,
    values: Float64Array.of(2, 3),
    counts: Float64Array.of(5, 5),
  });
});
