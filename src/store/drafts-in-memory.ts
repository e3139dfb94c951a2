/** The two operations of a store that a survey's draft keeper needs. */
export interface Drafts<D = { readonly id: string }> {
  saveDraft(key: string, draft: D): Promise<boolean>;
  dropDraft(key: string): Promise<void>;
}

/**
 * Stands in for the store's drafts in a sealed study and at a kiosk: an unfinished sheet stays in the memory of its page and is gone with
 * it. A browser has no place for a draft that a key could protect: whatever it keeps for the next visit, the key too, lies on the same
 * disk. `saveDraft` says false: nothing was stored. `dropDraft` deletes what the same page may have left before it was sealed or a kiosk.
 */
export const draftsInMemory = <D>(store: Pick<Drafts<D>, 'dropDraft'>): Drafts<D> => ({
  saveDraft: () => Promise.resolve(false),
  dropDraft: (key) => store.dropDraft(key),
});
