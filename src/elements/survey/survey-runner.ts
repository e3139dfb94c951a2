import type { Item } from '../../core/instrument/types.js';
import { advance, progressOf, startSession, type Progress } from '../../core/session/session.js';
import type { SessionAction, SessionPlan, SessionState } from '../../core/session/types.js';
import { waveState } from '../../core/study/waves.js';
import type { Study, Wave } from '../../core/study/types.js';
import type { Group, Locale } from '../../core/text.js';
import { loadMessages } from '../../i18n/locale.js';
import { lateSurveyCatalogues } from '../../i18n/survey/index.js';
import type { Consent, LateSurveyMessages, TroubleCode } from '../../i18n/survey/types.js';
import { draftKey } from '../../store/keys.js';
import { openStore, type Store } from '../../store/store.js';
import type { CanyuSurvey, CanyuSurveyEvents } from './canyu-survey.js';
import { consentHash, consentOf, consentVersion } from './consent-text.js';
import { DraftKeeper } from './draft-keeper.js';
import type { LateViews } from './late/late-views.js';
import type { SurveyApp } from './survey-app.js';
import { isTrouble, loadStudy, type Trouble } from './study-source.js';
import { builtInInstrument, loadWords, type SurveyWords } from './survey-words.js';
import { newId, today } from './platform.js';

/** What is on screen. `session` shows the session's own step. */
export type Phase = 'loading' | 'trouble' | 'resume' | 'session' | 'submitting' | 'failed' | 'thanks' | 'withdraw';

const groups: readonly Group[] = ['resident', 'official', 'partner'];

/** A pause longer than this is not counted as time spent on a question. */
const LONGEST_STEP_SECONDS = 120;

/**
 * Runs one respondent's survey for the element: study and words in, session forward and back, drafts and response to the
 * store, events out. What an answer means is decided in core, how it looks in the views.
 */
export class SurveyRunner {
  phase: Phase = 'loading';
  words: SurveyWords | undefined;
  late: { readonly messages: LateSurveyMessages; readonly views: LateViews } | undefined;
  study: Study | undefined;
  wave: Wave | undefined;
  group: Group = 'resident';
  state: SessionState | undefined;
  trouble: Trouble | undefined;
  /** Code of the last failed write; undefined once a write succeeded. */
  storeTrouble: TroubleCode | undefined;
  /** Set when "start" was pressed without the two boxes. */
  consentMissing = false;
  /** A half-finished sheet of this device. */
  unfinished: SessionState | undefined;

  readonly host: CanyuSurvey;
  readonly store: Store = openStore();
  plan: SessionPlan | undefined;
  keeper: DraftKeeper<SessionState> | undefined;
  #lastAction = performance.now();
  #load = 0;
  #focusHeading = false;

  constructor(host: CanyuSurvey) {
    this.host = host;
  }

