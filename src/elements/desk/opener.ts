import type { OpenFailure } from '../../core/sealed/codes.js';
import { addressOf } from '../../core/json/canonical.js';
import type { OpeningKey } from '../../seal/open.js';
import type { Added } from '../../store/import.js';
import { readSealed, storeOpened, type Waiting } from '../../store/sealed.js';
import type { Store } from '../../store/store.js';
import { startWorker } from '../change-index/compute-in-worker.js';

/** Set by the bundler to the address of the worker; there is none in the classic bundle and in unbundled modules. */
declare const __WORKER_FILE__: string | undefined;

/** Where opening stands. */
export type OpenerState =
  | { readonly status: 'locked' | 'unlocking' | 'unlocked' }
  | { readonly status: 'opening'; readonly done: number; readonly total: number }
  /** `code` of a SealError, or `opening` for anything else. */
  | { readonly status: 'trouble'; readonly code: string };

/** What was opened since the key came, and what was not. */
export interface Opening {
  readonly added: Added;
  readonly failed: Readonly<Partial<Record<OpenFailure, number>>>;
  readonly stopped: boolean;
}

/** Records that are opened and stored together: what is done stays done when the work is stopped. */
const BATCH = 200;

/** Holds the key, in memory only, and opens the sealed records of a study with it. */
export class Opener {
  state: OpenerState = { status: 'locked' };
  /** Text of a key file that waits for its passphrase. */
  keyText = '';
  /** Whose key is at hand. */
  role: OpeningKey['role'] | undefined;
  last: Opening | undefined;
  readonly #store: Store;
  readonly #changed: () => void;
  #key: OpeningKey | undefined;
  #work: AbortController | undefined;

  constructor(store: Store, changed: () => void) {
    this.#store = store;
    this.#changed = changed;
  }

  get hasKey(): boolean {
    return this.#key !== undefined;
  }

  /** A key file came; the passphrase is asked for next. */
  offer(text: string): void {
    this.forget();
    this.keyText = text;
    this.#become({ status: 'locked' });
  }

  /** Puts the key away. */
  forget(): void {
    this.stop();
    this.#key = undefined;
    this.role = undefined;
    this.keyText = '';
    this.#become({ status: 'locked' });
  }

  /** Unwraps the key with its passphrase. Never rejects; the state says what is wrong. */
  async unlock(passphrase: string): Promise<void> {
    this.#become({ status: 'unlocking' });
    try {
      const { readKeyFile } = await import('../../seal/open.js');
      this.#key = await readKeyFile(this.keyText, passphrase);
      this.role = this.#key.role;
      this.keyText = '';
      this.#become({ status: 'unlocked' });
    } catch (error) {
      this.#become({ status: 'trouble', code: codeOf(error) });
    }
  }

  /** Stops opening; what was opened is stored. */
  stop(): void {
    this.#work?.abort();
  }

  /** Opens all sealed records of a study and stores what was in them. Never rejects. */
  async open(study: string): Promise<void> {
    const key = this.#key;
    if (!key || this.#work) return;
    const { signal } = (this.#work = new AbortController());
    const added = { added: 0, same: 0, conflict: 0 };
    const failed: Partial<Record<OpenFailure, number>> = {};
    let trouble: string | undefined;
    try {
      const { openSealed } = await import('../../seal/open.js');
      const waiting: Waiting[] = [];
      for await (const page of readSealed(this.#store, study)) waiting.push(...page);
      const total = waiting.length;
      if (total) this.#become({ status: 'opening', done: 0, total });
      for (let start = 0; start < total && !signal.aborted; start += BATCH) {
        const batch = await Promise.all(
          waiting.slice(start, start + BATCH).map(async ({ key: at, record }) => ({
            key: at,
            record,
            address: await addressOf(record, crypto.subtle),
          })),
        );
        const { opened: all } = await openSealed(batch, key, {
          signal,
          startWorker: () => startWorker(typeof __WORKER_FILE__ === 'undefined' ? undefined : __WORKER_FILE__),
          onProgress: (done) => this.#become({ status: 'opening', done: start + done, total }),
        }).then(({ responses, failed: bad }) => {
          const isBad = new Set(bad.map(({ index }) => index));
          for (const { code } of bad) failed[code] = (failed[code] ?? 0) + 1;
          const good = batch.filter((_, index) => !isBad.has(index));
          return {
            opened: good.flatMap((one, index) => (responses[index] ? [{ ...one, response: responses[index] }] : [])),
          };
        });
        const stored = await storeOpened(this.#store, study, all);
        for (const name of ['added', 'same', 'conflict'] as const) added[name] += stored[name];
      }
    } catch (error) {
      if (!signal.aborted) trouble = codeOf(error);
    }
    this.#work = undefined;
    this.last = { added, failed, stopped: signal.aborted };
    // The key may have been put away meanwhile.
    if (this.#key) this.#become(trouble ? { status: 'trouble', code: trouble } : { status: 'unlocked' });
    else this.#changed();
  }

  #become(state: OpenerState): void {
    this.state = state;
    this.#changed();
  }
}

const codeOf = (error: unknown): string => {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'opening';
};
