import { texts as common } from './common.js';
import { texts as resident } from './resident.js';
import { texts as official } from './official.js';
import { texts as partner } from './partner.js';
import { texts as extras } from './extras.js';
import type { InstrumentTexts } from '../compose.js';

/** `participation-trust@1.0.0` in Simplified Chinese: all its parts. */
export const zhHans: readonly InstrumentTexts[] = [common, resident, official, partner, extras];
