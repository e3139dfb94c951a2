/** What places a response: the study, the wave and the group it belongs to. */
export interface Cell {
  readonly study: string;
  readonly wave: string;
  readonly group: string;
}

/** One part of a key, with the separator escaped so that no id can reach into another study's range. */
export const part = (id: string): string => id.replace(/[%/]/g, (sign) => encodeURIComponent(sign));

/** The key of the draft of a cell: `study/wave/group`. */
export const draftKey = ({ study, wave, group }: Cell): string => [study, wave, group].map(part).join('/');

/**
 * The key of a response: `study/wave/group/id`. The order of keys is that of random ids, so that nobody can read from the
 * store who answered first. A response with the same id and other content is kept beside it as `…/id/1`, `…/id/2`.
 */
export const responseKey = (response: Cell & { readonly id: string }): string =>
  `${draftKey(response)}/${part(response.id)}`;

/** What a database is called outside of itself: the name of its watermark in localStorage and of its BroadcastChannel. */
export const label = (name: string): string => `canyu-store:${name}`;

/** What stands in the place of the group in the key of a sealed record that came from elsewhere; no group has this name. */
export const SEALED = 'sealed';

/**
 * The key of a sealed record that came from elsewhere, before it is opened: `study/wave/sealed/address`. Whose it is stands inside the
 * seal, so the address (hex SHA-256 of the record) is all that is known of it.
 */
export const sealedKey = ({ study, wave }: Pick<Cell, 'study' | 'wave'>, address: string): string =>
  `${draftKey({ study, wave, group: SEALED })}/${address}`;

/** The key, in `meta`, of the note that a sealed record was opened: which response it held. */
export const openedKey = (study: string, address: string): string => `opened/${part(study)}/${address}`;
