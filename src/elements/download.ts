/** Hands a file to the browser's download. Whether it was really kept is not told to the page. */
export function download(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // Some browsers start the download only after this task: the address must outlive it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The type of lines of JSON. */
export const NDJSON = 'application/x-ndjson';

/** Hands a text to the browser's download as lines of JSON. */
export const downloadText = (text: string, name: string): void =>
  download(new Blob([text], { type: NDJSON }), `${name}.ndjson`);
