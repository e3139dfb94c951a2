import { addCounts, noCounts, questionsOf, type Counts, type Question } from '../../core/gather/report.js';
import { joinMaterial } from '../../core/describe/parse-material.js';
import type { Gathered, GatheredRecords, Refusal } from '../../core/gather/types.js';
import { addRecords, type FileRecords } from '../../store/import.js';
import type { Store } from '../../store/store.js';
import { changeKept } from './kept-material.js';
import { readApart } from './read-apart.js';
import { isArchive, readBook } from './read-book.js';
import { readText } from './read-file.js';

/** Something dropped, chosen or pasted. */
export interface Given {
  readonly name: string;
  /** Finds out what it is and reads it, for the study with this id. */
  readonly read: (study: string) => Promise<Gathered>;
}

/** A file that was dropped or chosen: a workbook, or a text. */
export const givenFile = (file: File): Given => ({
  name: file.name,
  read: async (study) => ((await isArchive(file)) ? readBook(file, study) : readApart(await readText(file), study)),
});

/** A text that was pasted. */
export const givenText = (text: string): Given => ({ name: '', read: (study) => readApart(text, study) });

/** Where a file stands. */
export type ItemState =
  | { readonly status: 'waiting' | 'reading' | 'storing' | 'left-out' | 'key' }
  /** Nothing is stored before the person has said so. */
  | { readonly status: 'asking'; readonly questions: readonly Question[] }
  | { readonly status: 'asking-study' }
  | { readonly status: 'done'; readonly counts: Counts }
  | { readonly status: 'study' | 'instrument'; readonly isNew: boolean }
  | { readonly status: 'refused'; readonly why: Refusal; readonly detail: string }
  | { readonly status: 'failed'; readonly code: string };

/** One file of the list. */
export interface Item {
  readonly id: number;
  readonly name: string;
  readonly given: Given;
  readonly gathered?: Gathered;
  readonly state: ItemState;
}

/** What a gatherer needs of the desk around it. */
export interface GathererHost {
  readonly store: Store;
  /** Id of the study at hand; '' where there is none yet. */
  readonly study: () => string;
  /** Opens a study, because the first file belongs to it. */
  readonly adopt: (study: string) => void;
  /** Keeps a document; `ask`: only if it replaces nothing. */
  readonly keep: (gathered: Gathered, ask: boolean) => Promise<'new' | 'same' | 'differs'>;
  readonly offerKey: (text: string) => void;
  /** Records were stored. */
  readonly stored: () => Promise<void>;
  readonly changed: () => void;
}

/** Reads files one after the other and stores what may be stored; what needs a word from a person waits for it, and holds up no other file. */
export class Gatherer {
  /** In the order in which they came. */
  items: readonly Item[] = [];
  readonly #host: GathererHost;
  #queue: Promise<void> = Promise.resolve();
  #next = 1;

  constructor(host: GathererHost) {
    this.#host = host;
  }

  /** Resolves when nothing is being read or stored any more. */
  get idle(): Promise<void> {
    return this.#queue;
  }

  /** Takes in files, of any number and in any order. Never rejects; what becomes of each is in `items`. */
  add(all: readonly Given[]): Promise<void> {
    const items = all.map((given): Item => ({
      id: this.#next++,
      name: given.name,
      given,
      state: { status: 'waiting' },
    }));
    this.items = [...this.items, ...items];
    this.#host.changed();
    for (const { id } of items) this.#queue = this.#queue.then(() => this.#read(id));
    return this.#queue;
  }

  /** The person agrees to what was asked about a file; also tries again one that failed, and replaces ledger rows. */
  agree(id: number, replace = false): Promise<void> {
    this.#queue = this.#queue.then(() => this.#store(id, replace));
    return this.#queue;
  }

  /** The person does not want this file. */
  leaveOut(id: number): void {
    this.#become(id, { status: 'left-out' });
  }

  /** Empties the list; what is stored stays. */
  clear(): void {
    this.items = this.items.filter(({ state }) => ['waiting', 'reading', 'storing'].includes(state.status));
    this.#host.changed();
  }

