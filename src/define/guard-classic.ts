/* `guard.ts` for the classic bundle: a part that comes after the one that threw does not exist there, so nothing is left to import. */
import { show } from './plain.js';

queueMicrotask(() => {
  if (!(globalThis as { customElements?: CustomElementRegistry }).customElements?.get('canyu-survey')) show();
});
