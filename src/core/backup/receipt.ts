/** Crockford's base 32: no I, L, O and U, so that nothing is taken for a digit when it is read aloud or copied by hand. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The receipt of a record: the first 50 bits of its address as 10 characters of Crockford's base 32, in two groups, `7Q3ZK-0M9TA`.
 * It shows that a record is on the published list of addresses, and nothing of what it says.
 *
 * @param address hex SHA-256 of the record
 */
export function receiptOf(address: string): string {
  let bits = '';
  for (const digit of address.slice(0, 13)) bits += parseInt(digit, 16).toString(2).padStart(4, '0');
  const characters = Array.from({ length: 10 }, (_, i) => letters[parseInt(bits.slice(i * 5, i * 5 + 5), 2)] ?? '');
  return `${characters.slice(0, 5).join('')}-${characters.slice(5).join('')}`;
}

/**
 * Whether a receipt is that of an address on the list. Small letters, full-width characters, other groups, O for 0, I and L for 1 are
 * taken as meant. Among a million addresses a made-up receipt is found with a probability of one in a thousand million.
 */
export function receiptListed(addresses: Iterable<string>, receipt: string): boolean {
  const meant = spelt(receipt);
  for (const address of addresses) if (receiptOf(address) === meant) return true;
  return false;
}

/** A receipt as `receiptOf` writes it. */
const spelt = (receipt: string): string =>
  receipt
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/^.{5}/, '$&-');
