import { utf8, utf8Length } from '../json/utf8.js';
import { toWellFormed } from '../json/well-formed.js';

/**
 * A text on its way through several QR codes. One code holds one line,
 *
 *     canyu-qr/1 1a2b3c4d 2/4 99aabbcc payload#
 *
 * the CRC-32 of the whole text (which names it), which chunk of how many, the CRC-32 of the line up to its checksum and of the payload,
 * the payload. Scanners hand out text that people copy by hand: so a chunk has no line break, an end that shows whether it is whole,
 * and nothing in a payload looks like the beginning of another chunk. What would break this is written `~hex.`, e.g. `~a.`.
 */
const kind = 'canyu-qr/';
const chunk = /^canyu-qr\/(\d+) ([0-9a-f]{8}) ([1-9]\d{0,3})\/([1-9]\d{0,3}) ([0-9a-f]{8}) ([^#]*)#/;
const beginning = /(?=canyu-qr\/\d)/;

/** Bytes of a chunk beside its payload: `canyu-qr/1 1a2b3c4d 1234/1234 99aabbcc #`. */
const envelope = 40;
const mostChunks = 9999;

/**
 * Bytes a chunk may take: what a QR code of version 17 holds at error correction M. That is 85 modules a side, which a phone still
 * reads from the screen of another phone 360 px wide.
 */
export const qrChunkBytes = 504;

/** A text that is there whole. */
export interface QrText {
  /** CRC-32 of the text, 8 hex digits. */
  readonly id: string;
  readonly text: string;
}

/** A text of which some chunks are still missing. */
export interface QrGap {
  readonly id: string;
  /** How many chunks there are in all. */
  readonly count: number;
  /** Numbers of those that are missing, from 1. */
  readonly missing: readonly number[];
}

/** A piece that is no whole chunk. */
export interface QrFault {
  /** Which piece of what was given, from 1. */
  readonly piece: number;
  /**
   * `foreign`: no chunk of Canyu · `newer`: made by a newer Canyu · `cut`: its end is missing · `changed`: the checksum does not fit ·
   * `whole`: all chunks are there, but the text they make is not the one they name.
   */
  readonly why: 'foreign' | 'newer' | 'cut' | 'changed' | 'whole';
  /** The number it says it has, from 1, where it can be read. */
  readonly index?: number;
}

/** What was found in the scanned pieces. */
export interface QrJoined {
  /** Whole texts, in the order in which their first chunk came. */
  readonly texts: readonly QrText[];
  readonly gaps: readonly QrGap[];
  readonly faults: readonly QrFault[];
}

/**
 * The chunks of a text, in order, of about the same size, so that all their codes look alike and are read from the same distance.
 * A lone surrogate becomes U+FFFD, as everywhere where text becomes bytes.
 *
 * @param bytes how many bytes of UTF-8 a chunk may take, at least 64
 * @throws RangeError when the text would need more than 9,999 chunks
 */
export function splitQrChunks(text: string, bytes: number = qrChunkBytes): string[] {
  const whole = toWellFormed(text);
  const line = whole.replace(delicate, escaped).replaceAll(kind, `~63.${kind.slice(1)}`);
  const tokens = line.match(token) ?? [];
  const room = Math.max(64, bytes) - envelope;
  const total = utf8Length(line);
  // Evenly filled, as far as whole characters allow: those take up to 7 bytes.
  const even = Math.min(room, Math.ceil(total / Math.max(1, Math.ceil(total / room))) + 8);
  const payloads = [''];
  let used = 0;
  for (const one of tokens) {
    const length = utf8Length(one);
    if (used + length > even) {
      payloads.push('');
      used = 0;
    }
    payloads.push(`${payloads.pop() ?? ''}${one}`);
    used += length;
  }
  const count = payloads.length;
  if (count > mostChunks) throw new RangeError(`${count} chunks are more than ${mostChunks}`);
  const id = crc32(whole);
  return payloads.map((payload, i) => {
    const head = `${kind}1 ${id} ${i + 1}/${count}`;
    return `${head} ${crc32(`${head} ${payload}`)} ${payload}#`;
  });
}

/**
 * Puts scanned chunks together again, of one text or of several, in any order, with repetitions and white space around them. Each
 * piece may be one chunk, or several that were pasted one after the other, with other words before, between and after them. Never throws.
 */
export function joinQrChunks(pieces: Iterable<string>): QrJoined {
  const found = new Map<string, Found>();
  const faults: QrFault[] = [];
  let piece = 0;
  for (const given of pieces) {
    const ones = given.trim().split(beginning);
    // What stands before a chunk, such as a name in a copied chat, is nobody's loss.
    if (ones.length > 1 && !ones[0]?.startsWith(kind)) ones.shift();
    for (const one of ones) {
      if (one === '') continue;
      piece++;
      const read = readChunk(one);
      if ('why' in read) faults.push({ piece, ...read });
      else {
        const { id, count, index, payload } = read;
        const key = `${id} ${count}`;
        const text = found.get(key) ?? { id, count, piece, payloads: new Map<number, string>() };
        text.payloads.set(index, payload);
        found.set(key, text);
      }
    }
  }
  const texts: QrText[] = [];
  const gaps: QrGap[] = [];
  for (const { id, count, piece: first, payloads } of found.values()) {
    const numbers = Array.from({ length: count }, (_, i) => i + 1);
    const missing = numbers.filter((number) => !payloads.has(number));
    if (missing.length) gaps.push({ id, count, missing });
    else {
      const text = unescaped(numbers.map((number) => payloads.get(number) ?? '').join(''));
      if (crc32(text) === id) texts.push({ id, text });
      else faults.push({ piece: first, why: 'whole' });
    }
  }
  return { texts, gaps, faults };
}

interface Found {
  readonly id: string;
  readonly count: number;
  /** Number of the piece that came first. */
  readonly piece: number;
  readonly payloads: Map<number, string>;
}

type Chunk = Pick<Found, 'id' | 'count'> & { readonly index: number; readonly payload: string };

function readChunk(text: string): Chunk | Omit<QrFault, 'piece'> {
  const [, version, id = '', index, count, checksum, payload = ''] = chunk.exec(text) ?? [];
  if (version === undefined) {
    const [, newer, number] = /^canyu-qr\/(\d+)(?: [0-9a-f]{8} (\d{1,4})\/\d)?/.exec(text) ?? [];
    if (newer === undefined) return { why: 'foreign' };
    if (newer !== '1') return { why: 'newer' };
    return { why: 'cut', ...(number !== undefined && { index: Number(number) }) };
  }
  if (version !== '1') return { why: 'newer' };
  const at = Number(index);
  if (crc32(`${kind}1 ${id} ${index ?? ''}/${count ?? ''} ${payload}`) !== checksum || at > Number(count)) {
    return { why: 'changed', index: at };
  }
  return { id, count: Number(count), index: at, payload };
}

/** Control characters and line separators, which scanners and text fields change, the end of a chunk, and the sign of this spelling. */
const delicate = /[\p{Cc}\u2028\u2029~#]/gu;
const token = /~[0-9a-f]+\.|[^]/gu;
const escaped = (character: string): string => `~${character.charCodeAt(0).toString(16)}.`;

function unescaped(text: string): string {
  return text.replace(/~([0-9a-f]{1,4})\./g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** CRC-32 (ISO 3309, as in PNG) of the UTF-8 bytes, 8 hex digits. It finds accidents; the backup's own root vouches for the rest. */
function crc32(text: string): string {
  let crc = -1;
  for (const byte of utf8(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ((crc ^ -1) >>> 0).toString(16).padStart(8, '0');
}
