/** Whether this browser has a share sheet. */
export const canShare = (): boolean => typeof (navigator as Partial<Navigator>).share === 'function';

/**
 * Opens the share sheet with the content as a file, or as plain text where files cannot be shared. Must run in a press. Closing the sheet
 * again is no error.
 *
 * @returns `failed` when the browser refused
 */
export async function shareText(content: string | Blob, name: string): Promise<'done' | 'cancelled' | 'failed'> {
  try {
    const file = new File([content], name, { type: 'text/plain' });
    const files = { files: [file] };
    const takesFiles = (navigator as Partial<Navigator>).canShare?.(files) ?? false;
    await navigator.share(takesFiles ? files : { text: typeof content === 'string' ? content : await content.text() });
    return 'done';
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'failed';
  }
}
