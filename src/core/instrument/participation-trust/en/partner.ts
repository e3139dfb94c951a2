import type { InstrumentTexts } from '../compose.js';

/** The partners' form in English (method.md §2.5). */
export const texts: InstrumentTexts = {
  frame: {
    partner:
      'Please think of the past six months in this community. There are no right or wrong answers: choose what you think.',
  },
  prompts: {
    partner: {
      OC1: 'The head of our government partner backs resident participation and follows it personally.',
      OC2: 'The leading, coordinating and implementing groups have clear roles and meet regularly.',
      OC3: 'A joint project should show results after one event.',
      OC4: 'We have enough time and information to cooperate with residents and social organisations.',
      OC5: 'Results achieved with residents and social organisations are recognised by superiors.',
      OC6: 'Good practice from the cooperation has been written into rules or the budget.',
      AU: 'We can say “no” to our government partner.',
    },
  },
};
