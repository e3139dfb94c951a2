import type { SurveyMessages } from './types.js';

/** The survey in English, up to the first question. */
export const messages: SurveyMessages = {
  loading: 'Opening the questions …',
  tools: 'Larger text · Read aloud',
  synthetic: 'Demonstration: the organisation and the project are invented',
  agree: 'Start',
  withdraw: 'Withdraw an earlier answer sheet',
  frameTitle: 'Before the first question',
  frameHint: () => 'One question at a time. “Skip” leaves a question out; “Back” lets you change an answer.',
  begin: 'Begin',
  progress: (index, total, minutes) =>
    `Question ${index} of ${total} · about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`,
  progressLabel: 'Progress',
  apart: 'Or choose:',
  back: 'Back',
  leave: 'Back',
  next: 'Next',
  skip: 'Skip',
  toReview: 'Back to the review',
  notSaved:
    'Your latest answers could not be saved yet. They are all still on this page and you can go on. Please do not close the page.',
};
