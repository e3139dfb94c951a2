import { GeneralEncrypt } from 'jose/jwe/general/encrypt';
import { pad } from '../core/sealed/padding.js';
import type { Sealed, SealHeader, SealedJwe } from '../core/sealed/types.js';
import { sealing } from './algorithms.js';
import type { Recipient } from './recipients.js';

/** Seals a JSON text to every recipient. Each seal is another text: keys and nonce are fresh and are forgotten here. */
export async function encrypt(
  json: string,
  about: Pick<SealHeader, 'study' | 'wave' | 'instrument'>,
  recipients: readonly Recipient[],
): Promise<Sealed> {
  const { study, wave, instrument } = about;
  const header: SealHeader = { ...sealing, typ: 'canyu-sealed', study, wave, instrument };
  const jwe = new GeneralEncrypt(pad(json)).setProtectedHeader({ ...header });
  for (const { kid, key } of recipients) jwe.addRecipient(key).setUnprotectedHeader({ kid });
  return { schema: 'canyu-sealed/1', study, wave, jwe: (await jwe.encrypt()) as unknown as SealedJwe };
}
