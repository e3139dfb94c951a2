import type { Results } from '../../core/change/types.js';
import type { ReportMaterial } from '../../core/describe/report-material.js';
import type { ExportFormat } from '../../export/make-export.js';
import type { ResultsMessages } from '../../i18n/results/types.js';
import type { CanyuExport, ExportDetail } from './canyu-export.js';
import { createPace } from './pace.js';
import { download } from '../download.js';

/** Where an export stands. `total` is 0 while the rows are not known yet. */
export type JobState =
  | { readonly status: 'idle' | 'stopped' }
  | { readonly status: 'busy'; readonly format: ExportFormat; readonly done: number; readonly total: number }
  /** `leftOut`: parts of the material that cannot be read. */
  | { readonly status: 'done'; readonly file: string; readonly bytes: number; readonly leftOut: number }
  | { readonly status: 'failed'; readonly code: string };

/** The formats that tell the material of a report. */
const TELLING: ReadonlySet<ExportFormat> = new Set(['pptx', 'docx', 'zip']);

/** What went wrong that the menu has words for. */
const KNOWN = ['office-missing', 'no-material'];

/** Between two shows of the progress, in milliseconds. */
const SHOWN_EVERY = 100;

/** Makes one file at a time and hands it to the browser's downloads. */
export class ExportJob {
  state: JobState = { status: 'idle' };
  readonly #host: CanyuExport;
  readonly #changed: () => void;
  #running: AbortController | undefined;

  constructor(host: CanyuExport, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
  }

  /** Makes the file of `format` from these results; the study and, where the page asks, its sheets are read anew. Never rejects. */
  async start(format: ExportFormat, results: Results, isLocal: boolean, messages: ResultsMessages): Promise<void> {
    if (this.#running) return;
    const { signal } = (this.#running = new AbortController());
    this.#become({ status: 'busy', format, done: 0, total: 0 });
    try {
      const pace = createPace(signal, this.#progress(format));
      const [{ prepareExport }, { words }, { createStudio }, { material, leftOut }, local] = await Promise.all([
        import('../../export/make-export.js'),
        messages.locale === 'en' ? import('../../export/words.en.js') : import('../../export/words.zh-Hans.js'),
        import('./studio.js'),
        readMaterial(TELLING.has(format) ? this.#host.material : undefined, signal),
        isLocal
          ? import('./local-data.js').then((data) => data.readLocalData(this.#host, () => pace.breathe()))
          : undefined,
      ]);
      const entries = local?.entries ?? material.entries ?? [];
      const studio = createStudio({ results, messages, entries, material, signal });
      const prepared = await prepareExport(format, { results, words, studio, ...local }, pace);
      signal.throwIfAborted();
      if (!this.send('canyu-export', { format, rows: prepared.rows } satisfies ExportDetail, true)) {
        this.#become({ status: 'idle' });
        return;
      }
      const blob = await prepared.write(pace);
      signal.throwIfAborted();
      download(blob, prepared.name);
      this.#become({ status: 'done', file: prepared.name, bytes: blob.size, leftOut });
    } catch (error) {
      if (signal.aborted) this.#become({ status: 'stopped' });
      else {
        console.error(error);
        const code = error instanceof Error && KNOWN.includes(error.message) ? error.message : 'export-failed';
        this.#become({ status: 'failed', code });
        this.send('canyu-error', { code });
      }
    } finally {
      this.#running = undefined;
      this.#changed();
    }
  }

  /** Stops what is being made; nothing is downloaded then. */
  stop(): void {
    this.#running?.abort();
  }

  /** Sends an event; false where a listener prevented what it announces. */
  send(name: string, detail: object, cancelable = false): boolean {
    return this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  #progress(format: ExportFormat): (done: number, total: number) => void {
    let shown = 0;
    return (done, total) => {
      const now = performance.now();
      if (now - shown < SHOWN_EVERY) return;
      shown = now;
      this.#become({ status: 'busy', format, done, total });
    };
  }

  #become(state: JobState): void {
    this.state = state;
    this.#changed();
  }
}

/** The material of the report: what the page gives, or the file that it names. */
async function readMaterial(
  given: string | ReportMaterial | undefined,
  signal: AbortSignal,
): Promise<{ readonly material: ReportMaterial; readonly leftOut: number }> {
  if (!given) return { material: {}, leftOut: 0 };
  const [{ parseMaterial }, { fetchMaterial }] = await Promise.all([
    import('../../core/describe/parse-material.js'),
    import('../report/material-source.js'),
  ]);
  if (typeof given !== 'string') return parseMaterial(given);
  // A document without what it should tell is no document: whoever presses hears of it.
  const file = await fetchMaterial(given, signal).catch(() => {
    signal.throwIfAborted();
    throw new Error('no-material');
  });
  return parseMaterial(file);
}
