import type { Locale } from '../../../core/text.js';

/**
 * Mandarin and English as devices name them (`zh-CN`, `zh_CN`, `zh-Hans-CN`, `cmn`, …). Voices of Hong Kong and Taiwan are left out:
 * the first speak Cantonese, both are made for traditional characters.
 */
const languages: Readonly<Record<Locale, RegExp>> = {
  'zh-Hans': /^(zh$|zh-(cn|sg|hans(?!-(hk|mo|tw)))(-|$)|cmn(?!-(hant|tw))(-|$))/,
  en: /^en(-|$)/,
};

/** Apple lists novelty voices under the same language as the plain ones, in alphabetical order. */
const plain = /^(samantha|daniel|karen|moira|tessa|ting-?ting|婷婷|microsoft|google)/i;

/**
 * The voice to read `locale` with, or undefined when the device has none of its own. A voice that is not local would send the
 * questions to a company's server, so it does not count (design.md §6, rule 6).
 */
export function voiceFor(voices: readonly SpeechSynthesisVoice[], locale: Locale): SpeechSynthesisVoice | undefined {
  const fitting = voices.filter(
    ({ localService, lang }) => localService && languages[locale].test(lang.replaceAll('_', '-').toLowerCase()),
  );
  return fitting.find((voice) => voice.default) ?? fitting.find(({ name }) => plain.test(name)) ?? fitting[0];
}
