import { LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Results } from '../../core/change/types.js';
import type { Study } from '../../core/study/types.js';
import { VERSION } from '../../core/version.js';
import { LocaleController } from '../../i18n/locale.js';
import { resultsStyles } from '../chart/chart.styles.js';
import { notLoaded, waiting } from '../chart/not-loaded.js';
import { theme } from '../theme.js';
import type { ChangeIndexView } from './change-index-view.js';
import { cardStyles } from './card.styles.js';

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
export class CanyuChangeIndex extends LitElement {
  /** Version of the package this class comes from. */
  static readonly version: string = VERSION;
  static override styles: CSSResultGroup = [theme, resultsStyles, cardStyles];

  /** Address of a results.json. */
  @property() src: string | undefined;

  /** Id of a study whose answers are in this browser; used when there is neither `results` nor `src`. */
  @property() study: string | undefined;

  /** Id of the wave to compare from; the study's first when absent. Only with `study`. */
  @property() baseline: string | undefined;

  /** Id of the wave to compare to; the study's last when absent. Only with `study`. */
  @property() endline: string | undefined;

  /** The results document itself; wins over `src` and `study`. */
  @property({ attribute: false }) results: Results | undefined;

  /** The study's own document, for `study`; else the one kept in this browser, else the built-in study. */
  @property({ attribute: false }) definition: Study | undefined;

  readonly #locale = new LocaleController(this);
  #view: ChangeIndexView | undefined;
  #failed = false;
  #loading: Promise<void> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#loading ??= this.#load();
  }

  async #load(): Promise<void> {
    try {
      const { ChangeIndexView } = await import('./change-index-view.js');
      this.#view = new ChangeIndexView(this, this.#locale);
      this.addController(this.#view);
    } catch {
      this.#failed = true;
      this.dispatchEvent(
        new CustomEvent('canyu-error', { detail: { code: 'load-failed' }, bubbles: true, composed: true }),
      );
    }
    this.requestUpdate();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#loading;
    const done = await super.getUpdateComplete();
    await this.#view?.settled;
    return done && super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    return this.#view?.render() ?? (this.#failed ? notLoaded : waiting);
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
