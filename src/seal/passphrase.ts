/** Fewest characters of a passphrase that a person chooses. */
export const shortestPassphrase = 12;

/** Letters and digits that are not mixed up by hand or by ear (Crockford's base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const made = /^(?:[0-9A-Z]{5}[-‐–— ]?){4}[0-9A-Z]{5}$/i;

/** A passphrase to be printed: 25 characters in five groups, 125 random bits, `7Q3ZK-0M9TA-…`. */
export function newPassphrase(): string {
  const random = crypto.getRandomValues(new Uint8Array(25));
  return Array.from(random, (byte, i) => `${i && i % 5 === 0 ? '-' : ''}${letters[byte % 32] ?? ''}`).join('');
}

/**
 * The bytes that a passphrase stands for, UTF-8. As typed, after NFKC, because a Chinese input method writes full-width letters without
 * showing it well, and without white space at its ends. One of the form that `newPassphrase` makes is read as from paper: small letters,
 * other or no hyphens, O for 0, I and L for 1 are taken as meant.
 */
export function passphraseBytes(passphrase: string): Uint8Array {
  const typed = passphrase.normalize('NFKC').trim();
  const meant = made.test(typed)
    ? (typed
        .toUpperCase()
        .replace(/[^0-9A-Z]/g, '')
        .replace(/O/g, '0')
        .replace(/[IL]/g, '1')
        .match(/.{5}/g)
        ?.join('-') ?? '')
    : typed;
  return new TextEncoder().encode(meant);
}

/** Whether a chosen passphrase has enough characters. */
export const isLongEnough = (passphrase: string): boolean =>
  Array.from(passphrase.normalize('NFKC').trim()).length >= shortestPassphrase;
