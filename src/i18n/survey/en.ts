import type { SurveyMessages } from './types.js';

/** The survey in English, up to the first question. */
export const messages: SurveyMessages = {
  loading: 'Opening the questions …',
  synthetic: 'Demonstration: the organisation and the project are invented',
  title: (group) =>
    group === 'resident' ? 'For residents' : group === 'official' ? 'For community staff' : 'For partner organisations',
  consentTitle: 'Before you start',
  consent: (group, w) =>
    group === 'resident'
      ? {
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
        }
      : {
          lead: `This questionnaire is conducted by ${w.organisation} to evaluate change in residents’ participation and mutual trust around “${w.project}”: ${w.questions} tick questions, about ${w.minutes} minutes.`,
          points: [
            'Participation is voluntary; you may skip any question and stop at any time.',
            'It is not used for personal appraisal, and no individual sheet goes to your unit or superiors. Results appear only for groups of 5 or more.',
            `Data are stored in ${w.storedIn} and kept, de-identified, until ${w.keptUntil}.`,
            ...(w.linking
              ? [
                  `The linking code is scrambled and destroyed by ${w.tokensDestroyedBy}.`,
                  `To withdraw before ${w.withdrawUntil}: open this page on the same device, choose “withdraw” and enter the linking code again. Without a code, or later, a sheet cannot be told apart and cannot be deleted.`,
                ]
              : ['Once submitted, sheets cannot be told apart and cannot be withdrawn.']),
            `Results: ${w.resultsOn}. Contact: ${w.contact}.`,
            ...(w.foreignApproval ? [`Approval number (survey with a foreign party): ${w.foreignApproval}.`] : []),
          ],
          participate: 'I have read this and agree to take part.',
          process: '(Separate consent) I agree that my assessments of work are processed for the purpose above.',
          link: 'I agree to give a linking code (optional).',
        },
  unnamed: {
    organisation: 'the organisation behind this page',
    contact: 'the organisation behind this page',
    storedIn: 'the browser of the device you are using, until the organisation collects them',
    tokensDestroyedBy: '30 days after the second survey',
    keptUntil: 'two years after the project',
    withdrawUntil: '30 days after the second survey',
    resultsOn: 'after the survey has ended',
  },
  consentMissing: () => 'Please tick the first two boxes to start.',
  agree: 'Start',
  withdraw: 'Withdraw an earlier answer sheet',
  communityTitle: 'Which community do you live in (or work for)?',
  frameTitle: 'Before the first question',
  frameHint: () => 'One question at a time. “Skip” leaves a question out; “Back” lets you change an answer.',
  begin: 'To the first question',
  progress: (index, total, minutes) =>
    `Question ${index} of ${total} · about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`,
  progressLabel: 'Progress',
  apart: 'Or choose:',
  back: 'Back',
  leave: 'Back',
  next: 'Next',
  skip: 'Skip',
  toReview: 'Back to the review',
  resumeTitle: 'A questionnaire is half finished',
  resumeText: (index, total) =>
    `This device holds a questionnaire that was not finished: question ${index} of ${total}. Is it yours?`,
  resume: 'It is mine: go on',
  restart: 'Not mine: clear it and start anew',
  notSaved:
    'Your latest answers could not be saved yet. They are all still on this page and you can go on. Please do not close the page.',
  retry: 'Save again',
};
