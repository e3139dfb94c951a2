import type { SurveyApp } from '../survey-app.js';

const guards = new WeakMap<SurveyApp, (event: BeforeUnloadEvent) => void>();

/** Lets the browser ask before the page is left while answers are nowhere but on it. Goes by itself when there is nothing to lose. */
export function guardLeaving(app: SurveyApp): void {
  let guard = guards.get(app);
  if (!guard) guards.set(app, (guard = (event) => onLeave(app, event)));
  addEventListener('beforeunload', guard);
}

function onLeave(app: SurveyApp, event: BeforeUnloadEvent): void {
  if (!app.host.isConnected || app.phase === 'thanks') {
    const guard = guards.get(app);
    if (guard) removeEventListener('beforeunload', guard);
    return;
  }
  if (!isOnlyHere(app)) return;
  event.preventDefault();
  // Older browsers, such as those inside apps, heed only this.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  event.returnValue = true;
}

/** A sheet that could not be stored, or answers of which no draft is kept. A kiosk forgets by itself and asks nobody. */
function isOnlyHere({ phase, host, study, state, storeTrouble }: SurveyApp): boolean {
  if (phase === 'failed' || phase === 'submitting') return true;
  if (phase !== 'session' || host.device === 'kiosk') return false;
  return (study?.seal !== undefined || storeTrouble !== undefined) && Object.keys(state?.answers ?? {}).length > 0;
}
