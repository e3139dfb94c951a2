import type { SurveyResponse } from '../response/types.js';
import { stepsOf } from './session.js';
import type { SessionPlan, SessionState } from './types.js';

/**
 * The response that this session amounts to; `date` is the local day, `YYYY-MM-DD`. Null before consent. With the session's plan, answers
 * to questions that later answers made irrelevant are left out.
 */
export function responseOf(state: SessionState, date: string, plan?: SessionPlan): SurveyResponse | null {
  if (!state.consent) return null;
  const { id, study, instrument, wave, group, community, form, mode, locale, device } = state;
  const asked = plan?.relevant && new Set(stepsOf(plan, { ...state, at: 'review' }));
  const answers = asked
    ? Object.fromEntries(Object.entries(state.answers).filter(([item]) => asked.has(item)))
    : state.answers;
  return {
    schema: 'canyu-response/1',
    id,
    study,
    instrument,
    wave,
    group,
    ...(community ? { community } : {}),
    form,
    mode,
    locale,
    answers,
    link: state.link ?? null,
    consent: { version: state.consent.version, hash: state.consent.hash },
    date,
    seconds: Math.round(state.seconds),
    device,
  };
}
