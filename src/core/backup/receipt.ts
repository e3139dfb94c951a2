/** Crockford's base 32: no I, L, O and U, so that nothing is taken for a digit when it is read aloud or copied by hand. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters of a receipt, its hyphen not counted. */
export const receiptLength = 10;

/**
 * The receipt of a record: the first 50 bits of its address as 10 characters of Crockford's base 32, in two groups, `7Q3ZK-0M9TA`.
 * It shows that a record is on the published list of addresses, and nothing of what it says.
 *
 * @param address hex SHA-256 of the record
 */
export function receiptOf(address: string): string {
  let bits = '';
  for (const digit of address.slice(0, 13)) bits += parseInt(digit, 16).toString(2).padStart(4, '0');
  const characters = Array.from(
    { length: receiptLength },
    (_, i) => letters[parseInt(bits.slice(i * 5, i * 5 + 5), 2)] ?? '',
  );
  return grouped(characters.join(''));
}

/** What somebody wrote, read as a receipt. */
export interface TypedReceipt {
  /** As `receiptOf` writes it; undefined for what cannot be one. */
  readonly receipt: string | undefined;
  /** Letters and digits that were written. With the 10 of a receipt and no receipt, a U is among them, which no receipt has. */
  readonly count: number;
}

/**
 * Reads a receipt as people write it: small letters, full-width characters, other groups or none, words around it in another script,
 * O for 0, I and L for 1 are taken as meant.
 */
export function readReceipt(written: string): TypedReceipt {
  const characters = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const isReceipt = characters.length === receiptLength && !characters.includes('U');
  return { receipt: isReceipt ? grouped(characters) : undefined, count: characters.length };
}

/**
 * Whether a receipt, as people write it (see `readReceipt`), is that of an address on the list. Among a million addresses a made-up
 * receipt is found with a probability of one in a thousand million.
 */
export function receiptListed(addresses: Iterable<string>, written: string): boolean {
  const { receipt } = readReceipt(written);
  if (receipt === undefined) return false;
  for (const address of addresses) if (receiptOf(address) === receipt) return true;
  return false;
}

const grouped = (characters: string): string => `${characters.slice(0, 5)}-${characters.slice(5)}`;
