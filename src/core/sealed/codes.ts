/**
 * Why nothing can be sealed. `seal-no-crypto`: the page has no `crypto.subtle`, as on plain http outside this computer · `seal-one-key`:
 * fewer than two keys, so that a lost one would lose every answer · `seal-bad-key`: a key that is no P-256 public key, or the same key
 * twice · `seal-failed`: the keys look right, but a trial seal did not succeed.
 */
export type SealCode = 'seal-no-crypto' | 'seal-one-key' | 'seal-bad-key' | 'seal-failed';

/**
 * Why a key file gives no key. `not-a-key`: another kind of file · `newer-schema`: made by a newer Canyu · `key-damaged`: it is not as it
 * was made · `key-weak`: wrapped with so few rounds that the passphrase could be guessed · `wrong-passphrase` · `short-passphrase`: when
 * keys are made.
 */
export type KeyCode =
  'not-a-key' | 'newer-schema' | 'key-damaged' | 'key-weak' | 'wrong-passphrase' | 'short-passphrase';

/**
 * Why a record was not opened. `not-sealed`: another kind of document · `newer-schema`: it or what it holds was made by a newer Canyu ·
 * `not-for-this-key`: sealed to other keys · `damaged`: changed after it was sealed · `header-mismatch`: whole, but it says outside that
 * it is of another study, wave or instrument than inside · `not-a-response`: whole, but somebody sealed something else.
 */
export type OpenFailure =
  'not-sealed' | 'newer-schema' | 'not-for-this-key' | 'damaged' | 'header-mismatch' | 'not-a-response';
