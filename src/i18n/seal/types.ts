import type { KeyCode, OpenFailure, SealCode } from '../../core/sealed/codes.js';
import type { KeyRole } from '../../core/sealed/types.js';

/** What a survey says where its answers are sealed. */
export interface SealMessages {
  /** Why the survey does not start. */
  readonly trouble: Readonly<Record<SealCode, { readonly title: string; readonly text: string }>>;
  /** Before the first question: who can read the answers, that an unfinished sheet is kept nowhere, and how to withdraw. */
  readonly before: (organisation: string) => string;
  /** In the place of `before` on a printed form. */
  readonly onPaper: (organisation: string) => string;
  /** To who types in sheets from paper: what is kept of one, and, once it is stored, by what it is found. */
  readonly typing: string;
  readonly typed: (receipt: string) => string;
  /** With the thanks. */
  readonly sealed: string;
  /** The receipt, and what it is good for. */
  readonly receipt: (receipt: string) => string;
  readonly receiptUse: string;
  /** In place of the hints about others reading a sheet that leaves the page: this one is sealed. */
  readonly sheetIsSealed: string;
}

/** What the evaluator's page says about keys and opening. */
export interface OpeningMessages {
  readonly role: Readonly<Record<KeyRole, string>>;
  /** Why a key file gives no key. */
  readonly key: Readonly<Record<KeyCode, string>>;
  /** How many records were not opened, and why. */
  readonly failed: Readonly<Record<OpenFailure, (count: number) => string>>;
  readonly progress: (done: number, total: number) => string;
  /** Where results are computed on a device that holds sealed sheets. */
  readonly notShownHere: (count: number) => string;
}
