import { hex, utf8 } from '../json/utf8.js';

/** Rounds of PBKDF2 for each token (method.md §3.5). Part of the token: another number gives tokens that link with nothing. */
export const linkIterations = 100_000;

/** The part of WebCrypto's `SubtleCrypto` that tokens need; pass `crypto.subtle`. */
export interface LinkSubtle {
  importKey(
    format: 'raw',
    key: Uint8Array<ArrayBuffer>,
    algorithm: 'PBKDF2',
    extractable: boolean,
    usages: 'deriveBits'[],
  ): Promise<unknown>;
  deriveBits(
    algorithm: { name: 'PBKDF2'; hash: 'SHA-256'; salt: Uint8Array<ArrayBuffer>; iterations: number },
    key: never,
    bits: number,
  ): Promise<ArrayBuffer>;
}

/**
 * Turns the messages of `linkMessages` into linking tokens: for each PBKDF2-SHA-256 with the UTF-8 bytes of the study's id as
 * salt, `linkIterations` rounds, 32 bytes, of which the first 16 are kept as 32 lower-case hex digits (method.md §3.5).
 *
 * What this protects: the six answers are not stored, logged or sent, and tokens of two studies cannot be joined.
 * What it does not: the answers carry only about 18 bits, so whoever holds tokens and the study's id can try all
 * combinations and find the one that fits. Tokens are therefore pseudonyms, not anonymous: the collecting side passes them through
 * an HMAC with the study's key, which is never in the page, and destroys tokens and key after linking.
 *
 * The seven run side by side, off the main thread where the engine has crypto threads. Rejects with what `subtle` rejects with.
 */
export async function linkTokens(messages: readonly string[], studyId: string, subtle: LinkSubtle): Promise<string[]> {
  const salt = utf8(studyId);
  return Promise.all(
    messages.map(async (message) => {
      const key = await subtle.importKey('raw', utf8(message), 'PBKDF2', false, ['deriveBits']);
      const bits = await subtle.deriveBits(
        { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: linkIterations },
        key as never,
        256,
      );
      return hex(new Uint8Array(bits, 0, 16));
    }),
  );
}

/**
 * The seven tokens of a message that is right or wrong as a whole, a card's or a device's: one token, seven times.
 *
 * A card has a check picture and a device makes no slips, so a near miss is another card or device, never the same person with one
 * slip. `linkResponses` finds one-off pairs among sheets without an exact partner that share a token with one element left out;
 * with seven equal tokens, sheets that share one share all: they are an exact pair or ambiguous, and never come to that step. The chance
 * of sharing that it estimates is then 0. One run of PBKDF2 instead of seven also spares an old phone a second.
 */
export async function exactTokens(message: string, studyId: string, subtle: LinkSubtle): Promise<string[]> {
  const [token] = await linkTokens([message], studyId, subtle);
  return Array<string>(7).fill(token as string);
}
