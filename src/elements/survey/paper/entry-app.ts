import type { Difference } from '../../../core/paper/check.js';
import type { PaperField } from '../../../core/paper/codes.js';
import { advanceEntry, typeKeys, type EntryAction } from '../../../core/paper/entry.js';
import { consentIn, linkAgreed } from '../../../core/paper/sheet.js';
import type { SurveyResponse } from '../../../core/response/types.js';
import type { Locale } from '../../../core/text.js';
import type { TroubleCode } from '../../../i18n/survey/types.js';
import { draftKey } from '../../../store/keys.js';
import { openStore, type Store } from '../../../store/store.js';
import type { CanyuSurvey, CanyuSurveyEvents } from '../canyu-survey.js';
import { DraftKeeper } from '../draft-keeper.js';
import { dayOf } from '../../day.js';
import { newId } from '../platform.js';
import { isTrouble } from '../study-source.js';
import { instrumentName } from '../survey-words.js';
import {
  isDraftOf,
  newWork,
  noPile,
  numberOf,
  resumedWork,
  type EntryPhase,
  type Notice,
  type PaperDraft,
  type Pile,
  type Work,
} from './entry-state.js';
import { openPaper, type PaperForm, type PaperTrouble } from './paper-source.js';
import { rowName, toldOf } from './rows.js';

/** Types in sheets for the element: one after the other, each into the store, a sample of them twice. */
export class EntryApp {
  phase: EntryPhase = 'loading';
  form: PaperForm | undefined;
  trouble: PaperTrouble | undefined;
  storeTrouble: TroubleCode | undefined;
  work: Work = newWork('', dayOf());
  pile: Pile = noPile;
  notice: Notice | undefined;
  /** Rows that the two entries differ in; empty but in the phase `compare`. */
  differences: readonly Difference[] = [];
  linkDiffers = false;
  resumed = false;
  discarding = false;
  /** What is handed over as a file when the store does not take it. */
  response: SurveyResponse | undefined;
  fileText = '';
  readonly host: CanyuSurvey;
  readonly store: Store = openStore();
  /** The six small answers, or the pictures of the card, as typed. They live here only, until they have become tokens. */
  readonly raw = new Map<string, string>();
  #keeper: DraftKeeper<PaperDraft> | undefined;
  #load = 0;
  #drafts = false;
  #focus: string | undefined;

  constructor(host: CanyuSurvey) {
    this.host = host;
  }

