import { linkElements, linkMessages, type LinkElement, type LinkElementId } from '../../../core/link/code.js';
import { linkTokens } from '../../../core/link/tokens.js';
import { LinkFlow } from './link-flow.js';

/** The six small questions, one at a time. */
export class CodeFlow extends LinkFlow {
  index = 0;
  #answers: Partial<Record<LinkElementId, string>> = {};

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

  override clear(): void {
    super.clear();
    this.#answers = {};
    this.index = 0;
  }

  readonly onPick = (event: Event): void => {
    this.#answers = { ...this.#answers, [this.element.id]: (event.target as HTMLInputElement).value };
    this.app.show(false);
  };

  readonly onBack = (): void => {
    this.outcome = undefined;
    if (this.index > 0) {
      this.index--;
      this.app.show();
    } else {
      this.clear();
      this.goal.leave();
    }
  };

  readonly onForward = (event: Event): void => {
    event.preventDefault();
    if (this.busy) return;
    if (this.outcome) {
      this.onSkipAll();
    } else if (this.isLast) {
      this.#scramble();
    } else {
      this.index++;
      this.app.show();
    }
  };

  #scramble(): void {
    const messages = linkMessages(this.#answers);
    if (!messages) this.fail('too-many-unknown');
    else void this.scramble((subtle) => linkTokens(messages, this.app.study?.id ?? '', subtle));
  }
}
