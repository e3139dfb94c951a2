/** The six small questions of the linking code (method.md §2.6). */
export type LinkElementId = 'G1' | 'G2' | 'G3' | 'G4' | 'G5' | 'G6';

/** The answer to "I do not know"; at most one of six may carry it. */
export const unknownElement = '?';

/** One element: its id and the values it may take; G1 (the mother's family name) is written in. */
export interface LinkElement {
  readonly id: LinkElementId;
  /** Absent where the answer is written in. The labels of the texts files stand in the same order. */
  readonly values?: readonly string[];
}

const upTo = (last: number): string[] => Array.from({ length: last }, (_, i) => String(i + 1));

/**
 * The elements in the order in which they are asked. Their values are the same in every language, so that who answers in
 * English the second time gets the same code: zodiac sign 1–12 from the rat, day of birth on the ID card, birth order (8 = eighth
 * or later), province by its GB/T 2260 number (99 = abroad), sex by GB/T 2261.1 (1 male, 2 female).
 */
export const linkElements: readonly LinkElement[] = [
  { id: 'G1' },
  { id: 'G2', values: upTo(12) },
  { id: 'G3', values: upTo(31) },
  { id: 'G4', values: upTo(8) },
  {
    id: 'G5',
    values:
      '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 99'.split(
        ' ',
      ),
  },
  { id: 'G6', values: upTo(2) },
];

/** One picture for each zodiac sign, in the order of the values of G2. */
export const zodiacPictures: readonly string[] = Array.from('🐭🐮🐯🐰🐲🐍🐴🐑🐵🐔🐶🐷');

/** The words of the linking code in one language. */
export interface LinkTexts {
  readonly title: string;
  /** Why it is asked, in one or two sentences. */
  readonly why: string;
  readonly unknown: string;
  readonly prompts: Readonly<Record<LinkElementId, string>>;
  /** Labels of the values of G2–G6, in the order of `linkElements`. */
  readonly labels: Readonly<Partial<Record<LinkElementId, readonly string[]>>>;
}

/** An element as answered: a value of `linkElements`, the written family name, or nothing. */
export type LinkAnswer = string | number | null | undefined;

/** Answers by id, or all six in order. */
export type LinkAnswers = Readonly<Partial<Record<LinkElementId, LinkAnswer>>> | readonly LinkAnswer[];

/** Family names that the registers themselves mix up (method.md §2.6). */
const sameName: Readonly<Record<string, string>> = { 萧: '肖', 傅: '付', 戴: '代', 阎: '闫' };

const saysUnknown = /^(?:\?|不知道|不清楚|unknown|don't know)?$/i;

/**
 * One element in the form in which it enters the messages: NFKC, trimmed; of the family name the first character (by code point,
 * Latin letters in upper case) with 萧→肖, 傅→付, 戴→代, 阎→闫. What is empty, says "unknown", or could be taken for a
 * separator becomes `unknownElement`.
 */
export function normaliseElement(id: LinkElementId, answer: LinkAnswer): string {
  const text = String(answer ?? '')
    .normalize('NFKC')
    .trim();
  if (saysUnknown.test(text)) return unknownElement;
  if (id === 'G1') {
    const first = String.fromCodePoint(text.codePointAt(0) ?? 0).toUpperCase();
    return /^\p{L}/u.test(first) ? (sameName[first] ?? first) : unknownElement;
  }
  return /[|*]/.test(text) ? unknownElement : text.replace(/^0+(?=\d)/, '');
}

/**
 * The seven messages of one respondent (method.md §3.5): `v1|F|e1|…|e6`, then for each i the message `v1|L<i>|…` with e_i
 * replaced by `*`, so that two sheets that differ in one element still share a message.
 *
 * @returns null when two or more elements are unknown: such a code would fit too many people
 */
export function linkMessages(elements: LinkAnswers): string[] | null {
  const answers = elements as Readonly<Record<LinkElementId | number, LinkAnswer>>;
  const code = linkElements.map(({ id }, i) => normaliseElement(id, answers[Array.isArray(elements) ? i : id]));
  if (code.filter((element) => element === unknownElement).length > 1) return null;
  return [
    ['v1', 'F', ...code].join('|'),
    ...code.map((_, i) => ['v1', `L${i + 1}`, ...code.map((element, j) => (i === j ? '*' : element))].join('|')),
  ];
}
