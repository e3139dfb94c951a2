import { download, NDJSON } from '../../download.js';

/** The browser has no other way to keep a file: hands lines to its downloads, and gives the name they get. */
export function saveLines(text: string, name: string): string {
  const file = `${name}.ndjson`;
  download(new Blob([text], { type: NDJSON }), file);
  return file;
}

/** A new id: 128 random bits. `crypto.randomUUID` is missing on pages without https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
