import { canonicalJson, type DigestSubtle } from '../core/json/canonical.js';
import type { Results } from '../core/change/types.js';
import { textFile, type ExportFile } from './table.js';
import { plainFile, type Pace } from './zip.js';

/** What a manifest tells besides its files. */
export interface ManifestFacts {
  readonly line: string;
  readonly results: Results;
}

/**
 * The files, written once, and `manifest.json` with the length and the SHA-256 of each, so that who receives the archive can tell whether a
 * file is the one that was exported. Without `subtle` (a page on plain http) there are no hashes, and the manifest says null.
 */
export async function withManifest(
  files: readonly ExportFile[],
  { line, results }: ManifestFacts,
  subtle: DigestSubtle | undefined,
  pace: Pace,
): Promise<readonly ExportFile[]> {
  const total = files.reduce((sum, { rows }) => sum + rows, 0);
  let before = 0;
  const written: ExportFile[] = [];
  const entries: object[] = [];
  for (const file of files) {
    const start = before;
    const progress = (done: number): void => pace.progress(start + done, total);
    const blob = await plainFile(file, '', { breathe: () => pace.breathe(), progress });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    before += file.rows;
    const hash = subtle ? hex(await subtle.digest('SHA-256', bytes)) : null;
    entries.push({ name: file.name, bytes: bytes.length, sha256: hash, ...(file.rows > 0 && { rows: file.rows }) });
    written.push({ name: file.name, rows: 0, pieces: () => [{ text: bytes, rows: 0 }] });
  }
  const manifest = {
    schema: 'canyu-manifest/1',
    study: results.study.id,
    instrument: results.instrument,
    software: results.settings.software,
    settings: line,
    synthetic: results.study.synthetic === true,
    files: entries,
  };
  return [...written, textFile('manifest.json', `${canonicalJson(manifest)}\n`)];
}

const hex = (buffer: ArrayBuffer): string =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
