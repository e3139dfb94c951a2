import type { Instrument } from '../instrument/types.js';
import type { SurveyResponse } from '../response/types.js';
import { scoredItems } from './answer.js';
import { createRowReader } from './answer-row.js';
import { points, scoreKeys } from './score-keys.js';

/**
 * The scores of one sheet in points 0–100 (balances -100–100), by id: each construct of rating or frequency items (CY CJ PR TR RC GV CJF
 * CYF), the balances BAL and BALF, and the ladder LD (method.md §3.1–3.3). null where fewer than half of the items were answered. A
 * short sheet is scored from the ★ items; in a study the form of the whole group decides (results-paths rule 3).
 */
export function scoreResponse(
  instrument: Instrument,
  response: Pick<SurveyResponse, 'answers' | 'form'>,
): Record<string, number | null> {
  const scores: Record<string, number | null> = {};
  const items = scoredItems(instrument);
  const { coded } = createRowReader(items)(response.answers);
  for (const score of scoreKeys(instrument, items)) {
    const key = score.keyOf(coded, response.form === 'short');
    scores[score.id] = key === key ? points(key, score.denominator) : null;
  }
  return scores;
}
