import type { Construct, Instrument } from '../instrument/types.js';
import type { Answers } from '../response/types.js';
import { codedAnswer, scoredItem, type ScoredItem } from './answer.js';

/**
 * A score as an integer: points = 100·key/denominator (method.md §3.2). Keys are what is counted and compared: scores in points carry
 * rounding errors that make false differences between equal answers.
 */
export interface ScoreKey {
  readonly id: string;
  readonly kind: 'scale' | 'frequency' | 'ladder' | 'balance';
  readonly denominator: number;
  /** The construct behind a scale or frequency score. */
  readonly construct?: Construct;
  /** All items and the ★ items; empty for balances. */
  readonly items: readonly ScoredItem[];
  readonly shortItems: readonly ScoredItem[];
  /** The key of a sheet, NaN when it has none. `short`: from the ★ items (results-paths rule 3); frequencies and the ladder have no short form. */
  keyOf(answers: Answers, short: boolean): number;
}

/** Reported item by item, never as a score (method.md §2.5). */
const REPORTED_BY_ITEM: ReadonlySet<string> = new Set(['OC']);

/** Scores that are the difference of two others, where the instrument has both: real minus token participation (method.md §3.3, §1 BALF). */
const BALANCES = [
  { id: 'BAL', plus: 'CY', minus: 'CJ' },
  { id: 'BALF', plus: 'CYF', minus: 'CJF' },
] as const;

/**
 * Every score an instrument gives: one for each construct of rating or frequency items, one for each ladder item, and the balances BAL
 * and BALF.
 */
export function scoreKeys(instrument: Instrument): readonly ScoreKey[] {
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  const scores: ScoreKey[] = [];
  for (const construct of instrument.constructs) {
    if (REPORTED_BY_ITEM.has(construct.id)) continue;
    const members = construct.items.flatMap((id) => items.get(id) ?? []);
    const kind = members[0]?.kind;
    if (members.length !== construct.items.length || (kind !== 'rating' && kind !== 'frequency')) continue;
    if (members.some((item) => item.kind !== kind)) continue;
    const scored = members.flatMap((item) => scoredItem(instrument, item) ?? []);
    scores.push(averageKey(construct, kind === 'rating' ? 'scale' : 'frequency', scored));
  }
  const byId = new Map(scores.map((score) => [score.id, score]));
  for (const { id, plus, minus } of BALANCES) {
    const [gain, loss] = [byId.get(plus), byId.get(minus)];
    if (gain && loss) scores.push(balanceKey(id, gain, loss));
  }
  for (const item of instrument.items) {
    const scored = item.kind === 'ladder' ? scoredItem(instrument, item) : null;
    if (scored) scores.push(ladderKey(scored));
  }
  return scores;
}

/**
 * The mean of the answered items, if at least half were answered (half rule, method.md §3.2), on a lattice that every allowed number of
 * answers shares: key = Σ coded·(L/a), L the least common multiple of the allowed a.
 */
function averageKey(construct: Construct, kind: 'scale' | 'frequency', items: readonly ScoredItem[]): ScoreKey {
  const starred = kind === 'scale' ? items.filter((item) => item.short) : items;
  const span = items.reduce((multiple, item) => leastCommonMultiple(multiple, item.max - item.min), 1);
  const lattice = [items, starred].reduce((multiple, list) => {
    let next = multiple;
    for (let a = fewestAnswers(list.length); a <= list.length; a++) next = leastCommonMultiple(next, a);
    return next;
  }, 1);
  return {
    id: construct.id,
    kind,
    construct,
    items,
    shortItems: starred,
    denominator: span * lattice,
    keyOf(answers, short) {
      const list = short ? starred : items;
      let sum = 0;
      let answered = 0;
      for (const item of list) {
        const coded = codedAnswer(item, answers);
        if (coded !== coded) continue;
        sum += coded * (span / (item.max - item.min));
        answered++;
      }
      return answered >= fewestAnswers(list.length) ? sum * (lattice / answered) : NaN;
    },
  };
}

function balanceKey(id: string, plus: ScoreKey, minus: ScoreKey): ScoreKey {
  const denominator = leastCommonMultiple(plus.denominator, minus.denominator);
  return {
    id,
    kind: 'balance',
    items: [],
    shortItems: [],
    denominator,
    keyOf: (answers, short) =>
      plus.keyOf(answers, short) * (denominator / plus.denominator) -
      minus.keyOf(answers, short) * (denominator / minus.denominator),
  };
}

function ladderKey(item: ScoredItem): ScoreKey {
  return {
    id: item.id,
    kind: 'ladder',
    items: [item],
    shortItems: [item],
    denominator: item.max - item.min,
    keyOf: (answers) => codedAnswer(item, answers),
  };
}

/** Half of the items, rounded up, and never none. */
function fewestAnswers(items: number): number {
  return Math.max(1, Math.ceil(items / 2));
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** A key in points. */
export function points(key: number, denominator: number): number {
  return (100 * key) / denominator;
}
