import type { Construct, Instrument } from '../instrument/types.js';
import { scoredItems, type ScoredItem } from './answer.js';

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
  /**
   * The key of a sheet from its coded answers (`AnswerRow`), NaN when it has none. `short`: from the ★ items (results-paths rule 3);
   * frequencies and the ladder have no short form.
   */
  keyOf(coded: Float64Array, short: boolean): number;
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
 * and BALF. `scored` are the instrument's `scoredItems`.
 */
export function scoreKeys(instrument: Instrument, scored = scoredItems(instrument)): readonly ScoreKey[] {
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  const scoredById = new Map(scored.map((item) => [item.id, item]));
  const scores: ScoreKey[] = [];
  for (const construct of instrument.constructs) {
    if (REPORTED_BY_ITEM.has(construct.id)) continue;
    const members = construct.items.flatMap((id) => items.get(id) ?? []);
    const kind = members[0]?.kind;
    if (members.length !== construct.items.length || (kind !== 'rating' && kind !== 'frequency')) continue;
    if (members.some((item) => item.kind !== kind)) continue;
    const own = members.flatMap((item) => scoredById.get(item.id) ?? []);
    scores.push(averageKey(construct, kind === 'rating' ? 'scale' : 'frequency', own));
  }
  const byId = new Map(scores.map((score) => [score.id, score]));
  for (const { id, plus, minus } of BALANCES) {
    const [gain, loss] = [byId.get(plus), byId.get(minus)];
    if (gain && loss) scores.push(balanceKey(id, gain, loss));
  }
  for (const item of instrument.items) {
    const ladder = item.kind === 'ladder' ? scoredById.get(item.id) : undefined;
    if (ladder) scores.push(ladderKey(ladder));
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
  const fromAll = averageOf(items, span, lattice);
  const fromStarred = averageOf(starred, span, lattice);
  return {
    id: construct.id,
    kind,
    construct,
    items,
    shortItems: starred,
    denominator: span * lattice,
    keyOf: (coded, short) => (short ? fromStarred : fromAll)(coded),
  };
}

/** The key from some items: the sum of the coded answers, each on a scale of `span` steps, times lattice/answered. */
function averageOf(items: readonly ScoredItem[], span: number, lattice: number): (coded: Float64Array) => number {
  const places = Uint32Array.from(items, (item) => item.at);
  const steps = Float64Array.from(items, (item) => span / (item.max - item.min));
  const fewest = fewestAnswers(items.length);
  return (coded) => {
    let sum = 0;
    let answered = 0;
    for (let i = 0; i < places.length; i++) {
      const value = coded[places[i] as number] as number;
      if (value !== value) continue;
      sum += value * (steps[i] as number);
      answered++;
    }
    return answered >= fewest ? sum * (lattice / answered) : NaN;
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
    keyOf: (coded, short) =>
      plus.keyOf(coded, short) * (denominator / plus.denominator) -
      minus.keyOf(coded, short) * (denominator / minus.denominator),
  };
}

function ladderKey(item: ScoredItem): ScoreKey {
  return {
    id: item.id,
    kind: 'ladder',
    items: [item],
    shortItems: [item],
    denominator: item.max - item.min,
    keyOf: (coded) => coded[item.at] as number,
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