  async #read(id: number): Promise<void> {
    const item = this.#item(id);
    if (!item) return;
    this.#become(id, { status: 'reading' });
    try {
      await this.#take(id, await item.given.read(this.#host.study()));
    } catch (error) {
      this.#fail(id, error);
    }
  }

  async #take(id: number, gathered: Gathered): Promise<void> {
    this.items = this.items.map((item) => (item.id === id ? { ...item, gathered } : item));
    switch (gathered.kind) {
      case 'refused':
        this.#become(id, { status: 'refused', why: gathered.why, detail: gathered.detail });
        return;
      case 'key':
        this.#host.offerKey(gathered.text);
        this.#become(id, { status: 'key' });
        return;
      case 'study':
      case 'instrument': {
        if (gathered.kind === 'study' && !this.#host.study()) this.#host.adopt(gathered.study.id);
        if (gathered.kind === 'study' && gathered.study.id !== this.#host.study()) {
          this.#become(id, { status: 'asking', questions: [{ code: 'other-study', studies: [gathered.study.id] }] });
          return;
        }
        const kept = await this.#host.keep(gathered, true);
        if (kept === 'differs') this.#become(id, { status: 'asking-study' });
        else this.#become(id, { status: gathered.kind, isNew: kept === 'new' });
        return;
      }
      case 'records': {
        const first = gathered.header?.study ?? gathered.studies.find(({ study }) => study)?.study;
        if (!this.#host.study() && first) this.#host.adopt(first);
        const questions = questionsOf(gathered, this.#host.study());
        if (questions.length) this.#become(id, { status: 'asking', questions });
        else await this.#store(id, false);
      }
    }
  }

  async #store(id: number, replace: boolean): Promise<void> {
    const item = this.#item(id);
    if (!item) return;
    const { gathered } = item;
    // It could not even be read.
    if (!gathered) return this.#read(id);
    this.#become(id, { status: 'storing' });
    try {
      if (gathered.kind === 'records') await this.#storeRecords(id, gathered, replace);
      else if (gathered.kind === 'study' || gathered.kind === 'instrument') {
        await this.#host.keep(gathered, false);
        this.#become(id, { status: gathered.kind, isNew: true });
      }
    } catch (error) {
      this.#fail(id, error);
    }
  }

  async #storeRecords(id: number, gathered: GatheredRecords, replace: boolean): Promise<void> {
    const added = await addRecords(this.#host.store, { ...recordsOf(gathered), replace });
    for (const study of gathered.documents) await this.#host.keep({ kind: 'study', study }, true);
    const { responses, sealed, aside, entries } = added;
    const counts = addCounts(await this.#storeMaterials(gathered), {
      ...responses,
      sealedAdded: sealed.added,
      sealedSame: sealed.same,
      aside,
      rowsAdded: entries.added,
      rowsSame: entries.same,
      [replace ? 'rowsReplaced' : 'rowsKept']: entries.conflict,
      rowsRefused: gathered.refusedRows.length,
      partsRefused: gathered.partsRefused ?? 0,
    });
    this.#become(id, { status: 'done', counts });
    await this.#host.stored();
  }

  /** Material of a file of its own says the last word; that of a backup only fills in what is missing here. */
  async #storeMaterials({ materials = [], source }: GatheredRecords): Promise<Counts> {
    let counts = noCounts;
    for (const { study, material } of materials) {
      let came: Partial<Counts> = {};
      // The store calls again where its connection had died.
      await changeKept(this.#host.store, study, (before) => {
        const joined = joinMaterial(before, material, source === 'material');
        came = { quotesAdded: joined.quotesAdded, quotesSame: joined.quotesSame, partsKept: joined.parts };
        return joined.material;
      });
      counts = addCounts(counts, came);
    }
    return counts;
  }

  #fail(id: number, error: unknown): void {
    const { code } = error as { readonly code?: unknown };
    this.#become(id, { status: 'failed', code: typeof code === 'string' ? code : 'read' });
  }

  #item(id: number): Item | undefined {
    return this.items.find((item) => item.id === id);
  }

  #become(id: number, state: ItemState): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, state } : item));
    this.#host.changed();
  }
}

/** The records of a file as the store takes them. */
function recordsOf({ studies }: GatheredRecords): FileRecords {
  return {
    responses: studies.flatMap(({ responses }) => responses),
    entries: studies.flatMap(({ entries }) => entries),
    sealed: studies.flatMap(({ study, sealed }) => sealed.map((one) => ({ ...one, study }))),
    aside: studies.flatMap(({ study, aside }) =>
      aside.map(({ address, record }) => ({ study, address, record, wave: waveOf(record) })),
    ),
  };
}

const waveOf = (record: Readonly<Record<string, unknown>>): string =>
  typeof record['wave'] === 'string' ? record['wave'] : '';
