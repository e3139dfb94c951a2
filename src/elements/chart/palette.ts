import type { ChartColours } from '../../charts/types.js';

/** Roles of colours in a picture, each read from the custom property `--c-<role>` of theme.ts. */
const ROLES = ['text', 'soft', 'surface', 'rule', 'control', 'notice', 'resident', 'official'] as const;

/** A property of the probe for each role, so that one look at its style gives all of them. */
const CARRIERS: Readonly<Record<(typeof ROLES)[number], string>> = {
  text: 'color',
  soft: 'caret-color',
  surface: 'background-color',
  rule: 'border-top-color',
  control: 'border-right-color',
  notice: 'border-bottom-color',
  resident: 'border-left-color',
  official: 'outline-color',
};

/**
 * The colours that hold at `probe` now, resolved by the browser, so that `light-dark()`, `color-mix()` and system colours
 * come out as plain colours. `probe` is an empty element of the
 * shadow tree, with `forced-color-adjust: none`.
 */
export function readPalette(probe: HTMLElement): ChartColours {
  for (const role of ROLES) probe.style.setProperty(CARRIERS[role], `var(--c-${role})`);
  const style = getComputedStyle(probe);
  return Object.fromEntries(
    ROLES.map((role) => [role, style.getPropertyValue(CARRIERS[role])]),
  ) as unknown as ChartColours;
}

/** True when two palettes draw alike. */
export function sameColours(a: ChartColours | undefined, b: ChartColours | undefined): boolean {
  return ROLES.every((role) => a?.[role] === b?.[role]);
}

/** Calls back when the colours may have changed: dark or light, forced colours. Stops with `signal`. */
export function onPaletteChange(changed: () => void, signal: AbortSignal): void {
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', changed, { signal });
  }
}
