/** The public half of a one-time key on P-256, as JWK. No interface, so that it is also a `Record` of a study file. */
export type EphemeralKey = {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
};

/** The content key, wrapped for one of those who may open the response. */
export interface SealedRecipient {
  readonly encrypted_key: string;
  /** `kid`: thumbprint of the key that opens it (RFC 7638, SHA-256). */
  readonly header: { readonly kid: string; readonly epk: EphemeralKey };
}

/**
 * A General JWE (RFC 7516 §7.2.1), every member base64url. The protected header is a `SealHeader`; the content is a
 * `canyu-response/1` as canonical JSON, padded (padding.ts).
 */
export interface SealedJwe {
  readonly protected: string;
  readonly iv: string;
  readonly ciphertext: string;
  readonly tag: string;
  readonly recipients: readonly SealedRecipient[];
}

/** A response that only the holders of the study's keys can read: `canyu-sealed/1` (design.md §3). Study and wave are repeated in the protected header. */
export interface Sealed {
  readonly schema: 'canyu-sealed/1';
  readonly study: string;
  readonly wave: string;
  readonly jwe: SealedJwe;
}

/** What the seal itself vouches for; JSON, in `protected`. */
export interface SealHeader {
  readonly alg: 'ECDH-ES+A256KW';
  readonly enc: 'A256GCM';
  readonly typ: 'canyu-sealed';
  readonly study: string;
  readonly wave: string;
  /** `id@version`. */
  readonly instrument: string;
}

/** A public key of a study, as JWK. */
export type PublicKey = EphemeralKey & {
  readonly kid: string;
  readonly use: 'enc';
  readonly alg: 'ECDH-ES+A256KW';
};

/** Whose key it is: the evaluator's, or the one kept apart in case the evaluator's is lost. */
export type KeyRole = 'evaluator' | 'recovery';

/** A key that opens sealed responses, wrapped with a passphrase: `canyu-key/1`. */
export interface KeyFile {
  readonly schema: 'canyu-key/1';
  readonly role: KeyRole;
  /** Thumbprint of the public key (RFC 7638, SHA-256). */
  readonly kid: string;
  readonly public: PublicKey;
  /** The private JWK as compact JWE (RFC 7516 §7.1), PBES2-HS512+A256KW and A256GCM. */
  readonly wrapped: string;
  /**
   * The first 16 hex digits of the SHA-256 of the canonical JSON of the other members: tells a damaged file from a wrong passphrase.
   * It finds accidents; it is no signature.
   */
  readonly check: string;
}
