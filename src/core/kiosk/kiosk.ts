import type { KioskEvent, KioskRules, KioskState, KioskStep, ResetReason } from './types.js';

/** A kiosk that has just been switched on. */
export const startKiosk = (rules: KioskRules, at: number): KioskState => rest(rules, 0, 'loading', at);

/**
 * Takes an event to a kiosk. Rules that hold whatever the order of events (reliability, WCAG 2.2.1):
 *
 * - a reset leaves nothing of the respondent: no group, no language, no receipt, and another `round`;
 * - a reset for idleness comes only after a warning of `rules.warning` seconds that any touch ends, as often as wanted; also on a tablet
 *   that slept past both times;
 * - thanks never warn: they stay as long as somebody touches them, and `rules.thanks` seconds after that they end;
 * - closing time, or the end of a wave, never interrupts a respondent.
 *
 * Events that do not fit the screen change nothing.
 */
export function advanceKiosk(rules: KioskRules, state: KioskState, event: KioskEvent): KioskStep {
  const { screen } = state;
  const { at } = event;
  const reset = (reason: ResetReason): KioskStep => ({
    state: rest(rules, state.round + 1, state.closed, at),
    reset: reason,
  });
  const to = (change: Partial<KioskState>): KioskStep => ({
    state: { ...state, warnedUntil: undefined, stopping: undefined, touched: at, ...change },
  });
  const same: KioskStep = { state };

  switch (event.type) {
    case 'availability':
      return state.closed === event.closed ? same : { state: resting({ ...state, closed: event.closed }) };
    case 'start': {
      const [only, ...others] = rules.groups;
      if (screen !== 'attract' || !only) return same;
      return to(others.length ? { screen: 'who' } : { screen: 'survey', group: only });
    }
    case 'group':
      return screen === 'who' && rules.groups.includes(event.group)
        ? to({ screen: 'survey', group: event.group })
        : same;
    case 'locale':
      return to({ locale: event.locale, stopping: state.stopping });
    case 'touch':
      return to({ stopping: state.stopping });
    case 'complete':
      return screen === 'survey' && event.round === state.round
        ? to({ screen: 'thanks', outcome: event.outcome })
        : same;
    case 'done':
      return screen === 'thanks' ? reset('finished') : same;
    case 'ask-stop':
      if (screen === 'who') return reset('stopped');
      return screen === 'survey' ? to({ stopping: true }) : same;
    case 'go-on':
      return to({});
    case 'stop':
      return screen === 'survey' || screen === 'who' ? reset('stopped') : same;
    case 'leave':
      return reset('left');
    case 'staff':
      return isResting(state) ? to({ screen: 'staff' }) : same;
    case 'staff-done':
      return screen === 'staff' ? reset('staff') : same;
    case 'tick':
      return tick(rules, state, at, reset);
  }
}

/** Whether nobody is at the kiosk: when it may be updated, and when staff may open their panel. */
export const isResting = ({ screen }: KioskState): boolean => screen === 'attract' || screen === 'closed';

function tick(rules: KioskRules, state: KioskState, at: number, reset: (reason: ResetReason) => KioskStep): KioskStep {
  const still = (at - state.touched) / 1000;
  if (state.screen === 'thanks') return still >= rules.thanks ? reset('finished') : { state };
  if (isResting(state)) {
    // Somebody looked in another language and went away: nothing was answered, so nobody has to be warned.
    const astray = state.locale !== rules.locale && still >= rules.idle;
    return { state: astray ? { ...state, locale: rules.locale } : state };
  }
  if (state.warnedUntil !== undefined) return at >= state.warnedUntil ? reset('idle') : { state };
  if (still < rules.idle) return { state };
  return { state: { ...state, warnedUntil: at + rules.warning * 1000 } };
}

const rest = (rules: KioskRules, round: number, closed: KioskState['closed'], at: number): KioskState =>
  resting({ screen: 'attract', closed, locale: rules.locale, round, touched: at });

/** Whether the resting screen invites or says why not. */
const resting = (state: KioskState): KioskState =>
  isResting(state) ? { ...state, screen: state.closed ? 'closed' : 'attract' } : state;
