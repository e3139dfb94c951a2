import type { InstrumentTexts } from '../compose.js';

/** What every group reads, in English: answer labels. */
export const texts: InstrumentTexts = {
  missing: {
    dk: "Don't know",
    pns: 'Prefer not to say',
  },
  scales: {
    agreement: ['Strongly disagree', 'Rather disagree', 'Half and half', 'Rather agree', 'Strongly agree'],
    frequency: ['Never', '1–2 times', '3–5 times', '6–11 times', '12 times or more'],
  },
};
