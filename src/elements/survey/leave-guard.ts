import type { SurveyApp } from './survey-app.js';

/** What may be nowhere but on the page. */
interface Leaving {
  readonly host: Element;
  /** Whether there is nothing to lose any more. */
  readonly isOver?: () => boolean;
  /** Whether answers are nowhere else now. */
  readonly isOnlyHere: () => boolean;
}

const guards = new WeakMap<Element, (event: BeforeUnloadEvent) => void>();

/** Lets the browser ask before the page is left while answers are nowhere but on it. Goes by itself when there is nothing to lose. */
export function askBeforeLeaving(leaving: Leaving): void {
  const { host } = leaving;
  const before = guards.get(host);
  if (before) removeEventListener('beforeunload', before);
  const guard = (event: BeforeUnloadEvent): void => onLeave(leaving, event);
  guards.set(host, guard);
  addEventListener('beforeunload', guard);
}

/** The same for a respondent's survey. */
export const guardLeaving = (app: SurveyApp): void =>
  askBeforeLeaving({
    host: app.host,
    isOver: () => app.phase === 'thanks',
    isOnlyHere: () => isOnlyHere(app),
  });

function onLeave({ host, isOver, isOnlyHere }: Leaving, event: BeforeUnloadEvent): void {
  if (!host.isConnected || isOver?.()) {
    const guard = guards.get(host);
    if (guard) removeEventListener('beforeunload', guard);
    guards.delete(host);
    return;
  }
  if (!isOnlyHere()) return;
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
