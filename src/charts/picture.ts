import type { ChartConfiguration, PointStyle } from 'chart.js';
import type { Group } from '../core/text.js';
import type { ChartColours, DrawOptions } from './types.js';

/** What chart.js is to draw, and on how large a canvas (CSS pixels). */
export interface Picture {
  readonly configuration: ChartConfiguration<'scatter'>;
  readonly width: number;
  readonly height: number;
}

/** Groups differ by shape too, so that they can be told apart in grey. */
export const SHAPES: Readonly<Record<Group, PointStyle>> = {
  resident: 'circle',
  official: 'rect',
  partner: 'triangle',
};

/** The colour of a group's marks and words. */
export function coloursOf(colours: ChartColours, group: Group): string {
  return group === 'partner' ? colours.text : colours[group];
}

/** The canvas font: never below 14 px, one step smaller where there is little room. */
export function fontOf({ fonts }: DrawOptions, narrow: boolean): string {
  return `${Math.max(14, Math.round(fonts.size * (narrow ? 0.875 : 1)))}px ${fonts.family}`;
}
