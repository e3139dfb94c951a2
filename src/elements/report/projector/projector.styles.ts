import type { CSSResult } from 'lit';
import { probeStyles } from '../../chart/palette.js';
import { chartStyles } from './chart.styles.js';
import { frameStyles } from './frame.styles.js';
import { guessStyles } from './guess.styles.js';
import { sayStyles } from './say.styles.js';
import { smallStyles } from './small.styles.js';

/** The look of the wall; what holds for less room comes last. */
export const projectorStyles: CSSResult[] = [
  frameStyles,
  sayStyles,
  guessStyles,
  chartStyles,
  probeStyles,
  smallStyles,
];