  /** Opens the survey that the host's attributes name; called again when they change. */
  async open(locale: Locale): Promise<void> {
    const load = ++this.#load;
    this.phase = 'loading';
    const { host } = this;
    try {
      // Study and words travel together; which words they are is known beforehand wherever the page names the group.
      const named = groups.find((group) => group === host.group) ?? 'resident';
      const [study, words] = await Promise.all([loadStudy(host.src, host.study ?? 'canyu'), loadWords(locale, named)]);
      if (load !== this.#load) return;
      this.words = words;
      const trouble = isTrouble(study) ? study : this.#adopt(study);
      if (!trouble && this.group !== named) this.words = await loadWords(locale, this.group);
      if (load !== this.#load) return;
      if (trouble) {
        await this.fail(trouble);
        return;
      }
      await this.#openDraft();
      if (load !== this.#load) return;
    } catch {
      if (load === this.#load) await this.fail({ code: 'load-failed' });
      return;
    }
    host.requestUpdate();
    this.announce('canyu-ready', {});
  }

  /** Checks what the host asks for against the study and makes the plan. */
  #adopt(study: Study): Trouble | undefined {
    const { host } = this;
    const group = (host.group ?? study.groups[0] ?? 'resident') as Group;
    if (!study.groups.includes(group)) return { code: 'unknown-group', detail: group };
    if (study.seal) return { code: 'seal-unsupported' };
    if (study.instrument !== builtInInstrument) return { code: 'unknown-instrument', detail: study.instrument };
    if (host.community && study.communities.length > 0 && !study.communities.some(({ id }) => id === host.community)) {
      return { code: 'unknown-community', detail: host.community };
    }
    const wave = host.wave
      ? study.waves.find(({ id }) => id === host.wave)
      : (study.waves.find((one) => waveState(one, today()) === 'open') ?? study.waves[0]);
    if (!wave) return { code: 'unknown-wave', detail: host.wave };
    const when = waveState(wave, today());
    if (when === 'before') return { code: 'wave-before', detail: wave.opens };
    if (when === 'closed') return { code: 'wave-closed', detail: wave.closes };
    const form = this.words?.instrument.forms[host.form][group];
    if (!form) return { code: 'unknown-group', detail: group };
    this.study = study;
    this.wave = wave;
    this.group = group;
    this.plan = {
      form,
      linking: study.linking !== 'none',
      communities: host.community || study.communities.length < 2 ? [] : study.communities.map(({ id }) => id),
    };
    return undefined;
  }

  async #openDraft(): Promise<void> {
    const key = this.draftKey;
    this.keeper = new DraftKeeper(this.store, key, this.#onDraftSaved, this.onStoreError);
    this.#begin();
    // Not before it is known whether there is a sheet to go on with.
    this.phase = 'loading';
    try {
      await this.store.ready();
    } catch (error) {
      this.onStoreError(error);
    }
    try {
      const draft = await this.store.readDraft(key);
      if (draft && (await this.needLate())) this.late?.views.offer(draft);
    } catch (error) {
      this.onStoreError(error);
    }
    if ((this.phase as Phase) === 'loading') this.phase = 'session';
  }

  #begin(): void {
    const { study, wave, words, group } = this;
    const { host } = this;
    if (!study || !wave || !words) return;
    this.state = startSession({
      id: newId(),
      study: study.id,
      instrument: study.instrument,
      wave: wave.id,
      group,
      community: host.community ?? (study.communities.length === 1 ? study.communities[0]?.id : undefined),
      form: host.form,
      mode: host.mode,
      locale: words.locale,
      device: host.device,
    });
    this.#lastAction = performance.now();
    this.consentMissing = false;
    this.phase = 'session';
  }

  /** Throws the current answers away and shows the consent screen to the next person. */
  async reset(): Promise<void> {
    const state = this.state;
    await this.keeper?.settled(true);
    if (state && this.phase !== 'thanks') {
      await this.store.dropDraft(this.draftKey).catch(this.onStoreError);
    }
    this.unfinished = undefined;
    this.#begin();
    this.show();
  }

  /** The other language: same answers, other words. */
  async changeLocale(locale: Locale): Promise<void> {
    if (!this.words || this.words.locale === locale) return;
    try {
      this.words = await loadWords(locale, this.group);
      if (this.late) await this.needLate();
      this.dispatch({ type: 'locale', locale }, false);
    } catch {
      this.host.requestUpdate();
    }
  }

  get draftKey(): string {
    return draftKey({ study: this.study?.id ?? '', wave: this.wave?.id ?? '', group: this.group });
  }

  /** The item that the session is at, if it is at one. */
  get item(): Item | undefined {
    return this.state && this.words?.items.get(this.state.at);
  }

  get progress(): Progress {
    if (!this.plan || !this.state) return { index: 0, total: 0, minutesLeft: 1 };
    return progressOf(this.plan, this.state);
  }

  get consent(): Consent | undefined {
    const { words, study } = this;
    if (!words || !study || !this.plan) return undefined;
    const questions = this.plan.form.closed.length;
    return consentOf(words.consent, study, words.locale, { questions, minutes: questions > 15 ? 6 : 3 });
  }

  /** Takes an action to the session, saves the draft, and shows the result. `moves`: focus goes to the new heading. */
  dispatch(action: SessionAction, moves = true): void {
    if (!this.plan || !this.state) return;
    const before = this.state;
    const now = performance.now();
    const seconds = Math.min(LONGEST_STEP_SECONDS, (now - this.#lastAction) / 1000);
    this.#lastAction = now;
    const state = advance(this.plan, advance(this.plan, before, action), { type: 'spent', seconds });
    this.state = state;
    if (state.consent && this.phase === 'session') this.keeper?.save(state);
    if (!before.consent && state.consent) this.announce('canyu-start', {});
    // The rest of the survey arrives while the first questions are answered.
    if (action.type === 'answer') void this.needLate();
    if (before.at !== state.at) {
      const { index, total } = this.progress;
      this.announce('canyu-progress', { index, total });
      if (this.needsLate(state.at)) {
        void this.needLate();
      }
    }
    this.show(moves && before.at !== state.at);
  }

  /** Agrees with the boxes as ticked; without the two required ones it says so instead. */
  async agree(participate: boolean, process: boolean, link: boolean): Promise<void> {
    this.consentMissing = !participate || !process;
    const { consent } = this;
    if (this.consentMissing || !consent) {
      this.show(false);
      return;
    }
    this.dispatch({ type: 'agree', version: consentVersion, hash: await consentHash(consent), link });
  }

  /** Whether a step is drawn by the part that is loaded later. */
  needsLate(step: string): boolean {
    const page = this.host.layout === 'page' && step !== 'consent' && step !== 'frame';
    return page || ['community', 'link', 'review'].includes(step) || this.words?.items.get(step)?.kind === 'text';
  }

  /** Loads the views and texts of the later steps; shows trouble if they do not arrive. */
  async needLate(): Promise<boolean> {
    const locale = this.words?.locale ?? 'zh-Hans';
    if (this.late && this.late.views.locale === locale) return true;
    try {
      const [messages, { createLateViews }] = await Promise.all([
        loadMessages(lateSurveyCatalogues, locale),
        import('./late/late-views.js'),
      ]);
      this.late = { messages, views: await createLateViews(this as unknown as SurveyApp, messages, locale) };
      this.host.requestUpdate();
      return true;
    } catch {
      this.announce('canyu-error', { code: 'load-failed' });
      this.host.requestUpdate();
      return false;
    }
  }

  /** Tries the last failed write again. */
  retrySave(): void {
    if (this.state) this.keeper?.save(this.state);
  }

  async fail(trouble: Trouble): Promise<void> {
    this.trouble = trouble;
    this.phase = 'trouble';
    await this.needLate();
    this.announce('canyu-error', { code: trouble.code });
    this.host.requestUpdate();
  }

  /** Tells the page; the detail holds ids and counts, never answers. False when a cancelable event was prevented. */
  announce<K extends keyof CanyuSurveyEvents>(type: K, detail: CanyuSurveyEvents[K], cancelable = false): boolean {
    return this.host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  /** Shows the current state; `moved`: the heading takes the focus, so that a screen reader reads the new step. */
  show(moved = true): void {
    this.#focusHeading ||= moved;
    this.host.requestUpdate();
  }

  /** Called by the host after each update. */
  updated(root: ShadowRoot): void {
    if (!this.#focusHeading) return;
    const heading = root.querySelector<HTMLElement>('h2');
    if (!heading) return;
    this.#focusHeading = false;
    heading.focus();
  }

  readonly #onDraftSaved = (draft: SessionState): void => {
    this.storeTrouble = undefined;
    this.announce('canyu-saved', { responseId: draft.id });
    this.host.requestUpdate();
  };

  /** A read or write of the store failed: say so, keep the answers, go on. */
  readonly onStoreError = (error: unknown): void => {
    const code = (error as { code?: unknown }).code;
    this.storeTrouble = typeof code === 'string' ? (code as TroubleCode) : 'unknown';
    this.announce('canyu-error', { code: this.storeTrouble });
    void this.needLate();
    this.host.requestUpdate();
  };
}
