import { svg, type SVGTemplateResult } from 'lit';

/** Units of a plot: tenths of a millimetre on paper. */
export const LANE = 33;

/** Where values lie on a plot of `width` units. */
export interface Axis {
  readonly width: number;
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** Room at both ends for marks that lie on a limit. */
const EDGE = 14;

/** An axis from `min` to `max` with a tick at each multiple of `step`. */
export function axisOf(min: number, max: number, step: number, width: number): Axis {
  const first = Math.ceil(min / step - 1e-9);
  const count = Math.floor(max / step + 1e-9) - first + 1;
  return {
    width,
    at: (value) => EDGE + ((value - min) / (max - min)) * (width - 2 * EDGE),
    ticks: Array.from({ length: count }, (_, index) => (first + index) * step),
  };
}

/** An axis around zero that holds every value and the band ±δ. */
export function changeAxis(values: readonly number[], delta: number, width: number): Axis {
  const low = Math.min(-1.5 * delta, ...values);
  const high = Math.max(1.5 * delta, ...values);
  const step = [5, 10, 20, 25, 50].find((size) => (high - low) / size <= 5) ?? 100;
  return axisOf(Math.floor(low / 5) * 5, Math.ceil(high / 5) * 5, step, width);
}

/** One lane of a plot; what it shows is said in the cells beside it. */
export function lane(width: number, height: number, content: unknown): SVGTemplateResult {
  return svg`<svg class="lane" viewBox="0 0 ${width} ${height}" aria-hidden="true">${content}</svg>`;
}

/** A mark: a circle for residents, a square for officials; hollow before, filled after. */
export function mark(group: string, x: number, y: number, isHollow = false): SVGTemplateResult {
  const name = `mark ${group} ${isHollow ? 'hollow' : 'filled'}`;
  return group === 'resident'
    ? svg`<circle class=${name} cx=${x} cy=${y} r="10" />`
    : svg`<rect class=${name} x=${x - 9} y=${y - 9} width="18" height="18" />`;
}

/** The numbers under a plot. */
export function tickRow(axis: Axis, format: (value: number) => string): SVGTemplateResult {
  return lane(
    axis.width,
    30,
    axis.ticks.map(
      (value) => svg`<text class="tick" x=${axis.at(value)} y="22" text-anchor="middle">${format(value)}</text>`,
    ),
  );
}
