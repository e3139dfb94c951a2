import { del, set, values } from 'idb-keyval';
import type { LocalOutcome } from '../../compute-local.js';
import type { Results } from '../../core/change/types.js';
import type { KeptMaterial } from '../../core/describe/report-material.js';
import type { Gathered } from '../../core/gather/types.js';
import { parseEntry } from '../../core/ledger/parse.js';
import type { Entry } from '../../core/ledger/types.js';
import { defaultStudy } from '../../core/study/default.js';
import { parseStudy } from '../../core/study/parse.js';
import type { Study } from '../../core/study/types.js';
import { ask } from '../../store/ask.js';
import { canonical } from '../../store/canonical.js';
import { SEALED } from '../../store/keys.js';
import { StoreError } from '../../store/errors.js';
import { saveInstrument } from '../../store/instruments.js';
import { onChange } from '../../store/on-change.js';
import { rangeOf } from '../../store/ranges.js';
import { countResponses, type CellCount } from '../../store/responses.js';
import { countSealed } from '../../store/sealed.js';
import { openStore, type Store } from '../../store/store.js';
import { readStudies, readStudy, saveStudy } from '../../store/studies.js';
import { use } from '../../store/use.js';
import { LocalSource } from '../change-index/local-source.js';
import { Gatherer } from './gatherer.js';
import { changeKept, readKept } from './kept-material.js';
import { Opener } from './opener.js';

/** What the store holds of the study. */
export interface Holdings {
  /** Sheets by wave and group; sealed ones that this browser sealed itself are among them. */
  readonly cells: readonly CellCount[];
  /** Sealed sheets that wait for their key. */
  readonly sealed: number;
  readonly aside: number;
  readonly entries: readonly Entry[];
  /** What the report says besides. The same object as long as it says the same. */
  readonly material: KeptMaterial;
}

/** Between a change in the store and the next look at it, in milliseconds. */
const PAUSE = 150;

