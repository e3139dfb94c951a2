import { partnerPoints } from '../survey/consent.partner-points.en.js';
import type { ConsentWords } from '../survey/types.js';
import type { PaperConsent } from './types.js';

const approval = ({ foreignApproval }: ConsentWords): string[] =>
  foreignApproval ? [`Approval number (survey with a foreign party): ${foreignApproval}.`] : [];

/** How sheets are collected, matched and withdrawn. */
const handling = (w: ConsentWords, card: boolean): string[] => [
  `Completed sheets are collected and typed in by ${w.organisation}, and destroyed once checked, no later than ${w.tokensDestroyedBy}.`,
  ...(w.linking
    ? [
        card
          ? `The five pictures on your card only match the two sheets; they become a linking code when the sheet is typed in, and the computer does not keep them. Nobody notes who has which card. The code is destroyed no later than ${w.tokensDestroyedBy}.`
          : `The linking code is made from the answers to six small questions when the sheet is typed in; the computer does not keep the answers. The code is destroyed no later than ${w.tokensDestroyedBy}.`,
        `You can withdraw until ${w.withdrawUntil}: ask the contact below and ${card ? 'show your card' : 'answer the six questions again'}; the sheet is then found and deleted. Without ${card ? 'the card' : 'the six answers'}, or later, a sheet cannot be told apart and cannot be deleted.`,
      ]
    : ['Once submitted, sheets cannot be told apart and cannot be withdrawn.']),
];

/** The consent of the printed form in English (method.md §6.1–6.2), true of paper. */
export const paperConsent: PaperConsent = {
  consent: {
    resident: (w, card) => ({
      points: [
        'Taking part is up to you. Leave any question blank, stop at any time; nothing changes in the services you get.',
        !w.linking
          ? 'No name, phone or ID number.'
          : card
            ? 'No name, phone or ID number. Near the end you write the numbers of the five pictures on your card; they only match your two answer sheets, are scrambled when the sheet is typed in, and the computer does not keep them. Nobody notes who has which card.'
            : 'No name, phone or ID number. Near the end, six small questions (such as your mother’s family name) only match your two answer sheets; they are scrambled when the sheet is typed in, and the computer does not keep them.',
        'Last come your age group, your years here and, in some forms, two open questions; all of them optional.',
        'Community and street-office staff do not handle completed sheets and never see one person’s answers, only results of 5 people or more together.',
        `Completed sheets are collected by ${w.organisation}, typed in, checked and then destroyed, no later than ${w.tokensDestroyedBy}.`,
        `The data are stored in ${w.storedIn} and used only to evaluate “${w.project}”. ${w.linking ? `The scrambled codes are destroyed no later than ${w.tokensDestroyedBy}. ` : ''}De-identified data are kept until ${w.keptUntil}.`,
        !w.linking
          ? 'Once handed in, nobody can tell which sheet is yours, so it cannot be withdrawn.'
          : `You can withdraw until ${w.withdrawUntil}: ask the contact below and ${card ? 'bring your card' : 'answer the six questions again'}; your sheet is then found and deleted. Without ${card ? 'the card' : 'the six answers'}, or later, nobody can tell which sheet is yours.`,
        `Results: ${w.resultsOn}. Questions? ${w.contact}.`,
        ...approval(w),
      ],
    }),
    official: (w, card) => ({
      points: [
        'Participation is voluntary; you may skip any question and stop at any time.',
        'It is not used for personal appraisal, and no individual sheet goes to your unit or superiors. Results appear only for groups of 5 or more.',
        `Data are stored in ${w.storedIn} and kept, de-identified, until ${w.keptUntil}.`,
        ...handling(w, card),
        `Results: ${w.resultsOn}. Contact: ${w.contact}.`,
        ...approval(w),
      ],
    }),
    partner: (w, card) => ({ points: partnerPoints(w, handling(w, card)) }),
  },
  unnamed: {
    resident: {
      organisation: 'the organisation that hands out this form',
      contact: 'the person who gave you this form',
      storedIn: 'the computer of that organisation',
    },
    official: {
      organisation: 'the organisation that distributes this form',
      contact: 'the person who gave you this form',
      storedIn: 'the computer of that organisation',
    },
    partner: {
      organisation: 'the organisation that distributes this form',
      contact: 'the person who gave you this form',
      storedIn: 'the computer of that organisation',
    },
  },
};
