import type { Linking } from '../../core/study/types.js';
import { partnerPoints } from './consent.partner-points.en.js';
import type { ConsentWords, LinkingConsents } from './types.js';

const approval = ({ foreignApproval }: ConsentWords): readonly string[] =>
  foreignApproval ? [`Approval number (survey with a foreign party): ${foreignApproval}.`] : [];

/** For residents: what is used, how to withdraw, the third box. */
const plain = {
  card: {
    what: 'No name, phone or ID number. Near the end you press the five pictures of your card; they are used only to match your two answer sheets, scrambled on the spot and not kept. Nobody notes who got which card.',
    withdraw: (until: string) =>
      `You can withdraw until ${until}: open this page on the same device, choose “withdraw” and press the pictures of your card again; a sheet that is still on this device is then deleted. For one that was collected already, ask the contact below. Without the card, or later, nobody can tell which sheet is yours.`,
    link: 'I will use my card so that my two sheets can be joined (optional).',
  },
  device: {
    what: 'No name, phone or ID number. If you like, a random number is left in your phone or computer, only to match your two answer sheets. Your sheet holds its scrambled form, never the number itself.',
    withdraw: (until: string) =>
      `You can withdraw until ${until}: open this page on the same device in the same browser and choose “withdraw”; a sheet that is still on this device is then deleted. For one that was collected already, ask the contact below. Without the number, after the browser’s data were cleared, or later, nobody can tell which sheet is yours.`,
    link: 'A random number may be left on this device so that my two sheets can be joined (optional).',
  },
};

/** The same for officials and partners. */
const formal = {
  card: {
    what: (by: string) =>
      `The linking code is made on the spot from the five pictures of a card, which are not kept; nobody notes who got which card. The code is destroyed no later than ${by}.`,
    withdraw: (until: string) =>
      `You can withdraw until ${until}: open this page on the same device, choose “withdraw” and press the pictures of your card again; a sheet still on this device is then deleted. For one that was collected already, ask the contact. Without the card, or later, a sheet cannot be told apart and cannot be deleted.`,
    link: 'I agree that my card is used for a linking code (optional).',
  },
  device: {
    what: (by: string) =>
      `With your consent a random number is kept in this browser. The sheet holds only a linking code made from it, never the number itself; the code is destroyed no later than ${by}.`,
    withdraw: (until: string) =>
      `You can withdraw until ${until}: open this page on the same device in the same browser and choose “withdraw”; a sheet still on this device is then deleted. For one that was collected already, ask the contact. Without the number, after the browser’s data were cleared, or later, a sheet cannot be told apart and cannot be deleted.`,
    link: 'I agree that a random number is kept on this device for a linking code (optional).',
  },
};

const kindOf = (linking: Linking): 'card' | 'device' => (linking === 'device' ? 'device' : 'card');

/** English: plain for residents, formal for officials and partners (method.md §2.6, §6.1–6.2). */
export const linkingConsent: LinkingConsents['en'] = {
  resident: (w, linking) => {
    const { what, withdraw, link } = plain[kindOf(linking)];
    return {
      points: [
        'Taking part is up to you. Skip any question, stop at any time; nothing changes in the services you get.',
        what,
        'Last come your age group, your years here and, in some forms, two open questions; all of them optional.',
        'Community and street-office staff never see one person’s answers, only results of 5 people or more together.',
        `Answers are stored in ${w.storedIn} and used only to evaluate “${w.project}”. The scrambled codes are destroyed no later than ${w.tokensDestroyedBy}. De-identified data are kept until ${w.keptUntil}.`,
        withdraw(w.withdrawUntil),
        `Results: ${w.resultsOn}. Questions? ${w.contact}.`,
        ...approval(w),
      ],
      link,
    };
  },
  official: (w, linking) => {
    const { what, withdraw, link } = formal[kindOf(linking)];
    return {
      points: [
        'Participation is voluntary; you may skip any question and stop at any time.',
        'It is not used for personal appraisal, and no individual sheet goes to your unit or superiors. Results appear only for groups of 5 or more.',
        `Data are stored in ${w.storedIn} and kept, de-identified, until ${w.keptUntil}.`,
        what(w.tokensDestroyedBy),
        withdraw(w.withdrawUntil),
        `Results: ${w.resultsOn}. Contact: ${w.contact}.`,
        ...approval(w),
      ],
      link,
    };
  },
  partner: (w, linking) => {
    const { what, withdraw, link } = formal[kindOf(linking)];
    return { points: partnerPoints(w, [what(w.tokensDestroyedBy), withdraw(w.withdrawUntil)]), link };
  },
};
