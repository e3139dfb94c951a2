import type { SealMessages } from './types.js';

const kept = 'To protect your answers the questions were not opened.';

/** A sealed survey, in English. */
export const messages: SealMessages = {
  trouble: {
    'seal-no-crypto': {
      title: 'This survey cannot be filled in on this page yet',
      text: `Answers to this survey are sealed, but the address of this page does not begin with https, and browsers do not encrypt there. ${kept} The organisation needs to give the page an https address.`,
    },
    'seal-one-key': {
      title: 'One step of setting up this survey is missing',
      text: `Sealing takes two keys: one for the evaluator and one kept in reserve. There are not two yet. ${kept} The organisation needs to add the other one.`,
    },
    'seal-bad-key': {
      title: 'There is a mistake in the keys of this survey',
      text: `One of the keys that seal the answers is not right, so they might never be opened again. ${kept} The organisation can correct it with the hint below.`,
    },
    'seal-failed': {
      title: 'A trial seal did not work',
      text: `Before the first question we tried to seal an empty sheet, and it did not work. ${kept} Please try another browser; if that does not help, tell the organisation.`,
    },
  },
  before: (organisation) =>
    `The moment you hand in your answers they are sealed. Only ${organisation || 'the organisation'}, who holds the key, can open them; this device cannot. Answers that are not handed in are kept nowhere: if you close or reload this page you start again. A sheet that was handed in is withdrawn by the receipt that you get for it, so please write it down; other ways named above do not work here.`,
  onPaper: (organisation) =>
    `The moment this form is typed in it is sealed. Only ${organisation || 'the organisation'}, who holds the key, can open it; the computer it was typed into cannot.`,
  typing:
    'The sheets of this study are sealed: one that is half typed is kept nowhere, so if you close or reload this page you type it again; one that is saved cannot be opened on this device.',
  typed: (receipt) =>
    `It is sealed. Receipt ${receipt} (you may write it on the paper: by it this sheet is found if it is withdrawn)`,
  sealed: 'Your answers are sealed. Nobody can open them on this device.',
  receipt: (receipt) => `Your receipt: ${receipt}`,
  receiptUse:
    'Please write the receipt down: by it you can withdraw, and by it you can check in the published list that your answers were counted. It shows nothing of what you answered.',
  sheetIsSealed: 'Your answers are sealed: nobody but the organisation can read them, whoever gets hold of them.',
};
