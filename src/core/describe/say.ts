import {
  isHidden,
  type Change,
  type DidChange,
  type Hidden,
  type Level,
  type Pair,
  type Results,
} from '../change/types.js';
import type { Group } from '../text.js';
import { decimalsFor, known, points } from './format.js';
import type { SaidChange, WaveName, Words } from './words.js';

/* What sentences of all blocks have in common. */

/** The change as words need it; undefined where there is none to say. `turned`: less is better, so signs are turned round. */
export function saidChange(
  change: Change | DidChange | Hidden | undefined,
  n: number,
  turned = false,
): SaidChange | undefined {
  if (change === undefined || isHidden(change)) return undefined;
  const estimate = known(change.estimate);
  if (estimate === undefined) return undefined;
  const decimals = decimalsFor(n);
  const sign = turned ? -1 : 1;
  const limits = [known(change.low), known(change.high)];
  if (turned) limits.reverse();
  const [low, high] = limits;
  return {
    estimate: points(sign * estimate, decimals, true),
    ...(low !== undefined && { low: points(sign * low, decimals) }),
    ...(high !== undefined && { high: points(sign * high, decimals) }),
  };
}

/** The smaller wave or group of a change; 0 where it is hidden. */
export function smallest(change: Change | Hidden | undefined): number {
  if (change === undefined || isHidden(change)) return 0;
  return 'baseline' in change.n
    ? Math.min(change.n.baseline, change.n.endline)
    : Math.min(change.n.resident, change.n.official);
}

/** Why a group's figure is not there: too few sheets in a wave, too few usable ones, or something else. */
export function missing(words: Words, results: Results, group: Group, needed: number, figure?: Hidden): string {
  const flow = results.flow[group];
  const short = (['endline', 'baseline'] as const).filter((wave) => flow !== undefined && flow[wave] < needed);
  const wave = short.sort((a, b) => (flow?.[a] ?? 0) - (flow?.[b] ?? 0))[0];
  if (flow && wave) return words.notYet(group, wave, flow[wave], needed);
  const few = figure === undefined || figure.why.startsWith('n<');
  return few ? words.tooFewAnswered(group, needed) : words.notShown;
}

/** Levels and change of a domain or construct. */
export function sayPair(
  words: Words,
  results: Results,
  group: Group,
  what: string,
  pair: Pair<Level | Hidden> | Hidden | undefined,
): string {
  const needed = results.settings.minimumCell;
  if (pair === undefined || isHidden(pair)) return words.hidden(what, missing(words, results, group, needed, pair));
  const before = saidLevel(pair.baseline);
  const after = saidLevel(pair.endline);
  const said = saidChange(pair.change, smallest(pair.change));
  if (before !== undefined && after !== undefined && said) return words.levels(what, before, after, words.change(said));
  const hiddenIn = (wave: WaveName): string => {
    const figure = pair[wave];
    return missing(words, results, group, needed, isHidden(figure) ? figure : undefined);
  };
  if (before !== undefined) return words.oneLevel(what, 'baseline', before, hiddenIn('endline'));
  if (after !== undefined) return words.oneLevel(what, 'endline', after, hiddenIn('baseline'));
  return words.hidden(what, hiddenIn('endline'));
}

/** A mean in points; undefined where it is hidden. */
export function saidLevel(level: Level | Hidden): string | undefined {
  if (isHidden(level)) return undefined;
  const mean = known(level.mean);
  return mean === undefined ? undefined : points(mean, decimalsFor(level.n));
}
