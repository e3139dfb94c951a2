import type { Results } from '../../../core/change/types.js';
import { commitmentEntries, entryLines, isBegun, missingParts } from '../../../core/meeting/commitments.js';
import { dayOf } from '../../day.js';
import { newId, saveLines } from './save.js';
import { sliderWeights, type Talk } from './talk.js';
import type { WallEvents } from './wall.js';

/** What the fields, sliders and buttons of the pages do to what the meeting says. */
export class TalkEvents implements WallEvents {
  readonly #talk: Talk;
  readonly #changed: () => void;
  readonly #results: () => Results;
  readonly #open: (files: readonly File[]) => void;

  /**
   * @param changed is called after each change
   * @param results the results on the wall
   * @param open takes chosen files
   */
  constructor(talk: Talk, changed: () => void, results: () => Results, open: (files: readonly File[]) => void) {
    this.#talk = talk;
    this.#changed = changed;
    this.#results = results;
    this.#open = open;
  }

  readonly onGuess = (event: Event): void => {
    const { dataset, value } = event.target as HTMLInputElement;
    this.#talk.setGuess(dataset['side'] === 'official' ? 'official' : 'resident', value);
    this.#changed();
  };

  readonly onWeight = (event: Event): void => {
    const { dataset, value } = event.target as HTMLInputElement;
    const before = this.#talk.weights ?? sliderWeights(this.#results().settings.weights);
    this.#talk.weights = { ...before, [dataset['id'] ?? '']: Number(value) };
    this.#changed();
  };

  readonly onReset = (): void => {
    this.#talk.weights = undefined;
    this.#changed();
  };

  readonly onStep = (event: Event): void => {
    const { dataset, value } = event.target as HTMLInputElement;
    this.#talk.setStep(Number(dataset['at']), { [dataset['part'] ?? 'what']: value });
    this.#changed();
  };

  readonly onSave = (): void => {
    const { steps } = this.#talk;
    this.#talk.asked = true;
    const begun = steps.filter(isBegun);
    if (begun.length > 0 && begun.every((step) => missingParts(step).length === 0)) {
      const { id } = this.#results().study;
      const day = dayOf();
      const rows = commitmentEntries(begun, id, day, begun.map(newId));
      if (rows.length === begun.length)
        this.#talk.saved = { file: saveLines(entryLines(rows), `${id}-${day}`), count: rows.length };
    }
    this.#changed();
  };

  readonly onOpen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    this.#open(files);
  };
}

/** On the guessing page digits are guesses: puts the focus into the first that is empty, before the digit arrives. False when both are there. */
export function toGuess(root: ParentNode, { guesses }: Talk): boolean {
  const side = (['resident', 'official'] as const).find((one) => guesses[one] === '');
  const field = side && root.querySelector<HTMLElement>(`input.big[data-side=${side}]`);
  field?.focus();
  return Boolean(field);
}
