import type { PropertyDeclarations } from 'lit';
import type { KioskScreen, ResetReason } from '../../core/kiosk/types.js';
import { VERSION } from '../../core/version.js';
import { LazyElement, type LazyView } from '../lazy-element.js';

/** The events of `<canyu-kiosk>`. */
export interface CanyuKioskEvents {
  'canyu-kiosk-state': { readonly state: KioskScreen | 'warning' };
  'canyu-reset': { readonly reason: ResetReason };
  'canyu-kiosk-update': Record<string, never>;
}

/**
 * A shared tablet: invites, asks who is there, runs the survey, thanks with a receipt, and begins anew for the next person, of whom
 * nothing of the last one can be seen. Staff manage it behind a PIN: five taps in the top right corner of the first screen within
 * three seconds, or Alt+Shift+S. Needs `<canyu-survey>` (`define/canyu-survey.js`) and https.
 *
 * The survey's own events stay inside, but for `canyu-error`: neither ids of responses nor the order of answers reach the page.
 *
 * @tag canyu-kiosk
 * @summary Runs surveys on a shared tablet, one respondent after the other.
 *
 * @attr {number} idle-seconds - Without a touch for so long, a warning comes; default 90.
 * @attr {number} warning-seconds - So long the warning waits for a touch, which may be repeated without limit; default 30, at least 20.
 * @attr {number} thanks-seconds - So long the thanks stay after the last touch; default 12.
 * @attr {string} groups - Which of the study's groups answer here, e.g. `resident partner`; default all.
 * @attr {string} hours - Opening hours, e.g. `09:00-17:30` or `Mo-Fr 09:00-11:30,14:00-17:30; Sa 09:00-12:00`; default always.
 *
 * @fires {CustomEvent<{state: string}>} canyu-kiosk-state - `attract`, `closed`, `who`, `survey`, `thanks`, `staff`, or `warning` while one of them warns. It may be updated at the first two.
 * @fires {CustomEvent<{reason: string}>} canyu-reset - Begun anew: `idle`, `finished`, `stopped`, `left`, `staff`.
 * @fires {CustomEvent<Record<string, never>>} canyu-kiosk-update - Staff ask for an update of the page.
 * @fires {CustomEvent<{code: string}>} canyu-error - Something went wrong; the element shows what and what to do.
 *
 * @csspart kiosk - The whole screen.
 * @csspart heading - The title of the current screen.
 * @csspart button - Every button outside of the survey.
 *
 * @cssprop [--canyu-font-size=24px] - Base size of text.
 */
export class CanyuKiosk extends LazyElement<LazyView> {
  /** Version of the package this class comes from. */
  static readonly version: string = VERSION;
  static override properties: PropertyDeclarations = {
    study: {},
    src: {},
    instrument: {},
    community: {},
    form: {},
    groups: {},
    hours: {},
    idleSeconds: { attribute: 'idle-seconds' },
    warningSeconds: { attribute: 'warning-seconds' },
    thanksSeconds: { attribute: 'thanks-seconds' },
  };

  /** Id of the study; enough when there is no study file. */
  declare study: string | undefined;
  /** Address of the study file (`canyu-study/1`). */
  declare src: string | undefined;
  /** Address of an instrument of the site's own (`canyu-instrument/1`). */
  declare instrument: string | undefined;
  /** Id of the community, where the tablet stands in one. */
  declare community: string | undefined;
  /** `full` or `short`; default `full`. */
  declare form: string | undefined;
  /** Which of the study's groups answer here, separated by spaces. */
  declare groups: string | undefined;
  /** Opening hours; see the attribute. */
  declare hours: string | undefined;
  /** Seconds without a touch until the warning. */
  declare idleSeconds: number | string | undefined;
  /** Seconds for which the warning waits. */
  declare warningSeconds: number | string | undefined;
  /** Seconds for which thanks stay. */
  declare thanksSeconds: number | string | undefined;

  protected override async loadView(): Promise<LazyView> {
    return new (await import('./kiosk-view.js')).KioskView(this, this.language);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'canyu-kiosk': CanyuKiosk;
  }
  interface GlobalEventHandlersEventMap {
    'canyu-kiosk-state': CustomEvent<CanyuKioskEvents['canyu-kiosk-state']>;
    'canyu-reset': CustomEvent<CanyuKioskEvents['canyu-reset']>;
    'canyu-kiosk-update': CustomEvent<CanyuKioskEvents['canyu-kiosk-update']>;
  }
}
