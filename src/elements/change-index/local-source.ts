import type { LocalOutcome } from '../../compute-local.js';
import type { Study } from '../../core/study/types.js';
import { onChange } from '../../store/on-change.js';
import { compute } from './compute-in-worker.js';
import { dayOf } from '../day.js';

/** What to compute; the same again changes nothing. */
export interface LocalQuestion {
  readonly study: string;
  readonly definition: Study | undefined;
  /** Address of an own instrument. */
  readonly instrument: string | undefined;
  readonly baseline: string | undefined;
  readonly endline: string | undefined;
}

/** The store's own name, which the change messages carry. */
const STORE = { name: 'canyu' };

/** Sheets often come in bursts (a backup file): one computation for all that arrive within this time, in milliseconds. */
const PAUSE = 400;

/** Computes the results of a study from the answers in this browser, again whenever answers come or go. */
export class LocalSource {
  /** Undefined while the first computation runs; the last outcome stays while a newer one is under way. */
  outcome: LocalOutcome | undefined;
  readonly #changed: () => void;
  #question: LocalQuestion | undefined;
  #running: AbortController | undefined;
  #unlisten: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #endPacking: (() => void) | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Starts with `question`, unless it runs already. */
  ask(question: LocalQuestion): void {
    const old = this.#question;
    const names = ['study', 'definition', 'instrument', 'baseline', 'endline'] as const;
    if (old && names.every((name) => old[name] === question[name])) return;
    this.stop();
    this.outcome = undefined;
    this.#question = question;
    this.#unlisten = onChange(STORE, ({ study }) => {
      if (study !== question.study) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#run(question), PAUSE);
    });
    void this.#run(question);
  }

  /** Stops computing and listening. */
  stop(): void {
    this.#question = undefined;
    this.#running?.abort();
    this.#unlisten?.();
    this.#unlisten = undefined;
    clearTimeout(this.#timer);
    this.#endPacking?.();
    this.#endPacking = undefined;
  }

  async #run(question: LocalQuestion): Promise<void> {
    this.#running?.abort();
    const { signal } = (this.#running = new AbortController());
    const outcome = await outcomeOf(question, signal).catch((error: unknown): LocalOutcome => ({
      status: 'trouble',
      code: 'load-failed',
      detail: String(error),
    }));
    if (signal.aborted) return;
    this.outcome = outcome;
    this.#changed();
    await this.#pack(signal).catch(() => undefined);
  }

  /** So that the next reading of many sheets is faster; results do not depend on it. */
  async #pack(signal: AbortSignal): Promise<void> {
    const [{ compactLater }, { openStore }] = await Promise.all([
      import('../../store/compact-later.js'),
      import('../../store/store.js'),
    ]);
    if (!signal.aborted) this.#endPacking ??= compactLater(openStore());
  }
}

/** Computes the answer; an own instrument is read first. */
async function outcomeOf({ instrument: src, ...question }: LocalQuestion, signal: AbortSignal): Promise<LocalOutcome> {
  if (!src) return compute({ ...question, today: dayOf() }, signal);
  const { readInstrumentFile } = await import('../survey/own-instrument.js');
  const instrument = await readInstrumentFile(src);
  if ('code' in instrument) {
    const code = instrument.code === 'newer-schema' ? 'newer-schema' : 'unknown-instrument';
    return { status: 'trouble', code, detail: instrument.detail };
  }
  return compute({ ...question, instrument, today: dayOf() }, signal);
}
