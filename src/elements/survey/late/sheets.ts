import type { SurveyResponse } from '../../../core/response/types.js';
import type { Store } from '../../../store/store.js';

/** The sheets of a study in this store that carry the full token, conflicting copies among them. */
export async function findSheets(
  store: Store,
  study: string,
  token: string | undefined,
): Promise<readonly SurveyResponse[]> {
  if (token === undefined) return [];
  const [{ readResponses }, { parseResponse }] = await Promise.all([
    import('../../../store/responses.js'),
    import('../../../core/response/parse.js'),
  ]);
  const mine: SurveyResponse[] = [];
  for await (const page of readResponses(store, study, parseResponse)) {
    mine.push(...page.responses.filter(({ link }) => link !== null && link[0] === token));
  }
  return mine;
}

/**
 * Deletes the sheets that carry the full token `token`.
 *
 * @returns how many there were; `ambiguous`, with nothing deleted, when two of one wave carry it: deleting both would take the answers
 * of somebody who did not ask for it. Copies of one sheet share its id and count once.
 */
export async function removeSheets(
  store: Store,
  study: string,
  token: string | undefined,
): Promise<number | 'ambiguous'> {
  const waves = new Map((await findSheets(store, study, token)).map(({ id, wave }) => [id, wave]));
  if (new Set(waves.values()).size < waves.size) return 'ambiguous';
  const { removeResponses } = await import('../../../store/responses.js');
  await removeResponses(store, study, [...waves.keys()]);
  return waves.size;
}
