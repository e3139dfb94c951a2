import type { KeyAction } from './keys.js';

/** Which page is on the wall. The number stands in the address (`#3`), so that a page loaded anew comes back to it; nothing else does. */
export class Deck {
  #at = 0;
  #count = 1;

  /** From 0. */
  get at(): number {
    return this.#at;
  }

  /** How many pages there are now; the place stays within them. */
  setCount(count: number): void {
    this.#count = Math.max(1, count);
    this.#at = Math.min(this.#at, this.#count - 1);
  }

  /** Goes to a page; false when it is there already. */
  go(to: number): boolean {
    const place = Math.min(this.#count - 1, Math.max(0, to));
    if (place === this.#at) return false;
    this.#at = place;
    try {
      history.replaceState(history.state, '', `#${place + 1}`);
    } catch {
      // WebKit allows a hundred in ten seconds, and a page inside a frame may allow none: the page is turned all the same.
    }
    return true;
  }

  /** Turns as a key asks; `firstOf` gives the first page of a step. False for what is no turning, or turns to where it is. */
  act(action: KeyAction, firstOf: (step: number) => number): boolean {
    switch (action.act) {
      case 'next':
        return this.go(this.#at + 1);
      case 'back':
        return this.go(this.#at - 1);
      case 'first':
        return this.go(0);
      case 'last':
        return this.go(this.#count - 1);
      case 'step':
        return this.go(firstOf(action.step));
      default:
        return false;
    }
  }

  /** Takes the page from the address; true when that is another one. */
  readAddress(): boolean {
    const number = /^#(\d{1,3})$/.exec(location.hash)?.[1];
    if (number === undefined) return false;
    const before = this.#at;
    this.#at = Math.min(this.#count - 1, Math.max(0, Number(number) - 1));
    return this.#at !== before;
  }
}
