import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { computeResults } from '../../../src/core/change/compute.js';
import { publishResults } from '../../../src/core/change/publish.js';
import {
  isHidden,
  type Change,
  type Hidden,
  type IndexResult,
  type Level,
  type ModesResult,
  type Pair,
  type Results,
} from '../../../src/core/change/types.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import { linkResponses } from '../../../src/core/link/match.js';
import type { SurveyResponse } from '../../../src/core/response/types.js';
import { personIndex, DOMAINS } from '../../../src/core/scoring/person-index.js';
import { scoreResponse } from '../../../src/core/scoring/score-response.js';
import { people, study } from '../fixtures/synthetic.js';

/*
 * An attacker who has a results document, knows how it is made and how many people are in each cell, and solves for the sums of the cells:
 * people of a group who answered only the baseline (a), only the endline (b), both (c, at either wave). Every figure that is shown is a
 * linear equation in these sums. A cell below the smallest cell must not be determined by them. Sums of squares obey the same
 * equations as sums where SDs are shown.
 */

const GROUPS = ['resident', 'official'] as const;
type GroupName = (typeof GROUPS)[number];
const PARTS = ['a', 'c1', 'b', 'c2'] as const;
/** Sizes of the cells of one score in one group. */
type Sizes = Readonly<Record<(typeof PARTS)[number], number>>;
type Row = Map<string, number>;

/** The true sizes of the cells, by score and group, from the sheets themselves. */
function sizesOf(responses: readonly SurveyResponse[]): Map<string, Record<GroupName, Sizes>> {
  const scores = (response: SurveyResponse): Record<string, number | null> => {
    const own = scoreResponse(participationTrust, response);
    const domains = Object.entries(DOMAINS).map(([id, scales]) => [id, personIndex(own, {}, scales)] as const);
    return { ...own, index: personIndex(own), ...Object.fromEntries(domains) };
  };
  const result = new Map<string, Record<GroupName, Sizes>>();
  for (const group of GROUPS) {
    const [first, second] = ['pre', 'post'].map((wave) =>
      responses.filter((response) => response.group === group && response.wave === wave),
    ) as [SurveyResponse[], SurveyResponse[]];
    const { used } = linkResponses(first, second);
    const [before, after] = [first.map(scores), second.map(scores)];
    const ids = Object.keys(scores({ answers: {}, form: 'full' } as SurveyResponse));
    for (const id of ids) {
      const has = (own: Record<string, number | null> | undefined): boolean => own?.[id] !== null && own !== undefined;
      const linked = used.filter(({ baseline, endline }) => has(before[baseline]) && has(after[endline])).length;
      const sizes = {
        a: before.filter(has).length - linked,
        b: after.filter(has).length - linked,
        c1: linked,
        c2: linked,
      };
      result.set(id, { ...(result.get(id) as Record<GroupName, Sizes>), [group]: sizes });
    }
  }
  return result;
}

const shown = <T extends object>(value: T | Hidden | undefined): T | undefined =>
  value === undefined || isHidden(value) ? undefined : value;
const known = (change: { estimate: unknown } | Hidden | undefined): boolean =>
  typeof shown(change)?.estimate === 'number';

/** Mean of a wave of a group as a row of the system. */
function meanOf(group: GroupName, sizes: Sizes, wave: 'baseline' | 'endline', by: number, row: Row): void {
  const parts = wave === 'baseline' ? (['a', 'c1'] as const) : (['b', 'c2'] as const);
  const n = sizes[parts[0]] + sizes[parts[1]];
  for (const part of parts) if (sizes[part] > 0) add(row, `${group}.${part}`, by / n);
}

function add(row: Row, key: string, by: number): void {
  row.set(key, (row.get(key) ?? 0) + by);
}

