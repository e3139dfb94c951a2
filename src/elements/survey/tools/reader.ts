import type { Locale } from '../../../core/text.js';
import type { ReadingPart } from './reading-parts.js';
import type { Recording } from './recorded.js';
import { sentencesOf } from './sentences.js';
import type { Speech } from './speech.js';

/** Why nothing is heard. */
export type ReadingTrouble = 'no-voice' | 'failed' | 'blocked';

/** Reads a screen aloud, from a recording where there is one, else with the device's voice, and marks what is being read. */
export class Reader {
  /** True while something is being read. */
  active = false;
  /** Why the last reading broke off; undefined when it did not. */
  trouble: ReadingTrouble | undefined;
  readonly #speech: Speech;
  readonly #recording: Recording;
  readonly #changed: () => void;
  #run = 0;
  #marked: HTMLElement | undefined;
  #unwatch: (() => void) | undefined;

  constructor(speech: Speech, recording: Recording, changed: () => void) {
    this.#speech = speech;
    this.#recording = recording;
    this.#changed = changed;
  }

  /** Reads `parts` in order; `recording` is the address of a file that holds all of it, if there is one. */
  async read(parts: readonly ReadingPart[], locale: Locale, recording?: string): Promise<void> {
    this.stop();
    const run = this.#run;
    this.active = true;
    this.trouble = undefined;
    this.#changed();
    if (recording !== undefined && this.#recording.mayPlay(recording)) {
      this.#mark(parts[0]?.element);
      const played = await this.#recording.play(recording);
      if (run !== this.#run) return;
      if (played !== 'missing') {
        this.#end(played === 'blocked' ? 'blocked' : undefined);
        return;
      }
    }
    const voice = this.#speech.voiceNow(locale) ?? (await this.#speech.voice(locale));
    if (run !== this.#run) return;
    if (!voice) {
      this.#forgetWhenVoicesArrive(locale);
      this.#end('no-voice');
      return;
    }
    for (const { text, element } of parts) {
      this.#mark(element);
      for (const sentence of sentencesOf(text, locale)) {
        const spoken = await this.#speech.say(sentence, voice);
        if (run !== this.#run) return;
        if (spoken !== 'done') {
          this.#end(spoken === 'stopped' ? undefined : spoken);
          return;
        }
      }
    }
    this.#end(undefined);
  }

  /** Silence; also forgets what went wrong. */
  stop(): void {
    this.#run++;
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#speech.stop();
    this.#recording.stop();
    if (this.active || this.trouble) this.#end(undefined);
  }

  #end(trouble: ReadingTrouble | undefined): void {
    this.active = false;
    this.trouble = trouble;
    this.#mark(undefined);
    this.#changed();
  }

  /** A voice that comes after all (it was being installed, or the list was slow) takes the message away. */
  #forgetWhenVoicesArrive(locale: Locale): void {
    this.#unwatch = this.#speech.watch(() => {
      if (this.#speech.voiceNow(locale)) this.stop();
    });
  }

  #mark(element: HTMLElement | undefined): void {
    if (this.#marked === element) return;
    this.#marked?.removeAttribute('data-reading');
    this.#marked = element;
    if (!element) return;
    element.setAttribute('data-reading', '');
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
  }
}
