import type { Results } from '../../core/change/types.js';
import type { Problem } from '../../core/parsed.js';
import type { ResultsTroubleCode } from '../../i18n/results/types.js';
import { parseResults, parseResultsText } from './parse-results.js';

/** Something that keeps results from being shown. */
export interface ResultsTrouble {
  readonly status: 'trouble';
  readonly code: ResultsTroubleCode;
  /** Where: an address, a status, a wave. */
  readonly detail?: string | undefined;
  readonly problems?: readonly Problem[] | undefined;
}

/** Where the results stand. */
export type ResultsState =
  { readonly status: 'loading' } | { readonly status: 'ready'; readonly results: Results } | ResultsTrouble;

/**
 * Gets a results document from a property or an address and checks it. A newer request wins over an older one that is still
 * under way. Never throws; calls back at every change of `state`.
 */
export class ResultsSource {
  state: ResultsState = { status: 'loading' };
  readonly #changed: () => void;
  #given: { readonly value: unknown; readonly src: string | undefined } | undefined;
  #fetching: AbortController | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Takes the document itself, which wins, or its address. The same again changes nothing. */
  set(value: unknown, src: string | undefined): void {
    if (this.#given && this.#given.value === value && this.#given.src === src) return;
    this.#given = { value, src };
    this.#fetching?.abort();
    this.#fetching = undefined;
    if (value !== undefined && value !== null) this.#become(stateOf(parseResults(value)));
    else if (src) void this.#fetch(src);
    else this.#become({ status: 'trouble', code: 'no-results' });
  }

  /** Stops what is under way; `set` starts afresh. */
  stop(): void {
    this.#fetching?.abort();
    this.#fetching = undefined;
    if (this.state.status === 'loading') this.#given = undefined;
  }

  async #fetch(src: string): Promise<void> {
    const fetching = (this.#fetching = new AbortController());
    this.#become({ status: 'loading' });
    const state = await fetchResults(src, fetching.signal);
    if (!fetching.signal.aborted) this.#become(state);
  }

  #become(state: ResultsState): void {
    this.state = state;
    this.#changed();
  }
}

async function fetchResults(src: string, signal: AbortSignal): Promise<ResultsState> {
  try {
    const answer = await fetch(src, { credentials: 'same-origin', signal });
    if (!answer.ok) return { status: 'trouble', code: 'results-not-found', detail: `${src}: ${answer.status}` };
    return stateOf(parseResultsText(await answer.text()), src);
  } catch {
    return { status: 'trouble', code: 'results-not-found', detail: src };
  }
}

function stateOf(parsed: ReturnType<typeof parseResults>, detail?: string): ResultsState {
  if (parsed.ok) return { status: 'ready', results: parsed.value };
  const newer = parsed.problems.some((problem) => problem.code === 'newer-schema');
  return { status: 'trouble', code: newer ? 'newer-schema' : 'results-invalid', problems: parsed.problems, detail };
}
