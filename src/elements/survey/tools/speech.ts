import type { Locale } from '../../../core/text.js';
import { voiceFor } from './voices.js';
import { readingVolume } from './volume.js';

/** How an utterance ended: to its end, stopped (by us or by another page part), not allowed without a press, or not at all. */
export type Spoken = 'done' | 'stopped' | 'blocked' | 'failed';

/** What speaking needs from the browser; a page without it (many built-in browsers of apps) has no voice. */
export interface Synthesis {
  readonly synthesis: SpeechSynthesis;
  readonly utterance: (text: string) => SpeechSynthesisUtterance;
}

/** How long silence is borne, in milliseconds. */
export interface Patience {
  /** For the list of voices, which Chrome and Android fill after the page is there. */
  readonly voices: number;
  /** For an utterance to begin. Some built-in browsers take one and never speak. */
  readonly start: number;
  /** For an utterance to end, beside its characters. */
  readonly end: number;
  readonly character: number;
}

const patient: Patience = { voices: 2000, start: 6000, end: 8000, character: 600 };

/** Slower than a voice's own pace: many listeners are old. */
const RATE = 0.9;

/** The browser's own synthesis, if it has one. */
export function browserSynthesis(): Synthesis | undefined {
  const { speechSynthesis, SpeechSynthesisUtterance } = window as Partial<Window & typeof globalThis>;
  return speechSynthesis && SpeechSynthesisUtterance
    ? { synthesis: speechSynthesis, utterance: (text) => new SpeechSynthesisUtterance(text) }
    : undefined;
}

/** Speaks one sentence at a time with a voice of the device. */
export class Speech {
  readonly #at: Synthesis | undefined;
  readonly #patience: Patience;
  /** Chrome forgets the end of an utterance that nobody holds. */
  #current: SpeechSynthesisUtterance | undefined;
  #finish: ((how: Spoken) => void) | undefined;

  constructor(at: Synthesis | undefined, patience: Partial<Patience> = {}) {
    this.#at = at;
    this.#patience = { ...patient, ...patience };
  }

  /** The voice for `locale` that the device has at this moment. */
  voiceNow(locale: Locale): SpeechSynthesisVoice | undefined {
    return this.#at && voiceFor(this.#at.synthesis.getVoices(), locale);
  }

  /** The voice for `locale`, waiting a little while for voices that arrive late; undefined when none comes. */
  async voice(locale: Locale): Promise<SpeechSynthesisVoice | undefined> {
    const now = this.voiceNow(locale);
    if (now || !this.#at) return now;
    const { synthesis } = this.#at;
    return new Promise((resolve) => {
      const settle = (voice: SpeechSynthesisVoice | undefined): void => {
        clearTimeout(timer);
        synthesis.removeEventListener('voiceschanged', look);
        resolve(voice);
      };
      const look = (): void => {
        const voice = this.voiceNow(locale);
        if (voice) settle(voice);
      };
      const timer = setTimeout(() => settle(this.voiceNow(locale)), this.#patience.voices);
      synthesis.addEventListener('voiceschanged', look);
    });
  }

  /** Calls `changed` whenever the device's list of voices changes, until the returned function is called. */
  watch(changed: () => void): () => void {
    const synthesis = this.#at?.synthesis;
    synthesis?.addEventListener('voiceschanged', changed);
    return () => synthesis?.removeEventListener('voiceschanged', changed);
  }

  /** Speaks `text`; resolves when it is spoken or will not be. Never rejects. */
  async say(text: string, voice: SpeechSynthesisVoice): Promise<Spoken> {
    this.stop();
    const at = this.#at;
    if (!at) return 'failed';
    const utterance = at.utterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = RATE;
    utterance.volume = readingVolume();
    this.#current = utterance;
    const { start, end, character } = this.#patience;
    return new Promise((resolve) => {
      let timer = setTimeout(() => giveUp(), start);
      const finish = (how: Spoken): void => {
        clearTimeout(timer);
        if (this.#current === utterance) this.#current = this.#finish = undefined;
        resolve(how);
      };
      const giveUp = (): void => {
        at.synthesis.cancel();
        finish('failed');
      };
      this.#finish = finish;
      utterance.onstart = (): void => {
        clearTimeout(timer);
        timer = setTimeout(giveUp, end + character * text.length);
      };
      utterance.onend = (): void => finish('done');
      utterance.onerror = ({ error }): void =>
        finish(
          error === 'canceled' || error === 'interrupted' ? 'stopped' : error === 'not-allowed' ? 'blocked' : 'failed',
        );
      at.synthesis.speak(utterance);
    });
  }

  /** Silence. What was being said ends as `stopped`; what other parts of the page say goes on. */
  stop(): void {
    const finish = this.#finish;
    if (!finish) return;
    this.#current = this.#finish = undefined;
    this.#at?.synthesis.cancel();
    finish('stopped');
  }
}
