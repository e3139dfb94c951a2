import type { Text } from '../../text.js';
import { maxSpan } from '../parse.js';
import type { ScalePoint } from '../types.js';

/** An answer that a question of the file offers. */
export interface Option {
  /** As the file stores it. */
  readonly value: string;
  readonly label: Text;
}

/** What a Canyu answer stands for an answer of the file, by its value there. */
export type Answers = ReadonlyMap<string, number | 'dk' | 'pns'>;

/** How a question with options is answered in Canyu. */
export interface Points {
  readonly kind: 'rating' | 'choice';
  readonly points: readonly ScalePoint[];
  readonly answers: Answers;
  /** Options that are no point of the scale, because "not clear" and "prefer not to say" stand beside every rating. */
  readonly missing: readonly Option[];
}

/** Fewest options of which one can say by their numbers alone that they are a scale: 1 and 2 may be the codes of anything. */
const FEWEST = 3;

const DONT_KNOW =
  /不清楚|不知道|说不清|不了解|\bdon.?t know\b|\bnot sure\b|\bunsure\b|\bno opinion\b|^(?:dk|dont_?know|unknown)$/i;
const NOT_SAID = /不想说|不愿|不便|拒绝|\bprefer not\b|\brefuse|\brather not\b|^(?:pns|na_?refused|rf)$/i;

/**
 * Makes a scale of the options of a question.
 *
 * Options with whole numbers in equal steps, three or more, are a rating with these numbers. `isRated`: the file says that it is a rating (a
 * matrix, a rating, a Likert appearance); then other options become 1, 2, 3 … in their order. Everything else is a choice, 0, 1, 2 ….
 */
export function pointsOf(options: readonly Option[], isRated: boolean): Points {
  const missing = options.map(({ value, label }) => missingKind([value, ...Object.values(label)]));
  const scored = options.filter((_, i) => missing[i] === undefined);
  const numbers = scored.map(({ value }) => (/^-?\d{1,6}$/.test(value) ? Number(value) : NaN));
  const even = isEven(numbers);
  if (scored.length < 2 || !(isRated || (even && scored.length >= FEWEST)) || scored.length > maxSpan) {
    return {
      kind: 'choice',
      points: options.map(({ label }, value) => ({ value, label })),
      answers: new Map(options.map(({ value }, i) => [value, i])),
      missing: [],
    };
  }
  const values = even ? numbers : scored.map((_, i) => i + 1);
  const answers = new Map<string, number | 'dk' | 'pns'>();
  scored.forEach(({ value }, i) => answers.set(value, values[i] as number));
  options.forEach(({ value }, i) => {
    const kind = missing[i];
    if (kind) answers.set(value, kind);
  });
  return {
    kind: 'rating',
    points: scored.map(({ label }, i) => ({ value: values[i] as number, label })),
    answers,
    missing: options.filter((_, i) => missing[i] !== undefined),
  };
}

/** Rising or falling by the same step, without a gap too wide to be a scale. */
function isEven(numbers: readonly number[]): boolean {
  const step = (numbers[1] ?? NaN) - (numbers[0] ?? NaN);
  const wide = Math.abs((numbers[numbers.length - 1] ?? NaN) - (numbers[0] ?? NaN));
  return (
    step !== 0 && wide <= maxSpan && numbers.every((value, i) => i === 0 || value - (numbers[i - 1] ?? NaN) === step)
  );
}

function missingKind(words: readonly string[]): 'dk' | 'pns' | undefined {
  if (words.some((each) => NOT_SAID.test(each))) return 'pns';
  return words.some((each) => DONT_KNOW.test(each)) ? 'dk' : undefined;
}
