import type { Instrument, Item } from '../core/instrument/types.js';
import { hasIndex } from '../core/change/options.js';
import { scoreKeys, type ScoreKey } from '../core/scoring/score-keys.js';
import type { Study } from '../core/study/types.js';
import { textIn, type Group } from '../core/text.js';
import type { ExportWords } from './words.js';

/** The numbers that stand for 不清楚 and 不想说: none of them is an answer of the instrument. */
export interface MissingCodes {
  readonly dk: number;
  readonly pns: number;
}

/** A value and what it means. */
export interface ValueLabel {
  readonly value: number | string;
  readonly label: string;
}

/** One column of the person-level data, as a codebook and the scripts of statistics programs describe it. */
export interface Variable {
  /** A name that CSV, SPSS, R and Stata take: a letter, then letters, digits and `_`, at most 32. */
  readonly name: string;
  readonly label: string;
  readonly type: 'number' | 'text';
  readonly values: readonly ValueLabel[];
  /** Whether `dk` and `pns` may stand in it. */
  readonly hasMissing: boolean;
  /** The question behind it, or the score. */
  readonly item?: Item;
  readonly score?: ScoreKey;
}

/** All variables of the person-level data in their order. */
export interface Variables {
  readonly all: readonly Variable[];
  /** Columns of closed questions and of scores. */
  readonly items: readonly Variable[];
  readonly scores: readonly Variable[];
  readonly hasIndex: boolean;
  readonly missing: MissingCodes;
}

/** The columns before the answers. */
export const FIXED = ['person', 'group', 'wave', 'community', 'form', 'mode', 'locale', 'week', 'minutes'] as const;

/** Describes the columns: those of every closed question that a form of the study asks or that somebody answered. */
export function describeVariables(
  study: Study,
  instrument: Instrument,
  answered: ReadonlySet<string>,
  words: ExportWords,
): Variables {
  const missing = missingCodes(instrument);
  const asked = new Set(answered);
  for (const form of Object.values(instrument.forms)) {
    for (const group of study.groups) {
      const plan = form[group];
      for (const id of [...(plan?.closed ?? []), ...(plan?.background ?? [])]) asked.add(id);
    }
  }
  const closed = instrument.items.filter(({ id, kind }) => asked.has(id) && kind !== 'text' && kind !== 'note');
  const taken = new Set<string>(FIXED);
  const label = (item: Item): string => itemLabel(item, study, words);
  const items = closed.map((item): Variable => ({
    name: freeName(item.id, taken),
    label: label(item),
    type: 'number',
    values: pointsOf(item, instrument, words),
    hasMissing: true,
    item,
  }));
  const names = constructNames(instrument, words);
  const scores = scoreKeys(instrument).map((score): Variable => ({
    name: freeName(`s_${score.id}`, taken),
    label: words.score(names(score.id)),
    type: 'number',
    values: [],
    hasMissing: false,
    score,
  }));
  const index = hasIndex(instrument);
  const choices: Partial<Record<(typeof FIXED)[number], readonly ValueLabel[]>> = {
    group: study.groups.map((value) => ({ value, label: words.groups[value] })),
    wave: study.waves.map(({ id, label: text }) => ({ value: id, label: textIn(text, words.locale) })),
    community: study.communities.map(({ id, label: text }) => ({ value: id, label: textIn(text, words.locale) })),
  };
  const fixed = FIXED.map((name): Variable => ({
    name,
    label: words.variables[name],
    type: name === 'person' || name === 'minutes' ? 'number' : 'text',
    values: choices[name] ?? [],
    hasMissing: false,
  }));
  const whole: Variable[] = index
    ? [
        {
          name: freeName('s_index', taken),
          label: words.variables.index,
          type: 'number',
          values: [],
          hasMissing: false,
        },
      ]
    : [];
  return { all: [...fixed, ...items, ...scores, ...whole], items, scores, hasIndex: index, missing };
}

/** -8 and -9 as in most surveys, or -98 and -99 … where an instrument has these as answers. */
export function missingCodes(instrument: Instrument): MissingCodes {
  const used = new Set(Object.values(instrument.scales).flatMap(({ points }) => points.map(({ value }) => value)));
  for (let hundred = 0; ; hundred = hundred * 10 + 90) {
    const codes = { dk: -hundred - 8, pns: -hundred - 9 };
    if (!used.has(codes.dk) && !used.has(codes.pns)) return codes;
  }
}

/** What a question asks; where groups read other words, the first group's. */
export function itemLabel(item: Item, study: Study, { locale }: ExportWords, only?: Group): string {
  const group = only ?? study.groups.find((each) => item.prompt[each]) ?? (Object.keys(item.prompt)[0] as Group);
  const stem = textIn(item.stem?.[group], locale);
  const prompt = textIn(item.prompt[group], locale);
  return `${stem}${stem && ' '}${prompt}`.replaceAll('{focal}', textIn(study.focal, locale));
}

function pointsOf(item: Item, instrument: Instrument, { locale }: ExportWords): readonly ValueLabel[] {
  const points = item.scale === undefined ? undefined : instrument.scales[item.scale]?.points;
  return (points ?? []).map(({ value, label }) => ({ value, label: textIn(label, locale) }));
}

/** Names of scores: the instrument's own for its constructs, else ours. */
export function constructNames(instrument: Instrument | undefined, words: ExportWords): (id: string) => string {
  const own = new Map(instrument?.constructs.map(({ id, label }) => [id, textIn(label, words.locale)]));
  return (id) => own.get(id) || words.names[id] || id;
}

/** Words that SPSS or Stata keep for themselves. */
const RESERVED = /^(?:all|and|by|eq|ge|gt|if|in|le|lt|ne|not|or|to|using|with)$/i;

/** A name that every program takes, used by no column before. */
function freeName(id: string, taken: Set<string>): string {
  const plain = id
    .replace(/\W/g, '_')
    .replace(RESERVED, '_$&')
    .replace(/^(?![A-Za-z])/, 'q_')
    .slice(0, 28);
  let name = plain;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}_${n}`;
  taken.add(name.toLowerCase());
  return name;
}
