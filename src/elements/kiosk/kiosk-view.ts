import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { isResting } from '../../core/kiosk/kiosk.js';
import type { LocaleController } from '../../i18n/locale.js';
import type { LazyView } from '../lazy-element.js';
import type { CanyuKiosk } from './canyu-kiosk.js';
import { kioskClock } from './clock.js';
import { CornerTaps, isStaffKey } from './gesture.js';
import { KioskApp } from './kiosk-app.js';
import { kioskStyles } from './kiosk.styles.js';
import { WakeLock } from './screen.js';
import { staffStyles } from './staff/staff.styles.js';
import { idleView, stopView } from './views/dialogs.js';
import { screenView } from './views/screens.js';

/** Attributes that decide which study it is; another value opens the kiosk anew. */
const IDENTITY = ['study', 'src', 'instrument', 'community', 'form', 'groups'] as const;
/** What counts as a touch. */
const TOUCHES = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

/** What `<canyu-kiosk>` shows, and its ears: touches, keys, time, and the page being left. */
export class KioskView implements LazyView {
  readonly styles: CSSResult[] = [kioskStyles, staffStyles];
  readonly app: KioskApp;
  readonly #host: CanyuKiosk;
  readonly #lock = new WakeLock();
  readonly #taps = new CornerTaps();
  #opened = '';
  #shown = '';
  #stopClock: (() => void) | undefined;

  constructor(host: CanyuKiosk, language: LocaleController) {
    this.#host = host;
    this.app = new KioskApp(host, language);
  }

  hostConnected(): void {
    this.#lock.start();
    this.#stopClock = kioskClock().every(this.app.onTick);
    for (const type of TOUCHES) addEventListener(type, this.#onTouch, { capture: true, passive: type !== 'keydown' });
    addEventListener('pagehide', this.#onLeave);
    addEventListener('pageshow', this.#onShow);
  }

  hostDisconnected(): void {
    this.#lock.stop();
    this.#stopClock?.();
    for (const type of TOUCHES) removeEventListener(type, this.#onTouch, { capture: true });
    removeEventListener('pagehide', this.#onLeave);
    removeEventListener('pageshow', this.#onShow);
    this.app.dispatch({ type: 'leave' });
    this.app.store.close();
  }

  hostUpdate(): void {
    this.#closeDialogs();
    const wanted = JSON.stringify(IDENTITY.map((name) => this.#host[name] ?? null));
    if (wanted === this.#opened) this.app.followLanguage();
    else {
      if (this.#opened) this.app.dispatch({ type: 'leave' });
      this.#opened = wanted;
      void this.app.open();
    }
  }

  /** Closed before it is taken away, a dialog gives the focus back to where it was, within the survey. */
  #closeDialogs(): void {
    const { warnedUntil, stopping } = this.app.state;
    for (const dialog of (this.#host.renderRoot as ShadowRoot).querySelectorAll('dialog[open]')) {
      const isWanted = dialog.classList.contains('idle')
        ? warnedUntil !== undefined
        : stopping && warnedUntil === undefined;
      if (!isWanted) (dialog as HTMLDialogElement).close();
    }
  }

  hostUpdated(): void {
    const root = this.#host.renderRoot as ShadowRoot;
    const { state, staff } = this.app;
    for (const dialog of root.querySelectorAll('dialog')) {
      if (dialog.open || !dialog.isConnected) continue;
      dialog.showModal();
      dialog.querySelector<HTMLElement>('.main')?.focus();
    }
    // A new screen is read from its heading on; the survey sees to its own headings.
    const shown = `${state.screen} ${state.round} ${staff?.page ?? ''}`;
    if (shown === this.#shown) return;
    const heading = root.querySelector<HTMLElement>('.screen h2');
    if (!heading && state.screen !== 'survey') return;
    if (this.#shown && !isResting(state)) heading?.focus();
    this.#shown = shown;
    scrollTo(0, 0);
  }

  render(): TemplateResult {
    const { app } = this;
    const { messages, state } = app;
    return html`<div class="kiosk ${state.screen}" part="kiosk" lang=${messages?.locale ?? nothing}>
      ${messages ? html`${screenView(app, messages)} ${idleView(app, messages)} ${stopView(app, messages)}` : nothing}
    </div>`;
  }

  /** While the warning is shown a press ends it, and nothing else: what lies below must not be pressed as well. */
  readonly #onTouch = (event: Event): void => {
    const { app } = this;
    if (app.state.warnedUntil === undefined) {
      app.dispatch({ type: 'touch' });
      if (isResting(app.state)) this.#onStaffSign(event);
    } else if (event.type === 'keydown') {
      // Not on: the focus goes back to the survey with this key, and there it would press something. A press ends the warning as a click.
      event.preventDefault();
      event.stopPropagation();
      app.dispatch({ type: 'touch' });
    }
  };

  #onStaffSign(event: Event): void {
    const isKey = event.type === 'keydown' && isStaffKey(event as KeyboardEvent);
    const isTap = event.type === 'pointerdown' && this.#taps.tap(event as PointerEvent, this.#host, kioskClock().now());
    if (isKey || isTap) void this.app.openStaff();
  }

  /** At once, not with the next update: the browser keeps the page as it is now (bfcache). */
  readonly #onLeave = (): void => {
    this.app.dispatch({ type: 'leave' });
    (this.#host as unknown as { performUpdate(): void }).performUpdate();
  };

  readonly #onShow = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    this.app.dispatch({ type: 'leave' });
    void this.app.open();
  };
}
