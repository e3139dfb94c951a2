import type { InstrumentTexts } from '../compose.js';

/** What no survey needs up front, in English: title, labels of constructs, the optional vignettes. */
export const texts: InstrumentTexts = {
  title: 'Community participation and mutual trust',
  constructs: {
    CY: 'Real participation',
    CJ: 'Token attendance',
    PR: 'Deliberation and follow-through',
    TR: 'Mutual trust',
    RC: 'Give and take',
    GV: 'Shared governance',
    CJF: 'Times attended',
    CYF: 'Times taken part',
    OC: 'Conditions for cooperation',
  },
  scales: {
    voice: ['Not at all', 'Not much', 'Half and half', 'Quite a lot', 'Very much'],
  },
  prompts: {
    resident: {
      AV1: "In Auntie Wang's community the activity room is to be altered, and a notice asks everyone for their views. In the end the plan did not change, and nobody said why. Does what Auntie Wang says count?",
      AV2: "In Uncle Li's community the parking is being changed. Residents' representatives and the community drew up the plan together, and for every suggestion not taken up the reasons were given. Does what Uncle Li says count?",
    },
    official: {
      AV1: "In Auntie Wang's community the activity room is to be altered, and a notice asks everyone for their views. In the end the plan did not change, and nobody said why. Does what Auntie Wang says count?",
      AV2: "In Uncle Li's community the parking is being changed. Residents' representatives and the community drew up the plan together, and for every suggestion not taken up the reasons were given. Does what Uncle Li says count?",
    },
  },
};
