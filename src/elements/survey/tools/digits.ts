import type { SurveyApp } from '../survey-app.js';

/** More answers than there are number keys are not numbered at all: half a list of shortcuts misleads. */
const MOST = 9;

/**
 * Number keys choose the n-th answer of the question on screen; where there are several, of the one that has the focus. Only while
 * `isOn()` (WCAG 2.1.4), never in a text field, with a modifier, or while an input method is composing. The answer chosen gets the
 * focus, so that Enter then goes on as usual. The linking questions are left out: their answers are numbers themselves.
 */
export class DigitKeys {
  readonly #app: SurveyApp;
  readonly #isOn: () => boolean;

  constructor(app: SurveyApp, isOn: () => boolean) {
    this.#app = app;
    this.#isOn = isOn;
  }

  /** Starts to listen; doing it again changes nothing. */
  attach(): void {
    document.addEventListener('keydown', this.#onKey);
  }

  detach(): void {
    document.removeEventListener('keydown', this.#onKey);
  }

  /** Shows the numbers beside the answers they choose, or takes them away. Called after every update of the screen. */
  mark(root: ShadowRoot): void {
    const numbered = this.#isOn() ? this.#questions(root) : [];
    for (const fieldset of root.querySelectorAll('.step fieldset')) {
      fieldset.toggleAttribute('data-digits', numbered.includes(fieldset));
    }
  }

  #questions(root: ShadowRoot): readonly Element[] {
    if (this.#app.phase !== 'session' || this.#app.state?.at === 'link') return [];
    return [...root.querySelectorAll('.step fieldset')].filter((fieldset) => {
      const { length } = answersOf(fieldset);
      return length > 0 && length <= MOST;
    });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
    const root = this.#app.host.renderRoot as ShadowRoot;
    if (!digit || !this.#isOn() || event.defaultPrevented || !isPlain(event) || !this.#isMeant(event)) return;
    const questions = this.#questions(root);
    const question = questions.find((one) => one.contains(root.activeElement)) ?? questions[0];
    const answer = question && answersOf(question)[digit - 1];
    if (!answer || (questions.length > 1 && !question.contains(root.activeElement))) return;
    event.preventDefault();
    answer.focus();
    answer.click();
  };

  /** Keys pressed in this survey, or anywhere while nothing on the page has the focus. */
  #isMeant(event: KeyboardEvent): boolean {
    const [target] = event.composedPath();
    if (target instanceof Element && takesText(target)) return false;
    return event.composedPath().includes(this.#app.host) || target === document.body;
  }
}

function answersOf(fieldset: Element): readonly HTMLInputElement[] {
  return [...fieldset.querySelectorAll<HTMLInputElement>('input[type=radio]')];
}

function isPlain(event: KeyboardEvent): boolean {
  // Safari ends the composition before the key event: only the old key code still tells there.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const composing = event.isComposing || event.keyCode === 229;
  return !composing && !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey;
}

function takesText(target: Element): boolean {
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button', 'submit'].includes(target.type);
  return target.matches('textarea, select, [contenteditable]:not([contenteditable="false"])');
}
