/** How far a finger has to go, in CSS pixels, and how much more sideways than up or down. */
const FAR = 60;
const SIDEWAYS = 2;

/** Calls back when a finger goes across `target`, not in a slider or field. Stops with `signal`. */
export function onSwipe(target: HTMLElement, turn: (to: 'next' | 'back') => void, signal: AbortSignal): void {
  let from: Touch | undefined;
  target.addEventListener(
    'touchstart',
    (event) => {
      const inside = event.composedPath()[0];
      const isField = inside instanceof Element && inside.matches('input, textarea, .scroll *');
      from = event.touches.length === 1 && !isField ? event.touches[0] : undefined;
    },
    { signal, passive: true },
  );
  target.addEventListener(
    'touchend',
    ({ changedTouches }) => {
      const to = changedTouches[0];
      if (!from || !to) return;
      const [across, down] = [to.clientX - from.clientX, to.clientY - from.clientY];
      from = undefined;
      if (Math.abs(across) >= FAR && Math.abs(across) > SIDEWAYS * Math.abs(down)) turn(across < 0 ? 'next' : 'back');
    },
    { signal, passive: true },
  );
}

/** Pages with fields, sliders or links, where a press beside them must not turn the page. */
const BUSY = ['title', 'guess', 'weights', 'commitments'];

/**
 * Where a click beside everything that can be pressed turns to: on the left third of `box` back, else on. Nothing for a click on something,
 * on a page with fields, or at the end of marking text.
 */
export function clickTurn(
  event: MouseEvent,
  kind: string,
  { left, width }: { readonly left: number; readonly width: number },
): 'next' | 'back' | undefined {
  const target = event.target as Element;
  const isFree =
    target.closest('.slide') !== null && target.closest('button, a, input, label, .tables, dialog') === null;
  if (BUSY.includes(kind) || !isFree || String(getSelection()) !== '') return undefined;
  return event.clientX - left < width / 3 ? 'back' : 'next';
}
