import type { Instrument } from '../core/instrument/types.js';
import type { Study } from '../core/study/types.js';
import type { OwnFile } from './own-files.js';

/**
 * Addresses of the recordings that the kiosk's study may have, `<group>-<itemId>.mp3` in its folder of each language; none where it
 * names no folder. Not every item need be recorded.
 * @param files the page's other files, with the study and an own instrument among them
 */
export async function recordingsOf(
  kiosk: Element | null,
  base: string,
  files: readonly OwnFile[],
  canyuFolder: string,
): Promise<string[]> {
  const fileOf = (name: string): OwnFile | undefined => {
    const address = kiosk?.getAttribute(name);
    const at = address ? new URL(address, base).href : '';
    return files.find(({ url }) => url === at);
  };
  const read = ({ body }: OwnFile): unknown => JSON.parse(new TextDecoder().decode(body));
  const file = fileOf('src');
  const { audio, groups } = file ? (read(file) as Partial<Study>) : {};
  if (!file || !audio || !groups) return [];
  const own = fileOf('instrument');
  const { items } = own ? (read(own) as Instrument) : await builtIn(canyuFolder);
  const names = groups.flatMap((group) =>
    items.filter(({ prompt }) => prompt[group]).map(({ id }) => `${encodeURIComponent(`${group}-${id}`)}.mp3`),
  );
  const folders = Object.values(audio).map((folder) => new URL(folder, file.url));
  return folders.flatMap((folder) => names.map((name) => new URL(name, folder).href));
}

/** The built-in instrument, from Canyu's headless file: few studies have recordings, so that this one is not carried along. */
async function builtIn(canyuFolder: string): Promise<Instrument> {
  const core = (await import(new URL('core.js', canyuFolder).href)) as { participationTrust: Instrument };
  return core.participationTrust;
}
