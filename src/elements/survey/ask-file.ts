import type { JsonFile } from './json-file.js';

/**
 * Asks for the file at `src` and, at the same time, for the code that reads it: to a phone a round trip costs more than what it
 * brings. Rejects only when Canyu's own code does not arrive.
 */
export async function askForFile(src: string): Promise<JsonFile> {
  const answer = fetch(src, { credentials: 'same-origin' }).catch(() => undefined);
  return (await import('./json-file.js')).jsonFile(src, answer);
}
