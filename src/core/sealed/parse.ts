import {
  guard,
  hasSchema,
  id,
  list,
  object,
  oneOf,
  pattern,
  readDocument,
  type Report,
  type Shape,
  unique,
} from '../json/shape.js';
import type { Parsed, Problem } from '../parsed.js';
import { bytesIn, bytesOf, someBytes } from './base64url.js';
import { isPadded } from './padding.js';
import { isOnP256 } from './p256.js';
import type { EphemeralKey, KeyFile, Sealed } from './types.js';

/** Longest member of a sealed record, in characters: half a million characters of answers and more. */
const maxSealed = 2_000_000;

const point = { kty: oneOf('EC'), crv: oneOf('P-256'), x: bytesOf(32), y: bytesOf(32) };
const kid = bytesOf(32);

const coordinates = object(point);
const oneTimeKey: Shape<EphemeralKey> = (value, path, report) => {
  const key = coordinates(value, path, report);
  if (key && !isOnP256(key)) report(path, 'value', 'must be a point of the curve');
  return key;
};

const ciphertext: Shape<string> = (value, path, report) => {
  const text = someBytes(value, path, report);
  if (text !== undefined && !isPadded(bytesIn(text))) report(path, 'value', 'must be of a multiple of 2048 bytes');
  return text;
};

const sealed = object({
  schema: oneOf('canyu-sealed/1'),
  study: id,
  wave: id,
  jwe: object({
    protected: someBytes,
    iv: bytesOf(12),
    ciphertext,
    tag: bytesOf(16),
    recipients: list(object({ encrypted_key: bytesOf(40), header: object({ kid, epk: oneTimeKey }) }), 1, 20),
  }),
});

/**
 * Reads a sealed response, `canyu-sealed/1` (design.md §3). Never throws; members it does not know are left out. Whether the seal is
 * whole shows only when it is opened.
 *
 * Beyond types: every member has the length that the algorithms give it and the one spelling that base64url has for it; the content is a
 * multiple of 2 KiB; one-time keys are points of the curve; no key is there twice.
 */
export function parseSealed(value: unknown): Parsed<Sealed> {
  const problems: Problem[] = [];
  const report: Report = (path, code, message) => {
    if (problems.length < 100) problems.push({ path, code, message });
  };
  const sound = (): boolean => problems.length === 0;
  try {
    // Not `readDocument`, whose texts may have 4,000 characters.
    if (typeof value !== 'object' || value === null || Array.isArray(value)) report('', 'type', 'must be an object');
    else if (hasSchema(value as Record<string, unknown>, 'canyu-sealed', report) && guard(value, report, maxSealed)) {
      const read = sealed(value, '', report);
      if (read && sound()) {
        unique(
          read.jwe.recipients.map(({ header }) => header.kid),
          (i) => `/jwe/recipients/${i}/header/kid`,
          report,
        );
        if (sound()) return { ok: true, value: read };
      }
    }
  } catch {
    // A host object whose members cannot be read; nothing that came from JSON does this.
    report('', 'type', 'could not be read');
  }
  return { ok: false, problems };
}

const keyFile = object({
  schema: oneOf('canyu-key/1'),
  role: oneOf('evaluator', 'recovery'),
  kid,
  public: object({ ...point, kid, use: oneOf('enc'), alg: oneOf('ECDH-ES+A256KW') }),
  wrapped: pattern(/^(?:[\w-]+\.){4}[\w-]+$/, 'must be a compact JWE'),
  check: pattern(/^[0-9a-f]{16}$/, 'must be 16 hex digits'),
});

/** Reads a key file, `canyu-key/1`. Never throws; neither the passphrase nor the check is tried here. */
export const parseKeyFile = (value: unknown): Parsed<KeyFile> => readDocument<KeyFile>(value, 'canyu-key', keyFile);
