import { linkElements, linkMessages, type LinkElement, type LinkElementId } from '../../../core/link/code.js';
import { linkTokens } from '../../../core/link/tokens.js';
import type { SurveyApp } from '../survey-app.js';

/** How the making of a code ended. */
export type CodeOutcome = 'tokens' | 'too-many-unknown' | 'no-crypto';

const flows = new WeakMap<object, CodeFlow>();

/**
 * The six small questions, one at a time. The answers live here only, in memory, until they have become tokens; they are never
 * part of the session, the draft or the response.
 */
export class CodeFlow {
  /** The one flow of an app. */
  static of(app: SurveyApp): CodeFlow {
    let flow = flows.get(app);
    if (!flow) {
      flow = new CodeFlow(
        app,
        (tokens) => {
          app.dispatch({ type: 'link', tokens }, false);
          app.dispatch({ type: 'next' });
        },
        () => app.dispatch({ type: 'back' }),
      );
      flows.set(app, flow);
    }
    return flow;
  }

  index = 0;
  busy = false;
  /** Told on the last screen when no code could be made. */
  outcome: Exclude<CodeOutcome, 'tokens'> | undefined;
  readonly app: SurveyApp;
  readonly #done: (tokens: readonly string[] | null) => void;
  readonly #leave: () => void;
  #answers: Partial<Record<LinkElementId, string>> = {};

  constructor(app: SurveyApp, done: (tokens: readonly string[] | null) => void, leave: () => void) {
    this.app = app;
    this.#done = done;
    this.#leave = leave;
  }

  get element(): LinkElement {
    return linkElements[this.index] ?? (linkElements[0] as LinkElement);
  }

  get total(): number {
    return linkElements.length;
  }

  get isLast(): boolean {
    return this.index === linkElements.length - 1;
  }

  answer(id: LinkElementId): string | undefined {
    return this.#answers[id];
  }

  /** Forgets every answer. */
  clear(): void {
    this.#answers = {};
    this.index = 0;
    this.busy = false;
    this.outcome = undefined;
  }

  readonly onPick = (event: Event): void => {
    this.#answers = { ...this.#answers, [this.element.id]: (event.currentTarget as HTMLInputElement).value };
    this.app.show(false);
  };

  readonly onBack = (): void => {
    this.outcome = undefined;
    if (this.index > 0) {
      this.index--;
      this.app.show();
    } else {
      this.clear();
      this.#leave();
    }
  };

  readonly onSkipAll = (): void => {
    this.clear();
    this.#done(null);
  };

  readonly onForward = (event: Event): void => {
    event.preventDefault();
    if (this.busy) return;
    if (this.outcome) {
      this.onSkipAll();
    } else if (this.isLast) {
      void this.#scramble();
    } else {
      this.index++;
      this.app.show();
    }
  };

  async #scramble(): Promise<void> {
    const messages = linkMessages(this.#answers);
    const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
    if (!messages || !subtle) {
      this.outcome = messages ? 'no-crypto' : 'too-many-unknown';
      this.app.show(false);
      return;
    }
    this.busy = true;
    this.app.show(false);
    const tokens = await linkTokens(messages, this.app.study?.id ?? '', subtle);
    this.clear();
    this.#done(tokens);
  }
}
