import type { PropertyDeclarations } from 'lit';
import type { Results } from '../../core/change/types.js';
import type { ReportMaterial } from '../../core/describe/report-material.js';
import type { Study } from '../../core/study/types.js';
import { VERSION } from '../../core/version.js';
import { LazyElement } from '../lazy-element.js';
import type { ExportView } from './export-view.js';

/** Detail of the event `canyu-export`. */
export interface ExportDetail {
  readonly format: string;
  /** Rows of all tables in the file. */
  readonly rows: number;
}

/**
 * Downloads of a study or of its results: slides for the meeting with charts that can be edited, a Word report, pictures of the charts, a
 * workbook, CSV, scripts for R, SPSS and Stata, a DDI codebook, the results file, or all of it in one archive. The sheets of people are in it only where the page says `person-level` and the answers are in this browser; a published
 * results file never gives them. Files are made in short pieces of work with progress; nothing leaves the page but the download.
 *
 * @tag canyu-export
 * @summary Download menu of a study: slides, report, pictures, workbook, CSV, scripts for statistics programs, codebook, results.
 * @fires {CustomEvent<{format: string, rows: number}>} canyu-export - A file is about to be written; `preventDefault()` keeps it from being made.
 * @fires {CustomEvent<{code: string}>} canyu-error - There is nothing to export, or the file could not be made.
 * @csspart format - The button of one format.
 * @csspart warning - What to take care of with the answers of single people.
 * @csspart status - What is being done, with the progress.
 * @csspart message - What is shown in place of the menu.
 */
export class CanyuExport extends LazyElement<ExportView> {
  /** Version of the package this class comes from. */
  static readonly version: string = VERSION;
  static override properties: PropertyDeclarations = {
    src: {},
    study: {},
    instrument: {},
    baseline: {},
    endline: {},
    formats: {},
    material: {},
    personLevel: { type: Boolean, attribute: 'person-level' },
    results: { attribute: false },
    definition: { attribute: false },
  };

  /** Address of a results.json. */
  declare src: string | undefined;
  /** Id of a study whose answers are in this browser; used when there is neither `results` nor `src`. */
  declare study: string | undefined;
  /** Address of an instrument of the site's own, where the answers are to its questions. Only with `study`. */
  declare instrument: string | undefined;
  /** Id of the wave to compare from; the study's first when absent. Only with `study`. */
  declare baseline: string | undefined;
  /** Id of the wave to compare to; the study's last when absent. Only with `study`. */
  declare endline: string | undefined;
  /** Which formats to offer, separated by blanks: `pptx docx png xlsx csv r spss stata codebook json zip`; all that there are when absent. */
  declare formats: string | undefined;
  /** Address of a JSON file with what results do not hold (`ReportMaterial`), or the material itself as a property: slides and report tell it. */
  declare material: string | ReportMaterial | undefined;
  /** Whether the files hold the sheets of people, coded and without tokens. Only with `study`; for evaluators. */
  declare personLevel: boolean;
  /** The results document itself; wins over `src` and `study`. */
  declare results: Results | undefined;
  /** The study's own document, for `study`; else the one kept in this browser, else the built-in study. */
  declare definition: Study | undefined;

  protected override async loadView(): Promise<ExportView> {
    const { ExportView } = await import('./export-view.js');
    return new ExportView(this, this.language);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'canyu-export': CanyuExport;
  }
  interface GlobalEventHandlersEventMap {
    'canyu-export': CustomEvent<ExportDetail>;
  }
}