/** Everything a document shows about one score, as equations. */
function equations(results: Results, id: string, sizes: Record<GroupName, Sizes>): Row[] {
  const rows: Row[] = [];
  const equation = (make: (row: Row) => void): void => {
    const row: Row = new Map();
    make(row);
    rows.push(row);
  };
  const change = (group: GroupName, row: Row, by = 1): void => {
    meanOf(group, sizes[group], 'endline', by, row);
    meanOf(group, sizes[group], 'baseline', -by, row);
  };
  for (const group of GROUPS) {
    const own = sizes[group];
    const result = results.groups[group];
    const pairs = shown(
      id === 'index'
        ? result?.index
        : (shown(result?.constructs)?.[id] ??
            shown(result?.domains)?.[id as keyof typeof DOMAINS] ??
            shown(result?.frequency)?.[id] ??
            (id === 'LD' ? shown(result?.ladder)?.score : undefined)),
    ) as (Pair<Level | Hidden> & { paired?: Change | Hidden; unpaired?: Change | Hidden }) | undefined;
    if (!pairs) continue;
    for (const wave of ['baseline', 'endline'] as const) {
      if (typeof shown(pairs[wave])?.mean === 'number') equation((row) => meanOf(group, own, wave, 1, row));
    }
    if (known(pairs.change)) equation((row) => change(group, row));
    const linked = id === 'index' ? shown((pairs as IndexResult).sensitivity)?.linkedOnly : pairs.paired;
    if (known(linked)) {
      equation((row) => {
        add(row, `${group}.c2`, 1 / own.c2);
        add(row, `${group}.c1`, -1 / own.c1);
      });
    }
    if (known(pairs.unpaired)) {
      equation((row) => {
        add(row, `${group}.b`, 1 / own.b);
        add(row, `${group}.a`, -1 / own.a);
      });
    }
  }
  const gap = results.gaps[id];
  for (const wave of ['baseline', 'endline'] as const) {
    if (!known(gap?.[wave])) continue;
    equation((row) => {
      meanOf('official', sizes.official, wave, 1, row);
      meanOf('resident', sizes.resident, wave, -1, row);
    });
  }
  if (known(gap?.didChange)) {
    equation((row) => {
      change('official', row);
      change('resident', row, -1);
    });
  }
  if (id === 'index' && known(results.joint.index.change)) {
    equation((row) => {
      change('resident', row, results.settings.voice);
      change('official', row, 1 - results.settings.voice);
    });
  }
  return rows;
}

/** Whether a combination of unknowns is determined by the equations: it lies in the space of their rows. */
function determined(rows: readonly Row[], target: Row): boolean {
  const keys = [...new Set([...rows, target].flatMap((row) => [...row.keys()]))];
  const reduced: number[][] = [];
  const reduce = (given: readonly number[]): number[] => {
    const row = [...given];
    for (const other of reduced) {
      const pivot = other.findIndex((value) => value !== 0);
      const factor = (row[pivot] as number) / (other[pivot] as number);
      for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) - factor * (other[i] as number);
      row[pivot] = 0;
    }
    return row.map((value) => (Math.abs(value) < 1e-10 ? 0 : value));
  };
  for (const row of rows) {
    const rest = reduce(keys.map((key) => row.get(key) ?? 0));
    if (rest.some((value) => value !== 0)) reduced.push(rest);
  }
  return reduce(keys.map((key) => target.get(key) ?? 0)).every((value) => value === 0);
}

/** Cells and waves that are below the smallest cell and yet determined. */
function leaks(results: Results, sizes: Map<string, Record<GroupName, Sizes>>, k: number): string[] {
  const found: string[] = [];
  for (const [id, own] of sizes) {
    const rows = equations(results, id, own);
    for (const group of GROUPS) {
      const cells = [...PARTS.map((part) => [part]), ['a', 'c1'], ['b', 'c2']] as (keyof Sizes)[][];
      for (const cell of cells) {
        const n = cell.reduce((sum, part) => sum + own[group][part], 0);
        if (n === 0 || n >= k) continue;
        const target: Row = new Map(
          cell.flatMap((part) => (own[group][part] > 0 ? [[`${group}.${part}`, 1] as const] : [])),
        );
        if (determined(rows, target)) found.push(`${id} ${group} ${cell.join('+')} of ${n}`);
      }
    }
  }
  return found;
}

