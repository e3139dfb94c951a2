const last = { 0: '', 1: '[AQgw]', 2: '[AEIMQUYcgkosw048]' } as const;

/**
 * The base64url spelling (RFC 4648 §5, no padding) of exactly `bytes` bytes. The spare bits of the last character must be 0, so that no
 * two texts mean the same bytes and every change of a character changes what it means.
 */
export function spellingOf(bytes: number): RegExp {
  const rest = (bytes % 3) as 0 | 1 | 2;
  const whole = Math.floor(bytes / 3) * 4 + (rest === 2 ? 2 : rest);
  return new RegExp(`^[\\w-]{${whole}}${last[rest]}$`);
}
