import {
  isHidden,
  type Change,
  type ChangeLaw,
  type Hidden,
  type Histogram,
  type Level,
  type Results,
} from '../core/change/types.js';
import { indexInterval } from '../core/change/index-interval.js';
import { known } from '../core/describe/format.js';
import { textIn, type Group, type Locale } from '../core/text.js';
import { reasonOf, type Estimate } from './figures.js';
import type { KindOptions } from './kind.js';
import { groupsOf } from './plane-model.js';
import { wordsOf } from './words.js';

/** One wave's mean in points, with how many answered. */
export interface LevelFigure extends Estimate {
  readonly n: number;
}

/** Endline minus baseline in points, as the document has it (nothing is turned round). */
export interface ChangeFigure extends Estimate {
  readonly n: { readonly baseline: number; readonly endline: number; readonly linked: number };
  /** Of the t distribution that the interval comes from; absent where it may not be shown. */
  readonly law?: { readonly se: number; readonly df: number } | undefined;
  /** The bootstrap law; absent where the document has none. */
  readonly bootstrap?: ChangeLaw | undefined;
  /** The interval allows for differences between so many communities (results-paths rule 18). */
  readonly communities?: number | undefined;
}

/** One construct of one group. */
export interface PairFigure {
  readonly id: string;
  readonly group: Group;
  readonly baseline: LevelFigure | Hidden;
  readonly endline: LevelFigure | Hidden;
  readonly change: ChangeFigure | Hidden;
  /** Only of the index, from 20 people on. */
  readonly histogram?: Readonly<Partial<Record<'baseline' | 'endline', Histogram>>> | undefined;
}

/** The index among constructs, as in the forest. */
export const INDEX = 'CCI';

const SCALES: readonly string[] = ['CY', 'CJ', 'PR', 'TR', 'RC', 'GV'];

/** The constructs a chart shows: the one asked for where the document can have it, else all, in their order. */
export function constructsOf(results: Results, only?: string): string[] {
  const all = results.labels ? Object.keys(results.labels) : SCALES;
  return only !== undefined && all.includes(only) ? [only] : [...all];
}

/** What a construct is called on a chart. */
export function nameOf(results: Results, id: string, locale: Locale): string {
  return textIn(results.labels?.[id], locale) || wordsOf(locale).scale(id);
}

/** Levels and change of one construct of one group. */
export function pairOf(results: Results, group: Group, id: string): PairFigure {
  const constructs = results.groups[group]?.constructs;
  const own = constructs === undefined || isHidden(constructs) ? constructs : constructs[id];
  const none = (): Hidden => (isHidden(own) ? own : { estimate: null, why: constructs ? 'not-computable' : 'n<2' });
  if (own === undefined || isHidden(own)) {
    return { id, group, baseline: none(), endline: none(), change: none() };
  }
  return { id, group, baseline: levelOf(own.baseline), endline: levelOf(own.endline), change: changeOf(own.change) };
}

/** Every construct that is asked for, of every group. */
export function pairsOf(results: Results, { group, construct }: KindOptions): PairFigure[] {
  const groups = groupsOf(results, group);
  return constructsOf(results, construct).flatMap((id) => groups.map((who) => pairOf(results, who, id)));
}

/** Levels, change and spread of the index of one group; the interval is the one that the verdict goes by. */
export function indexPairOf(results: Results, group: Group): PairFigure {
  const own = results.groups[group]?.index ?? { estimate: null, why: 'n<2' as const };
  const place = { id: INDEX, group };
  if (isHidden(own)) return { ...place, baseline: own, endline: own, change: own };
  const { histogram } = own;
  const spread = (wave: 'baseline' | 'endline') => {
    const bins = histogram === undefined || isHidden(histogram) ? histogram : histogram[wave];
    return bins === undefined || isHidden(bins) ? {} : { [wave]: bins };
  };
  const wide = indexInterval(own);
  const change = changeOf(isHidden(own.change) ? own.change : { ...own.change, ...wide });
  return {
    ...place,
    baseline: levelOf(own.baseline),
    endline: levelOf(own.endline),
    change: isHidden(change) || !wide?.communities ? change : { ...change, communities: wide.communities },
    histogram: { ...spread('baseline'), ...spread('endline') },
  };
}

function levelOf(level: Level | Hidden): LevelFigure | Hidden {
  const hidden = reasonOf(level, 'mean');
  if (hidden) return hidden;
  const { n, mean, low, high } = level as Level;
  return { n, value: known(mean)!, low: known(low), high: known(high) };
}

/** A change in points, or why there is none. */
export function changeOf(change: Change | Hidden): ChangeFigure | Hidden {
  const hidden = reasonOf(change, 'estimate');
  if (hidden) return hidden;
  const { n, estimate, low, high, se, df, law } = change as Change;
  const [error, freedom] = [known(se), known(df)];
  return {
    value: known(estimate)!,
    low: known(low),
    high: known(high),
    n:
      'baseline' in n
        ? { baseline: n.baseline, endline: n.endline, linked: n.linked }
        : { baseline: n.resident, endline: n.official, linked: 0 },
    ...(law !== undefined && !isHidden(law) && { bootstrap: law }),
    ...(error !== undefined &&
      freedom !== undefined &&
      error > 0 &&
      freedom > 0 && { law: { se: error, df: freedom } }),
  };
}
