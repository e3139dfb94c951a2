/** The keys of a study: made once when it is set up, read whenever its responses are opened. No respondent loads this. */
import type { KeyRole, PublicKey } from '../core/sealed/types.js';
import { curve, sealing } from './algorithms.js';
import { SealError } from './errors.js';
import { type PrivateKey, readKeyFile, writeKeyFile } from './key-file.js';
import { isLongEnough, newPassphrase } from './passphrase.js';
import { thumbprint } from './recipients.js';
import { subtle } from './subtle.js';

export { readKeyFile } from './key-file.js';
export type { OpeningKey } from './open-one.js';
export { newPassphrase, shortestPassphrase } from './passphrase.js';
export { SealError } from './errors.js';
export type { KeyCode } from '../core/sealed/codes.js';

/** One key, ready to be handed out. */
export interface MadeKey {
  readonly role: KeyRole;
  readonly kid: string;
  /** Name of the file. */
  readonly name: string;
  /** What goes into the file, `canyu-key/1`. */
  readonly text: string;
  readonly passphrase: string;
}

/** The keys of a new study. */
export interface MadeKeys {
  readonly evaluator: MadeKey;
  readonly recovery: MadeKey;
  /** For the study file: `seal: { recipients }`. */
  readonly recipients: readonly PublicKey[];
}

/**
 * Makes the evaluator's key and the recovery key. Before they are handed out each file is read back with its passphrase, and opens a text
 * that was sealed to its public key.
 *
 * The recovery key has a passphrase of its own, made here unless it is given: with the evaluator's it would be lost together with it. It
 * is shown once, to be printed and kept apart from the evaluator and from the file.
 *
 * @throws SealError `short-passphrase`, `seal-no-crypto`; `seal-failed` when a file did not open again
 */
export async function makeSealKeys(given: {
  readonly passphrase: string;
  readonly recoveryPassphrase?: string;
}): Promise<MadeKeys> {
  subtle();
  const { passphrase, recoveryPassphrase = newPassphrase() } = given;
  if (!isLongEnough(passphrase) || !isLongEnough(recoveryPassphrase)) throw new SealError('short-passphrase');
  const [evaluator, recovery] = await Promise.all([
    make('evaluator', passphrase),
    make('recovery', recoveryPassphrase),
  ]);
  return { evaluator: evaluator.made, recovery: recovery.made, recipients: [evaluator.publicKey, recovery.publicKey] };
}

async function make(role: KeyRole, passphrase: string): Promise<{ made: MadeKey; publicKey: PublicKey }> {
  const pair = await subtle().generateKey(curve, true, ['deriveBits']);
  const { x = '', y = '', d = '' } = await subtle().exportKey('jwk', pair.privateKey);
  const key: PrivateKey = { kty: 'EC', crv: 'P-256', x, y, d };
  const kid = await thumbprint(key);
  const publicKey: PublicKey = { kty: 'EC', crv: 'P-256', x, y, kid, use: 'enc', alg: sealing.alg };
  const text = await writeKeyFile({ key, publicKey, role }, passphrase);
  try {
    await readKeyFile(text, passphrase);
  } catch (error) {
    throw new SealError('seal-failed', 'a new key file did not open again', error);
  }
  return { made: { role, kid, name: `canyu-key-${role}-${kid.slice(0, 6)}.json`, text, passphrase }, publicKey };
}
