import { spellingOf } from './spelling.js';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const coordinate = spellingOf(32);
/** The prime and the constant of the curve (NIST SP 800-186 §3.2.1.3). */
const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/**
 * Whether x and y, 32 bytes each in base64url, are a point of the curve P-256: y² = x³ − 3x + b. WebKitGTK imports other points without
 * a word, and seals to them what nobody can open.
 */
export function isOnP256({ x, y }: { readonly x: string; readonly y: string }): boolean {
  // Longer ones would keep the engine busy.
  if (!coordinate.test(x) || !coordinate.test(y)) return false;
  const [u, v] = [numberIn(x), numberIn(y)];
  return u < p && v < p && (v * v - (u * u - 3n) * u - b) % p === 0n;
}

/** 43 digits hold 258 bits; the last two are spare. */
function numberIn(text: string): bigint {
  let number = 0n;
  for (const digit of text) number = number * 64n + BigInt(digits.indexOf(digit));
  return number >> 2n;
}
