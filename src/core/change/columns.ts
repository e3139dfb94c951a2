import type { Instrument } from '../instrument/types.js';
import type { Links } from '../link/match.js';
import type { SurveyResponse } from '../response/types.js';
import { scoredItems, type ScoredItem } from '../scoring/answer.js';
import { ABSENT, createRowReader } from '../scoring/answer-row.js';
import { scoreKeys, type ScoreKey } from '../scoring/score-keys.js';
import { createItemSums, type ItemSums } from '../stats/alpha.js';
import type { ItemTable } from './item-table.js';
import type { GroupSheets } from './sheets.js';

/** The two waves, in the order of time. */
export const WAVES = ['baseline', 'endline'] as const;
/** One of the two waves. */
export type WaveName = (typeof WAVES)[number];

/** One score of every sheet of a group, by wave, as keys (points = 100·key/denominator); NaN where there is none. */
export interface Column {
  readonly id: string;
  readonly denominator: number;
  readonly baseline: Float64Array;
  readonly endline: Float64Array;
}

/** Sums over complete rows of a scale's items, for its reliability, by wave. */
export interface ScaleSums {
  readonly items: readonly ScoredItem[];
  readonly baseline: ItemSums;
  readonly endline: ItemSums;
}

/** Everything that is read from the sheets of a group; no figure looks at a sheet again. */
export interface GroupColumns {
  readonly scores: ReadonlyMap<string, Column>;
  readonly keys: readonly ScoreKey[];
  /** For every ladder item: 1 where the rung is 4 or higher, 0 below. A fraction (denominator 100). */
  readonly ladderShares: ReadonlyMap<string, Column>;
  /** Share of "prefer not to say" of a person. A fraction (denominator 100). */
  readonly silence: Column;
  readonly reliability: ReadonlyMap<string, ScaleSums>;
  /** The answers themselves. */
  readonly table: ItemTable;
  /** How many items of all kinds a sheet has an answer to, and its age band (method.md §2.5; NaN where it has none). */
  readonly answers: Readonly<Record<WaveName, Uint16Array>>;
  readonly ages: Readonly<Record<WaveName, Float64Array>>;
  /** 1 for a sheet with the same raw answer throughout (method.md §3.20). */
  readonly straight: Readonly<Record<WaveName, Uint8Array>>;
  readonly communities: Readonly<Record<WaveName, readonly (string | undefined)[]>>;
  readonly links: Links;
}

/** The canyu line of the ladder: from this rung on residents are heard and told why (method.md §2.4). */
const CANYU_LINE = 4;
/** The item that asks for the age band (method.md §2.5). */
const AGE = 'DM1';
/** Fewest rating answers of which one can say that they never vary (method.md §3.20). */
const STRAIGHT_ITEMS = 15;
const SLICE = 1000;

