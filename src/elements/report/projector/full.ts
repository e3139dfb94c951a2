/** Fills the screen with an element, or leaves it again. Where the browser refuses, all stays as it is. */
export async function toggleFull(element: HTMLElement): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await element.requestFullscreen();
  } catch {
    // Not allowed here, e.g. in a frame: the browser's own command is left.
  }
}
