import { readLedgerBook } from '../../core/gather/ledger-table.js';
import type { Gathered, Refusal } from '../../core/gather/types.js';
import type { readTables } from '../../import.js';
import { programFolder } from './publication.js';

/** The first bytes of an archive, as which a workbook is kept. */
const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];

/** Whether a file is an archive: then it is a workbook or nothing that is known here. */
export async function isArchive(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, ARCHIVE.length).arrayBuffer());
  return ARCHIVE.every((byte, at) => start[at] === byte);
}

/**
 * Reads the ledger rows of a workbook. The reader is loaded with the first one.
 *
 * @throws where the reader does not arrive
 */
export async function readBook(file: Blob, study: string): Promise<Gathered> {
  const reader = await loadReader();
  const read = await reader.readTables(file);
  if (!read.ok) return refused(read.problems.some(({ code }) => code === 'too-large') ? 'too-large' : 'unknown');
  return (await readLedgerBook(read.value, study, crypto.subtle)) ?? refused('unknown');
}

const refused = (why: Refusal): Gathered => ({ kind: 'refused', why, detail: '', problems: [] });

/** The bundler writes `undefined` into this where the program is one classic file. */
const WORKER: string = '__WORKER_FILE__';

/** The classic file does not carry the reader: it lies beside it, in the importer. */
async function loadReader(): Promise<{ readonly readTables: typeof readTables }> {
  try {
    if (WORKER === 'undefined') return (await import(`${programFolder() ?? ''}import.js`)) as never;
    return await import('../../import-xlsx.js');
  } catch {
    throw Object.assign(new Error('reader-missing'), { code: 'reader-missing' });
  }
}
