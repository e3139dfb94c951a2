import type { SurveyResponse } from '../../../core/response/types.js';

/** The text that leaves the page: a backup file with this one response; where the page has no crypto for its addresses, the plain document. */
export async function writeSheet(response: SurveyResponse): Promise<string> {
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  if (!subtle) return `${JSON.stringify(response)}\n`;
  const { writeBackup } = await import('../../../core/backup/backup.js');
  const lines = await writeBackup(
    { study: response.study, device: response.device, createdAt: response.date, records: [response] },
    subtle,
  );
  return `${lines.join('\n')}\n`;
}
