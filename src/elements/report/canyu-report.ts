import type { PropertyDeclarations } from 'lit';
import type { Results } from '../../core/change/types.js';
import type { Invited, Quote, ReportMaterial } from '../../core/describe/report-material.js';
import type { Entry } from '../../core/ledger/types.js';
import { VERSION } from '../../core/version.js';
import { oneOf } from '../attributes.js';
import { LazyElement, type LazyView } from '../lazy-element.js';
import type { ReportView } from './report-view.js';

/** What the report is made for: one A4 page for the meeting, the whole account, or the wall. */
export type ReportLayout = 'handout' | 'full' | 'projector';

/** One language, that of the nearest `lang`, or Chinese and English side by side. */
export type ReportLanguages = 'one' | 'both';

/**
 * The report of a results document for an evaluation meeting: a handout of exactly one A4 page with the thirteen parts of method.md §5,
 * the full report with every table, or the steps of the meeting for the wall. A button, `print()` and the browser's own command print it
 * alone, also from a page with other things. What results do not hold (suggestions with reasons, next steps, quotes) comes as `material`.
 *
 * @tag canyu-report
 * @summary The A4 handout, the full report and the projector pages of a study's results.
 * @fires {CustomEvent<{layout: string}>} canyu-report-ready - The report with its charts can be seen and printed.
 * @fires {CustomEvent<{code: string}>} canyu-error - Results or material are missing or bad, or a chart could not be drawn.
 * @csspart report - The sheet.
 * @csspart synthetic - The label of made-up data.
 * @csspart button - The button that prints.
 * @csspart message - What is shown in place of the report.
 */
export class CanyuReport extends LazyElement<LazyView> {
  /** Version of the package this class comes from. */
  static readonly version: string = VERSION;
  static override properties: PropertyDeclarations = {
    src: {},
    layout: { converter: oneOf('layout', ['handout', 'full', 'projector']) },
    languages: { converter: oneOf('languages', ['one', 'both']) },
    material: {},
    fullReport: { attribute: 'full-report' },
    results: { attribute: false },
    entries: { attribute: false },
    quotes: { attribute: false },
    invited: { attribute: false },
  };

  /** Address of a results.json. */
  declare src: string | undefined;
  /** `handout` (the default), `full` or `projector`. */
  declare layout: ReportLayout;
  /** `one` (the default) or `both`: the handout in Chinese and English, still one page. */
  declare languages: ReportLanguages;
  /** Address of a JSON file with a `ReportMaterial`, or the material itself as a property. */
  declare material: string | ReportMaterial | undefined;
  /** Address of the full report, for the QR code; wins over that of the material. */
  declare fullReport: string | undefined;
  /** The results document itself; wins over `src`. */
  declare results: Results | undefined;
  /** Ledger rows; win over those of the material. */
  declare entries: readonly Entry[] | undefined;
  /** What people said; win over those of the material. */
  declare quotes: readonly Quote[] | undefined;
  /** How many people were asked; wins over that of the material. */
  declare invited: Invited | undefined;

  constructor() {
    super();
    this.layout = 'handout';
    this.languages = 'one';
  }

  protected override viewKind(): string {
    return this.layout === 'projector' ? 'projector' : 'paper';
  }

  protected override async loadView(kind: string): Promise<LazyView> {
    if (kind === 'projector') {
      const { ProjectorView } = await import('./projector/projector-view.js');
      return new ProjectorView(this, this.language);
    }
    const { ReportView } = await import('./report-view.js');
    return new ReportView(this, this.language);
  }

  /** Prints the report alone, once it can be seen. */
  async print(): Promise<void> {
    await this.updateComplete;
    await (this.view as Partial<ReportView> | undefined)?.print?.();
  }
}

/** Detail of `canyu-report-ready`. */
export interface ReportReadyDetail {
  readonly layout: ReportLayout;
}

declare global {
  interface HTMLElementTagNameMap {
    'canyu-report': CanyuReport;
  }
  interface GlobalEventHandlersEventMap {
    'canyu-report-ready': CustomEvent<ReportReadyDetail>;
  }
}
