import type { InstrumentTexts } from '../compose.js';

/** The officials' form in English, word for word as in method.md §2: formal. */
export const texts: InstrumentTexts = {
  frame: {
    official:
      'Please think of the past six months in this community. There are no right or wrong answers: choose what you think.',
  },
  glossary: {
    official:
      "“Staff” means the people who work for the residents' committee, the community service station and the street office.",
  },
  scalesByGroup: {
    official: {
      ladder: [
        'Residents were not told beforehand',
        'Residents were present mainly to satisfy procedure',
        'Residents were informed beforehand',
        "Residents' views were asked, without feedback on each",
        'It was discussed jointly, with feedback on what was adopted and why',
        'It was decided jointly with residents',
        'Residents decide and run it themselves, with our support',
      ],
    },
  },
  stems: {
    official: {
      frequency: 'In the past six months, how often did you organise or attend…',
    },
  },
  prompts: {
    official: {
      CY1: "Before community matters are decided, residents' views are sought.",
      CY2: "Residents' views have actually led the community to change a plan.",
      CY3: 'How matters are handled, and by whom, is settled jointly with residents.',
      CY4: 'Some activities and services are planned and run by residents themselves.',
      CY5: 'Community matters are usually fixed by superiors, then announced to residents.',
      CJ1: 'In organising activities, most effort goes into attendance numbers and photo records.',
      CJ2: 'Before residents vote, the result is in fact already fixed.',
      CJ3: 'When residents raise problems they are mostly calmed down, and the matter rests.',
      CJ4: "Activities set out from residents' real problems.",
      PR1: 'We often sit down with residents and can discuss differences face to face.',
      PR2: 'For agreed matters the person responsible and deadline are made clear.',
      PR3: 'Many agreed matters stay on paper; few are really carried out.',
      PR4: 'Residents are told whether suggestions are adopted, and why.',
      TR1: 'Residents who raise views truly mean well for the community.',
      TR2: 'Residents are able to help handle community matters well.',
      TR3: 'In public matters residents are reasonable and think of others.',
      TR4: 'I always have qualms about telling residents the full facts.',
      RC1: 'When residents help out, we help them with their difficulties in return.',
      RC2: "Between staff and residents there is give and take; both sides' effort is recognised.",
      RC3: 'Residents here are willing to help each other.',
      RC4: 'In working with residents, it is always staff who give more and get less.',
      GV1: 'Resident groups, social organisations, property firm and shops have a say.',
      GV2: 'In special cases procedures can be adapted.',
      GV3: 'Even a small matter needs approval level by level.',
      GV4: "The goals set for the community match residents' actual needs.",
      FQ1: 'shows, talks or the handing out of leaflets for residents',
      FQ2: 'meetings that called residents in to sign, fill in forms or hear announcements',
      FQ3: 'meetings to discuss community matters together with residents',
      FQ4: 'support for services or projects that residents run themselves',
      LD: 'Which of these comes closest to how residents were involved in “{focal}”?',
      OC1: 'Our head backs resident participation and follows it personally.',
      OC2: 'The leading, coordinating and implementing groups have clear roles and meet regularly.',
      OC3: 'A joint project should show results after one event.',
      OC4: 'We have enough time and information to cooperate with residents and social organisations.',
      OC5: 'Results achieved with residents and social organisations are recognised by superiors.',
      OC6: 'Good practice from the cooperation has been written into rules or the budget.',
      OQ1: "Please give one example where residents' views changed a plan.",
      OQ2: 'Which suggestions were not adopted, and why?',
    },
  },
};
