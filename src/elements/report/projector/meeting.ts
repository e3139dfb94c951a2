import type { Results } from '../../../core/change/types.js';
import { describeResults, type Description } from '../../../core/describe/describe.js';
import type { ReportMaterial } from '../../../core/describe/report-material.js';
import { meetingPlan, withSuggestions, type MeetingSlide } from '../../../core/meeting/plan.js';
import type { Locale } from '../../../core/text.js';
import type { ProjectorMessages } from '../../../i18n/projector/types.js';
import { ResultsSource, type ResultsState } from '../../chart/results-source.js';
import type { CanyuReport } from '../canyu-report.js';
import { MaterialSource } from '../material-source.js';
import { readChosen } from './files.js';

/** What the pages are made from. */
export interface Agenda {
  /** With the counts of the suggestions. */
  readonly results: Results;
  readonly material: ReportMaterial;
  readonly said: Description;
  readonly plan: readonly MeetingSlide[];
}

/** The results and the material of the meeting: what the page names, or what was opened from files, which wins. */
export class Meeting {
  /** What came of the files that were opened. */
  note = '';
  readonly #source: ResultsSource;
  readonly #material: MaterialSource;
  #opened: { readonly results?: Results; readonly material?: ReportMaterial } = {};
  #made: { readonly from: readonly unknown[]; readonly agenda: Agenda } | undefined;

  /** `changed` is called when something has arrived. */
  constructor(changed: () => void) {
    this.#source = new ResultsSource(changed);
    this.#material = new MaterialSource(changed);
  }

  /** Where the results stand. */
  get state(): ResultsState {
    return this.#source.state;
  }

  /** Takes what the element is given. The same again changes nothing. */
  set({ results, src, material }: CanyuReport): void {
    this.#source.set(this.#opened.results ?? results, src);
    this.#material.set(material);
  }

  /** Stops what is under way. */
  stop(): void {
    this.#source.stop();
    this.#material.stop();
  }

  /** The pages, worked out anew only when what they are made from has changed; undefined while there are no results. */
  agenda(host: CanyuReport, locale: Locale): Agenda | undefined {
    if (this.state.status !== 'ready') return undefined;
    const given = this.state.results;
    const { material: address, entries, invited } = host;
    const from = [given, address, entries, invited, this.#material.ready, this.#opened.material, locale];
    if (!this.#made?.from.every((one, at) => one === from[at])) {
      const material = { ...this.#material.of(host), ...this.#opened.material };
      const results = withSuggestions(given, material.entries);
      const agenda = {
        results,
        material,
        said: describeResults(results, locale),
        plan: meetingPlan(results, material.entries),
      };
      this.#made = { from, agenda };
    }
    return this.#made.agenda;
  }

  /** Reads files and takes what they hold; true when there are other results now. */
  async open(files: readonly File[], { open }: ProjectorMessages): Promise<boolean> {
    const notes: string[] = [];
    let isOther = false;
    for (const file of files) {
      const held = await readChosen(file);
      if (held.kind === 'unreadable') {
        notes.push(open.unreadable(file.name));
        continue;
      }
      notes.push(open.opened(file.name));
      if (held.kind === 'results') {
        isOther = true;
        this.#opened = { ...this.#opened, results: held.results };
      } else {
        if (held.left > 0) notes.push(open.rowsLeft(String(held.left)));
        this.#opened = { ...this.#opened, material: { ...this.#opened.material, ...held.material } };
      }
    }
    this.note = notes.join(' ');
    return isOther;
  }
}
