import { composeInstrument } from './participation-trust/compose.js';
import { participationTrustConstructs } from './participation-trust/constructs.js';
import { participationTrustStructure } from './participation-trust/structure.js';
import { withThenItems } from './participation-trust/then-test.js';
import { en } from './participation-trust/en/all.js';
import { zhHans } from './participation-trust/zh-Hans/all.js';
import type { Instrument } from './types.js';

/**
 * Canyu's own instrument, `participation-trust@1.0.0`, in Simplified Chinese and English (method.md §2): 25 mirror-worded
 * statements for residents and officials, an attendance block, the ladder of participation, a module for officials and partners; besides, in no form, the anchoring vignettes and the then-test.
 *
 * The items are newly written and not yet piloted (method.md, limits). A survey page composes the same instrument with one
 * language instead, by `composeInstrument`.
 */
export const participationTrust: Instrument = composeInstrument(
  withThenItems({ ...participationTrustStructure, constructs: participationTrustConstructs }),
  { 'zh-Hans': zhHans, en },
);
