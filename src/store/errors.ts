/**
 * Why the store cannot do what was asked. `unavailable`: this page has no IndexedDB, or it fails · `quota`: the disk or the
 * browser's allowance is full · `blocked`: an old tab keeps the database from being opened (it goes on waiting) ·
 * `version`: the database was made by a newer Canyu · `corrupt`: records that were here are gone or cannot be read.
 */
export type StoreErrorCode = 'unavailable' | 'quota' | 'blocked' | 'version' | 'corrupt';

/** The one error that a store rejects with. `cause` is what the browser said. Nothing was stored when a write rejects with it. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, cause?: unknown) {
    super(code, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}

/** The store's error for what a browser threw, told by the beginning or the words of `Name: message`. */
export function storeError(error: unknown): StoreError {
  const text = String(error);
  return new StoreError(
    /quota|full|no space/i.test(text)
      ? 'quota'
      : /^Version/.test(text)
        ? 'version'
        : /^(Data|NotReadable)Error/.test(text)
          ? 'corrupt'
          : 'unavailable',
    error,
  );
}
