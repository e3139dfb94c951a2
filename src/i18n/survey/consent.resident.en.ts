import type { ConsentMessages } from './types.js';

/** The consent screen for residents in English (method.md §6.1). */
export const messages: ConsentMessages = {
  title: 'Before you start',
  consent: (w) => ({
    lead: `Hello! We are ${w.organisation}. We want to know whether residents’ words count here and whether people trust each other. ${w.questions} multiple-choice questions, about ${w.minutes} minutes.`,
    points: [
      'Taking part is up to you. Skip any question, stop at any time; nothing changes in the services you get.',
      w.linking
        ? 'No name, phone or ID number. Near the end, six small questions (such as your mother’s family name) are used only to match your two answer sheets; they are scrambled on the spot and not kept.'
        : 'No name, phone or ID number.',
      'Last come your age group, your years here and, in some forms, two open questions; all of them optional.',
      'Community and street-office staff never see one person’s answers, only results of 5 people or more together.',
      `Answers are stored in ${w.storedIn} and used only to evaluate “${w.project}”. ${w.linking ? `The scrambled codes are destroyed no later than ${w.tokensDestroyedBy}. ` : ''}De-identified data are kept until ${w.keptUntil}.`,
      w.linking
        ? `You can withdraw until ${w.withdrawUntil}: open this page on the same device, choose “withdraw” and answer the six questions again; a sheet that is still on this device is then deleted. For one that was collected already, ask the contact below. Without the six answers, or later, nobody can tell which sheet is yours.`
        : 'Once handed in, nobody can tell which sheet is yours, so it cannot be withdrawn.',
      `Results: ${w.resultsOn}. Questions? ${w.contact}.`,
      ...(w.foreignApproval ? [`Approval number (survey with a foreign party): ${w.foreignApproval}.`] : []),
    ],
    participate: 'I am 18 or older, I have understood this, and I agree to take part.',
    process:
      '(Separate consent) The questions ask what I think of the work of the community and street office. I agree that this is processed for the purpose above.',
    link: 'I will answer the six small questions so that my two sheets can be joined (optional).',
  }),
  unnamed: {
    organisation: 'the organisation behind this page',
    contact: 'the organisation behind this page',
    storedIn: 'the browser of the device you are using (not sent to the organisation by itself)',
    tokensDestroyedBy: '30 days after the second survey',
    keptUntil: 'two years after the project',
    withdrawUntil: '30 days after the second survey',
    resultsOn: 'after the survey has ended',
  },
  missing: 'Please tick the first two boxes to start.',
};
