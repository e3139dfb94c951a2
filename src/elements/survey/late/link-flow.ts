import type { LinkSubtle } from '../../../core/link/tokens.js';
import type { SurveyApp } from '../survey-app.js';

/** Why there are no tokens. */
export type NoTokens = 'too-many-unknown' | 'no-crypto' | 'no-device' | 'used';

/** What a way of linking leads to: the next step of the survey, or a deletion. */
export interface LinkGoal {
  /** Tokens were made, or null: the person wants none. */
  done(tokens: readonly string[] | null): void;
  /** Back, out of the first screen. */
  leave(): void;
  /** There are no tokens to be had; without it the flow tells so itself and goes on. */
  failed?(why: NoTokens): void;
}

/**
 * What one way of linking keeps while a person is at it. The answers live here only, in memory, until they have become tokens; they
 * are never part of the session, the draft or the response.
 */
export abstract class LinkFlow {
  busy = false;
  /** Told on screen when no tokens could be made. */
  outcome: NoTokens | undefined;
  readonly app: SurveyApp;
  protected readonly goal: LinkGoal;
  #sheet: string | undefined;
  /** Counts what was begun, so that what comes too late is known by it. */
  #run = 0;

  constructor(app: SurveyApp, goal: LinkGoal) {
    this.app = app;
    this.goal = goal;
  }

  /** The same way of linking, towards a deletion. */
  get withdraws(): boolean {
    return this.goal.failed !== undefined;
  }

  /** Forgets every answer. */
  clear(): void {
    this.#run++;
    this.busy = false;
    this.outcome = undefined;
  }

  /** Called before each drawing: what another person left behind, say, at a shared tablet, is gone. */
  serve(): this {
    const sheet = this.app.state?.id;
    if (sheet !== this.#sheet) {
      this.#sheet = sheet;
      this.clear();
    }
    return this;
  }

  readonly onSkipAll = (): void => {
    this.clear();
    this.goal.done(null);
  };

  protected fail(why: NoTokens): void {
    this.busy = false;
    if (this.goal.failed) {
      this.clear();
      this.goal.failed(why);
    } else {
      this.outcome = why;
      this.app.show(false);
    }
  }

  /** Makes tokens by `make`, which gets the browser's crypto; a person who has left meanwhile is not called back. */
  protected async scramble(make: (subtle: LinkSubtle) => Promise<readonly string[] | NoTokens>): Promise<void> {
    const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
    if (!subtle) {
      this.fail('no-crypto');
      return;
    }
    const run = ++this.#run;
    const sheet = this.app.state?.id;
    this.busy = true;
    this.app.show(false);
    const made = await make(subtle);
    if (run !== this.#run || sheet !== this.app.state?.id) return;
    if (typeof made === 'string') {
      this.fail(made);
      return;
    }
    this.clear();
    this.goal.done(made);
  }
}

/** Towards the next step of the survey. */
export const linkGoal = (app: SurveyApp): LinkGoal => ({
  done: (tokens) => {
    app.dispatch({ type: 'link', tokens }, false);
    app.dispatch({ type: 'next' });
  },
  leave: () => app.dispatch({ type: 'back' }),
});
