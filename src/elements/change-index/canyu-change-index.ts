import type { PropertyDeclarations } from 'lit';
import type { Results } from '../../core/change/types.js';
import type { Study } from '../../core/study/types.js';
import { VERSION } from '../../core/version.js';
import { LazyElement } from '../lazy-element.js';
import type { ChangeIndexView } from './change-index-view.js';

/** Detail of `canyu-results`. */
export interface ResultsDetail {
  /** Id of the study. */
  readonly study: string;
}

/**
 * The Canyu change index as a card: one sentence, residents and officials as a pair, the participation and the trust index,
 * two charts, who answered, how it was computed and what it cannot show (method.md §3.21). Shows a published results.json
 * (`src`), or computes from the answers in this browser (`study`) in a worker; then results of a wave that is still open are
 * held back and only counts are shown.
 *
 * @tag canyu-change-index
 * @summary The change index of a study, with its uncertainty, as a card.
 * @fires {CustomEvent<{study: string}>} canyu-results - Results are shown.
 * @fires {CustomEvent<{code: string}>} canyu-error - Results are missing, bad, or could not be computed.
 * @csspart card - The whole card.
 * @csspart title - The title of the study.
 * @csspart finding - The finding in one sentence.
 * @csspart group - One group's figures.
 * @csspart number - One group's index.
 * @csspart message - What is shown in place of results.
 */
export class CanyuChangeIndex extends LazyElement<ChangeIndexView> {
  /** Version of the package this class comes from. */
  static readonly version: string = VERSION;
  static override properties: PropertyDeclarations = {
    src: {},
    study: {},
    instrument: {},
    baseline: {},
    endline: {},
    results: { attribute: false },
    definition: { attribute: false },
  };

  /** Address of a results.json. */
  declare src: string | undefined;
  /** Id of a study whose answers are in this browser; used when there is neither `results` nor `src`. */
  declare study: string | undefined;
  /** Address of an instrument of the site's own (`canyu-instrument/1`), where the answers are to its questions. Only with `study`. */
  declare instrument: string | undefined;
  /** Id of the wave to compare from; the study's first when absent. Only with `study`. */
  declare baseline: string | undefined;
  /** Id of the wave to compare to; the study's last when absent. Only with `study`. */
  declare endline: string | undefined;
  /** The results document itself; wins over `src` and `study`. */
  declare results: Results | undefined;
  /** The study's own document, for `study`; else the one kept in this browser, else the built-in study. */
  declare definition: Study | undefined;

  protected override async loadView(): Promise<ChangeIndexView> {
    const { ChangeIndexView } = await import('./change-index-view.js');
    return new ChangeIndexView(this, this.language);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'canyu-change-index': CanyuChangeIndex;
  }
  interface GlobalEventHandlersEventMap {
    'canyu-results': CustomEvent<ResultsDetail>;
  }
}
