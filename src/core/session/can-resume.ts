import { stepsOf } from './session.js';
import type { SessionPlan, SessionStart, SessionState } from './types.js';

/**
 * Whether a stored draft can go on under this plan: same study, instrument, wave, group and form, consent given, and its step
 * still exists. A draft of another version of the instrument must not be mixed into this one.
 */
export function canResume(plan: SessionPlan, draft: unknown, start: SessionStart): draft is SessionState {
  if (typeof draft !== 'object' || draft === null) return false;
  if ((draft as { readonly schema?: unknown }).schema !== 'canyu-draft/1') return false;
  const state = draft as SessionState;
  return (
    typeof state.id === 'string' &&
    typeof state.answers === 'object' &&
    state.consent !== null &&
    state.study === start.study &&
    state.instrument === start.instrument &&
    state.wave === start.wave &&
    state.group === start.group &&
    state.form === start.form &&
    stepsOf(plan, state).includes(state.at)
  );
}
