import { partnerPoints } from './consent.partner-points.en.js';
import type { ConsentMessages } from './types.js';

/** The consent screen for partner organisations in English (method.md §2.5, §6.2). */
export const messages: ConsentMessages = {
  title: 'Before you start',
  consent: (w) => ({
    lead: `This questionnaire is conducted by ${w.organisation}. It asks staff of partner organisations about the conditions for working with the government partner in “${w.project}”: ${w.questions} multiple-choice questions, about ${w.minutes} minutes.`,
    points: partnerPoints(
      w,
      w.linking
        ? [
            `The linking code is made on the spot from the answers to six small questions, which are not kept; it is destroyed no later than ${w.tokensDestroyedBy}.`,
            `You can withdraw until ${w.withdrawUntil}: open this page on the same device, choose “withdraw” and answer the six questions again; a sheet still on this device is then deleted. For one that was collected already, ask the contact. Without a code, or later, a sheet cannot be told apart and cannot be deleted.`,
          ]
        : ['Once submitted, sheets cannot be told apart and cannot be withdrawn.'],
    ),
    participate: 'I have read this and agree to take part.',
    process: '(Separate consent) I agree that my assessments of the cooperation are processed for the purpose above.',
    link: 'I agree to answer six small questions for a linking code (optional).',
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
