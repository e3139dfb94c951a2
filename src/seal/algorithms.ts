/** What every seal is made of (RFC 7518 §4.6, §5.3): P-256, because the browsers of old tablets have no X25519. */
export const sealing = { alg: 'ECDH-ES+A256KW', enc: 'A256GCM' } as const;

/** How a private key is wrapped with a passphrase (RFC 7518 §4.8). */
export const wrapping = { alg: 'PBES2-HS512+A256KW', enc: 'A256GCM' } as const;

/** The curve of the keys, in the words of WebCrypto. */
export const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
