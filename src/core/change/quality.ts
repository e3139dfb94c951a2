import type { SurveyResponse } from '../response/types.js';
import { attritionOf } from './attrition.js';
import { mostlyShort, WAVES, type Column, type GroupColumns, type WaveName } from './columns.js';
import { compare, levelsAndChange, type Comparison } from './comparison.js';
import { collapse, rate, suppressed, tierOf } from './disclosure.js';
import { suppressLine } from './disclosure-table.js';
import type { ItemTable } from './item-table.js';
import type { GroupSheets } from './sheets.js';
import { standardsMoved } from './standards.js';
import { thenTestOf } from './then-test.js';
import {
  isHidden,
  type ByWave,
  type Hidden,
  type ItemResult,
  type ModesResult,
  type QualityResult,
  type Rate,
  type Shown,
} from './types.js';

/** Opposites: one statement keyed each way (method.md §3.20). */
const OPPOSITES = [
  ['CY1', 'CY5'],
  ['CJ1', 'CJ4'],
  ['PR2', 'PR3'],
  ['TR1', 'TR4'],
  ['RC1', 'RC4'],
  ['GV2', 'GV3'],
] as const;
/** Fewest pairs of opposites from which a person's tendency is told. */
const FEWEST_OPPOSITES = 3;
/** Agreeing with both sides by more than this is flagged. */
const ACQUIESCENT = 1;
/** Fewest answers to statements keyed both ways of which one can say that they never vary. */
const STRAIGHT_ITEMS = 15;
/** Faster than this an item was not read. */
const SECONDS_AN_ITEM = 2;
const MODES = ['self', 'helped', 'paper'] as const;

/** What the quality of a group's answers is told from. */
export interface QualityInput {
  readonly sheets: GroupSheets;
  readonly columns: GroupColumns;
  /** Of the scales. */
  readonly comparisons: readonly Comparison[];
  readonly items: Readonly<Record<string, ItemResult | Hidden>> | Hidden;
  readonly prorated: Prorated;
  readonly k: number;
}

/** The quality of the answers of a group (method.md §3.2, §3.6, §3.15, §3.20). Nobody is dropped for it: figures are run with and without. */
export function* qualityResult(input: QualityInput): Generator<void, QualityResult | Hidden> {
  const { sheets, columns, comparisons, items, prorated, k } = input;
  const { table } = columns;
  const share = (of: (wave: WaveName) => readonly [count: number, n: number]): ByWave<Rate | Hidden> | Hidden => {
    const one = (wave: WaveName): Rate | Hidden => rate(...of(wave), k);
    return collapse({ baseline: one('baseline'), endline: one('endline') });
  };
  const tendency = acquiescence(table, sheets);
  yield;
  const straight = share((wave) => [
    count(columns.straight[wave], (own) => own === 1),
    judgeable(table, wave, columns),
  ]);
  yield;
  const speeders = share((wave) => speedersOf(sheets[wave], columns.answers[wave]));
  yield;
  const used = columns.links.used.length;
  const moved = standardsMoved(items);
  const thenTest = thenTestOf(sheets, columns, comparisons, k);
  return collapse({
    acquiescence: collapse({
      score: collapse(levelsAndChange(compare(tendency, columns.links.used), k)),
      share: {
        baseline: rate(
          count(tendency.baseline, (own) => own > ACQUIESCENT),
          numbers(tendency.baseline),
          k,
        ),
        endline: rate(
          count(tendency.endline, (own) => own > ACQUIESCENT),
          numbers(tendency.endline),
          k,
        ),
      },
    }),
    straightLiners: straight,
    speeders,
    prorated: collapse(
      Object.fromEntries(
        Object.entries(prorated.counts).map(([id, of]) => [
          id,
          collapse({
            baseline: proratedShare(of.baseline, sheets.baseline.length, k),
            endline: proratedShare(of.endline, sheets.endline.length, k),
          }),
        ]),
      ),
    ),
    modes: collapse({ baseline: modesOf(sheets.baseline, k), endline: modesOf(sheets.endline, k) }),
    coded: share((wave) => [sheets[wave].filter(({ link }) => link !== null).length, sheets[wave].length]),
    linked: share((wave) => [used, sheets[wave].length]),
    attrition: collapse(
      Object.fromEntries(comparisons.map((comparison) => [comparison.id, attritionOf(comparison, k)])),
    ),
    ...(moved !== undefined && { standards: { moved } }),
    ...(thenTest !== undefined && { thenTest }),
  });
}

