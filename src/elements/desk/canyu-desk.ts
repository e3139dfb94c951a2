import type { PropertyDeclarations } from 'lit';
import { VERSION } from '../../core/version.js';
import { LazyElement } from '../lazy-element.js';
import type { DeskView } from './desk-view.js';

/** Detail of `canyu-gather`: counts only. */
export interface GatherDetail {
  /** Id of the study at hand. */
  readonly study: string;
  /** Sheets that were not here before. */
  readonly added: number;
}

/**
 * The evaluator's page: gathers the files of kiosks and partner pages, opens sealed answers, shows their quality and the results, makes the meeting's
 * papers and the published version. Everything stays in this browser. While a wave is open there are counts and no results.
 *
 * @tag canyu-desk
 * @summary The evaluator's page: gather files, check, see results, make papers, publish.
 * @fires {CustomEvent<{study: string, added: number}>} canyu-gather - Files were taken in.
 * @fires {CustomEvent<{code: string}>} canyu-error - The desk cannot work here.
 * @csspart nav - The row of rooms.
 * @csspart room - The room that is open.
 * @csspart drop - Where files are dropped.
 * @csspart file - One file of the list.
 * @csspart snippet - The lines for a partner page.
 */
export class CanyuDesk extends LazyElement<DeskView> {
  /** Version of the package this class comes from. */
  static readonly version: string = VERSION;
  static override properties: PropertyDeclarations = { study: {} };

  /** Id of the study; when absent, that of the first file that names one. */
  declare study: string | undefined;

  /** Takes in files as if they had been dropped. Resolves when all have been read; what became of them is on the page. */
  async gather(files: Iterable<File>): Promise<void> {
    await this.updateComplete;
    await this.view?.gather(files);
  }

  protected override async loadView(): Promise<DeskView> {
    const { DeskView } = await import('./desk-view.js');
    return new DeskView(this, this.language);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'canyu-desk': CanyuDesk;
  }
  interface GlobalEventHandlersEventMap {
    'canyu-gather': CustomEvent<GatherDetail>;
  }
}
