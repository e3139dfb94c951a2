import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { ExportFile } from './table.js';

/** Lets the page do other things, and hears how many rows are written. */
export interface Pace {
  /** Awaited between pieces of work of a few milliseconds; undefined: go on at once. */
  breathe(): Promise<void> | undefined;
  /** Rows written, of all rows. */
  progress(done: number, total: number): void;
}

/** The same bytes whenever it is made: files in an archive have no time of their own. */
const NO_TIME = new Date(1980, 0, 1);
/** Texts are handed to the compressor in pieces of this many characters. */
const LONGEST = 1 << 16;

/** Writes files piece by piece; `done` and `total` of the progress go over all of them. */
export async function writeFiles(
  files: readonly ExportFile[],
  pace: Pace,
  write: (file: ExportFile) => (piece: Uint8Array<ArrayBuffer>, last: boolean) => void,
): Promise<void> {
  const total = files.reduce((sum, { rows }) => sum + rows, 0);
  let before = 0;
  for (const file of files) {
    const to = write(file);
    for (const { text, rows } of file.pieces()) {
      for (const piece of slices(text)) {
        to(piece, false);
        await pace.breathe();
      }
      pace.progress(before + rows, total);
    }
    to(new Uint8Array(0), true);
    before += file.rows;
    await pace.breathe();
  }
}

function* slices(text: string | Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + LONGEST, text.length);
    if (typeof text === 'string') {
      // Not between the halves of a surrogate pair.
      if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1] as string)) end += 1;
      yield strToU8(text.slice(at, end));
    } else yield text.subarray(at, end);
    at = end;
  }
}

/** One archive of files, compressed as they are written, so that no part is work of more than a few milliseconds. */
export async function zipFiles(files: readonly ExportFile[], pace: Pace): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const failures: Error[] = [];
  const zip = new Zip((error, part) => {
    if (error) failures.push(error);
    else parts.push(part);
  });
  await writeFiles(files, pace, ({ name }) => {
    // Pictures and office documents are compressed already.
    const entry = /\.(?:xlsx|pptx|docx|png)$/.test(name)
      ? new ZipPassThrough(name)
      : new ZipDeflate(name, { level: 6 });
    entry.mtime = NO_TIME;
    zip.add(entry);
    return (piece, last) => entry.push(piece, last);
  });
  zip.end();
  const [failure] = failures;
  if (failure) throw failure;
  return new Blob(parts, { type: 'application/zip' });
}

/** One file as it is. */
export async function plainFile(file: ExportFile, type: string, pace: Pace): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await writeFiles([file], pace, () => (piece) => void parts.push(piece));
  return new Blob(parts, { type });
}