/** All that the desk knows: the study at hand, what the store holds of it, its results, and the work under way. */
export class DeskModel {
  readonly store: Store = openStore();
  readonly gatherer: Gatherer;
  readonly opener: Opener;
  /** The study at hand: its document, or the built-in one under its id. */
  study: Study | undefined;
  /** Whether the document is a file's and not the built-in one. */
  hasDocument = false;
  /** Documents of all studies in this browser, where none is at hand. */
  known: readonly Study[] = [];
  holdings: Holdings | undefined;
  /** Code of a StoreError: the store cannot be used. */
  trouble = '';
  readonly #results: LocalSource;
  /** The last outcome, while one is computed that differs only by rows of the ledger. */
  #earlier: LocalOutcome | undefined;
  readonly #changed: () => void;
  #stopListening: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(changed: () => void) {
    this.#changed = changed;
    this.#results = new LocalSource(changed);
    this.opener = new Opener(this.store, changed);
    this.gatherer = new Gatherer({
      store: this.store,
      study: () => this.study?.id ?? '',
      adopt: (id) => this.open(id),
      keep: (gathered, isAsking) => this.#keep(gathered, isAsking),
      offerKey: (text) => this.opener.offer(text),
      stored: () => this.#afterStoring(),
      changed,
    });
  }

  /** Results of the study, counts in place of them, or why there are none; undefined while they are computed for the first time. */
  get outcome(): LocalOutcome | undefined {
    return this.#results.outcome ?? this.#earlier;
  }

  get results(): Results | undefined {
    const { outcome } = this;
    return outcome?.status === 'results' ? outcome.results : undefined;
  }

  /** Resolves when the store was looked at last. */
  get settled(): Promise<void> {
    return this.#looking;
  }

  /** Opens a study by its id, at once with the built-in document, until the store's own has been read. */
  open(id: string): void {
    if (this.study?.id === id) return;
    this.study = defaultStudy(id);
    this.hasDocument = false;
    this.holdings = undefined;
    this.#earlier = undefined;
    this.#stopListening?.();
    this.#stopListening = onChange(this.store, ({ study }) => {
      if (study === id) this.#lookLater();
    });
    this.look();
  }

  /** Looks at the store again. */
  look(): void {
    this.#looking = this.#look().catch((error: unknown) => {
      this.trouble = error instanceof StoreError ? error.code : 'unavailable';
      this.#changed();
    });
  }

  /** Changes what the report says besides. Resolves when it is stored and shown. */
  async changeMaterial(change: (before: KeptMaterial) => KeptMaterial): Promise<void> {
    if (!this.study) return;
    await changeKept(this.store, this.study.id, change);
    await this.#relook();
  }

  /** Keeps a ledger row that was written here, in place of the one with its id. */
  async saveEntry(entry: Entry): Promise<void> {
    await set(entry.id, entry, use(this.store, 'ledger'));
    await this.#relook();
  }

  /** Takes a ledger row out. */
  async removeEntry({ id }: Entry): Promise<void> {
    await del(id, use(this.store, 'ledger'));
    await this.#relook();
  }

  /** Ends all work and closes the store. */
  close(): void {
    this.opener.stop();
    this.#results.stop();
    this.#stopListening?.();
    this.#stopListening = undefined;
    clearTimeout(this.#timer);
    this.study = undefined;
    this.store.close();
  }

  #lookLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.look(), PAUSE);
  }

  async #look(): Promise<void> {
    const id = this.study?.id;
    if (id === undefined) {
      const all = await readStudies(this.store);
      this.known = all.flatMap((one) => {
        const read = parseStudy(one);
        return read.ok ? [read.value] : [];
      });
      this.#changed();
      return;
    }
    const [document, cells, aside, rows, kept] = await Promise.all([
      readStudy(this.store, id),
      countResponses(this.store, id),
      this.store.transact(['aside'], 'readonly', (transaction) =>
        ask<number>(() => transaction.objectStore('aside').count(rangeOf(id, 'responses/'))),
      ),
      values<unknown>(use(this.store, 'ledger')),
      readKept(this.store, id),
    ]);
    if (this.study?.id !== id) return;
    const read = parseStudy(document);
    const study = read.ok ? read.value : defaultStudy(id);
    this.hasDocument = read.ok;
    // Where the survey seals on this very device, sealed sheets lie among the others.
    const sealed = study.seal
      ? await countSealed(this.store, id)
      : cells.reduce((sum, { group, count }) => (group === SEALED ? sum + count : sum), 0);
    const entries = rows.flatMap((row) => {
      const one = parseEntry(row);
      return one.ok && one.value.study === id ? [one.value] : [];
    });
    const before = this.holdings;
    const isOther = canonical(study) !== canonical(this.study);
    const changed = isOther || canonical(entries) !== canonical(before?.entries ?? []);
    // The same object as long as it says the same: the source computes anew for another one.
    if (isOther) this.study = study;
    const material = before && canonical(kept) === canonical(before.material) ? before.material : kept;
    this.holdings = { cells: cells.filter(({ group }) => group !== SEALED), sealed, aside, entries, material };
    // Another study document may hold results back: then nothing earlier is shown.
    this.#earlier = isOther ? undefined : (this.#results.outcome ?? this.#earlier);
    if (changed) this.#results.stop();
    this.#results.ask({
      study: id,
      definition: this.study,
      instrument: undefined,
      baseline: undefined,
      endline: undefined,
    });
    this.#changed();
  }

  async #keep(gathered: Gathered, isAsking: boolean): Promise<'new' | 'same' | 'differs'> {
    if (gathered.kind === 'instrument') {
      await saveInstrument(this.store, gathered.instrument);
      // The source asks again only for another object.
      if (this.study) this.study = { ...this.study };
      await this.#relook();
      return 'new';
    }
    if (gathered.kind !== 'study') return 'same';
    const before = await readStudy(this.store, gathered.study.id);
    if (before !== undefined && canonical(before) === canonical(gathered.study)) return 'same';
    if (before !== undefined && isAsking) return 'differs';
    await saveStudy(this.store, gathered.study);
    await this.#relook();
    return 'new';
  }

  async #afterStoring(): Promise<void> {
    if (this.study && this.opener.hasKey) await this.opener.open(this.study.id);
    await this.#relook();
  }

  async #relook(): Promise<void> {
    clearTimeout(this.#timer);
    this.look();
    await this.#looking;
  }
}
