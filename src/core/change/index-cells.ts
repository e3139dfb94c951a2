import { enoughWeight, LESS_IS_BETTER } from '../scoring/person-index.js';
import type { Column, GroupColumns, WaveName } from './columns.js';

/**
 * People of one wave by which of the index scales they have: sums of keys, so that the mean index under any weights costs patterns, not
 * people. Integer keys make the sums exact.
 */
export interface Pattern {
  /** Bit s is set when scale s has a score. */
  readonly mask: number;
  n: number;
  /** Sum of the oriented scale in points, by scale. */
  readonly sums: Float64Array;
}

/** The scales of the index as columns, in their order. */
export function indexColumns(columns: GroupColumns, scales: readonly string[]): readonly Column[] {
  return scales.flatMap((id) => columns.scores.get(id) ?? []);
}

/** Counts the patterns of a wave, in the order of their masks. */
export function patternsOf(scales: readonly Column[], wave: WaveName): readonly Pattern[] {
  const keys = scales.map((scale) => scale[wave]);
  const byMask: (Pattern | undefined)[] = Array.from({ length: 1 << scales.length }, () => undefined);
  const people = keys[0]?.length ?? 0;
  for (let i = 0; i < people; i++) {
    let mask = 0;
    for (let s = 0; s < keys.length; s++) {
      const key = keys[s]![i] as number;
      if (key === key) mask |= 1 << s;
    }
    const pattern = (byMask[mask] ??= { mask, n: 0, sums: new Float64Array(keys.length) });
    pattern.n++;
    for (let s = 0; s < keys.length; s++) {
      const key = keys[s]![i] as number;
      if (key === key) pattern.sums[s]! += key;
    }
  }
  const patterns = byMask.filter((pattern) => pattern !== undefined);
  for (const pattern of patterns) {
    scales.forEach(({ id, denominator }, s) => {
      const sum = (100 * (pattern.sums[s] as number)) / denominator;
      const answered = (pattern.mask >> s) & 1;
      pattern.sums[s] = LESS_IS_BETTER.has(id) ? answered * 100 * pattern.n - sum : sum;
    });
  }
  return patterns;
}

/** Mean of Q over the people of a wave who have one, under `weights` (any sum). */
export function meanIndex(patterns: readonly Pattern[], weights: readonly number[]): { n: number; mean: number } {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let n = 0;
  let total = 0;
  for (const pattern of patterns) {
    let answered = 0;
    let sum = 0;
    for (let s = 0; s < weights.length; s++) {
      if (!((pattern.mask >> s) & 1)) continue;
      answered += weights[s] as number;
      sum += (weights[s] as number) * (pattern.sums[s] as number);
    }
    if (!enoughWeight(answered, whole)) continue;
    n += pattern.n;
    total += sum / answered;
  }
  return { n, mean: total / n };
}

/** Mean of one oriented scale over the people of a wave who have a Q and a score on it (results-paths rule 16). */
export function meanWithin(
  patterns: readonly Pattern[],
  weights: readonly number[],
  scale: number,
): { n: number; mean: number } {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let n = 0;
  let total = 0;
  for (const pattern of patterns) {
    if (!((pattern.mask >> scale) & 1)) continue;
    const answered = weights.reduce((sum, weight, s) => sum + ((pattern.mask >> s) & 1 ? weight : 0), 0);
    if (!enoughWeight(answered, whole)) continue;
    n += pattern.n;
    total += pattern.sums[scale] as number;
  }
  return { n, mean: total / n };
}

/** The index of every person over some scales, in points (denominator 100); NaN without enough answers. */
export function indexColumn(id: string, scales: readonly Column[], weights: readonly number[]): Column {
  return {
    id,
    denominator: 100,
    baseline: indexOfWave(scales, weights, 'baseline'),
    endline: indexOfWave(scales, weights, 'endline'),
  };
}

function indexOfWave(scales: readonly Column[], weights: readonly number[], wave: WaveName): Float64Array {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const keys = scales.map((scale) => scale[wave]);
  const denominators = scales.map(({ denominator }) => denominator);
  const turned = scales.map(({ id }) => LESS_IS_BETTER.has(id));
  const index = new Float64Array(keys[0]?.length ?? 0);
  for (let i = 0; i < index.length; i++) {
    let answered = 0;
    let sum = 0;
    for (let s = 0; s < keys.length; s++) {
      const key = keys[s]![i] as number;
      if (key !== key) continue;
      const value = (100 * key) / (denominators[s] as number);
      answered += weights[s] as number;
      sum += (weights[s] as number) * (turned[s] ? 100 - value : value);
    }
    index[i] = enoughWeight(answered, whole) ? sum / answered : NaN;
  }
  return index;
}
