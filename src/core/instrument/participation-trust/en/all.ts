import { texts as common } from './common.js';
import { texts as resident } from './resident.js';
import { texts as official } from './official.js';
import { texts as partner } from './partner.js';
import { texts as extras } from './extras.js';
import type { InstrumentTexts } from '../compose.js';
import { thenTexts } from '../then-test.js';

const then = thenTexts(
  {
    resident: 'Looking back now, what was it like six months ago? ',
    official: 'Looking back from today, what was the situation six months ago? ',
  },
  [resident, official],
);

/** `participation-trust@1.0.0` in English: all its parts. */
export const en: readonly InstrumentTexts[] = [common, resident, official, partner, extras, then];
