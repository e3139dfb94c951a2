import type { JsonFile } from './json-file.js';

/** Files that were asked for before the element that needs them was there. */
const ahead = new Map<string, Promise<Response | undefined>>();
/** Seconds after which an element that comes asks anew. */
const FRESH = 10;

const ask = (src: string): Promise<Response | undefined> =>
  fetch(src, { credentials: 'same-origin' }).catch(() => undefined);

/** Asks for the file at `src` before the element that needs it is there; the next `askForFile` gets the answer. */
export function askAhead(src: string): void {
  ahead.set(src, ahead.get(src) ?? ask(src));
  setTimeout(() => ahead.delete(src), FRESH * 1000);
}

/**
 * Asks for the file at `src` and, at the same time, for the code that reads it: to a phone a round trip costs more than what it
 * brings. Rejects only when Canyu's own code does not arrive.
 */
export async function askForFile(src: string): Promise<JsonFile> {
  const answer = ahead.get(src) ?? ask(src);
  ahead.delete(src);
  return (await import('./json-file.js')).jsonFile(src, answer);
}
