import { utf8 } from '../json/utf8.js';

/** Content is padded to a multiple of this many bytes, so that its length does not tell who wrote a long open answer. */
export const blockBytes = 2048;

/**
 * The UTF-8 bytes of a JSON text, followed by spaces up to a multiple of 2 KiB. JSON allows white space after a value (RFC 8259 §2): any
 * JSON reader gets the same value with the padding as without, and no mark is needed that tells where it begins.
 */
export function pad(json: string): Uint8Array<ArrayBuffer> {
  const bytes = utf8(json);
  const padded = new Uint8Array(Math.max(1, Math.ceil(bytes.length / blockBytes)) * blockBytes).fill(0x20);
  padded.set(bytes);
  return padded;
}

/** Whether a number of bytes is one that `pad` gives. */
export const isPadded = (bytes: number): boolean => bytes > 0 && bytes % blockBytes === 0;