const size = fc.oneof(
  fc.integer({ min: 0, max: 6 }),
  fc.integer({ min: 0, max: 14 }),
  fc.integer({ min: 15, max: 30 }),
);

test('the attacker finds what is there to be found', () => {
  const sizes = { a: 3, c1: 20, b: 0, c2: 20 };
  const both = { resident: sizes, official: { a: 0, b: 0, c1: 0, c2: 0 } };
  const row = (entries: Record<string, number>): Row => new Map(Object.entries(entries));
  const level = row({ 'resident.a': 1 / 23, 'resident.c1': 1 / 23 });
  const later = row({ 'resident.c2': 1 / 20 });
  const paired = row({ 'resident.c2': 1 / 20, 'resident.c1': -1 / 20 });
  assert.ok(!determined([level, later], row({ 'resident.a': 1 })));
  assert.ok(determined([level, later, paired], row({ 'resident.a': 1 })));
  // The same with a document that shows what it must not show.
  const responses = people({ group: 'resident', linked: 20, onlyBaseline: 3, onlyEndline: 0, missing: 0 });
  const results = computeResults({ study, instrument: participationTrust, responses, options: { resamples: 20 } });
  assert.deepEqual(leaks(results, sizesOf(responses), 5), []);
  assert.deepEqual(sizesOf(responses).get('CY')?.resident, both.resident);
  const constructs = results.groups.resident?.constructs as Record<string, Record<string, unknown>>;
  const careless = {
    ...results,
    groups: {
      ...results.groups,
      resident: {
        ...results.groups.resident,
        constructs: { ...constructs, CY: { ...constructs['CY'], paired: { estimate: 7 } } },
      },
    },
  } as unknown as Results;
  assert.deepEqual(leaks(careless, sizesOf(responses), 5), ['CY resident a of 3']);
});

test('no cell below the smallest can be solved for, in a document and in a published one', () => {
  let small = 0;
  fc.assert(
    fc.property(
      size,
      size,
      size,
      size,
      size,
      size,
      fc.constantFrom(0, 0.1, 0.25),
      fc.constantFrom(5, 7),
      (rl, rb, re, ol, ob, oe, missing, k) => {
        const responses = [
          ...people({ group: 'resident', linked: rl, onlyBaseline: rb, onlyEndline: re, missing }, rl + 31 * rb),
          ...people({ group: 'official', linked: ol, onlyBaseline: ob, onlyEndline: oe, missing }, ol + 31 * oe),
        ];
        const results = computeResults({
          study: { ...study, minimumCell: k },
          instrument: participationTrust,
          responses,
          options: { resamples: 20 },
        });
        const sizes = sizesOf(responses);
        for (const own of sizes.values()) {
          for (const group of GROUPS)
            small += PARTS.filter((part) => own[group][part] > 0 && own[group][part] < k).length;
        }
        assert.deepEqual(leaks(results, sizes, k), []);
        assert.deepEqual(leaks(publishResults(results), sizes, 10), []);
      },
    ),
    { numRuns: 150 },
  );
  assert.ok(small > 1000, `${small} small cells were attacked`);
});

/** All ways to fill hidden counts so that a total is met. */
function fillings(total: number, cells: number): number[][] {
  if (cells === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) =>
    fillings(total - first, cells - 1).map((rest) => [first, ...rest]),
  ).flat();
}

