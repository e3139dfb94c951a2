import type { Side } from '../../../core/meeting/guess.js';
import type { NextStep } from '../../../core/meeting/commitments.js';

/** How many next steps a meeting agrees on (method.md §5, meeting plan 5). */
const STEPS = 3;

/** The weight of each construct on the sliders while they are equal; the sliders go to twice this. */
export const EQUAL = 5;

/** What people say during the meeting: kept in memory only, gone with the page. */
export class Talk {
  /** As typed; "" while nothing is. */
  guesses: Readonly<Record<Side, string>> = { resident: '', official: '' };
  /** By construct; undefined: as published. */
  weights: Readonly<Record<string, number>> | undefined;
  steps: readonly NextStep[] = Array.from({ length: STEPS }, () => ({ what: '', who: '', due: '' }));
  /** What was told when the next steps were last saved or could not be. */
  saved: { readonly file: string; readonly count: number } | undefined;
  /** The button was pressed: from now on what is missing is said. */
  asked = false;

  setGuess(side: Side, text: string): void {
    this.guesses = { ...this.guesses, [side]: text };
  }

  setStep(at: number, change: Partial<NextStep>): void {
    this.steps = this.steps.map((step, index) => (index === at ? { ...step, ...change } : step));
    this.saved = undefined;
  }

  /** Other results are on the wall; the next steps stay. */
  forgetResults(): void {
    this.guesses = { resident: '', official: '' };
    this.weights = undefined;
  }

  /** Something was typed and is in no file. */
  get isUnsaved(): boolean {
    return !this.saved && this.steps.some(({ what, who, due }) => Boolean(what.trim() || who.trim() || due));
  }
}

/** The published weights on the scale of the sliders. */
export function sliderWeights(weights: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const ids = Object.keys(weights);
  const sum = ids.reduce((total, id) => total + Math.max(0, weights[id] ?? 0), 0);
  const scale = sum > 0 ? (EQUAL * ids.length) / sum : 0;
  return Object.fromEntries(ids.map((id) => [id, Math.max(0, weights[id] ?? 0) * scale]));
}
