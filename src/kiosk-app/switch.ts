import { SKIP_WAITING } from './names.js';

/** The screens of a kiosk at which nobody is answering. */
const FREE = ['attract', 'closed'];

/** A kiosk that has not said for so long what it shows is not running: a new version may mend it. */
const SILENCE = 60_000;

/** For so long the page takes no touch while a new version takes over. */
const PATIENCE = 10_000;

/** Two kiosks in two tabs share a service worker; while one is answered, the other one waits too. */
const LOCK = 'canyu-kiosk-answering';

/** Safari has them since 15.4. */
const locks = (navigator as { locks?: LockManager }).locks;

/**
 * Lets a new version take over between two respondents: tells the waiting worker so when the kiosk is free, and loads the page anew when
 * the worker has changed. Until then everything a respondent needs comes from the version that the page began with.
 */
export class Switch {
  readonly #page: Document;
  readonly #container: ServiceWorkerContainer;
  /** A page's first worker brings nothing new to it. */
  #isControlled: boolean;
  #isFree = false;
  #isChanged = false;
  #registration: ServiceWorkerRegistration | undefined;
  /** Ends the lock of a respondent, and tells when it has ended. */
  #endAnswering: (() => Promise<unknown>) | undefined;

  constructor(page: Document, container: ServiceWorkerContainer) {
    this.#page = page;
    this.#container = container;
    this.#isControlled = !!container.controller;
    container.addEventListener('controllerchange', this.#changed);
    // Where the kiosk was there before this script, it may have spoken already.
    const mayHaveSpoken = !!customElements.get('canyu-kiosk');
    const silence = setTimeout(() => mayHaveSpoken || this.#setFree(true), SILENCE);
    page.addEventListener('canyu-kiosk-state', ({ detail }) => {
      clearTimeout(silence);
      this.#setFree(FREE.includes(detail.state));
    });
  }

  /** Looks after the workers of a registration that wait, now or later. */
  watch(registration: ServiceWorkerRegistration): void {
    if (registration !== this.#registration) registration.addEventListener('updatefound', this.#found);
    this.#registration = registration;
    this.#found();
  }

  readonly #found = (): void => {
    this.#registration?.installing?.addEventListener('statechange', () => void this.#try());
    void this.#try();
  };

  readonly #changed = (): void => {
    this.#isChanged = this.#isControlled;
    this.#isControlled = true;
    if (this.#isChanged && this.#isFree) location.reload();
  };

  #setFree(isFree: boolean): void {
    this.#isFree = isFree;
    if (isFree) {
      const ended = this.#endAnswering?.();
      this.#endAnswering = undefined;
      if (this.#isChanged) location.reload();
      else void Promise.resolve(ended).then(() => this.#try());
    } else if (!this.#endAnswering) {
      let end = (): void => undefined;
      const answered = new Promise<void>((resolve) => (end = resolve));
      const lock = locks?.request(LOCK, { mode: 'shared' }, () => answered);
      this.#endAnswering = (): Promise<unknown> => {
        end();
        return Promise.resolve(lock);
      };
    }
  }

  async #try(): Promise<void> {
    const waiting = this.#registration?.waiting;
    if (!waiting || !this.#isFree || !this.#isControlled) return;
    if (!locks) return this.#takeOver(waiting);
    await locks.request(LOCK, { ifAvailable: true }, (lock) => {
      if (lock && this.#isFree) return this.#takeOver(waiting);
      return undefined;
    });
  }

  /** Nobody can begin while the version changes. Where it does not, the page goes on with the one it has. */
  async #takeOver(waiting: ServiceWorker): Promise<void> {
    const { body } = this.#page;
    body.inert = true;
    const changed = await new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), PATIENCE);
      this.#container.addEventListener('controllerchange', () => resolve(true), { once: true });
      waiting.postMessage(SKIP_WAITING);
    });
    if (!changed) body.inert = false;
  }
}
