import { cardLength, cardMessage, isCard } from '../../../core/link/card.js';
import { exactTokens } from '../../../core/link/tokens.js';
import { LinkFlow } from './link-flow.js';

/** What is said of the pictures pressed so far. */
export type CardState = 'none' | 'missing' | 'wrong' | 'right';

/** The five pictures of the card, pressed one after the other. */
export class CardFlow extends LinkFlow {
  symbols: readonly string[] = [];
  /** Set when "next" was pressed too early. */
  hurried = false;

  get state(): CardState {
    if (this.symbols.length === cardLength) return isCard(this.symbols) ? 'right' : 'wrong';
    return this.symbols.length === 0 && !this.hurried ? 'none' : 'missing';
  }

  override clear(): void {
    super.clear();
    this.symbols = [];
    this.hurried = false;
  }

  /** A card has no picture twice: a finger that trembles and presses twice has pressed once. */
  readonly onPress = (event: Event): void => {
    const { value } = event.currentTarget as HTMLButtonElement;
    if (this.busy || this.symbols.length === cardLength || this.symbols.includes(value)) return;
    this.#set([...this.symbols, value]);
  };

  readonly onUndo = (): void => this.#set(this.symbols.slice(0, -1));
  readonly onClear = (): void => this.#set([]);

  readonly onBack = (): void => {
    this.clear();
    this.goal.leave();
  };

  readonly onForward = (event: Event): void => {
    event.preventDefault();
    if (this.busy) return;
    if (this.outcome) {
      this.onSkipAll();
      return;
    }
    const message = cardMessage(this.symbols);
    if (message) void this.scramble((subtle) => exactTokens(message, this.app.study?.id ?? '', subtle));
    else {
      this.hurried = true;
      this.app.show(false);
    }
  };

  #set(symbols: readonly string[]): void {
    if (this.busy) return;
    this.symbols = symbols;
    this.outcome = undefined;
    this.hurried = false;
    this.app.show(false);
  }
}
