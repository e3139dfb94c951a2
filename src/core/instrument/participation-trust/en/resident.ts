import type { InstrumentTexts } from '../compose.js';

/** The residents' form in English, word for word as in method.md §2: plain. */
export const texts: InstrumentTexts = {
  frame: {
    resident:
      'Please think of the past six months in this community. There are no right or wrong answers: choose what you think.',
  },
  glossary: {
    resident:
      "“Community staff” means the people who work for the residents' committee, the community service station and the street office.",
  },
  scales: {
    ladder: [
      'Nobody told us beforehand',
      "We were called in, but only for form's sake",
      'We were informed',
      'We were asked, but do not know whether it was used',
      'It was discussed together, and we were told what was used, what was not, and why',
      'We and the community decided together',
      "Residents decide and run it themselves, with the community's support",
    ],
    age: ['Under 35', '35–59', '60–74', '75 or over'],
    years: ['Less than 3 years', '3–9 years', '10 years or more'],
  },
  stems: {
    resident: {
      frequency: 'In the past six months, how often did you…',
    },
  },
  prompts: {
    resident: {
      CY1: 'Before things are decided here, residents are asked what they think.',
      CY2: 'What residents said has really made the community change what it does.',
      CY3: 'How things are done, and by whom, is settled by sitting down together.',
      CY4: 'Some activities and services are thought up and run by residents themselves.',
      CY5: 'Matters big and small are settled above; only then are we told.',
      CJ1: 'When we are called to an activity, it is mostly to fill seats and take photos.',
      CJ2: 'At meetings we raise hands or sign, but the result was fixed beforehand.',
      CJ3: 'When we raise a problem we mostly get kind words, and that is the end of it.',
      CJ4: 'Activities here are meant to solve our real problems.',
      PR1: 'Community staff often sit down with us and things can be said openly.',
      PR2: 'When something is agreed, who does it and by when is made clear.',
      PR3: 'Many things sound fine in words; few really get done.',
      PR4: 'For suggestions people make, we hear back: yes or no, and why.',
      TR1: "Community staff truly have residents' good at heart.",
      TR2: 'Community staff are able to handle community matters well.',
      TR3: 'Community staff are fair and treat everyone alike.',
      TR4: 'I am always a bit worried about speaking frankly to community staff.',
      RC1: 'When residents help out, the community helps us with our difficulties.',
      RC2: "Between staff and residents there is give and take; everyone's effort is remembered.",
      RC3: 'When a neighbour needs help, people here lend a hand.',
      RC4: 'In working with the community office, it is always residents who lose out.',
      GV1: 'Resident groups, social organisations, the property firm and shops also have a say.',
      GV2: 'In special cases the community can handle things flexibly.',
      GV3: 'Even a small thing must be reported up level by level and takes ages.',
      GV4: 'What the community sets out to do is just what residents want done.',
      FQ1: 'go to community shows or talks, or pick up leaflets and the like',
      FQ2: 'get called in to sign, fill in forms or hear announcements',
      FQ3: "discuss community matters with others: at a residents' council, an open space, a small group",
      FQ4: "do something for the community yourself: volunteering, a residents' mutual-help group",
      LD: 'How were residents involved in “{focal}”? Pick the closest.',
      OQ1: "In the past six months, what made you feel that residents' words count?",
      OQ2: 'What did you or your neighbours suggest, and what became of it?',
      DM1: 'How old are you?',
      DM2: 'How many years have you lived in this community?',
    },
  },
};
