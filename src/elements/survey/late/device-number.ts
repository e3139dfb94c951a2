import { newId } from '../platform.js';

/** Where this browser keeps the random number of a study; nothing else is under it. */
const keyOf = (study: string): string => `canyu-device:${study}`;

/** The number that this browser holds for the study; undefined where there is none, or where the page may keep nothing. */
export function readDeviceNumber(study: string): string | undefined {
  try {
    return localStorage.getItem(keyOf(study)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The number that this browser holds, or a new one; undefined where the page may keep nothing. */
export function makeDeviceNumber(study: string): string | undefined {
  const there = readDeviceNumber(study);
  if (there !== undefined) return there;
  try {
    localStorage.setItem(keyOf(study), newId());
  } catch {
    return undefined;
  }
  return readDeviceNumber(study);
}

/** Forgets the number: nothing of this browser is linked any more. */
export function forgetDeviceNumber(study: string): void {
  try {
    localStorage.removeItem(keyOf(study));
  } catch {
    // What cannot be reached cannot have been written either.
  }
}
