import type { SurveyResponse } from '../core/response/types.js';
import { canonical } from './canonical.js';
import { responseKey } from './keys.js';
import { place, type Outcome, type Store } from './store.js';
import { readTally, writeTally } from './tally.js';
import { tell } from './tell.js';

/** How many of the responses given to `addResponses` were new, were there already, and had the id of another one. */
export type Added = Readonly<Record<Outcome, number>>;

/**
 * Adds responses that come from elsewhere, e.g. a backup file, `size` to a transaction. The same ones again add nothing; one
 * whose id is taken by other content is kept beside it. When it rejects, whole transactions may have been stored: repeat it.
 */
export async function addResponses(store: Store, responses: readonly SurveyResponse[], size = 200): Promise<Added> {
  const result = { added: 0, same: 0, conflict: 0 };
  for (let start = 0; start < responses.length; start += size) {
    const page = responses.slice(start, start + size);
    const { outcomes, tally } = await store.transact(
      ['responses', 'fresh', 'meta'],
      'readwrite',
      async (transaction) => {
        const there = transaction.objectStore('responses');
        const fresh = transaction.objectStore('fresh');
        const outcomes: Outcome[] = [];
        const keys: string[] = [];
        for (const response of page) {
          const [outcome, at] = await place(there, responseKey(response), canonical(response));
          outcomes.push(outcome);
          if (outcome === 'same') continue;
          fresh.put(0, at);
          keys.push(at);
        }
        return {
          outcomes,
          tally: keys.length ? writeTally(transaction, await readTally(transaction), keys, 1) : undefined,
        };
      },
    );
    for (const outcome of outcomes) result[outcome] += 1;
    const changed = page.filter((_, index) => outcomes[index] !== 'same');
    if (tally) tell(store, tally, 'added', changed);
  }
  return result;
}
