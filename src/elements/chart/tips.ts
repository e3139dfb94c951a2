import type { Spot } from '../../charts/picture.js';

/**
 * Says the figure under the pointer or finger; with the picture focused, the arrow keys go from figure to figure and Escape ends it. The text
 * stands in `tip`, which announces it.
 */
export class Tips {
  readonly #canvas: HTMLCanvasElement;
  readonly #tip: HTMLElement;
  readonly #spots: () => readonly Spot[];
  readonly #listening = new AbortController();
  #at = -1;

  constructor(canvas: HTMLCanvasElement, tip: HTMLElement, spots: () => readonly Spot[]) {
    this.#canvas = canvas;
    this.#tip = tip;
    this.#spots = spots;
    const { signal } = this.#listening;
    canvas.addEventListener('pointermove', (event) => this.#point(event), { signal });
    canvas.addEventListener('pointerdown', (event) => this.#point(event), { signal });
    canvas.addEventListener('pointerleave', () => this.hide(), { signal });
    canvas.addEventListener('focus', () => this.#focus(), { signal });
    canvas.addEventListener('blur', () => this.hide(), { signal });
    canvas.addEventListener('keydown', (event) => this.#key(event), { signal });
  }

  /** Takes the text away, e.g. because the picture is drawn anew. */
  hide(): void {
    this.#at = -1;
    this.#tip.hidden = true;
    this.#tip.textContent = '';
  }

  /** Ends all listening. */
  stop(): void {
    this.#listening.abort();
    this.hide();
  }

  #focus(): void {
    // A press puts the focus here as well, and says its own figure.
    if (this.#canvas.matches(':focus-visible')) this.#show(0);
  }

  #key(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const count = this.#spots().length;
    if (event.key === 'Escape' && this.#at >= 0) this.hide();
    else if (event.key === 'Home') this.#show(0);
    else if (event.key === 'End') this.#show(count - 1);
    else if (step) this.#show(Math.min(count - 1, Math.max(0, this.#at + step)));
    else return;
    event.preventDefault();
  }

  #point(event: PointerEvent): void {
    // Where the picture is shown smaller than it was drawn, as on paper, its places shrink with it.
    const { left, top, width } = this.#canvas.getBoundingClientRect();
    const ratio = this.#canvas.offsetWidth / (width || 1);
    const [x, y] = [(event.clientX - left) * ratio, (event.clientY - top) * ratio];
    const far = (spot: Spot): number => Math.hypot(x - (spot.left + spot.right) / 2, y - (spot.top + spot.bottom) / 2);
    const under = this.#spots()
      .map((spot, index) => ({ spot, index }))
      .filter(({ spot }) => x >= spot.left && x <= spot.right && y >= spot.top && y <= spot.bottom)
      .sort((a, b) => far(a.spot) - far(b.spot));
    if (under[0]) this.#show(under[0].index);
    else this.hide();
  }

  #show(index: number): void {
    const spot = this.#spots()[index];
    if (!spot || (index === this.#at && !this.#tip.hidden)) return;
    this.#at = index;
    this.#tip.textContent = spot.text;
    this.#tip.hidden = false;
    const room = this.#canvas.clientWidth;
    const { offsetWidth, offsetHeight } = this.#tip;
    const left = Math.max(0, Math.min((spot.left + spot.right - offsetWidth) / 2, room - offsetWidth));
    const above = spot.top - offsetHeight - 4;
    this.#tip.style.setProperty('inset-inline-start', `${left}px`);
    this.#tip.style.setProperty('inset-block-start', `${above >= 0 ? above : spot.bottom + 4}px`);
  }
}