test('hidden counts have more than one solution, also for one who knows the rule by which they are hidden', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 6 }),
      (self, helped, paper) => {
        const modes = [
          ...Array<'self'>(self).fill('self'),
          ...Array<'helped'>(helped).fill('helped'),
          ...Array<'paper'>(paper).fill('paper'),
        ];
        const responses = people({
          group: 'resident',
          linked: 0,
          onlyBaseline: modes.length,
          onlyEndline: 20,
          missing: 0,
        }).map((response, i) => ({ ...response, mode: modes[i] ?? ('self' as const) }));
        const results = computeResults({
          study,
          instrument: participationTrust,
          responses,
          options: { resamples: 20 },
        });
        const own = shown<ModesResult>(shown(shown(results.groups.resident?.quality)?.modes)?.baseline);
        if (!own) return;
        const counts = [own.self, own.helped, own.paper];
        const hidden = counts.flatMap((count, i) => (typeof count === 'number' ? [] : [i]));
        if (hidden.length === 0) return;
        const rest = own.n - counts.reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
        // The rule hides every count of 1–4: so of a solution at least one hidden count is 1–4, and no hidden one is 0.
        const solutions = fillings(rest, hidden.length).filter(
          (filling) => filling.every((n) => n > 0) && filling.some((n) => n < 5),
        );
        const truth = [self, helped, paper];
        for (const [position, i] of hidden.entries()) {
          if ((truth[i] as number) >= 5) continue;
          assert.ok(new Set(solutions.map((filling) => filling[position])).size > 1, `${self} ${helped} ${paper}`);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('published counts: whatever is hidden of up, same and down cannot be told from what is shown', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: -2, max: 2 }),
      (linked, seed, direction) => {
        const responses = people(
          { group: 'resident', linked, onlyBaseline: 12, onlyEndline: 12, missing: 0, shift: direction / 6 },
          seed,
        );
        const results = computeResults({
          study,
          instrument: participationTrust,
          responses,
          options: { resamples: 20 },
        });
        const published = publishResults(results);
        for (const [id, construct] of Object.entries(shown(results.groups.resident?.constructs) ?? {})) {
          const exact = shown(shown(construct)?.netImprovement);
          const own = shown(shown(published.groups.resident?.constructs)?.[id]);
          if (!exact || !own) continue;
          const few = [exact.up, exact.same, exact.down].some((n) => typeof n === 'number' && n > 0 && n < 5);
          for (const figure of ['netImprovement', 'wilcoxon'] as const) {
            assert.equal(few && !isHidden(own[figure]), false, `${id} ${figure}`);
          }
          const moved = shown(own.reliableChange);
          if (moved) {
            for (const n of [moved.up, moved.same, moved.down]) assert.ok(n === 0 || (n as number) >= 5);
            const all = shown(own.netImprovement);
            if (all) {
              for (const rest of [
                (all.up as number) - (moved.up as number),
                (all.down as number) - (moved.down as number),
              ]) {
                assert.ok(rest === 0 || rest >= 5, `${id}: ${rest} moved a little`);
              }
            }
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('published items: all counts or none, and no mean beside hidden counts', () => {
  for (let seed = 1; seed <= 8; seed++) {
    const responses = people(
      { group: 'resident', linked: 20, onlyBaseline: 3 * seed, onlyEndline: 12, missing: 0.1 },
      seed,
    );
    const published = publishResults(
      computeResults({ study, instrument: participationTrust, responses, options: { resamples: 20 } }),
    );
    for (const [id, item] of Object.entries(shown(published.groups.resident?.items) ?? {})) {
      const own = shown(item);
      for (const wave of ['baseline', 'endline'] as const) {
        const answers = shown(own?.[wave]);
        if (!answers) continue;
        if (isHidden(answers.counts)) {
          const score = own?.score;
          assert.ok(score && (isHidden(score) || (isHidden(score[wave]) && isHidden(score.change))), id);
        } else {
          assert.ok(
            answers.counts.every((n) => n === 0 || n >= 5),
            id,
          );
        }
        assert.equal(isHidden(answers.dontKnow), isHidden(answers.notSaid), id);
      }
    }
  }
});
