import { compactDecrypt } from 'jose/jwe/compact/decrypt';
import { CompactEncrypt } from 'jose/jwe/compact/encrypt';
import { decodeProtectedHeader } from 'jose/decode/protected_header';
import { addressOf, canonicalJson } from '../core/json/canonical.js';
import { parseJson } from '../core/json/parse.js';
import { parseKeyFile } from '../core/sealed/parse.js';
import type { KeyFile, KeyRole, PublicKey } from '../core/sealed/types.js';
import { curve, wrapping } from './algorithms.js';
import { encrypt } from './encrypt.js';
import { SealError } from './errors.js';
import { openOne, type OpeningKey } from './open-one.js';
import { passphraseBytes } from './passphrase.js';
import { importPublic } from './recipients.js';
import { subtle } from './subtle.js';

/** Rounds of PBKDF2 when a key is wrapped, the fewest that are accepted, and the most: they take about 5 s on a desk, where more would only hang. */
export const rounds = { written: 600_000, fewest: 600_000, most: 10_000_000 } as const;

/** A private key on P-256 as JWK. */
export type PrivateKey = Pick<PublicKey, 'kty' | 'crv' | 'x' | 'y'> & { readonly d: string };

/** Wraps a private key with a passphrase. `text` is what goes into the file. */
export async function writeKeyFile(
  { key, publicKey, role }: { readonly key: PrivateKey; readonly publicKey: PublicKey; readonly role: KeyRole },
  passphrase: string,
): Promise<string> {
  const { kid } = publicKey;
  const wrapped = await new CompactEncrypt(new TextEncoder().encode(canonicalJson({ ...key, kid })))
    .setProtectedHeader({ ...wrapping, cty: 'jwk+json', kid })
    .setKeyManagementParameters({ p2c: rounds.written })
    .encrypt(passphraseBytes(passphrase));
  const file = { schema: 'canyu-key/1', role, kid, public: publicKey, wrapped } as const;
  return `${JSON.stringify({ ...file, check: await checkOf(file) }, null, 2)}\n`;
}

const checkOf = async (file: Omit<KeyFile, 'check'>): Promise<string> => (await addressOf(file, subtle())).slice(0, 16);

/**
 * Reads a key file and unwraps its key, which then cannot leave this page again (it is not extractable). The key is tried on a sealed text
 * before it is handed out. Takes about as long as the rounds of the passphrase, some tenths of a second.
 *
 * @param text what the file holds
 * @throws SealError `not-a-key`, `newer-schema`, `key-damaged`, `key-weak`, `wrong-passphrase`, `seal-no-crypto`
 */
export async function readKeyFile(text: string, passphrase: string): Promise<OpeningKey> {
  subtle();
  const file = await readWrapped(text);
  let json: string;
  try {
    const { plaintext } = await compactDecrypt(file.wrapped, passphraseBytes(passphrase), {
      keyManagementAlgorithms: [wrapping.alg],
      contentEncryptionAlgorithms: [wrapping.enc],
      maxPBES2Count: rounds.most,
    });
    json = new TextDecoder().decode(plaintext);
  } catch (error) {
    // The check has vouched for the file, so it is the passphrase.
    throw new SealError('wrong-passphrase', '', error);
  }
  try {
    const { x, y, d } = JSON.parse(json) as PrivateKey;
    if (x !== file.public.x || y !== file.public.y) throw new Error('the private key is another one');
    const key = await subtle().importKey('jwk', { kty: 'EC', crv: 'P-256', x, y, d }, curve, false, ['deriveBits']);
    const opening = { kid: file.kid, role: file.role, key };
    await tryKey(opening, file.public);
    return opening;
  } catch (error) {
    throw new SealError('key-damaged', 'the private key does not belong to the public one', error);
  }
}

/** The file, as far as it can be checked without the passphrase. */
async function readWrapped(text: string): Promise<KeyFile> {
  const json = parseJson(text, { maxBytes: 65_536 });
  if (!json.ok) {
    const begun = typeof text === 'string' && text.includes('canyu-key/');
    throw new SealError(begun ? 'key-damaged' : 'not-a-key', json.problems[0]?.message);
  }
  const parsed = parseKeyFile(json.value);
  if (!parsed.ok) {
    const { path, code, message } = parsed.problems[0] ?? { path: '', code: 'schema', message: '' };
    const is = code === 'newer-schema' ? code : code === 'schema' || path === '' ? 'not-a-key' : 'key-damaged';
    throw new SealError(is, `${path} ${message}`);
  }
  const file = parsed.value;
  const { check, ...rest } = file;
  if ((await checkOf(rest)) !== check) throw new SealError('key-damaged', 'the check does not fit');
  const { alg, enc, kid, p2c, ...others } = header(file.wrapped);
  const known = alg === wrapping.alg && enc === wrapping.enc && kid === file.kid && file.public.kid === file.kid;
  const strange = Object.keys(others).filter((name) => name !== 'p2s' && name !== 'cty');
  if (!known || strange.length > 0 || typeof p2c !== 'number' || p2c > rounds.most) {
    throw new SealError('key-damaged', 'the wrapping is not one that Canyu makes');
  }
  if (p2c < rounds.fewest) throw new SealError('key-weak', `${p2c} rounds; ${rounds.fewest} are the fewest`);
  return file;
}

function header(wrapped: string): Readonly<Record<string, unknown>> {
  try {
    return decodeProtectedHeader(wrapped);
  } catch (error) {
    throw new SealError('key-damaged', 'the wrapping has no header', error);
  }
}

/** Seals a text to the public key and opens it with the private one. Throws when that does not succeed. */
async function tryKey(key: OpeningKey, publicKey: PublicKey): Promise<void> {
  const recipient = await importPublic({ ...publicKey }, '/public');
  if (recipient.kid !== key.kid) throw new Error('the thumbprint is another one');
  const trial = await encrypt(canonicalJson(trialResponse), trialResponse, [recipient, await another()]);
  const opened = await openOne({ record: trial }, key);
  if (!opened.ok) throw new Error(`the trial seal: ${opened.code}`);
}

/** A key of nobody, so that the trial is sealed as every response is, to more than one. */
async function another(): Promise<{ kid: string; key: CryptoKey }> {
  const { publicKey } = await subtle().generateKey(curve, false, ['deriveBits']);
  return { kid: 'A'.repeat(43), key: publicKey };
}

const trialResponse = {
  schema: 'canyu-response/1',
  id: 'trial',
  study: 'trial',
  instrument: 'trial@1',
  wave: 'trial',
  group: 'resident',
  form: 'full',
  mode: 'self',
  locale: 'zh-Hans',
  answers: { trial: '封' },
  link: null,
  consent: { version: '1', hash: null },
  date: '2000-01-01',
  seconds: 0,
  device: 'own',
} as const;
