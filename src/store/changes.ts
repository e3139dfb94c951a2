import { label } from './keys.js';

/** Responses of a study came or went: which ones, never what they say. */
export interface StoreChange {
  readonly kind: 'added' | 'removed';
  readonly study: string;
  readonly ids: readonly string[];
}

/** Tells every listener of this page and of other tabs. The channel is opened for one message, so that it keeps no page alive. */
export function announce(name: string, change: StoreChange): void {
  try {
    const channel = new BroadcastChannel(label(name));
    channel.postMessage(change);
    channel.close();
  } catch {
    dispatchEvent(new CustomEvent(label(name), { detail: change }));
  }
}
