import type { ConsentWords } from './types.js';

const approval = ({ foreignApproval }: ConsentWords): readonly string[] =>
  foreignApproval ? [`Approval number (survey with a foreign party): ${foreignApproval}.`] : [];

/** What partners are told; `linking`: how their sheets are matched and withdrawn. */
export function partnerPoints(w: ConsentWords, linking: readonly string[]): readonly string[] {
  return [
    'Participation is voluntary; you may skip any question and stop at any time. Whether and how you answer is never used to judge your organisation or to decide on further cooperation.',
    'No individual sheet goes to the government partner or to your own organisation. Results appear only for groups of 5 or more; the one on saying “no” to a government partner is fed back to partner organisations only and never published.',
    'Partner organisations often are few people. Even from results of a group, somebody who knows you might guess what you answered. If you are uneasy, skip the question, or ask the contact for a talk instead of this form.',
    `Data are stored in ${w.storedIn} and kept, de-identified, until ${w.keptUntil}.`,
    ...linking,
    `Results: ${w.resultsOn}. Contact: ${w.contact}.`,
    ...approval(w),
  ];
}
