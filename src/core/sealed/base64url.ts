import { pattern, type Shape } from '../json/shape.js';
import { spellingOf } from './spelling.js';

/** A text that is the base64url spelling of exactly `bytes` bytes. */
export const bytesOf = (bytes: number): Shape<string> =>
  pattern(spellingOf(bytes), `must be base64url of ${bytes} bytes`);

/** The base64url spelling of some bytes; as strict as `bytesOf`. */
export const someBytes: Shape<string> = pattern(
  /^(?:[\w-]{4})*(?:[\w-]{4}|[\w-][AQgw]|[\w-]{2}[AEIMQUYcgkosw048])$/,
  'must be base64url',
);

/** How many bytes a base64url text stands for. */
export const bytesIn = (text: string): number => Math.floor((text.length * 3) / 4);
