import type { ConsentMessages } from './types.js';

/** The consent screen for residents in English (method.md §6.1). */
export const messages: ConsentMessages = {
  title: 'Before you start',
  consent: (w) => ({
    lead: `Hello! We are ${w.organisation}. We want to know whether residents’ words count here and whether people trust each other. ${w.questions} tick questions, about ${w.minutes} minutes.`,
    points: [
      'Taking part is up to you. Skip any question, stop at any time; nothing changes in the services you get.',
      w.linking
        ? 'No name, phone or ID number. Six small questions at the end only join your two answer sheets; they are scrambled on the spot and not kept.'
        : 'No name, phone or ID number.',
      'Community and street-office staff never see one person’s answers, only results of 5 people or more together.',
      `Answers are stored in ${w.storedIn} and used only to evaluate “${w.project}”. ${w.linking ? `The scrambled codes are destroyed by ${w.tokensDestroyedBy}. ` : ''}De-identified data are kept until ${w.keptUntil}.`,
      w.linking
        ? `To withdraw before ${w.withdrawUntil}: open this page on the same device, choose “withdraw” and answer the six questions again; your sheet is then deleted. Without the six answers, or later, nobody can tell which sheet is yours.`
        : 'Once handed in, nobody can tell which sheet is yours, so it cannot be withdrawn.',
      `Everyone will hear the results: ${w.resultsOn}. Questions? ${w.contact}.`,
      ...(w.foreignApproval ? [`Approval number (survey with a foreign party): ${w.foreignApproval}.`] : []),
    ],
    participate: 'I am 18 or older, I have understood this, and I take part.',
    process:
      '(Separate consent) The questions ask what I think of the work of the community and street office. I agree that this is processed for the purpose above.',
    link: 'I will answer the six small questions so that my two sheets can be joined (optional).',
  }),
  unnamed: {
    organisation: 'the organisation behind this page',
    contact: 'the organisation behind this page',
    storedIn: 'the browser of the device you are using, until the organisation collects them',
    tokensDestroyedBy: '30 days after the second survey',
    keptUntil: 'two years after the project',
    withdrawUntil: '30 days after the second survey',
    resultsOn: 'after the survey has ended',
  },
  missing: 'Please tick the first two boxes to start.',
};
