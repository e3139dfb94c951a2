/** A new random UUID (version 4). `crypto.randomUUID` is missing on plain http pages, `getRandomValues` is not. */
export function newId(): string {
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) => {
    const [random = 0] = crypto.getRandomValues(new Uint8Array(1));
    // 0 and 1 become any digit; 8 becomes 8, 9, a or b, as the variant asks.
    return (Number(digit) ^ (random & (15 >> (Number(digit) / 4)))).toString(16);
  });
}

/** Whether `newId` can do its work. */
export const hasRandom = (): boolean =>
  typeof (globalThis.crypto as Partial<Crypto> | undefined)?.getRandomValues === 'function';

/**
 * Whether the store has something to say before the first answer: the browser may hold a sheet (the store leaves its watermark
 * beside the database when it is first opened), or it lets nothing be kept.
 */
export function storeComesFirst(): boolean {
  try {
    return !(globalThis.indexedDB as IDBFactory | undefined) || localStorage.getItem('canyu-store:canyu') !== null;
  } catch {
    return true;
  }
}

/** Whether larger text, reading aloud or the like was chosen in this session. */
export function wantedTools(): boolean {
  try {
    return sessionStorage.getItem('canyu-tools') !== null;
  } catch {
    return false;
  }
}