function count(values: ArrayLike<number>, test: (value: number) => boolean): number {
  let n = 0;
  for (let i = 0; i < values.length; i++) if (test(values[i] as number)) n++;
  return n;
}

function numbers(values: ArrayLike<number>): number {
  return count(values, (value) => value === value);
}

/** Mean over pairs of opposites of (raw₁ + raw₂)/2 - 3, for each sheet; NaN with fewer than three complete pairs. In answer steps. */
function acquiescence({ items, cells }: ItemTable, sheets: GroupSheets): Column {
  const byId = new Map(items.map((item) => [item.id, item]));
  const pairs = OPPOSITES.flatMap(([one, two]) => {
    const [first, second] = [byId.get(one), byId.get(two)];
    return first && second ? [[first, second] as const] : [];
  });
  const wave = (name: WaveName): Float64Array => {
    const people = sheets[name].length;
    const sums = new Float64Array(people);
    const answered = new Uint8Array(people);
    for (const [first, second] of pairs) {
      const [one, two] = [cells[name][first.at] as Int8Array, cells[name][second.at] as Int8Array];
      const centre = middle(first.options);
      for (let i = 0; i < people; i++) {
        const [a, b] = [one[i] as number, two[i] as number];
        if (a < 0 || b < 0) continue;
        answered[i]!++;
        sums[i]! += ((first.options[a] as number) + (second.options[b] as number)) / 2 - centre;
      }
    }
    return sums.map((sum, i) => ((answered[i] as number) >= FEWEST_OPPOSITES ? sum / (answered[i] as number) : NaN));
  };
  // A unit of 100 leaves steps as they are.
  return { id: 'acquiescence', denominator: 100, baseline: wave('baseline'), endline: wave('endline') };
}

function middle(options: readonly number[]): number {
  return ((options[0] as number) + (options[options.length - 1] as number)) / 2;
}

/** Sheets with at least 15 answers to statements keyed both ways: of others nobody can say that they never vary. */
function judgeable({ items, cells, sheets }: ItemTable, wave: WaveName, { keys }: GroupColumns): number {
  const mixed = keys.filter((key) => key.kind === 'scale').flatMap((key) => key.items);
  const answered = new Uint8Array(sheets[wave]);
  const reversed = new Uint8Array(sheets[wave]);
  for (const { at } of mixed) {
    const column = cells[wave][at] as Int8Array;
    const turned = items[at]?.reversed ? 1 : 0;
    for (let i = 0; i < column.length; i++) {
      if ((column[i] as number) < 0) continue;
      answered[i]!++;
      reversed[i]! += turned;
    }
  }
  let n = 0;
  for (let i = 0; i < answered.length; i++) {
    const [all, turned] = [answered[i] as number, reversed[i] as number];
    if (all >= STRAIGHT_ITEMS && turned > 0 && turned < all) n++;
  }
  return n;
}

/** Sheets filled in alone at under two seconds an answer, and all sheets filled in alone. */
function speedersOf(sheets: readonly SurveyResponse[], answers: Uint16Array): readonly [number, number] {
  let fast = 0;
  let alone = 0;
  sheets.forEach(({ mode, seconds }, i) => {
    const answered = answers[i] as number;
    if (mode !== 'self' || answered === 0) return;
    alone++;
    if (seconds < SECONDS_AN_ITEM * answered) fast++;
  });
  return [fast, alone];
}

