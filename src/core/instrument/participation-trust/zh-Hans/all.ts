import { texts as common } from './common.js';
import { texts as resident } from './resident.js';
import { texts as official } from './official.js';
import { texts as partner } from './partner.js';
import { texts as extras } from './extras.js';
import type { InstrumentTexts } from '../compose.js';
import { thenTexts } from '../then-test.js';

const lookBack = '现在回头看，六个月以前是什么情况？';
const then = thenTexts({ resident: lookBack, official: lookBack }, [resident, official]);

/** `participation-trust@1.0.0` in Simplified Chinese: all its parts. */
export const zhHans: readonly InstrumentTexts[] = [common, resident, official, partner, extras, then];
