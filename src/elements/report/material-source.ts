import { parseMaterial } from '../../core/describe/parse-material.js';
import type { ReportMaterial } from '../../core/describe/report-material.js';
import type { CanyuReport } from './canyu-report.js';

/** Largest file of material that is read, in characters (design.md §3). */
const LARGEST = 20_000_000;

/**
 * Fetches a file of material. Rejects where there is none or it is no JSON, and when `signal` is aborted.
 */
export async function fetchMaterial(address: string, signal: AbortSignal): Promise<unknown> {
  const answer = await fetch(address, { credentials: 'same-origin', signal });
  const text = answer.ok ? await answer.text() : '';
  if (!text || text.length > LARGEST) throw new Error('no-material');
  return JSON.parse(text);
}

/**
 * The material of a report: a file, or properties, which win over it part by part. Calls back when a file has come or has failed.
 * A newer request wins over an older one that is still under way. Never throws.
 */
export class MaterialSource {
  /** The file could not be read. */
  failed = false;
  /** Parts of it that are not what they should be. */
  leftOut = 0;
  /** Nothing is under way. */
  ready = true;
  readonly #changed: () => void;
  #file: ReportMaterial = {};
  #given: unknown;
  #fetching: AbortController | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Takes an address or the material itself. The same again changes nothing. */
  set(given: string | ReportMaterial | undefined): void {
    if (given === this.#given) return;
    this.#given = given;
    this.#fetching?.abort();
    this.failed = false;
    this.ready = true;
    if (typeof given === 'string' && given) void this.#fetch(given);
    else this.#take(given);
  }

  /** Stops what is under way; `set` starts afresh. */
  stop(): void {
    this.#fetching?.abort();
    if (!this.ready) this.#given = undefined;
  }

  /** What the report is made of. */
  of({ entries, quotes, invited, fullReport }: CanyuReport): ReportMaterial {
    const own = parseMaterial({ entries, quotes, invited, fullReport }).material;
    return {
      ...this.#file,
      ...Object.fromEntries(Object.entries(own).filter(([, part]) => part !== undefined)),
    };
  }

  #take(value: unknown): void {
    const { material, leftOut } = parseMaterial(value);
    this.#file = material;
    this.leftOut = leftOut;
  }

  async #fetch(address: string): Promise<void> {
    const fetching = (this.#fetching = new AbortController());
    this.ready = false;
    this.#file = {};
    try {
      const file = await fetchMaterial(address, fetching.signal);
      if (fetching.signal.aborted) return;
      this.#take(file);
    } catch {
      if (fetching.signal.aborted) return;
      this.failed = true;
    }
    this.ready = true;
    this.#changed();
  }
}
