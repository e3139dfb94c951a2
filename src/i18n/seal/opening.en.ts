import type { OpeningMessages } from './types.js';

const sheets = (count: number): string => (count === 1 ? '1 sheet' : `${count} sheets`);
const were = (count: number): string => (count === 1 ? 'was' : 'were');

/** Keys and opening, in English. */
export const messages: OpeningMessages = {
  role: { evaluator: "The evaluator's key", recovery: 'The recovery key' },
  key: {
    'not-a-key': 'This is not a key file. Its name begins with canyu-key.',
    'newer-schema': 'This key file was made by a newer version. Please update the program first.',
    'key-damaged': 'The key file is damaged: it is not as it was made. Please use another copy, or the recovery key.',
    'key-weak': 'The passphrase of this key file is protected so weakly that it could be guessed. It is not used.',
    'wrong-passphrase':
      'That is not the passphrase; the file itself is sound. Please check capital letters and the keyboard.',
    'short-passphrase': 'The passphrase is too short: 12 characters at least. A few unrelated words do well.',
  },
  failed: {
    'not-sealed': (count) =>
      `${count === 1 ? '1 record is no sealed sheet' : `${count} records are no sealed sheets`}.`,
    'newer-schema': (count) =>
      `${sheets(count)} ${were(count)} made by a newer version. Update the program to open them.`,
    'not-for-this-key': (count) =>
      `${sheets(count)} ${were(count)} sealed to other keys. Try the other key, or check whether the file is of this study.`,
    damaged: (count) => `${sheets(count)} ${were(count)} changed or damaged after sealing, and not used.`,
    'header-mismatch': (count) =>
      `${sheets(count)} ${count === 1 ? 'names' : 'name'} one study or wave outside and another inside, and ${were(count)} not used.`,
    'not-a-response': (count) =>
      `${sheets(count)} did not hold answers to this questionnaire, and ${were(count)} not used.`,
  },
  progress: (done, total) => `${done} of ${total} opened`,
  notShownHere: (count) =>
    `${sheets(count)} more ${count === 1 ? 'is' : 'are'} sealed. The evaluator opens them with the key; they are not in these results.`,
};
