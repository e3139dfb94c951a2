import type { LateSurveyMessages } from './types.js';

const keep = 'Your answers are still on this page. ';

/** The rest of the survey in English. */
export const messages: LateSurveyMessages = {
  trouble: {
    'study-not-found': {
      title: 'The questions cannot be opened right now',
      text: 'The settings of this study were not found. Please check the network and try again; if that does not help, tell the organisation.',
    },
    'study-invalid': {
      title: 'The settings of this study have a mistake',
      text: 'The study file is not right, so the questions cannot start yet. The organisation can mend it with the hints below.',
    },
    'newer-schema': {
      title: 'This page’s program is too old',
      text: 'The study was set up with a newer Canyu. The organisation needs to update Canyu on this page first.',
    },
    'unknown-group': {
      title: 'Whom are these questions for?',
      text: 'The group named on this page is not part of the study. The organisation needs to set group to resident, official or partner.',
    },
    'unknown-wave': {
      title: 'Which survey is this, the first or the second?',
      text: 'The wave named on this page is not part of the study. The organisation needs to correct it.',
    },
    'unknown-community': {
      title: 'Which community is this?',
      text: 'The community named on this page is not part of the study. The organisation needs to correct it.',
    },
    'unknown-instrument': {
      title: 'These questions are not here',
      text: 'The study uses an instrument that this page does not have. The organisation needs to correct it.',
    },
    'seal-unsupported': {
      title: 'This study cannot be answered here yet',
      text: 'The study asks for sealed answers, which this version of the program cannot do. To protect your answers the questions were not opened. The organisation needs to update the program.',
    },
    'wave-before': {
      title: 'The survey has not started yet',
      text: 'Thank you for your interest! Please come back when it opens.',
    },
    'wave-closed': {
      title: 'This survey has ended',
      text: 'Thank you for your interest! The results will be shared as planned.',
    },
    'load-failed': {
      title: 'The questions did not load completely',
      text: 'The network may have dropped for a moment. Please check it and try again.',
    },
    unavailable: {
      title: 'This browser cannot save answers right now',
      text: `${keep}Site storage may be switched off, or this is a private window. You can go on to the end, then download your answer sheet as a file and hand it to the organisation running the survey.`,
    },
    quota: {
      title: 'This device has run out of space',
      text: `${keep}Free some space and save again, or download your answer sheet as a file and hand it to the organisation running the survey.`,
    },
    blocked: {
      title: 'Another window holds the storage',
      text: `${keep}Please close other windows of this site and save again.`,
    },
    version: {
      title: 'The data on this device come from a newer version',
      text: `${keep}So that nothing is damaged, this page has not written to them. Update the program, or download this answer sheet as a file and hand it to the organisation running the survey.`,
    },
    corrupt: {
      title: 'Earlier answer sheets may be missing on this device',
      text: `${keep}The browser’s data seem to have been cleared or damaged. Please tell the person in charge at once.`,
    },
    unknown: { title: 'Something went wrong', text: `${keep}Please try again.` },
  },
  communityTitle: 'Which community do you live in (or work for)?',
  resumeTitle: 'A questionnaire is half finished',
  resumeText: (index, total) =>
    `This device holds a questionnaire that was not finished: question ${index} of ${total}. Is it yours?`,
  resume: 'It is mine: go on',
  restart: 'Not mine: clear it and start again',
  retry: 'Save again',
  troubleDetail: 'For the editor of this page',
  code: {
    position: (index, total) => `Small question ${index} of ${total}`,
    next: 'Next',
    done: 'Done',
    skipAll: 'No code: skip this step',
    scrambling: 'One moment …',
    familyNameHint: 'Only the family name; its first character is enough.',
    noCode: 'Two or more are unknown, so no code is made this time. That is all right; please go on.',
    noCrypto:
      'This page cannot scramble the small answers, so no code is made and nothing of them is kept. Please go on.',
  },
  open: {
    optional: 'Optional. Please do not write names, phone or house numbers.',
    left: (characters) => `${characters} characters left`,
    masked: 'A phone, ID or plate number or an e-mail address was covered automatically.',
    warnings: {
      address: 'This looks like a building, unit or room number. Somebody might recognise you: better leave it out.',
      'official-name': 'This looks like an official’s name and post. Better describe the matter, not the person.',
    },
  },
  review: {
    title: () => 'One more look before you hand it in',
    text: () => 'To change an answer, choose “Change”. Unanswered questions may stay empty.',
    unanswered: 'not answered',
    change: 'Change',
    changeItem: (question) => `Change: ${question}`,
    code: 'Six small questions',
    codeGiven: 'answered; not kept as given',
    codeNone: 'not given',
    submit: 'Hand in',
    submitting: 'Saving, one moment …',
  },
  thanks: {
    saved: 'Your answer sheet is saved',
    title: 'Thank you!',
    text: (group) =>
      group === 'resident' ? 'Your answers will be counted together with everyone else’s.' : 'Thank you for your time.',
    next: (_group, resultsOn, secondWave, code) => [
      `Results: ${resultsOn}.`,
      ...(secondWave
        ? [
            code
              ? 'After the project we will ask you to answer again. Give the same answers to the six small questions, and your two sheets can be matched.'
              : 'After the project we ask you once more.',
          ]
        : []),
      'Your answers are no longer shown on this device. You can safely walk away.',
    ],
    again: 'Next person',
    downloaded:
      'The answer sheet was downloaded. It is not stored on this device: please hand the file to the organisation running the survey, not to the community or street office.',
  },
  failed: {
    title: 'Your answer sheet is not saved yet',
    text: 'Nothing is lost: your answers are all still on this page. Please do not close it.',
    retry: 'Save again',
    download: 'Download the answer sheet as a file',
    handedOver: 'I have kept the file: finish',
    noFile: 'Can’t find the downloaded file?',
    copy: 'Touch the box to select everything, copy it, and send it to the organisation running the survey.',
  },
  withdraw: {
    title: 'Withdraw an earlier answer sheet',
    text: 'Please answer the six small questions again. If the answers are the same as then, your sheet is found on this device and deleted.',
    cancel: 'Do not withdraw',
    remove: 'Find and delete it',
    found: (count) => `${count} answer ${count === 1 ? 'sheet was' : 'sheets were'} found and deleted.`,
    ambiguous:
      'Two or more sheets on this device carry the same six answers, so nobody can tell which one is yours. None was deleted. Please contact the organisation.',
    none: 'No sheet of yours was found on this device. It may have been answered elsewhere, without the six answers, or already collected and linked. Please contact the organisation.',
  },
};
