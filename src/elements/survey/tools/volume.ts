let volume = 1;

/** Loudness of reading aloud on this page, 0–1: recordings and voices alike. */
export const readingVolume = (): number => volume;

/** Sets the loudness of what is read aloud from now on; a shared tablet stands in a room of its own. */
export function setReadingVolume(loudness: number): void {
  volume = Math.min(1, Math.max(0, loudness));
}
