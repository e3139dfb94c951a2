import type { Results } from '../change/types.js';
import type { Group } from '../text.js';
import type { ReportMaterial, WaveDays } from './report-material.js';

/** When a wave could be answered: as the results say, else as the material does. */
export function daysOf(results: Results, material: ReportMaterial, wave: 'baseline' | 'endline'): WaveDays {
  const own = results.study.waves?.find(({ id }) => id === results.waves[wave]);
  return own?.opens || own?.closes ? own : (material.days?.[wave] ?? {});
}

/** How many people of a side were asked at a wave: as the results say, else as the material does. */
export function invitedOf(
  { flow }: Results,
  { invited }: ReportMaterial,
  group: Group,
  wave: 'baseline' | 'endline',
): number | undefined {
  return flow[group]?.invited?.[wave] ?? invited?.[group]?.[wave];
}
