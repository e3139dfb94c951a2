import { hex, utf8 } from './utf8.js';
import { toWellFormed } from './well-formed.js';

/**
 * One spelling for each JSON value, after RFC 8785: members sorted by UTF-16 code units, no white space, numbers and escapes as
 * ECMAScript writes them. Two departures: lone surrogates are made well-formed instead of refused, and members that are undefined
 * are left out as `JSON.stringify` does.
 *
 * @throws TypeError for what JSON cannot say: a number that is not finite, a bigint, a function, a symbol, undefined itself
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(toWellFormed(value));
  if (value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new TypeError(`JSON has no ${typeof value === 'number' ? value : typeof value}`);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  const members = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${canonicalJson(key)}:${canonicalJson(one)}`);
  return `{${members.join()}}`;
}

/** The part of WebCrypto's `SubtleCrypto` that makes addresses; pass `crypto.subtle`. */
export interface DigestSubtle {
  digest(algorithm: 'SHA-256', data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}

/** Hex SHA-256 of the UTF-8 bytes of a text. */
export const sha256 = async (text: string, subtle: DigestSubtle): Promise<string> =>
  hex(new Uint8Array(await subtle.digest('SHA-256', utf8(text))));

/** The address of a record: hex SHA-256 of its canonical JSON (design.md §3). Records of one address are one record. */
export const addressOf = (record: unknown, subtle: DigestSubtle): Promise<string> =>
  sha256(canonicalJson(record), subtle);
