import { readReceipt } from '../../../core/backup/receipt.js';
import type { SurveyApp } from '../survey-app.js';
import { forgetDeviceNumber } from './device-number.js';
import { findByReceipt, type SheetOfReceipt } from './sheets-by-receipt.js';

/** What is said below the field: how far what was written is from a receipt, or how the search ended. */
export type ReceiptSaid = { readonly incomplete: number } | 'none' | 'ambiguous' | 'failed';

const flows = new WeakMap<object, ReceiptFlow>();

/**
 * Withdraws a sealed sheet by its receipt: it is found by its address, the person is asked once more, and it is deleted as every other
 * withdrawn sheet is. What was written lives here only, and goes with the person; no record of who withdrew is kept.
 */
export class ReceiptFlow {
  /** The one of `app`: what was written is kept when only the language changes. */
  static of(app: SurveyApp): ReceiptFlow {
    let flow = flows.get(app);
    if (!flow) flows.set(app, (flow = new ReceiptFlow(app)));
    return flow;
  }

  readonly app: SurveyApp;
  /** What was written so far. */
  written = '';
  busy = false;
  said: ReceiptSaid | undefined;
  /** The sheet that waits for a yes, with its receipt. */
  found: (SheetOfReceipt & { readonly receipt: string }) | undefined;
  /** It is deleted. */
  removed = false;
  #sheet: string | undefined;
  /** Counts what was begun, so that what comes too late is known by it. */
  #run = 0;

  constructor(app: SurveyApp) {
    this.app = app;
  }

  /** Forgets everything. */
  clear(): void {
    this.#run++;
    this.written = '';
    this.busy = false;
    this.said = undefined;
    this.found = undefined;
    this.removed = false;
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

  readonly onWrite = (event: Event): void => {
    this.written = (event.currentTarget as HTMLInputElement).value;
  };

  readonly onLeave = (): void => {
    this.clear();
    void this.app.reset();
  };

  readonly onFind = (event: Event): void => {
    event.preventDefault();
    if (this.busy) return;
    const { receipt, count } = readReceipt(this.written);
    if (receipt === undefined) {
      this.said = { incomplete: count };
      this.app.show(false);
      return;
    }
    void this.#work(async (study) => {
      const sheet = await findByReceipt(this.app.store, study, receipt, crypto.subtle);
      return () => {
        if (typeof sheet === 'object') this.found = { ...sheet, receipt };
        else this.said = sheet ?? 'none';
      };
    });
  };

  readonly onRemove = (): void => {
    const { found } = this;
    if (!found || this.busy) return;
    void this.#work(async (study) => {
      const { removeResponses } = await import('../../../store/responses.js');
      const count = await removeResponses(this.app.store, study, found.ids);
      if (count && this.app.study?.linking === 'device') forgetDeviceNumber(study);
      return () => {
        this.found = undefined;
        // It may have gone since it was found, in another tab, say.
        if (count) this.removed = true;
        else this.said = 'none';
      };
    });
  };

  /** Does something with the store, then what it gives back, unless the person has left meanwhile. */
  async #work(work: (study: string) => Promise<() => void>): Promise<void> {
    const { app } = this;
    const run = ++this.#run;
    const isMine = (): boolean => run === this.#run && this.#sheet === app.state?.id;
    const before = this.found;
    this.busy = true;
    this.said = undefined;
    app.show(false);
    try {
      const done = await work(app.study?.id ?? '');
      if (isMine()) done();
    } catch (error) {
      app.onStoreError(error);
      if (isMine()) this.said = 'failed';
    }
    if (!isMine()) return;
    this.busy = false;
    // Another screen: its heading is read.
    app.show(before !== this.found || this.removed);
  }
}
