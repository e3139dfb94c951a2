import type { TemplateResult } from 'lit';
import type { Results } from '../../../core/change/types.js';
import type { ReportMaterial } from '../../../core/describe/report-material.js';
import type { Locale } from '../../../core/text.js';
import type { Said } from '../said.js';
import { chartsOf, pictureOf } from './charts.js';
import { fullView, withLedger, type DrawnReportChart } from './full-view.js';

/** The full report with its pictures, which are drawn one after the other so that the page stays alive. */
export class FullReport {
  /** Every chart has its picture, or is known to have none. */
  isDrawn = false;
  /** Resolves when no picture is under way. */
  settled: Promise<void> | undefined;
  readonly #changed: () => void;
  #charts: readonly DrawnReportChart[] = [];
  #asked: { readonly results: Results; readonly material: string; readonly locale: Locale } | undefined;
  #whole: Results | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What is known so far; asks for the pictures that are missing. */
  render(said: Said, results: Results, material: ReportMaterial, family: string): TemplateResult {
    const { locale } = said.parts;
    const rows = JSON.stringify([material.entries, material.days]);
    const asked = this.#asked;
    if (asked?.results !== results || asked.material !== rows || asked.locale !== locale) {
      this.stop();
      this.#asked = { results, material: rows, locale };
      this.#whole = withLedger(results, material);
      this.settled = this.#draw(this.#asked, this.#whole, family);
    }
    return fullView(said, this.#whole!, material, this.#charts);
  }

  /** Lets go of the pictures. */
  stop(): void {
    for (const { picture } of this.#charts) if (picture) URL.revokeObjectURL(picture);
    this.#charts = [];
    this.#asked = undefined;
    this.isDrawn = false;
  }

  async #draw(asked: object, results: Results, family: string): Promise<void> {
    const { locale } = this.#asked!;
    const drawn: DrawnReportChart[] = [];
    try {
      for (const chart of await chartsOf(results, locale)) {
        const picture = await pictureOf(results, chart, locale, family).catch(() => undefined);
        if (asked !== this.#asked) {
          if (picture) URL.revokeObjectURL(picture);
          break;
        }
        drawn.push({ ...chart, picture });
      }
    } catch {
      // Without the charts' code the tables stand alone.
    }
    if (asked !== this.#asked) {
      for (const { picture } of drawn) if (picture) URL.revokeObjectURL(picture);
      return;
    }
    this.#charts = drawn;
    this.isDrawn = true;
    this.#changed();
  }
}
