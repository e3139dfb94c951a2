import { mostlyShort } from '../core/change/columns.js';
import { selectSheets, type GroupSheets } from '../core/change/sheets.js';
import type { Results } from '../core/change/types.js';
import type { Instrument } from '../core/instrument/types.js';
import { linkSteps } from '../core/link/match.js';
import { maskOpenText } from '../core/response/mask.js';
import type { SurveyResponse } from '../core/response/types.js';
import { scoredItems } from '../core/scoring/answer.js';
import { createRowReader } from '../core/scoring/answer-row.js';
import { personIndex } from '../core/scoring/person-index.js';
import { points } from '../core/scoring/score-keys.js';
import type { Study } from '../core/study/types.js';
import { textIn, type Group } from '../core/text.js';
import type { Cell, Table, TableColumn } from './table.js';
import { describeVariables, type Variables } from './variables.js';
import { isoWeek } from './week.js';
import type { ExportWords } from './words.js';

/** What person-level data are made from. */
export interface PersonLevelInput {
  readonly study: Study;
  readonly instrument: Instrument;
  readonly responses: readonly SurveyResponse[];
  readonly results: Results;
  readonly words: ExportWords;
}

/** The sheets of people, coded, and what to know before giving them to anybody. */
export interface PersonLevel {
  readonly variables: Variables;
  readonly responses: Table;
  readonly openTexts: Table;
  /** What was left out and who may be recognised, in words. */
  readonly notes: readonly string[];
  /** Groups of which a wave was left out: their figures cannot be computed from the table. */
  readonly incomplete: ReadonlySet<Group>;
  /** Groups that are scored by the short form in both waves (results-paths rule 3). */
  readonly allShort: ReadonlySet<Group>;
}

const SLICE = 250;
/** Longest time that is told, in minutes: who took hours can be known by it. */
const LONGEST = 60;
/** Fewer officials than this at a wave are warned of: in an office everybody knows everybody. */
const FEW_OFFICIALS = 30;
const ROLES = ['baseline', 'endline'] as const;

/** One sheet on its way into the table. */
interface Sheet {
  readonly response: SurveyResponse;
  person: number;
}

/**
 * The sheets of two waves as a table, each once and as they were scored (method.md §3.13.6). No id, no linking token, no device; the day
 * only as its week, the time in whole minutes; people have numbers that mean nothing but "these two sheets were linked". A group has no
 * rows at a wave where fewer than k answered, and no communities where one of them has fewer than k. Open answers stand in a table of
 * their own, masked again, without wave or person, sorted by their own words, and only where k or more answered the question.
 *
 * Yields between pieces of work of a few milliseconds.
 */
export function* personLevel(input: PersonLevelInput): Generator<void, PersonLevel> {
  const { study, instrument, results, words } = input;
  const k = results.settings.minimumCell;
  const selected = yield* selectSheets(study, results.waves, input.responses);
  const notes: string[] = [];
  const incomplete = new Set<Group>();
  const allShort = new Set<Group>();
  const sheets: Sheet[] = [];
  const withPlaces = new Set<Group>();
  let person = 0;
  for (const group of study.groups) {
    const own = selected[group];
    if (!own) continue;
    if (ROLES.some((role) => mostlyShort(own[role]))) allShort.add(group);
    const links = yield* linkSteps(own.baseline, own.endline);
    const listed = { baseline: own.baseline.map(wrap), endline: own.endline.map(wrap) };
    for (const pair of links.used) {
      (listed.baseline[pair.baseline] as Sheet).person = (listed.endline[pair.endline] as Sheet).person = ++person;
    }
    const shown = ROLES.filter((role) => {
      const count = own[role].length;
      if (count === 0 || count >= k) return count > 0;
      incomplete.add(group);
      notes.push(words.personNotes.leftOut(words.groups[group], waveName(study, results.waves[role], words), count, k));
      return false;
    });
    for (const role of shown) for (const sheet of listed[role]) sheets.push(sheet);
    if (placesAreLarge(own, k)) withPlaces.add(group);
    else if (shown.length > 0) notes.push(words.personNotes.placesLeftOut(words.groups[group]));
    if (group === 'official' && shown.length > 0) {
      const fewest = Math.min(...shown.map((role) => own[role].length));
      if (fewest < FEW_OFFICIALS) notes.push(words.personNotes.officials(fewest));
    }
    yield;
  }
  // By their random ids: the order tells nothing of when or where a sheet came in.
  sheets.sort((a, b) => (a.response.id < b.response.id ? -1 : 1));
  numberPeople(sheets);
  yield;
  const answered = new Set<string>();
  for (let i = 0; i < sheets.length; i++) {
    for (const id in (sheets[i] as Sheet).response.answers) answered.add(id);
    if (i % SLICE === SLICE - 1) yield;
  }
  const variables = describeVariables(study, instrument, answered, words);
  const rows = yield* coded(sheets, input, variables, withPlaces, allShort);
  const rare = countRare(rows, variables);
  if (rare > 0) notes.push(words.personNotes.rare(rare));
  yield;
  const texts = yield* openTexts(sheets, input, k);
  if (texts.leftOut > 0) notes.push(words.personNotes.textsLeftOut(texts.leftOut, k));
  return {
    variables,
    responses: {
      name: 'responses',
      title: words.sheets.responses,
      columns: variables.all.map(({ name, type }): TableColumn => ({ id: name, type, width: WIDTHS[name] ?? 8 })),
      rows,
      frozen: 3,
    },
    openTexts: {
      name: 'open-texts',
      title: words.sheets.openTexts,
      columns: [
        { id: 'group', type: 'text', width: 10 },
        { id: 'question', type: 'text', width: 10 },
        { id: 'text', type: 'text', width: 100 },
      ],
      rows: texts.rows,
      frozen: 0,
    },
    notes,
    incomplete,
    allShort,
  };
}

