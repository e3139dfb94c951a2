import type { Linking } from '../../core/study/types.js';
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
    'instrument-not-found': {
      title: 'The questions cannot be opened right now',
      text: 'The file with the questions was not found. Please check the network and try again later; if it does not help, tell the organisation.',
    },
    'instrument-invalid': {
      title: 'The file with the questions has a mistake',
      text: 'The file with the questions has a mistake, so the survey cannot start. The organisation can mend it with the hints below.',
    },
    'no-random': {
      title: 'This browser is too old',
      text: 'It cannot number an answer sheet, so the survey did not start. Please use a newer browser.',
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
  reopen: 'Try again',
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
  card: {
    title: 'Please take out your card',
    text: 'There are five pictures on it. Please press them here as on the card, from left to right. They only match your two answer sheets; they are scrambled on the spot and not kept.',
    places: 'Pictures pressed so far',
    empty: 'empty',
    undo: 'Take one back',
    clear: 'Start over',
    next: 'Next',
    skip: 'No card: skip this step',
    right: 'That fits. Please keep the card for the next time.',
    wrong:
      'This does not fit a card. Please compare once more from left to right: one picture may be wrong, or two have changed places.',
    missing: (left) => `${left} more ${left === 1 ? 'picture' : 'pictures'}.`,
    noCrypto:
      'This page cannot scramble the pictures, so your sheets are not matched this time and nothing of them is kept. Please go on.',
    review: { label: 'Card', given: 'pressed; not kept as given', none: 'not used' },
  },
  device: {
    title: 'Is this your own phone or computer?',
    text: 'If nobody else answers on it, a random number is left in this browser. It holds no name and no phone number. Answer here again next time, and your two sheets can be matched.',
    own: 'It is mine: match my two sheets',
    shared: 'Others answer on it too, or I would rather not',
    next: 'Next',
    skip: 'Skip',
    used: 'A sheet of this survey on this device is matched already. So that two people are not taken for one, this one is not matched. That is all right; please go on.',
    noStorage:
      'This browser does not let the page leave a number, so your sheets are not matched. That is all right; please go on.',
    noCrypto: 'This page cannot scramble the number, so your sheets are not matched. That is all right; please go on.',
    review: { label: 'Matching by this device', given: 'yes', none: 'no' },
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
    next: (_group, resultsOn, secondWave, code, linking = 'code') => [
      `Results: ${resultsOn}.`,
      ...(secondWave ? [code ? nextTime[linking] : 'After the project we ask you once more.'] : []),
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
    text: {
      code: 'Please answer the six small questions again. If the answers are the same as then, your sheet is found on this device and deleted.',
      card: 'Please take the card you used then and press its five pictures again. Your sheet is then found on this device and deleted.',
      device:
        'If you answered in this browser and chose to have your sheets matched, the button below finds your sheet and deletes it.',
    },
    cancel: 'Do not withdraw',
    remove: 'Find and delete it',
    found: (count) => `${count} answer ${count === 1 ? 'sheet was' : 'sheets were'} found and deleted.`,
    none: {
      code: 'No sheet of yours was found on this device. It may have been answered elsewhere, without the six answers, or already collected and linked.',
      card: 'No sheet with this card was found on this device. It may have been answered elsewhere, without the card, or already collected and linked.',
      device:
        'No sheet of yours was found in this browser. It may have been handed in without matching, or already collected and linked.',
    },
    ambiguous: {
      code: 'Two or more sheets on this device carry the same six answers, so nobody can tell which one is yours. None was deleted.',
      card: 'Two or more sheets on this device carry the same pictures, so nobody can tell which one is yours. None was deleted.',
      device:
        'Two or more sheets in this browser carry the same number, so nobody can tell which one is yours. None was deleted.',
    },
    unknownAnswers:
      'Two or more answers are unknown, so your sheet cannot be told apart and none was deleted. If as many were unknown then, that sheet has no code, and nobody can tell that it is yours.',
    noDevice:
      'There is no number in this browser, so your sheet cannot be found and none was deleted. You may have answered on another device or in another browser, chosen not to be matched, or the browser’s data have been cleared.',
    noCrypto: 'This page cannot scramble your answers to compare them, so nothing was looked for and none was deleted.',
    failed: 'The answer sheets on this device cannot be read right now, so none was deleted. Please try again later.',
    tooLate: (date) =>
      `After ${date} the scrambled codes are destroyed and nobody can tell which sheet is yours, so it can no longer be withdrawn.`,
    impossible:
      'This survey does not match sheets with people. Once handed in, nobody can tell which sheet is yours, so it cannot be withdrawn.',
    contact: (contact) => `Questions? ${contact}.`,
  },
};

const again = 'After the project we will ask you to answer again. ';

/** What to keep in mind for the second time. */
const nextTime: Readonly<Record<Linking, string>> = {
  code: `${again}Give the same answers to the six small questions, and your two sheets can be matched.`,
  card: `${again}Please keep the card and press the same pictures then, and your two sheets can be matched.`,
  device: `${again}Use this device and this browser, and your two sheets can be matched; please do not clear the browser’s data until then.`,
  none: 'After the project we ask you once more.',
};
