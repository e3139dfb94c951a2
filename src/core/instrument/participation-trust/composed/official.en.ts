import type { Instrument } from '../../types.js';
import { composeInstrument } from '../compose.js';
import { texts as common } from '../en/common.js';
import { texts as form } from '../en/official.js';
import { participationTrustStructure } from '../structure.js';

/** The built-in instrument with the words that officials read in English. */
export const instrument: Instrument = composeInstrument(participationTrustStructure, { en: [common, form] });
