import { Buffer } from 'node:buffer';
import type { Sealed } from '../../../src/core/sealed/types.js';

/** Base64url of `bytes` bytes that differ from each other. */
export const bytes = (count: number, start = 0): string =>
  Buffer.from(Array.from({ length: count }, (_, i) => (start + i * 7) % 256)).toString('base64url');

const header = {
  alg: 'ECDH-ES+A256KW',
  enc: 'A256GCM',
  typ: 'canyu-sealed',
  study: 'hepingli-2026',
  wave: 'pre',
  instrument: 'participation-trust@1.0.0',
};

/** The generator of the curve (NIST SP 800-186 §3.2.1.3). */
const generator = {
  x: Buffer.from('6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296', 'hex').toString('base64url'),
  y: Buffer.from('4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5', 'hex').toString('base64url'),
};

const recipient = (start: number) => ({
  encrypted_key: bytes(40, start),
  header: {
    kid: bytes(32, start + 1),
    epk: { kty: 'EC' as const, crv: 'P-256' as const, ...generator },
  },
});

/** A sealed record that has the form of one; nobody can open it. */
export const sealed: Sealed = {
  schema: 'canyu-sealed/1',
  study: header.study,
  wave: header.wave,
  jwe: {
    protected: Buffer.from(JSON.stringify(header)).toString('base64url'),
    iv: bytes(12),
    ciphertext: bytes(4096),
    tag: bytes(16),
    recipients: [recipient(0), recipient(100)],
  },
};
