import type { Difference } from '../../../core/paper/check.js';
import type { PaperField } from '../../../core/paper/codes.js';
import { advanceEntry, typeKeys, type EntryAction } from '../../../core/paper/entry.js';
import { linkAgreed } from '../../../core/paper/sheet.js';
import type { SurveyResponse } from '../../../core/response/types.js';
import type { Locale } from '../../../core/text.js';
import type { TroubleCode } from '../../../i18n/survey/types.js';
import { draftKey } from '../../../store/keys.js';
import { openStore, type Store } from '../../../store/store.js';
import type { CanyuSurvey, CanyuSurveyEvents } from '../canyu-survey.js';
import { dayOf } from '../../day.js';
import { askBeforeLeaving } from '../leave-guard.js';
import { newId } from '../platform.js';
import { isTrouble } from '../study-source.js';
import { EntryDrafts } from './entry-drafts.js';
import { newWork, noPile, numberOf, type EntryPhase, type Notice, type Pile, type Work } from './entry-state.js';
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
  readonly #kept: EntryDrafts = new EntryDrafts(this);
  #load = 0;
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
    this.#kept.open();
    if (form.study.seal) askBeforeLeaving({ host: this.host, isOnlyHere: () => this.#isOnlyHere });
    this.work = newWork(newId(), dayOf());
    this.raw.clear();
    try {
      await this.store.ready();
      await this.#kept.resume();
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
    await this.#kept.drop();
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

  /** Whether something is typed of which no draft is kept. A kiosk forgets by itself and asks nobody. */
  get #isOnlyHere(): boolean {
    const { entry, first } = this.work;
    return (
      this.host.device !== 'kiosk' && this.form?.study.seal !== undefined && (first !== null || entry.past.length > 0)
    );
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

  /** Shows the sheet as it is now, and keeps it. */
  save(): void {
    this.host.requestUpdate();
    this.#kept.save();
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
    await this.#kept.drop();
    this.storeTrouble = undefined;
    this.finish(form.messages.entry.handedOver(numberOf(this.work)));
  }

  /** Throws the sheet on the table away. */
  async discard(): Promise<void> {
    const number = numberOf(this.work);
    await this.#kept.drop();
    this.#next(number);
    const { form } = this;
    if (form) this.notice = { text: form.messages.entry.discarded, alarm: false };
    this.host.requestUpdate();
  }

  /** Resolves when no draft is being written; what waits to be written is let go. */
  stopDrafts(): Promise<void> {
    return this.#kept.stop();
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

  /** A draft was written: what went wrong before does so no longer. */
  readonly onDrafted = (): void => {
    if (!this.storeTrouble) return;
    this.storeTrouble = undefined;
    this.host.requestUpdate();
  };

  readonly onStoreError = (error: unknown): void => {
    const code = (error as { code?: unknown }).code;
    this.storeTrouble = typeof code === 'string' ? (code as TroubleCode) : 'unknown';
    this.announce('canyu-error', { code: this.storeTrouble });
    this.host.requestUpdate();
  };
}
