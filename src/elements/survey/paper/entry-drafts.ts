import { consentIn } from '../../../core/paper/sheet.js';
import { DraftKeeper } from '../draft-keeper.js';
import { instrumentName } from '../survey-words.js';
import type { EntryApp } from './entry-app.js';
import { isDraftOf, resumedWork, type PaperDraft } from './entry-state.js';

/** What lies on the disk before a sheet is stored: all that is typed of it; where sheets are sealed, and at a kiosk, nothing. */
export class EntryDrafts {
  readonly #app: EntryApp;
  #keeper: DraftKeeper<PaperDraft> | undefined;
  /** Whether something of the sheet on the table may lie there. */
  #written = false;

  constructor(app: EntryApp) {
    this.#app = app;
  }

  get #keeps(): boolean {
    const { host, form } = this.#app;
    return host.device !== 'kiosk' && !form?.study.seal;
  }

  get #formName(): string {
    const { form, host } = this.#app;
    return form ? `${instrumentName(form.words.instrument)} ${host.form}` : '';
  }

  /** Begins with the form that was opened. */
  open(): void {
    const { store, draftKey, onDrafted, onStoreError } = this.#app;
    this.#keeper = new DraftKeeper<PaperDraft>(store, draftKey, onDrafted, onStoreError);
    this.#written = false;
  }

  /** Goes on with what an earlier visit left. What it left before its study was sealed must not stay. */
  async resume(): Promise<void> {
    const app = this.#app;
    if (app.form?.study.seal) await this.#keeper?.drop();
    if (!this.#keeps) return;
    const draft = await app.store.readDraft(app.draftKey);
    if (!isDraftOf(this.#formName, draft)) return;
    app.pile = draft.pile;
    app.work = resumedWork(draft);
    app.resumed = true;
    this.#written = true;
  }

  /** Keeps the sheet: not before both boxes are ticked. */
  save(): void {
    const { form, work, pile } = this.#app;
    if (!form || !this.#keeps) return;
    if (consentIn(work.first?.values ?? work.entry.values) === 'given') {
      this.#written = true;
      this.#keeper?.save({ schema: 'canyu-paper/1', id: work.id, form: this.#formName, work, pile });
    } else if (this.#written) {
      // A box that was typed as ticked and is not after all: nothing of the sheet may stay.
      void this.drop();
    }
  }

  /** Resolves when nothing is being written; what waits to be written is let go. */
  async stop(): Promise<void> {
    await this.#keeper?.settled(true);
  }

  /** Deletes what is kept. */
  async drop(): Promise<void> {
    this.#written = false;
    await this.stop();
    if (this.#keeps) await this.#keeper?.drop();
  }
}
