import type { Instrument } from '../../types.js';
import { composeInstrument } from '../compose.js';
import { texts as common } from '../zh-Hans/common.js';
import { texts as form } from '../zh-Hans/partner.js';
import { participationTrustStructure } from '../structure.js';

/** The built-in instrument with the words that partners read in Simplified Chinese. */
export const instrument: Instrument = composeInstrument(participationTrustStructure, { 'zh-Hans': [common, form] });
