/** How staff reach their panel: nothing of it is on screen, so that nobody is led to try. */
const TAPS = 5;
const WITHIN = 3000;
/** Side of the corner, CSS pixels. */
const CORNER = 96;

/** Counts taps in the top right corner of an element. */
export class CornerTaps {
  #taps: number[] = [];

  /** True with the fifth tap within three seconds. */
  tap({ clientX, clientY }: PointerEvent, element: Element, at: number): boolean {
    const { right, top } = element.getBoundingClientRect();
    const isCorner = clientX <= right && clientX > right - CORNER && clientY >= top && clientY < top + CORNER;
    this.#taps = isCorner ? [...this.#taps.filter((before) => at - before < WITHIN), at] : [];
    if (this.#taps.length < TAPS) return false;
    this.#taps = [];
    return true;
  }
}

/** Alt+Shift+S, whatever letters the layout has there. */
export const isStaffKey = ({ altKey, shiftKey, ctrlKey, metaKey, code }: KeyboardEvent): boolean =>
  altKey && shiftKey && !ctrlKey && !metaKey && code === 'KeyS';
