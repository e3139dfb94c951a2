/**
 * Asks for the whole screen, in a press: the browser's own bars lead away from the survey. Where a browser has no such thing (iPhone) or
 * refuses, nothing changes; an installed web app has the whole screen anyway.
 */
export async function fillScreen(): Promise<void> {
  const root = document.documentElement as Partial<HTMLElement>;
  if (document.fullscreenElement || matchMedia('(display-mode: fullscreen)').matches) return;
  await root.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => undefined);
}

/** Keeps the screen on while a kiosk is on the page. Browsers take the lock away with every change of tab, so it is asked for again. */
export class WakeLock {
  #lock: WakeLockSentinel | undefined;
  #wanted = false;

  readonly #onVisible = (): void => void this.#ask();

  start(): void {
    this.#wanted = true;
    document.addEventListener('visibilitychange', this.#onVisible);
    void this.#ask();
  }

  stop(): void {
    this.#wanted = false;
    document.removeEventListener('visibilitychange', this.#onVisible);
    void this.#lock?.release().catch(() => undefined);
    this.#lock = undefined;
  }

  async #ask(): Promise<void> {
    const { wakeLock } = navigator as Partial<Pick<Navigator, 'wakeLock'>>;
    if (!wakeLock || document.visibilityState !== 'visible' || (this.#lock && !this.#lock.released)) return;
    try {
      const lock = await wakeLock.request('screen');
      if (this.#wanted) this.#lock = lock;
      else await lock.release();
    } catch {
      // A weak battery or the system's settings: the checklist for staff says how to keep the screen on.
    }
  }
}
