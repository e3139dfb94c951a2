import type { Answer } from '../response/types.js';
import type { PaperField } from './codes.js';

/** What was typed, by row: a value, or null where the paper is blank. A row that was not come to is absent. */
export type EntryValues = Readonly<Record<string, Answer | null>>;

/** What one key changed, to be taken back. */
export interface EntryStep {
  readonly at: number;
  readonly id: string;
  /** What was there before; absent where there was nothing yet. */
  readonly before?: Answer | null;
}

/** A sheet while it is typed in: a plain JSON document, kept as a draft. */
export interface EntryState {
  /** Index of the row that takes the next key; the number of rows at the end. */
  readonly at: number;
  readonly values: EntryValues;
  /** Every key so far, oldest first. */
  readonly past: readonly EntryStep[];
  /** The last key, when its row has no such code. Nothing else changed then. */
  readonly refused: { readonly id: string; readonly key: string } | null;
}

/** What the typist can do. */
export type EntryAction =
  | { readonly type: 'key'; readonly key: string }
  /** The paper is blank here. */
  | { readonly type: 'blank' }
  | { readonly type: 'undo' }
  | { readonly type: 'move'; readonly by: number }
  | { readonly type: 'go'; readonly id: string };

/** The first row, nothing typed. */
export const startEntry: EntryState = { at: 0, values: {}, past: [], refused: null };

/**
 * The next state of a sheet. Pure. A key fills the current row and moves on to the next one; a key that the row has no code for
 * is refused and changes nothing. `undo` takes back one key and goes to its row, as often as keys were typed. Keys are compared
 * in NFKC and capitals, so that full-width digits of a Chinese input method count as the digits they are.
 */
export function advanceEntry(fields: readonly PaperField[], state: EntryState, action: EntryAction): EntryState {
  switch (action.type) {
    case 'key': {
      const field = fields[state.at];
      if (!field) return state;
      const key = normaliseKey(action.key);
      const found = field.codes.find(({ code }) => code !== '' && code === key);
      return found ? filled(state, field, found.value) : { ...state, refused: { id: field.id, key } };
    }
    case 'blank': {
      const field = fields[state.at];
      return field ? filled(state, field, null) : state;
    }
    case 'undo': {
      const step = state.past.at(-1);
      if (!step) return state;
      const rest = Object.fromEntries(Object.entries(state.values).filter(([id]) => id !== step.id));
      return {
        at: step.at,
        values: step.before === undefined ? rest : { ...rest, [step.id]: step.before },
        past: state.past.slice(0, -1),
        refused: null,
      };
    }
    case 'move':
      return { ...state, at: Math.max(0, Math.min(fields.length, state.at + action.by)), refused: null };
    case 'go': {
      const to = fields.findIndex(({ id }) => id === action.id);
      if (to < 0 || to === state.at) return state;
      return { ...state, at: to, refused: null };
    }
  }
}

/** Types several keys, one after the other; stops at the first that is refused. A blank between them leaves a row blank. */
export function typeKeys(fields: readonly PaperField[], state: EntryState, keys: string): EntryState {
  let now = state;
  for (const key of keys.normalize('NFKC')) {
    now = advanceEntry(fields, now, key.trim() === '' ? { type: 'blank' } : { type: 'key', key });
    if (now.refused) break;
  }
  return now;
}

/** Rows that nobody came to: neither typed nor said to be blank. */
export const untypedOf = (fields: readonly PaperField[], values: EntryValues): readonly string[] =>
  fields.filter(({ id }) => values[id] === undefined).map(({ id }) => id);

const normaliseKey = (key: string): string => key.normalize('NFKC').toUpperCase();

function filled(state: EntryState, { id }: PaperField, value: Answer | null): EntryState {
  const before = state.values[id];
  return {
    at: state.at + 1,
    values: { ...state.values, [id]: value },
    past: [...state.past, { at: state.at, id, ...(before !== undefined && { before }) }],
    refused: null,
  };
}
