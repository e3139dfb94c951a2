import { packResponses, unpackResponses, type ResponseColumns } from '../core/response/columns.js';
import type { SurveyResponse } from '../core/response/types.js';
import { part } from './keys.js';
import { cellOf, FORMAT, type PackEntry } from './manifest.js';
import { rootOf } from './root.js';

/**
 * About a thousand responses of one cell in columns, for whoever reads all of them. Derived: the records stay what counts.
 * Keys are without the cell's prefix, each list in order.
 */
export interface Pack extends Pick<PackEntry, 'count' | 'root'> {
  readonly format: number;
  readonly columns: ResponseColumns;
  /** Keys of rows that are not just the response's id: copies `id/1`, `id/2`. By the number of the row. */
  readonly copies: readonly (readonly [row: number, key: string])[];
  /** Records that columns cannot hold as they are, to be read themselves. */
  readonly odd: readonly string[];
  /** Records to be left alone, as `parseText` says. */
  readonly left: readonly string[];
}

/** A pack taken apart. */
export interface Contents {
  readonly rows: readonly Row[];
  readonly odd: readonly string[];
  readonly left: readonly string[];
}

export interface Row {
  /** Without the cell's prefix. */
  readonly key: string;
  readonly response: SurveyResponse;
}

export const NOTHING: Contents = { rows: [], odd: [], left: [] };

/** Makes a pack of `contents`, whose lists are in the order of their keys. */
export function makePack(cell: string, { rows, odd, left }: Contents): Pack {
  const keys = [...rows.map(({ key }) => key), ...odd, ...left];
  return {
    format: FORMAT,
    ...rootOf(keys.map((key) => cell + key)),
    columns: packResponses(rows.map(({ response }) => response)),
    copies: rows.flatMap(({ key, response }, row) => (key === part(response.id) ? [] : [[row, key] as const])),
    odd,
    left,
  };
}

/**
 * Takes a pack apart.
 * @throws RangeError when it is not the one that `entry` tells of
 */
export function openPack(pack: Pack | undefined, entry: PackEntry): Contents {
  const responses = responsesOf(pack, entry);
  return { ...(pack as Pack), rows: rowsOf(pack as Pack, responses) };
}

/** The responses of a pack, in the order of their keys; throws as `openPack` does. */
export function responsesOf(pack: Pack | undefined, entry: PackEntry): SurveyResponse[] {
  if (pack?.format !== FORMAT || pack.count !== entry.count || pack.root !== entry.root) {
    throw new RangeError('another pack');
  }
  const responses = unpackResponses(pack.columns);
  if (responses.length + pack.odd.length + pack.left.length !== pack.count) throw new RangeError('not a whole pack');
  return responses;
}

/** The responses of a pack with their keys. */
export function rowsOf({ copies }: Pack, responses: readonly SurveyResponse[]): Row[] {
  const rows = responses.map((response) => ({ key: part(response.id), response }));
  for (const [row, key] of copies) rows[row] = { ...(rows[row] as Row), key };
  return rows;
}

/** What the manifest says of a pack under `key`. */
export const entryOf = (key: string, { count, root }: Pack): PackEntry => ({ key, count, root });

/** A key without its cell's prefix. */
export const keyInCell = (key: string): string => key.slice(cellOf(key).length);