/** Reads all sheets of a group into columns, each once. Scales are scored from the form that rule 3 of results-paths says. */
export function* readColumns(instrument: Instrument, sheets: GroupSheets, links: Links): Generator<void, GroupColumns> {
  const items = scoredItems(instrument);
  const keys = scoreKeys(instrument, items);
  const column = (id: string, denominator: number): Column => ({
    id,
    denominator,
    baseline: new Float64Array(sheets.baseline.length).fill(NaN),
    endline: new Float64Array(sheets.endline.length).fill(NaN),
  });
  const scores = keys.map((key) => column(key.id, key.denominator));
  const ladders = keys.flatMap((key, i) =>
    key.kind === 'ladder' ? { score: scores[i] as Column, share: column(key.id, 100) } : [],
  );
  const silence = column('silence', 100);
  const straight = {
    baseline: new Uint8Array(sheets.baseline.length),
    endline: new Uint8Array(sheets.endline.length),
  };
  const table: ItemTable = {
    items,
    sheets: { baseline: sheets.baseline.length, endline: sheets.endline.length },
    cells: {
      baseline: items.map(() => new Int8Array(sheets.baseline.length).fill(ABSENT)),
      endline: items.map(() => new Int8Array(sheets.endline.length).fill(ABSENT)),
    },
  };
  const counted = {
    baseline: new Uint16Array(sheets.baseline.length),
    endline: new Uint16Array(sheets.endline.length),
  };
  const ages = column(AGE, 1);
  const scales = keys.filter((key) => key.kind === 'scale');
  const mixed = scales.flatMap((key) => key.items);

  const allShort = WAVES.some((wave) => mostlyShort(sheets[wave]));
  const reliability = new Map(
    scales
      .filter((key) => !key.construct?.formative)
      .map((key): [string, ScaleSums] => {
        const own = allShort ? key.shortItems : key.items;
        return [key.id, { items: own, baseline: createItemSums(own.length), endline: createItemSums(own.length) }];
      }),
  );
  const complete = Array.from(reliability.values(), (of) => ({ of, row: new Float64Array(of.items.length) }));

  const read = createRowReader(items);
  for (const wave of WAVES) {
    const cells = table.cells[wave];
    const targets = scores.map((score) => score[wave]);
    const rungs = ladders.map(({ score, share }) => ({ score: score[wave], share: share[wave] }));
    const sums = complete.map(({ of, row }) => ({ places: of.items.map((item) => item.at), row, sums: of[wave] }));
    for (let i = 0; i < sheets[wave].length; i++) {
      const { answers, form } = sheets[wave][i] as SurveyResponse;
      const short = allShort || form === 'short';
      const row = read(answers);
      const { raw, coded, codes, present, silent } = row;
      for (let at = 0; at < cells.length; at++) cells[at]![i] = codes[at] as number;
      counted[wave][i] = row.answers;
      const age = answers[AGE];
      if (typeof age === 'number') ages[wave][i] = age;
      for (let k = 0; k < keys.length; k++) targets[k]![i] = (keys[k] as ScoreKey).keyOf(coded, short);
      for (const { score, share } of rungs) {
        const rung = score[i] as number;
        if (rung === rung) share[i] = rung >= CANYU_LINE ? 1 : 0;
      }
      // Of somebody who answered nothing no share can be told (results-paths rule 14).
      if (present > 0) silence[wave][i] = silent / present;
      if (isStraight(mixed, raw)) straight[wave][i] = 1;
      if (short === allShort) for (const own of sums) if (fill(own.row, own.places, coded)) own.sums.add(own.row);
      if (i % SLICE === SLICE - 1) yield;
    }
    yield;
  }
  return {
    scores: new Map(scores.map((score) => [score.id, score])),
    keys,
    ladderShares: new Map(ladders.map(({ share }) => [share.id, share])),
    silence,
    reliability,
    table,
    answers: counted,
    ages,
    straight,
    communities: {
      baseline: sheets.baseline.map((response) => response.community),
      endline: sheets.endline.map((response) => response.community),
    },
    links,
  };
}

/** At least half of a wave's sheets are short (results-paths rule 3); a wave without sheets is not. */
export function mostlyShort(wave: readonly SurveyResponse[]): boolean {
  const short = wave.reduce((sum, response) => sum + (response.form === 'short' ? 1 : 0), 0);
  return short > 0 && 2 * short >= wave.length;
}

/** Copies the coded answers at some places; false when one is missing. */
function fill(row: Float64Array, places: readonly number[], coded: Float64Array): boolean {
  for (let i = 0; i < row.length; i++) {
    const value = coded[places[i] as number] as number;
    if (value !== value) return false;
    row[i] = value;
  }
  return true;
}

/** The same raw answer to at least 15 items keyed both ways (method.md §3.20). */
function isStraight(items: readonly ScoredItem[], raw: Float64Array): boolean {
  let answered = 0;
  let reversed = 0;
  let first = NaN;
  for (const item of items) {
    const answer = raw[item.at] as number;
    if (answer !== answer) continue;
    if (answered === 0) first = answer;
    else if (answer !== first) return false;
    answered++;
    if (item.reversed) reversed++;
  }
  return answered >= STRAIGHT_ITEMS && reversed > 0 && reversed < answered;
}
