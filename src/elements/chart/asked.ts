import type { BarsStyle, ChartType, DrawOptions } from '../../charts/types.js';
import type { Group } from '../../core/text.js';
import { sameColours } from './palette.js';

const TYPES: readonly ChartType[] = [
  'plane',
  'forest',
  'estimation',
  'slope',
  'gap',
  'likert',
  'ladder',
  'contributions',
  'loop',
  'timeline',
  'flow',
  'context',
];
const GROUPS: readonly Group[] = ['resident', 'official', 'partner'];
const BARS: readonly BarsStyle[] = ['diverging', 'plain'];

/** Values that were warned about, so that a list of a hundred charts warns once. */
const warned = new Set<string>();

/** The one of `known` that an attribute asks for; any other value falls back to `otherwise` and warns once. */
function oneOf<T extends string, F>(name: string, value: string | undefined, known: readonly T[], otherwise: F): T | F {
  const found = known.find((each) => each === value);
  const key = `${name}="${value ?? ''}"`;
  if (found === undefined && value && !warned.has(key)) {
    warned.add(key);
    console.warn(
      `<canyu-chart ${key}> is not known; ${otherwise === undefined ? 'it is left out' : `using "${String(otherwise)}"`}. Known are ${known.join(', ')}.`,
    );
  }
  return found ?? otherwise;
}

/** Which chart `type` asks for. */
export const chartType = (value: string | undefined): ChartType => oneOf('type', value, TYPES, 'plane');

/** Which group is asked for; undefined: residents and officials. */
export const chartGroup = (value: string | undefined): Group | undefined => oneOf('group', value, GROUPS, undefined);

/** How answers are drawn. */
export const chartBars = (value: string | undefined): BarsStyle => oneOf('bars', value, BARS, 'diverging');

/** True when two pictures of the same results are the same. */
export function sameOptions(a: DrawOptions, b: DrawOptions): boolean {
  return (
    a.type === b.type &&
    a.paint === b.paint &&
    a.bars === b.bars &&
    a.locale === b.locale &&
    a.group === b.group &&
    a.construct === b.construct &&
    a.pixelRatio === b.pixelRatio &&
    a.fonts.family === b.fonts.family &&
    a.fonts.size === b.fonts.size &&
    sameColours(a.colours, b.colours)
  );
}
