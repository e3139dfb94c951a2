/** A voice as a device lists it. */
export function voice(name: string, lang: string, localService = true, isDefault = false): SpeechSynthesisVoice {
  return { name, lang, localService, default: isDefault, voiceURI: name };
}

/** A Mandarin voice of the device. */
export const mandarin: SpeechSynthesisVoice = voice('Tingting', 'zh-CN');

class FakeUtterance extends EventTarget {
  text: string;
  lang = '';
  rate = 1;
  voice: SpeechSynthesisVoice | null = null;
  onstart: (() => void) | null = null;
  onend: (() => void) | null = null;
  onerror: ((event: { readonly error: string }) => void) | null = null;
  constructor(text: string) {
    super();
    this.text = text;
  }
}

/** Stands in for the browser's speech synthesis, which has no voices on a machine without loudspeakers. Speaks at once, or as told. */
export class FakeSpeech extends EventTarget {
  /** Everything that was begun, in order. */
  readonly spoken: FakeUtterance[] = [];
  voices: SpeechSynthesisVoice[];
  #current: FakeUtterance | undefined;
  #pace: 'at once' | 'held' | 'mute' = 'at once';
  #error: string | undefined;
  #before: PropertyDescriptor[] = [];

  constructor(voices: SpeechSynthesisVoice[]) {
    super();
    this.voices = voices;
  }

  /** Puts it in the place of the browser's own; `present` false: the browser has none. */
  install(present = true): this {
    const names = ['speechSynthesis', 'SpeechSynthesisUtterance'];
    this.#before = names.map((name) => Object.getOwnPropertyDescriptor(window, name) ?? {});
    const values = present ? [this, FakeUtterance] : [undefined, undefined];
    names.forEach((name, i) => Object.defineProperty(window, name, { configurable: true, value: values[i] }));
    return this;
  }

  remove(): void {
    ['speechSynthesis', 'SpeechSynthesisUtterance'].forEach((name, i) =>
      Object.defineProperty(window, name, { configurable: true, ...this.#before[i] }),
    );
  }

  get synthesis(): { synthesis: SpeechSynthesis; utterance: (text: string) => SpeechSynthesisUtterance } {
    return {
      synthesis: this as unknown as SpeechSynthesis,
      utterance: (text) => new FakeUtterance(text) as unknown as SpeechSynthesisUtterance,
    };
  }

  get speaking(): boolean {
    return this.#current !== undefined;
  }

  /** All that was said, as one text. */
  get text(): string {
    return this.spoken.map(({ text }) => text).join(' ');
  }

  /** From now on an utterance ends when `finish` is called. */
  hold(): void {
    this.#pace = 'held';
  }

  /** From now on utterances are taken and nothing happens. */
  mute(): void {
    this.#pace = 'mute';
  }

  failWith(error: string): void {
    this.#error = error;
  }

  finish(): void {
    const utterance = this.#current;
    this.#current = undefined;
    utterance?.onend?.();
  }

  arrive(voices: SpeechSynthesisVoice[]): void {
    this.voices = voices;
    this.dispatchEvent(new Event('voiceschanged'));
  }

  getVoices(): SpeechSynthesisVoice[] {
    return this.voices;
  }

  speak(utterance: FakeUtterance): void {
    if (this.#pace === 'mute') return;
    this.#current = utterance;
    setTimeout(() => {
      if (this.#current !== utterance) return;
      if (this.#error) {
        this.#current = undefined;
        utterance.onerror?.({ error: this.#error });
        return;
      }
      this.spoken.push(utterance);
      utterance.onstart?.();
      if (this.#pace === 'at once') setTimeout(() => this.#current === utterance && this.finish());
    });
  }

  cancel(): void {
    const utterance = this.#current;
    this.#current = undefined;
    if (utterance) setTimeout(() => utterance.onerror?.({ error: 'canceled' }));
  }
}
