import { isHidden, type Results } from '../core/change/types.js';
import type { Group } from '../core/text.js';
import type { Instrument } from '../core/instrument/types.js';
import { INDEX_SCALES, LESS_IS_BETTER } from '../core/scoring/person-index.js';
import type { PersonLevel } from './person-level.js';
import type { Study } from '../core/study/types.js';
import type { ExportWords } from './words.js';

/** What the scripts of R, SPSS and Stata are written from. */
export interface ScriptInput {
  readonly settingsLine: string;
  readonly study: Study;
  readonly instrument: Instrument;
  readonly results: Results;
  readonly people: PersonLevel;
  readonly words: ExportWords;
}

/** An item as a script scores it. */
export interface ScriptItem {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly reversed: boolean;
  readonly short: boolean;
}

/** A scale with its items, and whether it enters the index turned round. */
export interface ScriptScale {
  readonly id: string;
  readonly items: readonly ScriptItem[];
  readonly weight: number;
  readonly reversed: boolean;
}

/** One figure that a script computes again: the change of the index or of a scale, in points. */
export interface Expected {
  readonly group: Group;
  readonly measure: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** The scales of rating items, with the columns that hold their items. */
export function scriptScales({ people, results }: ScriptInput): readonly ScriptScale[] {
  const { items, scores } = people.variables;
  const columns = new Map(items.map(({ name, item }) => [item?.id, name]));
  return scores.flatMap(({ score }) => {
    if (score?.kind !== 'scale') return [];
    const own = score.items.flatMap(({ id, min, max, reversed, short }): ScriptItem[] => {
      const name = columns.get(id);
      return name === undefined ? [] : [{ name, min, max, reversed, short }];
    });
    if (own.length !== score.items.length) return [];
    const weight = results.settings.weights[score.id] ?? 0;
    return [{ id: score.id, items: own, weight, reversed: LESS_IS_BETTER.has(score.id) }];
  });
}

/** The scales of the index in their order; none where the instrument has no index. */
export const indexScales = (input: ScriptInput): readonly ScriptScale[] =>
  input.people.variables.hasIndex
    ? INDEX_SCALES.flatMap((id) => scriptScales(input).filter((scale) => scale.id === id))
    : [];

/**
 * The figures that can be computed again: those that are shown, of groups whose sheets are all in the table. The index comes first: it is
 * the headline.
 */
export function expectedFigures(input: ScriptInput): readonly Expected[] {
  const { results, people } = input;
  const scales = scriptScales(input);
  return (Object.keys(results.groups) as Group[]).flatMap((group) => {
    const result = results.groups[group];
    if (!result || people.incomplete.has(group)) return [];
    const figures: Expected[] = [];
    const add = (measure: string, of: unknown): void => {
      if (typeof of !== 'object' || of === null || isHidden(of) || !('change' in of)) return;
      const { change } = of;
      if (typeof change !== 'object' || change === null || isHidden(change)) return;
      const { estimate, low, high } = change as Readonly<Record<string, unknown>>;
      if (typeof estimate !== 'number' || typeof low !== 'number' || typeof high !== 'number') return;
      figures.push({ group, measure, estimate, low, high });
    };
    add('index', result.index);
    if (!isHidden(result.constructs)) for (const { id } of scales) add(id, result.constructs[id]);
    return figures;
  });
}
