/** Tells the page what has happened, each thing once. */
export class Teller {
  readonly #host: HTMLElement;
  #last: unknown;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Sends an event, unless the last one that was sent so was about the same. */
  once(about: unknown, name: string, detail: object): void {
    if (this.#last === about) return;
    this.#last = about;
    this.tell(name, detail);
  }

  /** Sends an event. */
  tell(name: string, detail: object): void {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