/** Scores of one scale at a wave, and those of them that were made from some of its items. */
export interface ScoreCounts {
  readonly n: number;
  readonly prorated: number;
}

/** Which scores are prorated, and how many (method.md §3.2). */
export interface Prorated {
  /** By scale, and of all scales together under `all`. */
  readonly counts: Readonly<Record<string, ByWave<ScoreCounts>>>;
  /** By scale: 1 for a sheet that lacks an answer to an item of the form from which its score is made. */
  readonly incomplete: ReadonlyMap<string, ByWave<Uint8Array>>;
}

/** Finds the scores that are made from some of a scale's items only. */
export function proratedOf(sheets: GroupSheets, columns: GroupColumns): Prorated {
  const { table } = columns;
  const allShort = WAVES.some((name) => mostlyShort(sheets[name]));
  const short = (wave: WaveName): Uint8Array =>
    Uint8Array.from(sheets[wave], ({ form }) => (allShort || form === 'short' ? 1 : 0));
  const shortSheets = { baseline: short('baseline'), endline: short('endline') };
  const counts: Record<string, ByWave<ScoreCounts>> = {};
  const total = { baseline: { n: 0, prorated: 0 }, endline: { n: 0, prorated: 0 } };
  const incomplete = new Map<string, ByWave<Uint8Array>>();
  for (const key of columns.keys) {
    if (key.kind !== 'scale') continue;
    const marks = { baseline: new Uint8Array(0), endline: new Uint8Array(0) };
    const own = { baseline: { n: 0, prorated: 0 }, endline: { n: 0, prorated: 0 } };
    for (const wave of WAVES) {
      const column = columns.scores.get(key.id)?.[wave] ?? new Float64Array(0);
      const fromAll = lacking(table, key.items, wave);
      const fromStarred = lacking(table, key.shortItems, wave);
      const mark = new Uint8Array(column.length);
      for (let i = 0; i < column.length; i++) {
        mark[i] = (shortSheets[wave][i] === 1 ? fromStarred[i] : fromAll[i]) as number;
        if (column[i] !== column[i]) continue;
        own[wave].n++;
        own[wave].prorated += mark[i] as number;
      }
      marks[wave] = mark;
      total[wave].n += own[wave].n;
      total[wave].prorated += own[wave].prorated;
    }
    incomplete.set(key.id, marks);
    counts[key.id] = own;
  }
  return { counts: { all: total, ...counts }, incomplete };
}

/** 1 for every sheet that lacks an answer to one of some items. */
function lacking({ cells, sheets }: ItemTable, items: readonly { readonly at: number }[], wave: WaveName): Uint8Array {
  const marks = new Uint8Array(sheets[wave]);
  for (const { at } of items) {
    const column = cells[wave][at] as Int8Array;
    for (let i = 0; i < column.length; i++) if ((column[i] as number) < 0) marks[i] = 1;
  }
  return marks;
}

/** Of all scales together scores are counted, but it is people who have to be enough. */
function proratedShare({ prorated, n }: ScoreCounts, people: number, k: number): Rate | Hidden {
  const tier = tierOf([people], k);
  if (isHidden(tier)) return tier;
  return tier === 'few' ? suppressed('n<10') : rate(prorated, n, k);
}

function modesOf(sheets: readonly SurveyResponse[], k: number): ModesResult | Hidden {
  const n = sheets.length;
  const tier = tierOf([n], k);
  if (isHidden(tier)) return tier;
  const counts = MODES.map((mode) => sheets.filter((sheet) => sheet.mode === mode).length);
  const hidden = suppressLine(counts, k);
  const [self, helped, paper] = counts.map((own, i): Shown => (hidden[i] ? suppressed('n<5') : own));
  return { n, self: self as Shown, helped: helped as Shown, paper: paper as Shown };
}
