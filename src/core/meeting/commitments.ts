import { parseEntry } from '../ledger/parse.js';
import type { CommitmentEntry } from '../ledger/types.js';

/** A next step as it is typed in during the meeting. */
export interface NextStep {
  readonly what: string;
  readonly who: string;
  /** `YYYY-MM-DD`, or "" while no day is chosen. */
  readonly due: string;
}

/** The parts of a next step. */
export type StepPart = keyof NextStep;

const PARTS: readonly StepPart[] = ['what', 'who', 'due'];

/** What is still missing of a next step that was begun; nothing of one that is empty or whole. */
export function missingParts(step: NextStep): readonly StepPart[] {
  const empty = PARTS.filter((part) => step[part].trim() === '');
  return empty.length === PARTS.length ? [] : empty;
}

/** Whether anything of it is filled in. */
export const isBegun = (step: NextStep): boolean => PARTS.some((part) => step[part].trim() !== '');

/**
 * The whole next steps as ledger rows (`canyu-entry/1`, kind `commitment`; design.md §3), in their order. Those that `parseEntry`
 * would refuse are left out; `missingParts` says what they lack.
 *
 * @param date the day of the meeting, `YYYY-MM-DD`
 * @param ids one new id for each of `steps`
 */
export function commitmentEntries(
  steps: readonly NextStep[],
  study: string,
  date: string,
  ids: readonly string[],
): readonly CommitmentEntry[] {
  return steps.flatMap(({ what, who, due }, at): CommitmentEntry[] => {
    const row = { schema: 'canyu-entry/1', id: ids[at], study, date, kind: 'commitment' };
    const parsed = parseEntry({ ...row, what: what.trim(), who: who.trim(), due });
    return parsed.ok && parsed.value.kind === 'commitment' ? [parsed.value] : [];
  });
}

/** Ledger rows as a file of lines, which the evaluator's page takes in. */
export const entryLines = (entries: readonly CommitmentEntry[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
