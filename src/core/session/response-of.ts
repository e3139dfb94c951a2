import type { SurveyResponse } from '../response/types.js';
import type { SessionState } from './types.js';

/** The response that this session amounts to; `date` is the local day, `YYYY-MM-DD`. Null before consent. */
export function responseOf(state: SessionState, date: string): SurveyResponse | null {
  if (!state.consent) return null;
  const { id, study, instrument, wave, group, community, form, mode, locale, answers, device } = state;
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
