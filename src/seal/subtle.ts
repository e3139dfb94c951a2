import { SealError } from './errors.js';

/** Whether this page can seal at all: browsers give `crypto.subtle` to https and to this computer only. */
export const canSeal = (): boolean => found() !== undefined;

/** The page's `crypto.subtle`. @throws SealError `seal-no-crypto` */
export function subtle(): SubtleCrypto {
  const there = found();
  if (!there) throw new SealError('seal-no-crypto', 'crypto.subtle is missing; use https');
  return there;
}

const found = (): SubtleCrypto | undefined => (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
