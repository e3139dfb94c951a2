import type { SurveyApp } from '../survey-app.js';
import { readingVolume } from './volume.js';

/** How a recording ended; `missing`: there is none, or the page's policy does not let it in. */
export type Played = 'done' | 'stopped' | 'blocked' | 'missing';

/** How long a recording may take to begin, in milliseconds, before the device's voice takes over. */
const PATIENCE = 5000;

/**
 * Address of the recording of the question on screen: `<group>-<item id>.mp3` in the study's folder for the language, relative to
 * the study file. Undefined where the study has no recordings, off the questions, and when the folder is on another site than the
 * study file: nothing but the study's own files is fetched (design.md §6, rule 6).
 */
export function recordingOf(app: SurveyApp): string | undefined {
  const { words, study, item, group, host } = app;
  const folder = words && study?.audio?.[words.locale];
  if (!folder || !item || !host.src) return undefined;
  try {
    const file = new URL(host.src, document.baseURI);
    const address = new URL(`${encodeURIComponent(`${group}-${item.id}`)}.mp3`, new URL(folder, file));
    return address.origin === file.origin ? address.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Plays recordings. A page under a Content-Security-Policy without `media-src` (with `default-src 'none'` it needs
 * `media-src 'self'`) does not let them in; they then count as missing, and the device's voice reads instead.
 */
export class Recording {
  /** What did not play is not tried again: iOS lets a voice begin only within the press itself, not after a failed download. */
  readonly #missing = new Set<string>();
  #audio: HTMLAudioElement | undefined;
  #finish: ((how: Played) => void) | undefined;

  /** Whether it is worth trying. */
  mayPlay(address: string): boolean {
    return !this.#missing.has(address);
  }

  /** Plays the file at `address` to its end. Never rejects. */
  async play(address: string): Promise<Played> {
    this.stop();
    const audio = new Audio();
    audio.volume = readingVolume();
    this.#audio = audio;
    return new Promise((resolve) => {
      const finish = (how: Played): void => {
        clearTimeout(timer);
        if (how === 'missing') this.#missing.add(address);
        if (this.#audio === audio) this.#audio = this.#finish = undefined;
        audio.pause();
        resolve(how);
      };
      const timer = setTimeout(() => finish('missing'), PATIENCE);
      this.#finish = finish;
      audio.onplaying = (): void => clearTimeout(timer);
      audio.onended = (): void => finish('done');
      audio.onerror = (): void => finish('missing');
      audio.src = address;
      audio.play().catch((error: unknown) => {
        if (this.#audio === audio) finish((error as Error).name === 'NotAllowedError' ? 'blocked' : 'missing');
      });
    });
  }

  /** Silence. */
  stop(): void {
    this.#finish?.('stopped');
  }
}
