import { decodeProtectedHeader } from 'jose/decode/protected_header';
import { flattenedDecrypt } from 'jose/jwe/flattened/decrypt';
import { addressOf } from '../core/json/canonical.js';
import { parseJson } from '../core/json/parse.js';
import type { Problem } from '../core/parsed.js';
import { parseResponse } from '../core/response/parse.js';
import type { SurveyResponse } from '../core/response/types.js';
import type { OpenFailure } from '../core/sealed/codes.js';
import { isPadded } from '../core/sealed/padding.js';
import { parseSealed } from '../core/sealed/parse.js';
import type { KeyRole, Sealed, SealHeader } from '../core/sealed/types.js';
import { sealing } from './algorithms.js';
import { subtle } from './subtle.js';

/** A key that opens responses; read from a key file. */
export interface OpeningKey {
  readonly kid: string;
  readonly role: KeyRole;
  /** Not extractable. */
  readonly key: CryptoKey;
}

/** A record to open; a record of `readBackup` is one. */
export interface SealedRecord {
  readonly record: unknown;
  /** The address under which it came, hex; a record that does not have it counts as damaged. */
  readonly address?: string;
}

/** What became of one record. */
export type Opened =
  { readonly ok: true; readonly response: SurveyResponse } | { readonly ok: false; readonly code: OpenFailure };

const failed = (code: OpenFailure): Opened => ({ ok: false, code });

/** Opens one record. Never rejects for anything in it. */
export async function openOne({ record, address }: SealedRecord, { kid, key }: OpeningKey): Promise<Opened> {
  const parsed = parseSealed(record);
  if (!parsed.ok) return failed(kindOf(parsed.problems));
  const sealed = parsed.value;
  if (address !== undefined && (await addressOf(record, subtle())) !== address) return failed('damaged');
  const recipient = sealed.jwe.recipients.find(({ header }) => header.kid === kid);
  if (!recipient) return failed('not-for-this-key');
  const header = readHeader(sealed);
  if (!header) return failed('damaged');
  let content: Uint8Array;
  try {
    const { protected: covered, iv, ciphertext, tag } = sealed.jwe;
    const { encrypted_key, header: own } = recipient;
    const jwe = { protected: covered, iv, ciphertext, tag, encrypted_key, header: { ...own, epk: { ...own.epk } } };
    ({ plaintext: content } = await flattenedDecrypt(jwe, key, {
      keyManagementAlgorithms: [sealing.alg],
      contentEncryptionAlgorithms: [sealing.enc],
    }));
  } catch {
    return failed('damaged');
  }
  const response = readContent(content);
  if (!response.ok) return response;
  const { study, wave, instrument } = response.response;
  const same = (a: string, b: string, c = b): boolean => a === b && b === c;
  const fits =
    same(header.study, sealed.study, study) &&
    same(header.wave, sealed.wave, wave) &&
    same(header.instrument, instrument);
  return fits ? response : failed('header-mismatch');
}

const kindOf = ([first]: readonly Problem[]): OpenFailure => {
  if (first?.code === 'newer-schema') return first.code;
  return first?.code === 'schema' || first?.path === '' ? 'not-sealed' : 'damaged';
};

const members: readonly (keyof SealHeader)[] = ['alg', 'enc', 'typ', 'study', 'wave', 'instrument'];

/** The protected header when it is exactly as `encrypt` makes it: one that asks for more, such as decompression, is not Canyu's. */
function readHeader({ jwe }: Sealed): SealHeader | undefined {
  try {
    const header = decodeProtectedHeader({ protected: jwe.protected }) as Readonly<Record<string, unknown>>;
    const whole =
      Object.keys(header).length === members.length && members.every((name) => typeof header[name] === 'string');
    const { alg, enc, typ } = header;
    const ours = whole && alg === sealing.alg && enc === sealing.enc && typ === 'canyu-sealed';
    return ours ? (header as unknown as SealHeader) : undefined;
  } catch {
    return undefined;
  }
}

function readContent(content: Uint8Array): Opened {
  if (!isPadded(content.length)) return failed('not-a-response');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return failed('not-a-response');
  }
  const json = parseJson(text);
  const parsed = json.ok ? parseResponse(json.value) : json;
  if (parsed.ok) return { ok: true, response: parsed.value };
  return failed(parsed.problems[0]?.code === 'newer-schema' ? 'newer-schema' : 'not-a-response');
}
