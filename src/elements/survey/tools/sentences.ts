import type { Locale } from '../../../core/text.js';

/** Longest piece that is spoken at once, in characters: well under 15 s at a slow rate, where Chrome cuts an utterance off. */
const LONGEST: Readonly<Record<Locale, number>> = { 'zh-Hans': 45, en: 160 };

// Without lookbehind, which older Safari refuses when it reads the file.
const sentence: Readonly<Record<Locale, RegExp>> = {
  'zh-Hans': /[^。！？；…\n]+[。！？；…”’）]*|[。！？；…]+/gu,
  en: /[\s\S]+?(?:[.!?;…]+["”’)]*(?=\s|$)|\n|$)/gu,
};
const clause: Readonly<Record<Locale, RegExp>> = {
  'zh-Hans': /[^，、：,]+[，、：,”’）]*/gu,
  en: /[\s\S]+?(?:[,:—](?=\s)|$)/gu,
};

/** A text in pieces to be spoken one after the other: sentences, and clauses where a sentence is very long. Nothing is lost. */
export function sentencesOf(text: string, locale: Locale): readonly string[] {
  return split(text.replace(/\s+/g, ' '), sentence[locale]).flatMap((one) =>
    one.length > LONGEST[locale] ? gather(split(one, clause[locale]), LONGEST[locale]) : [one],
  );
}

function split(text: string, pattern: RegExp): readonly string[] {
  return (text.match(pattern) ?? []).map((piece) => piece.trim()).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

/** Joins neighbouring pieces as long as they stay short: a voice that stops at every comma is hard to follow. */
function gather(pieces: readonly string[], longest: number): readonly string[] {
  const gathered: string[] = [];
  for (const piece of pieces) {
    const last = gathered.at(-1);
    if (last !== undefined && last.length + piece.length <= longest) gathered[gathered.length - 1] = `${last} ${piece}`;
    else gathered.push(piece);
  }
  return gathered;
}
