import { composeInstrument } from './participation-trust/compose.js';
import { participationTrustConstructs } from './participation-trust/constructs.js';
import { participationTrustStructure } from './participation-trust/structure.js';
import { en } from './participation-trust/en/all.js';
import { zhHans } from './participation-trust/zh-Hans/all.js';
import type { Instrument } from './types.js';

/**
 * Canyu's own instrument, `participation-trust@1.0.0`, in Simplified Chinese and English (method.md §2): 25 mirror-worded
 * statements for residents and officials, an attendance block, the ladder of participation, a module for officials and partners.
 *
 * The items are newly written and not yet piloted (method.md, limits). A survey page composes the same instrument with one
 * language instead, by `composeInstrument`.
 */
export const participationTrust: Instrument = composeInstrument(
  { ...participationTrustStructure, constructs: participationTrustConstructs },
  { 'zh-Hans': zhHans, en },
);
