import { css, type CSSResult } from 'lit';
import type { ChartColours } from '../../charts/types.js';

/** Roles of colours in a picture, each read from the custom property `--c-<role>` of theme.ts. */
const ROLES = ['text', 'soft', 'surface', 'rule', 'control', 'notice', 'resident', 'official'] as const;

/** The property of the probe that carries each role (`probeStyles`), so that one look at its style gives all of them. */
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
 * The look of a probe: there but not to be seen. A change of its colours or type, wherever it comes from (a class on an ancestor, another
 * custom property, a media query), is a transition of no length, and a transition tells of itself: nothing has to be asked again and again.
 */
export const probeStyles: CSSResult = css`
  .probe {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    pointer-events: none;
    forced-color-adjust: none;
    color: var(--c-text);
    caret-color: var(--c-soft);
    background-color: var(--c-surface);
    border-color: var(--c-rule) var(--c-control) var(--c-notice) var(--c-resident);
    outline-color: var(--c-official);
    transition-property: color, background-color, border-color, outline-color, caret-color, font-size, font-family;
    transition-duration: 1ms;
    transition-timing-function: step-start;
    transition-behavior: allow-discrete;
  }
`;

/**
 * The colours that hold at `probe` now, resolved by the browser, so that `light-dark()`, `color-mix()` and system colours
 * come out as plain colours. `probe` is an empty element of the shadow tree that wears `probeStyles`.
 */
export function readPalette(probe: HTMLElement): ChartColours {
  const style = getComputedStyle(probe);
  return Object.fromEntries(
    ROLES.map((role) => [role, style.getPropertyValue(CARRIERS[role])]),
  ) as unknown as ChartColours;
}

/** True when two palettes draw alike. */
export function sameColours(a: ChartColours | undefined, b: ChartColours | undefined): boolean {
  return ROLES.every((role) => a?.[role] === b?.[role]);
}

/** Media features that the theme answers to, for browsers that tell of no transitions. */
const FEATURES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];

/**
 * Calls back when the colours or the type of the probe in `root` may have changed: once for each that did, so that the caller should
 * compare. Stops with `signal`.
 */
export function onPaletteChange(root: Node, changed: () => void, signal: AbortSignal): void {
  for (const query of FEATURES) matchMedia(query).addEventListener('change', changed, { signal });
  root.addEventListener(
    'transitionrun',
    (event) => {
      if ((event.target as Element).matches('.probe')) changed();
    },
    { signal },
  );
}
