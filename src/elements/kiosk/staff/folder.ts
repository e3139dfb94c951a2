import { get, set } from 'idb-keyval';
import type { Store } from '../../../store/store.js';
import { use } from '../../../store/use.js';

/** The parts of the File System Access API that a folder for backups needs; only Chromium has them. */
interface Picker {
  showDirectoryPicker?: (options: { readonly id: string; readonly mode: 'readwrite' }) => Promise<Folder>;
}
interface Folder extends FileSystemDirectoryHandle {
  queryPermission?(options: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(options: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

const KEY = 'kiosk-folder';
const MODE = { mode: 'readwrite' } as const;

export const hasFolders = (): boolean => typeof (window as Picker).showDirectoryPicker === 'function';

/** The folder that was chosen before, kept in the store so that it need not be chosen every day. */
export const knownFolder = (store: Store): Promise<Folder | undefined> =>
  get<Folder>(KEY, use(store, 'meta')).catch(() => undefined);

/** Lets staff choose a folder; undefined when they close the window again. Must run in a press. */
export async function chooseFolder(store: Store): Promise<Folder | undefined> {
  try {
    const folder = await (window as Picker).showDirectoryPicker?.({ id: 'canyu-backup', ...MODE });
    if (folder) await set(KEY, folder, use(store, 'meta')).catch(() => undefined);
    return folder;
  } catch (error) {
    if ((error as Error).name === 'AbortError') return undefined;
    throw error;
  }
}

/** Writes a file and returns what can be read of it afterwards. Rejects where the folder is gone or not allowed. Must run in a press. */
export async function writeInto(folder: Folder, name: string, content: Blob): Promise<string> {
  const allowed = (await folder.queryPermission?.(MODE)) ?? 'granted';
  if (allowed !== 'granted' && (await folder.requestPermission?.(MODE)) !== 'granted') throw new Error('not allowed');
  const file = await folder.getFileHandle(name, { create: true });
  const writing = await file.createWritable();
  await writing.write(content);
  await writing.close();
  return (await file.getFile()).text();
}

export type { Folder };