const WIDTHS: Readonly<Record<string, number>> = {
  group: 10,
  wave: 10,
  community: 16,
  week: 11,
  locale: 10,
  minutes: 9,
};

const wrap = (response: SurveyResponse): Sheet => ({ response, person: 0 });

const waveName = (study: Study, id: string, { locale }: ExportWords): string =>
  textIn(study.waves.find((wave) => wave.id === id)?.label, locale) || id;

/** Every community of a group has k or more sheets at every wave at which it has any. */
function placesAreLarge(sheets: GroupSheets, k: number): boolean {
  return ROLES.every((role) => {
    const counts = new Map<string, number>();
    for (const { community = '' } of sheets[role]) counts.set(community, (counts.get(community) ?? 0) + 1);
    return [...counts.values()].every((count) => count >= k);
  });
}

/** Numbers from 1 in the order of the table; linked sheets keep one number. */
function numberPeople(sheets: readonly Sheet[]): void {
  const numbers = new Map<number, number>();
  let next = 0;
  for (const sheet of sheets) {
    const linked = sheet.person;
    let number = linked ? numbers.get(linked) : undefined;
    if (number === undefined) {
      number = ++next;
      if (linked) numbers.set(linked, number);
    }
    sheet.person = number;
  }
}

function* coded(
  sheets: readonly Sheet[],
  { instrument, results }: PersonLevelInput,
  { items, scores, hasIndex, missing }: Variables,
  withPlaces: ReadonlySet<Group>,
  allShort: ReadonlySet<Group>,
): Generator<void, readonly (readonly Cell[])[]> {
  const read = createRowReader(scoredItems(instrument));
  const rows: Cell[][] = [];
  for (const { response, person } of sheets) {
    const { group, wave, community = '', form, mode, locale, date, seconds, answers } = response;
    const row: Cell[] = [person, group, wave];
    row.push(
      withPlaces.has(group) ? community || null : null,
      form,
      mode,
      locale,
      isoWeek(date),
      Math.min(LONGEST, Math.round(seconds / 60)),
    );
    for (const { item } of items) {
      const answer = Object.hasOwn(answers, item?.id ?? '') ? answers[item?.id ?? ''] : undefined;
      row.push(
        typeof answer === 'number' ? answer : answer === 'dk' ? missing.dk : answer === 'pns' ? missing.pns : null,
      );
    }
    const { coded: values } = read(answers);
    const short = allShort.has(group) || form === 'short';
    const ofPerson: Record<string, number | null> = {};
    for (const { score } of scores) {
      if (!score) continue;
      const key = score.keyOf(values, short);
      const value = Number.isNaN(key) ? null : rounded(points(key, score.denominator));
      ofPerson[score.id] = value;
      row.push(value);
    }
    if (hasIndex) row.push(rounded(personIndex(ofPerson, results.settings.weights)));
    rows.push(row);
    if (rows.length % SLICE === 0) yield;
  }
  return rows;
}

/** 12 significant digits, as in results documents. */
function rounded<T extends number | null>(value: T): T {
  return (value === null ? null : Number(value.toPrecision(12))) as T;
}

/** Rows that are alone in what outsiders may know of a person. */
function countRare(rows: readonly (readonly Cell[])[], { all }: Variables): number {
  const known = ['group', 'wave', 'community', 'DM1', 'DM2'].map((name) =>
    all.findIndex((variable) => variable.name === name),
  );
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify(known.map((at) => row[at] ?? null));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()].filter((count) => count === 1).length;
}

function* openTexts(
  sheets: readonly Sheet[],
  { instrument }: PersonLevelInput,
  k: number,
): Generator<void, { rows: readonly (readonly Cell[])[]; leftOut: number }> {
  const questions = instrument.items.flatMap(({ id, kind }) => (kind === 'text' ? [id] : []));
  const cells = new Map<string, string[][]>();
  for (let i = 0; i < sheets.length; i++) {
    const { answers, group } = (sheets[i] as Sheet).response;
    for (const id of questions) {
      const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
      if (typeof answer !== 'string' || answer === 'dk' || answer === 'pns' || answer.trim() === '') continue;
      const own = cells.get(`${group} ${id}`) ?? [];
      cells.set(`${group} ${id}`, own);
      own.push([group, id, maskOpenText(answer).text]);
    }
    if (i % SLICE === SLICE - 1) yield;
  }
  const rows: string[][] = [];
  let leftOut = 0;
  for (const own of cells.values()) {
    if (own.length < k) leftOut += own.length;
    else for (const row of own.sort((a, b) => ((a[2] as string) < (b[2] as string) ? -1 : 1))) rows.push(row);
  }
  return { rows, leftOut };
}
