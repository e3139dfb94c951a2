import type { Instrument, Item } from '../instrument/types.js';
import type { Answer, Missing } from '../response/types.js';

/** One key of the typist and what it stands for. The same sign is printed beside the option on paper. */
export interface PaperCode {
  /** One digit or one capital letter. */
  readonly code: string;
  readonly value: Answer;
}

/** One row of the entry page: it takes exactly one key. */
export interface PaperField {
  readonly id: string;
  readonly codes: readonly PaperCode[];
}

/** The codes of the two answers beside every scale. No scale uses them: see `signsFor`. */
export const missingCodes: Readonly<Record<Missing, string>> = { dk: '8', pns: '9' };

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/**
 * One sign for each of `values`, in their order. Whole numbers that are one digit long keep it (rating 1–5, frequency 0–4,
 * ladder 0–6), so that the paper, the key and the stored value are one and the same. Any other scale is numbered from 1, and
 * goes on in letters where the digits are used up, and in nothing ('') where the letters are too. 8 and 9 stay free where `missing` says that they are spoken for.
 */
export function signsFor(values: readonly number[], missing: boolean): readonly string[] {
  const last = missing ? 7 : 9;
  if (values.every((value) => Number.isInteger(value) && value >= 0 && value <= last)) return values.map(String);
  const signs = [...Array.from({ length: last }, (_, i) => String(i + 1)), ...letters];
  return values.map((_, i) => signs[i] ?? '');
}

/** The row of an item; null for free text and for notes, which take no key. Background items (`choice`) have no "not clear" and "prefer not to say": they may stay blank. */
export function fieldOf(instrument: Instrument, item: Item): PaperField | null {
  if (item.kind === 'text' || item.kind === 'note') return null;
  const missing = item.kind !== 'choice';
  const values = (item.scale ? (instrument.scales[item.scale]?.points ?? []) : []).map((point) => point.value);
  const signs = signsFor(values, missing);
  const codes: PaperCode[] = values.map((value, i) => ({ code: signs[i] ?? '', value }));
  if (missing) codes.push({ code: missingCodes.dk, value: 'dk' }, { code: missingCodes.pns, value: 'pns' });
  return { id: item.id, codes };
}

/** The code of a value in a row; '' for blank or a value that the row does not know. */
export const codeOf = (field: PaperField | undefined, value: Answer | null | undefined): string =>
  field?.codes.find((one) => one.value === value)?.code ?? '';
