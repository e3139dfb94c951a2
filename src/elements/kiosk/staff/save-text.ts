/** Hands a plain text to the browser's download. */
export function saveText(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers start the download only after this task: the address must outlive it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
