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

/**
 * All steps of this respondent in order; which ones there are depends on what was consented to and answered. The step that the respondent
 * is at is always one of them.
 */
export function stepsOf(plan: SessionPlan, state: SessionState): readonly Step[] {
  const { closed, open, background } = plan.form;
  const shown: Step[] = [];
  for (const step of [
    'consent',
    ...(plan.communities.length > 0 ? ['community'] : []),
    'frame',
    ...closed,
    ...(plan.linking && state.consent?.link === true ? ['link'] : []),
    ...open,
    ...background,
    'review',
  ]) {
    const when = plan.relevant?.get(step);
    if (!when || step === state.at || (shown.includes(when.item) && state.answers[when.item] === when.equals)) {
      shown.push(step);
    }
  }
  return shown;
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
      return { ...state, ...(state.changing ? afterChange(plan, state) : { at: stepAfter(plan, state, state.at) }) };
    case 'back':
      return { ...state, changing: false, at: state.changing ? 'review' : stepBefore(plan, state, state.at) };
    case 'change':
      return state.consent && stepsOf(plan, state).includes(action.step)
        ? { ...state, changing: true, at: action.step }
        : state;
    case 'locale':
      return { ...state, locale: action.locale };
    case 'mode':
      return { ...state, mode: action.mode };
    case 'spent':
      return { ...state, seconds: state.seconds + Math.max(0, action.seconds) };
  }
}

/** Back to the review; first to what is asked only because of the changed answer. */
function afterChange(plan: SessionPlan, state: SessionState): Pick<SessionState, 'at' | 'changing'> {
  const { relevant } = plan;
  const steps = stepsOf(plan, state);
  const here = [state.at, relevant?.get(state.at)?.item];
  const next = steps
    .slice(steps.indexOf(state.at) + 1)
    .find((step) => here.includes(relevant?.get(step)?.item ?? '') && state.answers[step] === undefined);
  return { at: next ?? 'review', changing: next !== undefined };
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
  const steps = stepsOf(plan, state);
  const others = ['consent', 'community', 'frame', 'review', ...(plan.notes ?? [])];
  const isQuestion = (step: Step): boolean => !others.includes(step);
  const questions = steps.filter(isQuestion);
  const index = steps.slice(0, steps.indexOf(state.at)).filter(isQuestion).length;
  const left = questions
    .slice(index)
    .reduce(
      (sum, step) =>
        sum + (step === 'link' ? SECONDS.link : plan.form.open.includes(step) ? SECONDS.open : SECONDS.choice),
      SECONDS.review,
    );
  return { index, total: questions.length, minutesLeft: Math.max(1, Math.round(left / 60)) };
}
