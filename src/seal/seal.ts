/** What a survey needs to seal its responses. Opening them and making keys are other modules, which no respondent loads. */
import { addressOf, canonicalJson, sha256 } from '../core/json/canonical.js';
import { receiptOf } from '../core/backup/receipt.js';
import type { SurveyResponse } from '../core/response/types.js';
import type { SealCode } from '../core/sealed/codes.js';
import type { Sealed } from '../core/sealed/types.js';
import { encrypt } from './encrypt.js';
import { SealError } from './errors.js';
import { recipientsOf, type SealedStudy } from './recipients.js';
import { subtle } from './subtle.js';

export { SealError } from './errors.js';
export type { SealCode } from '../core/sealed/codes.js';
export { canSeal } from './subtle.js';

/** Why a sealed study must not start, in the form in which a survey shows trouble. */
export interface SealTrouble {
  readonly code: SealCode;
  /** For the organisation, in English. */
  readonly detail: string;
}

/**
 * Whether responses of this study can be sealed here; to be asked before the first question. Checks the page and every key, and seals a
 * trial text to them, so that it is not the first respondent who finds a broken key.
 *
 * @returns the trouble, or undefined when all is well or the study is not sealed
 */
export async function checkSealKeys(study: SealedStudy): Promise<SealTrouble | undefined> {
  if (!study.seal) return undefined;
  try {
    await encrypt('{}', { study: '-', wave: '-', instrument: '-' }, await recipientsOf(study));
    return undefined;
  } catch (error) {
    const { code, detail } = error instanceof SealError ? error : { code: 'seal-failed', detail: String(error) };
    return { code: code as SealCode, detail };
  }
}

let last: { readonly digest: string; readonly study: object; readonly sealed: Promise<Sealed> } | undefined;

/**
 * Seals a response to every key of its study. From then on neither this page nor this device can read it; give the result to the store:
 * `store.submit(response, key, { record })`.
 *
 * The same response again gives the same record, as long as no other one was sealed between: a second try to store it then finds the
 * first instead of adding a copy. Only a digest of the response is remembered.
 *
 * @throws SealError `seal-no-crypto`, `seal-one-key`, `seal-bad-key`, `seal-failed`
 */
export async function sealResponse(response: SurveyResponse, study: SealedStudy): Promise<Sealed> {
  const recipients = await recipientsOf(study);
  const json = canonicalJson(response);
  const digest = await sha256(json, subtle());
  if (last?.digest !== digest || last.study !== recipients) {
    last = { digest, study: recipients, sealed: encrypt(json, response, recipients) };
  }
  try {
    return await last.sealed;
  } catch (error) {
    last = undefined;
    throw new SealError('seal-failed', String(error), error);
  }
}

/** The receipt of a sealed response, which the respondent may note down: `7Q3ZK-0M9TA` (receipt.ts). */
export const sealReceipt = async (sealed: Sealed): Promise<string> => receiptOf(await addressOf(sealed, subtle()));

/** The text that leaves the page where the store does not take the response: a backup file with the sealed record. */
export async function sealedSheet(response: SurveyResponse, study: SealedStudy): Promise<string> {
  const [record, { writeBackup }] = await Promise.all([
    sealResponse(response, study),
    import('../core/backup/backup.js'),
  ]);
  const contents = { study: response.study, device: response.device, createdAt: response.date, records: [record] };
  return `${(await writeBackup(contents, subtle())).join('\n')}\n`;
}
