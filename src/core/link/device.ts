import type { Group } from '../text.js';

/**
 * The message of a device, `v1|D|<group>|<id>`, for `exactTokens`. The id is random, made in the browser and kept there; it enters no
 * response, only what 100,000 rounds of PBKDF2 make of it. Residents and officials who share a device stay apart.
 *
 * With 122 random bits, unlike the six answers, it cannot be found by trying.
 *
 * @param id a UUID
 * @returns null where it is none, say, because somebody wrote into the browser's storage
 */
export const deviceMessage = (id: string, group: Group): string | null =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? ['v1', 'D', group, id].join('|') : null;
