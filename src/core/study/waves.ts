import type { Study, Wave } from './types.js';

/** Where a day lies for a wave; `undated` when the study gives it no dates. */
export type WaveState = 'before' | 'open' | 'closed' | 'undated';

/**
 * The state of a wave on a day. The days on which it opens and closes belong to it; a wave with one date is bounded on that side
 * only. An undated wave may be answered at any time and never holds results back.
 *
 * @param today `YYYY-MM-DD`, where the survey is answered
 */
export function waveState(wave: Wave, today: string): WaveState {
  if (wave.opens === undefined && wave.closes === undefined) return 'undated';
  if (wave.opens !== undefined && today < wave.opens) return 'before';
  return wave.closes !== undefined && today > wave.closes ? 'closed' : 'open';
}

/** The waves that may be answered on a day: those that are open or undated, in the order of the study. */
export const openWaves = (study: Study, today: string): readonly Wave[] =>
  study.waves.filter((wave) => ['open', 'undated'].includes(waveState(wave, today)));
