/** Shortest PIN, in characters. It guards menus, not data: whoever takes the device can try all short ones elsewhere. */
export const shortestPin = 8;

/** Wrong tries in a row so far, and when the last one was, in milliseconds since 1970 (it has to survive a reload). */
export interface Tries {
  readonly wrong: number;
  readonly at: number;
}

/** Longest wait between two tries, seconds. */
const longest = 3600;

/** Seconds to wait after so many wrong tries in a row: none after two, then 8, 16, 32 and so on up to an hour. */
export const waitAfter = (wrong: number): number => (wrong < 3 ? 0 : Math.min(longest, 2 ** Math.min(wrong, 12)));

/** Seconds still to wait. A clock that was set back makes nobody wait longer than the whole time. */
export const waitNow = ({ wrong, at }: Tries, now: number): number => {
  const wait = waitAfter(wrong);
  return Math.max(0, Math.min(wait, Math.ceil(wait - (now - at) / 1000)));
};

/** A PIN as it is hashed: full-width digits and characters are taken as meant, white space around it is not part of it. */
export const speltPin = (pin: string): string => pin.normalize('NFKC').trim();
