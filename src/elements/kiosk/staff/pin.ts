import { speltPin, waitAfter, waitNow, type Tries } from '../../../core/kiosk/pin.js';
import type { Store } from '../../../store/store.js';
import { readMeta, writeMeta } from '../../../store/studies.js';

/** OWASP's count for PBKDF2 with SHA-256. */
const ROUNDS = 600_000;
const LOCK = 'kiosk-pin';
const TRIES = 'kiosk-tries';

interface Lock {
  /** Hex. */
  readonly salt: string;
  readonly hash: string;
  readonly rounds: number;
}

/** How a try went; `wait`: seconds until the next one counts. */
export type Tried = { readonly ok: true } | { readonly ok: false; readonly wait: number };

/** Whether a PIN was set on this device. */
export const hasPin = async (store: Store): Promise<boolean> => (await readLock(store)) !== undefined;

/** Sets the PIN, in place of the one before. */
export async function setPin(store: Store, pin: string): Promise<void> {
  const salt = hex(crypto.getRandomValues(new Uint8Array(16)));
  await writeMeta(store, LOCK, { salt, hash: await derive(pin, salt, ROUNDS), rounds: ROUNDS });
  await writeMeta(store, TRIES, { wrong: 0, at: 0 });
}

/** Seconds to wait before the next try. */
export const pinWait = async (store: Store, now: number): Promise<number> => waitNow(await readTries(store), now);

/** Tries a PIN. A try during the wait does not count and is not looked at. */
export async function tryPin(store: Store, pin: string, now: () => number): Promise<Tried> {
  const tries = await readTries(store);
  const wait = waitNow(tries, now());
  const lock = await readLock(store);
  if (wait > 0 || !lock) return { ok: false, wait };
  // Written down first: closing the page while it is checked saves nobody a wait.
  const wrong = tries.wrong + 1;
  await writeMeta(store, TRIES, { wrong, at: now() });
  if ((await derive(pin, lock.salt, lock.rounds)) !== lock.hash) {
    await writeMeta(store, TRIES, { wrong, at: now() });
    return { ok: false, wait: waitAfter(wrong) };
  }
  await writeMeta(store, TRIES, { wrong: 0, at: 0 });
  return { ok: true };
}

async function readLock(store: Store): Promise<Lock | undefined> {
  const { salt, hash, rounds } = ((await readMeta(store, LOCK)) ?? {}) as Partial<Record<keyof Lock, unknown>>;
  return typeof salt === 'string' && typeof hash === 'string' && typeof rounds === 'number'
    ? { salt, hash, rounds }
    : undefined;
}

async function readTries(store: Store): Promise<Tries> {
  const { wrong, at } = ((await readMeta(store, TRIES)) ?? {}) as Partial<Record<keyof Tries, unknown>>;
  return { wrong: typeof wrong === 'number' ? wrong : 0, at: typeof at === 'number' ? at : 0 };
}

async function derive(pin: string, salt: string, iterations: number): Promise<string> {
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', new TextEncoder().encode(speltPin(pin)), 'PBKDF2', false, ['deriveBits']);
  const bytes = new TextEncoder().encode(salt);
  return hex(
    new Uint8Array(await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: bytes, iterations }, key, 256)),
  );
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
