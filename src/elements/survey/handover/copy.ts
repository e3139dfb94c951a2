/**
 * Puts a text into the clipboard and says whether it is there. Where the clipboard is refused or missing (plain http, frames, old
 * in-app browsers) a field inside `root` is selected and copied; the focus goes back to where it was.
 */
export async function copyText(text: string, root: ShadowRoot): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text, root);
  }
}

function copySelection(text: string, root: ShadowRoot): boolean {
  const focused = root.activeElement as HTMLElement | null;
  const field = document.createElement('textarea');
  field.className = 'copied';
  // No keyboard pops up for a field that cannot be written into.
  field.readOnly = true;
  field.value = text;
  root.append(field);
  field.focus({ preventScroll: true });
  field.setSelectionRange(0, text.length);
  try {
    // Deprecated, and the only way where the Clipboard API is not.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    focused?.focus({ preventScroll: true });
  }
}
