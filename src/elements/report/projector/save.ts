/** The browser has no other way to keep a file: hands lines to its downloads, and gives the name they get. */
export function saveLines(text: string, name: string): string {
  const file = `${name}.ndjson`;
  const url = URL.createObjectURL(new Blob([text], { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  // Some browsers start the download only after this task: the address must outlive it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return file;
}

/** A new id: 128 random bits. `crypto.randomUUID` is missing on pages without https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Today where the meeting is, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
