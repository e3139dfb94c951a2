import { linkingConsent as en } from './linking.en.js';
import { linkingConsent as zhHans } from './linking.zh-Hans.js';
import type { LinkingConsents } from './types.js';

/** What the consent screen says where people are linked by a card or by their device, by language and group. */
export const linkingConsent: LinkingConsents = { 'zh-Hans': zhHans, en };
