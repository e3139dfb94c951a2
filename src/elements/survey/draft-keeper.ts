/** Where drafts go; the part of the store that the keeper needs. */
export interface DraftStore<D> {
  saveDraft(key: string, draft: D): Promise<boolean>;
  dropDraft(key: string): Promise<void>;
}

/**
 * Writes the newest draft, one write at a time. While a write is under way further drafts replace each other, so a quick
 * respondent never waits for the disk and the last state always gets written.
 */
export class DraftKeeper<D extends { readonly id: string }> {
  readonly #store: DraftStore<D>;
  /** Under which key the draft is kept. */
  readonly key: string;
  readonly #saved: (draft: D) => void;
  readonly #failed: (error: unknown) => void;
  #waiting: D | undefined;
  #busy: Promise<void> | undefined;

  constructor(store: DraftStore<D>, key: string, saved: (draft: D) => void, failed: (error: unknown) => void) {
    this.#store = store;
    this.key = key;
    this.#saved = saved;
    this.#failed = failed;
  }

  /** Takes over the newest draft. */
  save(draft: D): void {
    this.#waiting = draft;
    this.#busy ??= this.#write().finally(() => (this.#busy = undefined));
  }

  /** Resolves when nothing is under way; drafts saved later are dropped if `stop` is set. */
  async settled(stop = false): Promise<void> {
    if (stop) this.#waiting = undefined;
    await this.#busy;
  }

  /** Deletes the draft. */
  async drop(): Promise<void> {
    await this.#store.dropDraft(this.key).catch(this.#failed);
  }

  async #write(): Promise<void> {
    for (let draft = this.#waiting; draft; draft = this.#waiting) {
      this.#waiting = undefined;
      try {
        // False: this sheet was handed in already, in another tab; then there is nothing left to keep.
        if (await this.#store.saveDraft(this.key, draft)) this.#saved(draft);
      } catch (error) {
        this.#failed(error);
      }
    }
  }
}
