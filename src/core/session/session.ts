import type { SessionAction, SessionPlan, SessionStart, SessionState, Step } from './types.js';

/** The first state of a session: at the consent screen, nothing answered. */
export function startSession(start: SessionStart): SessionState {
  const { community, ...rest } = start;
  return {
    schema: 'canyu-draft/1',
    ...rest,
    ...(community ? { community } : {}),
    at: 'consent',
    changing: false,
    consent: null,
    answers: {},
    seconds: 0,
  };
}

/** All steps of this respondent in order; which ones there are depends on what was consented to. */
export function stepsOf(plan: SessionPlan, state: SessionState): readonly Step[] {
  const { closed, open, background } = plan.form;
  return [
    'consent',
    ...(plan.communities.length > 0 ? ['community'] : []),
    'frame',
    ...closed,
    ...(plan.linking && state.consent?.link === true ? ['link'] : []),
    ...open,
    ...background,
    'review',
  ];
}

/**
 * The next state of a session. Pure: the same state and action give the same result, and an action that makes no sense at this
 * point (an answer before consent, a step that does not exist) leaves the state as it is.
 */
export function advance(plan: SessionPlan, state: SessionState, action: SessionAction): SessionState {
  switch (action.type) {
    case 'agree': {
      const { version, hash, link } = action;
      const agreed: SessionState = { ...state, consent: { version, hash, link } };
      return { ...agreed, at: stepAfter(plan, agreed, 'consent') };
    }
    case 'community':
      return plan.communities.includes(action.community) ? { ...state, community: action.community } : state;
    case 'answer':
      return state.consent && isAsked(plan, action.item) ? withAnswer(state, action.item, action.value) : state;
    case 'link':
      return state.consent ? { ...state, link: action.tokens } : state;
    case 'next':
      if (!state.consent) return state;
      return { ...state, changing: false, at: state.changing ? 'review' : stepAfter(plan, state, state.at) };
    case 'back':
      return { ...state, changing: false, at: state.changing ? 'review' : stepBefore(plan, state, state.at) };
    case 'change':
      return state.consent && stepsOf(plan, state).includes(action.step)
        ? { ...state, changing: true, at: action.step }
        : state;
    case 'locale':
      return { ...state, locale: action.locale };
    case 'spent':
      return { ...state, seconds: state.seconds + Math.max(0, action.seconds) };
  }
}

function isAsked(plan: SessionPlan, item: string): boolean {
  const { closed, open, background } = plan.form;
  return closed.includes(item) || open.includes(item) || background.includes(item);
}

function withAnswer(state: SessionState, item: string, value: number | string | undefined): SessionState {
  const others = Object.fromEntries(Object.entries(state.answers).filter(([id]) => id !== item));
  return { ...state, answers: value === undefined || value === '' ? others : { ...others, [item]: value } };
}

function stepAfter(plan: SessionPlan, state: SessionState, step: Step): Step {
  const steps = stepsOf(plan, state);
  return steps[steps.indexOf(step) + 1] ?? 'review';
}

function stepBefore(plan: SessionPlan, state: SessionState, step: Step): Step {
  const steps = stepsOf(plan, state);
  return steps[Math.max(0, steps.indexOf(step) - 1)] ?? 'consent';
}

/** How far the respondent is. `index` counts the questions before this step, `total` all questions. */
export interface Progress {
  readonly index: number;
  readonly total: number;
  /** Estimated minutes left, at least 1 (method.md §2.1, time budget). */
  readonly minutesLeft: number;
}

/** Seconds that one more step usually takes, the review among them (method.md §2.1). */
const SECONDS = { choice: 8, open: 25, link: 45, review: 20 };

/** Progress through the questions at the current step. */
export function progressOf(plan: SessionPlan, state: SessionState): Progress {
  const questions = stepsOf(plan, state).filter((step) => !['consent', 'community', 'frame', 'review'].includes(step));
  const here = questions.indexOf(state.at);
  const index = here >= 0 ? here : state.at === 'review' ? questions.length : 0;
  const left = questions
    .slice(index)
    .reduce(
      (sum, step) =>
        sum + (step === 'link' ? SECONDS.link : plan.form.open.includes(step) ? SECONDS.open : SECONDS.choice),
      SECONDS.review,
    );
  return { index, total: questions.length, minutesLeft: Math.max(1, Math.round(left / 60)) };
}
