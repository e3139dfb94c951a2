import type { StoreChange } from './changes.js';
import { label } from './keys.js';

/**
 * Calls `callback` whenever responses were added to the store or removed from it, by this page or (where the browser has
 * BroadcastChannel) another tab, until the returned function is called.
 */
export function onChange({ name }: { readonly name: string }, callback: (change: StoreChange) => void): () => void {
  try {
    const channel = new BroadcastChannel(label(name));
    channel.onmessage = ({ data }) => callback(data as StoreChange);
    return () => channel.close();
  } catch {
    const heard = (event: Event): void => callback((event as CustomEvent<StoreChange>).detail);
    addEventListener(label(name), heard);
    return () => removeEventListener(label(name), heard);
  }
}
