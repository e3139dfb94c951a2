/** What a key asks for. `step` jumps to a step of the meeting plan. */
export type KeyAction =
  | { readonly act: 'next' | 'back' | 'first' | 'last' | 'full' | 'black' | 'help' | 'table' | 'leave' }
  | { readonly act: 'step'; readonly step: number };

/** Where the key was pressed: on the page itself, on a button or link, in a slider, in a field for text or numbers. */
export type KeyPlace = 'page' | 'button' | 'slider' | 'field';

/** The keys of a presenter's clicker, which turn pages wherever the focus is. */
const CLICKER: Readonly<Record<string, 'next' | 'back'>> = { PageDown: 'next', PageUp: 'back' };

const PLAIN: Readonly<Record<string, KeyAction['act'] & ('next' | 'back' | 'first' | 'last')>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Home: 'first',
  End: 'last',
};

const LETTERS: Readonly<Record<string, 'full' | 'black' | 'help' | 'table'>> = {
  f: 'full',
  b: 'black',
  // Some clickers send a full stop for the black screen.
  '.': 'black',
  '?': 'help',
  '？': 'help',
  t: 'table',
};

/** What `key` means when it is pressed at `place`; undefined: it is the page's own or the field's. */
export function keyAction(key: string, place: KeyPlace): KeyAction | undefined {
  const turn = CLICKER[key];
  if (turn) return { act: turn };
  if (key === 'Escape') return { act: 'leave' };
  if (place === 'field') return undefined;
  const letter = LETTERS[key.toLowerCase()];
  if (letter) return { act: letter };
  if (place === 'slider') return undefined;
  if (/^[0-5]$/.test(key)) return { act: 'step', step: Number(key) };
  const plain = PLAIN[key];
  if (plain) return { act: plain };
  return key === ' ' && place === 'page' ? { act: 'next' } : undefined;
}

/** Where an event's key goes. */
export function keyPlace(target: EventTarget | undefined): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target instanceof HTMLInputElement) return target.type === 'range' ? 'slider' : 'field';
  if (target.matches('textarea, select') || target.isContentEditable) return 'field';
  return target.matches('button, a[href], summary') ? 'button' : 'page';
}
