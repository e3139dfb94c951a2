/** A piece of a screen that is read in one go, and the element that is marked meanwhile. */
export interface ReadingPart {
  readonly text: string;
  readonly element: HTMLElement;
}

/** What is read: the question, what explains it, the answers. Buttons, fields and pictures are not. */
const READ = 'h2, p, li, label';
const SILENT = 'button, input, textarea, select, [aria-hidden="true"], [hidden]';

/**
 * The parts of a screen in the order in which they are shown: lead-in, question, then each answer. Taken from the screen itself, so
 * that what is heard is what is seen, on every screen.
 */
export function readingParts(screen: Element): readonly ReadingPart[] {
  const elements = [...screen.querySelectorAll<HTMLElement>(READ)].filter(
    (one) => !one.closest(SILENT) && !one.parentElement?.closest(READ),
  );
  return elements.flatMap((element) => {
    const stem = element.querySelector<HTMLElement>('.stem');
    const parts = [
      { text: stem ? textOf(stem) : '', element },
      { text: textOf(element, stem), element },
    ];
    return parts.filter(({ text }) => text !== '');
  });
}

function textOf(node: Node, except?: Element | null): string {
  if (node === except || (node instanceof Element && node.matches(SILENT))) return '';
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  const inside = [...node.childNodes].map((child) => textOf(child, except)).join('');
  return inside.replace(/\s+/g, ' ').trim();
}
