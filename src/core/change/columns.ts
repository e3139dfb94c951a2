import type { Instrument } from '../instrument/types.js';
import type { Links } from '../link/match.js';
import type { SurveyResponse } from '../response/types.js';
import { codedAnswer, scoredItem, type ScoredItem } from '../scoring/answer.js';
import { scoreKeys, type ScoreKey } from '../scoring/score-keys.js';
import { createItemSums, type ItemSums } from '../stats/alpha.js';
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
  /** 1 for a sheet with the same raw answer throughout (method.md §3.20). */
  readonly straight: Readonly<Record<WaveName, Uint8Array>>;
  readonly communities: Readonly<Record<WaveName, readonly (string | undefined)[]>>;
  readonly links: Links;
}

/** The canyu line of the ladder: from this rung on residents are heard and told why (method.md §2.4). */
const CANYU_LINE = 4;
/** Fewest rating answers of which one can say that they never vary (method.md §3.20). */
const STRAIGHT_ITEMS = 15;
const SLICE = 250;

/** Reads all sheets of a group into columns. Scales are scored from the form that rule 3 of results-paths says. */
export function* readColumns(instrument: Instrument, sheets: GroupSheets, links: Links): Generator<void, GroupColumns> {
  const keys = scoreKeys(instrument);
  const column = (id: string, denominator: number): Column => ({
    id,
    denominator,
    baseline: new Float64Array(sheets.baseline.length).fill(NaN),
    endline: new Float64Array(sheets.endline.length).fill(NaN),
  });
  const scores = new Map(keys.map((key) => [key.id, column(key.id, key.denominator)]));
  const ladders = keys.filter((key) => key.kind === 'ladder');
  const ladderShares = new Map(ladders.map((key) => [key.id, column(key.id, 100)]));
  const silence = column('silence', 100);
  const straight = {
    baseline: new Uint8Array(sheets.baseline.length),
    endline: new Uint8Array(sheets.endline.length),
  };
  const answerable = instrument.items.flatMap((item) => scoredItem(instrument, item)?.id ?? []);
  const scales = keys.filter((key) => key.kind === 'scale');
  const mixed = scales.flatMap((key) => key.items);

  const allShort = WAVES.some((wave) => mostlyShort(sheets[wave]));
  const reliability = new Map(
    scales
      .filter((key) => !key.construct?.formative)
      .map((key): [string, ScaleSums] => {
        const items = allShort ? key.shortItems : key.items;
        return [key.id, { items, baseline: createItemSums(items.length), endline: createItemSums(items.length) }];
      }),
  );

  for (const wave of WAVES) {
    for (const [i, { answers, form }] of sheets[wave].entries()) {
      const short = allShort || form === 'short';
      for (const key of keys) (scores.get(key.id) as Column)[wave][i] = key.keyOf(answers, short);
      for (const key of ladders) {
        const rung = (scores.get(key.id) as Column)[wave][i] as number;
        if (rung === rung) (ladderShares.get(key.id) as Column)[wave][i] = rung >= CANYU_LINE ? 1 : 0;
      }
      silence[wave][i] = shareNotSaid(answerable, answers);
      if (isStraight(mixed, answers)) straight[wave][i] = 1;
      if (short === allShort) {
        for (const { items, [wave]: sums } of reliability.values()) {
          const row = items.map((item) => codedAnswer(item, answers));
          if (row.every((value) => value === value)) sums.add(row);
        }
      }
      if (i % SLICE === SLICE - 1) yield;
    }
    yield;
  }
  return {
    scores,
    keys,
    ladderShares,
    silence,
    reliability,
    straight,
    communities: {
      baseline: sheets.baseline.map((response) => response.community),
      endline: sheets.endline.map((response) => response.community),
    },
    links,
  };
}

/** At least half of a wave's sheets are short (results-paths rule 3); a wave without sheets is not. */
function mostlyShort(wave: readonly SurveyResponse[]): boolean {
  const short = wave.filter((response) => response.form === 'short').length;
  return short > 0 && 2 * short >= wave.length;
}

/** pns over the items that can be answered by a number and are present; NaN for none (results-paths rule 14). */
function shareNotSaid(ids: readonly string[], answers: SurveyResponse['answers']): number {
  let present = 0;
  let silent = 0;
  for (const id of ids) {
    const answer = answers[id];
    if (answer === undefined) continue;
    present++;
    if (answer === 'pns') silent++;
  }
  return present > 0 ? silent / present : NaN;
}

/** The same raw answer to at least 15 items keyed both ways (method.md §3.20). */
function isStraight(items: readonly ScoredItem[], answers: SurveyResponse['answers']): boolean {
  let answered = 0;
  let reversed = 0;
  let first: number | undefined;
  for (const item of items) {
    const answer = answers[item.id];
    if (typeof answer !== 'number') continue;
    if (first === undefined) first = answer;
    else if (answer !== first) return false;
    answered++;
    if (item.reversed) reversed++;
  }
  return answered >= STRAIGHT_ITEMS && reversed > 0 && reversed < answered;
}
