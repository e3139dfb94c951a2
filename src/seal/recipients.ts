import { canonicalJson } from '../core/json/canonical.js';
import { utf8 } from '../core/json/utf8.js';
import { isOnP256 } from '../core/sealed/p256.js';
import type { Study } from '../core/study/types.js';
import { curve, sealing } from './algorithms.js';
import { SealError } from './errors.js';
import { subtle } from './subtle.js';

/** A key that responses are sealed to. */
export interface Recipient {
  /** Thumbprint of the key. A `kid` in the study file is only a label: whoever edits it must not shut the evaluator out. */
  readonly kid: string;
  readonly key: CryptoKey;
}

/** What a seal needs of a study. */
export type SealedStudy = Pick<Study, 'seal'>;

const known = new WeakMap<object, Promise<readonly Recipient[]>>();

/**
 * The keys of a study, checked and imported, once for each list.
 *
 * @throws SealError `seal-no-crypto`, `seal-one-key`, `seal-bad-key`
 */
export function recipientsOf({ seal }: SealedStudy): Promise<readonly Recipient[]> {
  const list = seal?.recipients ?? [];
  let recipients = known.get(list);
  if (!recipients) {
    recipients = importAll(list);
    known.set(list, recipients);
    // What failed may succeed later; a page waits for nothing here.
    recipients.catch(() => known.delete(list));
  }
  return recipients;
}

async function importAll(list: readonly Readonly<Record<string, unknown>>[]): Promise<readonly Recipient[]> {
  subtle();
  if (list.length < 2) throw new SealError('seal-one-key', 'a study is sealed to two keys or more');
  const recipients = await Promise.all(list.map((jwk, i) => importPublic(jwk, `/seal/recipients/${i}`)));
  const kids = recipients.map(({ kid }) => kid);
  const twice = kids.findIndex((kid, i) => kids.indexOf(kid) < i);
  if (twice >= 0) throw new SealError('seal-bad-key', `/seal/recipients/${twice} is there twice`);
  return recipients;
}

const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Imports a public JWK. @throws SealError `seal-bad-key` when it is anything else than a public key for this purpose on P-256 */
export async function importPublic(jwk: Readonly<Record<string, unknown>>, path: string): Promise<Recipient> {
  const { kty, crv, x, y, use = 'enc', alg = sealing.alg } = jwk;
  const bad = (why: string, cause?: unknown): SealError => new SealError('seal-bad-key', `${path} ${why}`, cause);
  for (const name of privateMembers) if (name in jwk) throw bad(`/${name} is private`);
  if (kty !== 'EC' || crv !== 'P-256') throw bad('must be a key on P-256');
  if (use !== 'enc' || alg !== sealing.alg) throw bad('is a key for another purpose');
  if (typeof x !== 'string' || typeof y !== 'string') throw bad('must have x and y');
  const point = { kty, crv, x, y };
  if (!isOnP256(point)) throw bad('is not a point of the curve');
  try {
    return { kid: await thumbprint(point), key: await subtle().importKey('jwk', point, curve, true, []) };
  } catch (error) {
    throw bad('was not taken by the browser', error);
  }
}

/** The thumbprint of a public key on P-256, base64url (RFC 7638: its canonical JSON is that of the four members in order). */
export async function thumbprint({
  crv,
  kty,
  x,
  y,
}: Readonly<Record<'crv' | 'kty' | 'x' | 'y', string>>): Promise<string> {
  const digest = await subtle().digest('SHA-256', utf8(canonicalJson({ crv, kty, x, y })));
  return base64url(new Uint8Array(digest));
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');
