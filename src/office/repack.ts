import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { ExportFile } from '../export/table.js';
import { zipFiles, type Pace } from '../export/zip.js';

/** Changes a file of an archive, or gives undefined to leave it as it is. */
export type Change = (name: string, bytes: Uint8Array) => string | Uint8Array | undefined;

/**
 * An archive anew, file by file: changed by `change`, compressed in short pieces, with no time of its own. `type` is the media type of the
 * whole.
 */
export async function repack(archive: Uint8Array, change: Change, type: string, pace: Pace): Promise<Blob> {
  const files = Object.entries(unzipSync(archive)).flatMap(([name, bytes]): ExportFile[] => {
    if (name.endsWith('/')) return [];
    const changed = change(name, bytes) ?? bytes;
    // A copy in a buffer of its own, as files to be zipped are.
    const own = typeof changed === 'string' ? strToU8(changed) : changed;
    return [{ name, rows: 0, pieces: () => [{ text: new Uint8Array(own), rows: 0 }] }];
  });
  const whole = await zipFiles(files, pace);
  return new Blob([whole], { type });
}

/** The text of a file. */
export const textOf = (bytes: Uint8Array): string => strFromU8(bytes);

/** The names of the files of an archive. */
export function namesOf(archive: Uint8Array): readonly string[] {
  const names: string[] = [];
  unzipSync(archive, { filter: ({ name }) => names.push(name) < 0 });
  return names;
}
