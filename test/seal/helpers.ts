import type { SurveyResponse } from '../../src/core/response/types.js';
import type { Sealed } from '../../src/core/sealed/types.js';
import { makeSealKeys, type MadeKeys, type OpeningKey, readKeyFile } from '../../src/seal/keys.js';
import { makeResponse } from '../store/helpers.js';

export const passphrase = '和平里活动中心 Test-2026 口令';

/** Keys of a study, made once for a file of tests, with those who can open. */
export interface TestKeys {
  readonly made: MadeKeys;
  readonly study: { readonly seal: { readonly recipients: MadeKeys['recipients'] } };
  readonly evaluator: OpeningKey;
  readonly recovery: OpeningKey;
}

export async function testKeys(): Promise<TestKeys> {
  const made = await makeSealKeys({ passphrase });
  return {
    made,
    study: { seal: { recipients: made.recipients } },
    evaluator: await readKeyFile(made.evaluator.text, passphrase),
    recovery: await readKeyFile(made.recovery.text, made.recovery.passphrase),
  };
}

/** A long sheet: every closed item answered and four open ones. */
export const fullResponse = (changes: Partial<SurveyResponse> = {}): SurveyResponse =>
  makeResponse({
    form: 'full',
    answers: {
      ...Object.fromEntries(Array.from({ length: 45 }, (_, i) => [`IT${i}`, (i % 5) + 1])),
      OQ1: '修了路灯，晚上敢出门了。',
    },
    link: Array.from({ length: 7 }, (_, i) => i.toString(16).repeat(32)),
    consent: { version: '1', hash: 'a'.repeat(64) },
    ...changes,
  });

/** Runs a body on a page without `crypto.subtle`, as plain http outside this computer is. */
export async function withoutCrypto<T>(body: () => T | Promise<T>): Promise<T> {
  Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
  try {
    return await body();
  } finally {
    Reflect.deleteProperty(crypto, 'subtle');
  }
}

/** A copy of a record with changes to its JWE. */
export const changed = (record: Sealed, jwe: Partial<Sealed['jwe']>): Sealed => ({
  ...record,
  jwe: { ...record.jwe, ...jwe },
});

/** A text with the character at `at` replaced by one of the same kind, so that JSON stays JSON and base64url stays base64url where it can. */
export function replaceAt(text: string, at: number, random: number): string {
  const old = text[at] ?? '';
  const kinds = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz', '0123456789', '-_'];
  const kind = kinds.find((letters) => letters.includes(old)) ?? '!#$;';
  const others = Array.from(kind).filter((one) => one !== old);
  return text.slice(0, at) + (others[random % others.length] ?? '') + text.slice(at + 1);
}
