/** Hands a text to the browser's download as lines of JSON. Whether a file was really kept is not told to the page. */
export function downloadText(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.ndjson`;
  link.click();
  // Some browsers start the download only after this task: the address must outlive it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