  /** Opens the form that the host's attributes name. */
  async open(locale: Locale): Promise<void> {
    const load = ++this.#load;
    this.phase = 'loading';
    const form = await openPaper(this.host, locale, 'entry');
    if (load !== this.#load) return;
    if (isTrouble(form)) {
      this.trouble = form;
      this.phase = 'trouble';
      this.announce('canyu-error', { code: form.code });
      this.host.requestUpdate();
      return;
    }
    this.form = form;
    this.pile = noPile;
    this.#keeper = new DraftKeeper<PaperDraft>(this.store, this.draftKey, () => this.#drafted(), this.onStoreError);
    this.work = newWork(newId(), dayOf());
    this.raw.clear();
    try {
      await this.store.ready();
      if (!this.#isShared) this.#resume(await this.store.readDraft(this.draftKey));
    } catch (error) {
      this.onStoreError(error);
    }
    if (load !== this.#load) return;
    this.phase = 'typing';
    this.focusOn('number');
    this.announce('canyu-ready', {});
  }

  /** The other language: same sheet, other words. */
  async changeLocale(locale: Locale): Promise<void> {
    if (!this.form || this.form.locale === locale) return;
    const form = await openPaper(this.host, locale, 'entry');
    if (!isTrouble(form)) this.form = form;
    this.notice = undefined;
    this.host.requestUpdate();
  }

  /** Clears the sheet that is being typed; what is stored stays. */
  async reset(): Promise<void> {
    await this.#drop();
    this.pile = noPile;
    this.#next();
  }

  /** Key of the draft: beside those of respondents, so that a sheet on paper and one on screen never take each other's place. */
  get draftKey(): string {
    const { study, wave, group } = this.form ?? {};
    return `${draftKey({ study: study?.id ?? '', wave: wave?.id ?? '', group: group ?? '' })}/paper`;
  }

  /** Rows that are typed now. */
  get fields(): readonly PaperField[] {
    const fields = this.form?.fields ?? [];
    if (this.phase !== 'compare') return fields;
    return fields.filter(({ id }) => this.differences.some((one) => one.id === id));
  }

  /** Whether what links the sheets is to be typed now. */
  get asksLink(): boolean {
    if (!this.form?.linkRows.length) return false;
    return this.phase === 'compare' ? this.linkDiffers : linkAgreed(this.work.entry.values);
  }

  /** At a kiosk nothing of a sheet is kept before it is stored. */
  get #isShared(): boolean {
    return this.host.device === 'kiosk';
  }

  /** A key, or several that came in one go. */
  type(keys: string): void {
    this.#enter(typeKeys(this.fields, this.work.entry, keys));
  }

  act(action: EntryAction): void {
    this.#enter(advanceEntry(this.fields, this.work.entry, action));
    if (action.type !== 'move') return;
    const row = this.fields[this.work.entry.at];
    if (row) this.focusOn(`row ${row.id}`);
  }

  #enter(entry: Work['entry']): void {
    const { form } = this;
    if (!form || entry === this.work.entry) return;
    const before = this.work.entry;
    this.work = { ...this.work, entry };
    const text = form.messages.entry;
    if (entry.refused) {
      const { id, key } = entry.refused;
      const codes = this.fields.find((field) => field.id === id)?.codes.map(({ code }) => code) ?? [];
      this.notice = { text: text.refused(rowName(form, id), key, codes.join(' ')), alarm: true };
    }
    if (entry.past.length > before.past.length) {
      const { id = '' } = entry.past.at(-1) ?? {};
      if (!entry.refused) this.notice = toldOf(form, id, this.work);
      this.focusOn(`after ${id}`);
    } else if (entry.past.length < before.past.length) {
      const id = before.past.at(-1)?.id ?? '';
      this.notice = { text: text.undone(rowName(form, id)), alarm: false };
      this.focusOn(`row ${id}`);
    }
    if (entry.past === before.past) {
      this.host.requestUpdate();
    } else {
      this.discarding = false;
      this.save();
    }
  }

  set(change: Partial<Pick<Work, 'number' | 'date' | 'texts'>>): void {
    this.work = { ...this.work, ...change };
    this.save();
  }

  setAll(all: boolean): void {
    this.pile = { ...this.pile, all };
    this.save();
  }

  /** Keeps the sheet as a draft: not before both boxes are ticked, and not at a kiosk. */
  save(): void {
    const { form } = this;
    this.host.requestUpdate();
    const values = this.work.first?.values ?? this.work.entry.values;
    if (!form || this.#isShared) return;
    if (consentIn(values) !== 'given') {
      // A box that was typed as ticked and is not after all: nothing of the sheet may stay.
      if (this.#drafts) void this.#drop();
      return;
    }
    this.#drafts = true;
    const { work, pile } = this;
    this.#keeper?.save({ schema: 'canyu-paper/1', id: work.id, form: this.#formName, work, pile });
  }

  get #formName(): string {
    return this.form ? `${instrumentName(this.form.words.instrument)} ${this.host.form}` : '';
  }

  #resume(draft: unknown): void {
    if (!isDraftOf(this.#formName, draft)) return;
    this.pile = draft.pile;
    this.work = resumedWork(draft);
    this.resumed = true;
    this.#drafts = true;
  }

  /** The sheet is stored or handed over: on to the next. */
  finish(text: string): void {
    const number = numberOf(this.work);
    const { done, numbers } = this.pile;
    this.pile = { ...this.pile, done: done + 1, numbers: [...numbers, number] };
    const warning = this.notice?.alarm ? ` ${this.notice.text}` : '';
    this.#next(number);
    this.notice = { text: `${text}${warning}`, alarm: false };
  }

  /** The sheet that could not be stored is kept as a file: nothing more of it stays here. */
  async handedOver(): Promise<void> {
    const { form } = this;
    if (!form || !this.fileText) return;
    await this.#drop();
    this.storeTrouble = undefined;
    this.finish(form.messages.entry.handedOver(numberOf(this.work)));
  }

  /** Throws the sheet on the table away. */
  async discard(): Promise<void> {
    const number = numberOf(this.work);
    await this.#drop();
    this.#next(number);
    const { form } = this;
    if (form) this.notice = { text: form.messages.entry.discarded, alarm: false };
    this.host.requestUpdate();
  }

  /** Resolves when no draft is being written; what waits to be written is let go. */
  async stopDrafts(): Promise<void> {
    await this.#keeper?.settled(true);
  }

  async #drop(): Promise<void> {
    this.#drafts = false;
    await this.stopDrafts();
    if (!this.#isShared) await this.#keeper?.drop();
  }

  #next(before?: string): void {
    this.work = newWork(newId(), this.work.date || dayOf(), before);
    this.raw.clear();
    this.response = undefined;
    this.fileText = '';
    this.differences = [];
    this.linkDiffers = false;
    this.resumed = false;
    this.discarding = false;
    this.notice = undefined;
    this.phase = 'typing';
    this.focusOn('number');
  }

  /** Says what keeps the sheet from going on. */
  stop(text: string, focus: string): void {
    this.notice = { text, alarm: true };
    this.focusOn(focus);
  }

  /** Where the focus goes after the next drawing. */
  focusOn(target: string): void {
    this.#focus = target;
    this.host.requestUpdate();
  }

  /** Takes the wish for focus. */
  takeFocus(): string | undefined {
    const target = this.#focus;
    this.#focus = undefined;
    return target;
  }

  announce<K extends keyof CanyuSurveyEvents>(type: K, detail: CanyuSurveyEvents[K], cancelable = false): boolean {
    return this.host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  #drafted(): void {
    if (!this.storeTrouble) return;
    this.storeTrouble = undefined;
    this.host.requestUpdate();
  }

  readonly onStoreError = (error: unknown): void => {
    const code = (error as { code?: unknown }).code;
    this.storeTrouble = typeof code === 'string' ? (code as TroubleCode) : 'unknown';
    this.announce('canyu-error', { code: this.storeTrouble });
    this.host.requestUpdate();
  };
}
