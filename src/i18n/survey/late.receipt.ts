import type { Catalogues } from '../locale.js';

/** What a sealed survey says on the way to a withdrawal, which goes by the receipt there. */
export interface ReceiptMessages {
  /** Why the receipt is asked for. */
  readonly text: string;
  readonly label: string;
  /** How a receipt looks, and that its spelling does not matter. */
  readonly hint: string;
  /** For those who did not write it down. */
  readonly lost: string;
  readonly find: string;
  readonly searching: string;
  /** What was written is no receipt; `count`: its letters and digits, 10 when one of them is a U. */
  readonly incomplete: (count: number) => string;
  readonly none: string;
  readonly ambiguous: string;
  readonly foundTitle: string;
  /** Above the facts of what was found: the answers are not shown. */
  readonly found: string;
  readonly receipt: (receipt: string) => string;
  readonly study: (title: string) => string;
  readonly wave: (label: string) => string;
  /** Asks once more. */
  readonly sure: string;
  readonly keep: string;
  readonly remove: string;
  readonly removing: string;
  readonly removed: string;
  /** What the deletion does not reach. */
  readonly copies: string;
}

/** Loaded in sealed studies only, with the later part of the survey. */
export const receiptCatalogues: Catalogues<ReceiptMessages> = {
  'zh-Hans': () => import('./late.receipt.zh-Hans.js'),
  en: () => import('./late.receipt.en.js'),
};
