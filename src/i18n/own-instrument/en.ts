import type { OwnInstrumentMessages } from './types.js';

export const messages: OwnInstrumentMessages = {
  locale: 'en',
  noIndex:
    'This study uses a questionnaire of its own. It does not have the six scales of the change index, so no index is computed. Below are the constructs of this questionnaire, all from 0 to 100 points.',
  title: (group) => `${group}: changes`,
  head: ['What', 'Before → after', 'Change (95% interval)'],
  settings: ({ instrument, minimumCell, software }) =>
    `Questionnaire ${instrument}. Each construct is the mean of its items; figures of fewer than ${minimumCell} people are not shown. Computed by ${software}.`,
  limits:
    'These are two points in time. Other things may have caused a change, and nothing is known of those who did not answer. How well this questionnaire measures is for those who made it to say.',
};
