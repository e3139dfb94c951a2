import type { ChartConfiguration, PointStyle } from 'chart.js';
import type { Group } from '../core/text.js';
import type { Box } from './ink.js';
import type { ChartColours, DrawOptions } from './types.js';

/** A place in a picture that says its figure when it is pointed at, in CSS pixels of the canvas. */
export interface Spot extends Box {
  readonly text: string;
}

/** What chart.js is to draw, and on how large a canvas (CSS pixels). */
export interface Picture {
  /** Whatever its datasets are, its scales and plugins are those of a scatter chart. */
  readonly configuration: ChartConfiguration<'scatter'>;
  readonly width: number;
  readonly height: number;
  /** In reading order. */
  readonly spots?: readonly Spot[];
}

/** What of a drawn chart says where things are; every type of chart.js has it. */
export interface Drawn {
  readonly scales: Readonly<Record<string, { getPixelForValue(value: number): number }>>;
  readonly chartArea: Box;
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
