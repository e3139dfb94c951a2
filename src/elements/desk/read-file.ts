import { nextTurn } from '../change-index/compute-in-worker.js';

/**
 * The text of a file, whatever spreadsheets and editors made of it: UTF-8, UTF-16 with its mark, else GB 18030, which Chinese Windows writes where
 * it says "ANSI". A backup that was read in the wrong way does not fit its root, so that nothing wrong is taken for right.
 */
export async function readText(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Longest piece of work between two turns of the page, in milliseconds. */
const SLICE = 20;

/** Gives the page its turn whenever a slice is used up. */
export function createBreath(): () => Promise<void> | undefined {
  let end = performance.now() + SLICE;
  return () => (performance.now() < end ? undefined : nextTurn().then(() => void (end = performance.now() + SLICE)));
}
