import { adoptStyles, type CSSResult } from 'lit';
import type { Item } from '../../core/instrument/types.js';
import { advance, progressOf, startSession, type Progress } from '../../core/session/session.js';
import type { SessionAction, SessionPlan, SessionState } from '../../core/session/types.js';
import type { Study, Wave } from '../../core/study/types.js';
import type { Group, Locale } from '../../core/text.js';
import { loadMessages } from '../../i18n/locale.js';
import { lateSurveyCatalogues } from '../../i18n/survey/index.js';
import type { Consent, LateSurveyMessages, TroubleCode } from '../../i18n/survey/types.js';
import type { Store } from '../../store/store.js';
import { theme } from '../theme.js';
import { adoptStudy } from './adopt-study.js';
import type { CanyuSurvey, CanyuSurveyEvents } from './canyu-survey.js';
import { consentHash, consentOf, consentVersion } from './consent-text.js';
import type { DraftKeeper } from './draft-keeper.js';
import type { LateViews } from './late/late-views.js';
import type { pageView as PageView } from './page/page-view.js';
import type { SurveyApp } from './survey-app.js';
import { hasRandom, newId, wantedTools, storeComesFirst } from './platform.js';
import { isTrouble, loadStudy, type Trouble } from './study-source.js';
import { hasOwnWords, loadWords, type SurveyWords } from './survey-words.js';
import { surveyStyles } from './survey.styles.js';
import type { Tools } from './tools/tools.js';

/** What is on screen. `session` shows the session's own step. */
export type Phase = 'loading' | 'trouble' | 'resume' | 'session' | 'submitting' | 'failed' | 'thanks' | 'withdraw';

/** A pause longer than this is not counted as time spent on a question. */
const LONGEST_STEP_SECONDS = 120;

/**
 * Runs one respondent's survey for the element: study and words in, session forward and back, drafts and response to the
 * store, events out. What an answer means is decided in core, how it looks in the views.
 */
export class SurveyRunner {
  phase: Phase = 'loading';
  locale: Locale = 'zh-Hans';
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
  /** Present with `late`: a first visit loads the store with its first answer, there being nothing to read before. */
  store!: Store;
  keeper: DraftKeeper<SessionState> | undefined;
  plan: SessionPlan | undefined;
  /** The plan as instrument and study give it, without what one respondent alone is asked. */
  basePlan: SessionPlan | undefined;
  /** Reading aloud, larger text and the like; loaded when somebody asks for them. */
  tools: Tools | undefined;
  readonly styles: CSSResult[] = [surveyStyles];
  #lastAction = performance.now();
  #load = 0;
  #focusHeading = false;
  #page: typeof PageView | undefined;
  #progress: { readonly plan: SessionPlan; readonly state: SessionState; readonly value: Progress } | undefined;

  constructor(host: CanyuSurvey) {
    this.host = host;
  }

  /** Opens the survey that the host's attributes name; called again when they change. */
  async open(locale: Locale): Promise<void> {
    const load = ++this.#load;
    this.phase = 'loading';
    this.trouble = undefined;
    this.locale = locale;
    const { host } = this;
    if (host.mode === 'helped' || wantedTools()) void this.needTools(false);
    try {
      // Study and words travel together; which words they are is known beforehand wherever the page names the group.
      const [study, words] = await Promise.all([
        loadStudy(host.src, host.study ?? 'canyu'),
        loadWords(locale, (host.group ?? 'resident') as Group, host.instrument),
        this.needPage(),
      ]);
      if (load !== this.#load) return;
      const adopted = isTrouble(study) ? study : isTrouble(words) ? words : adoptStudy(host, study, words);
      const trouble = isTrouble(adopted)
        ? adopted
        : adopted.study.seal && (await (await import('./sealing.js')).sealTrouble(adopted.study, locale));
      if (load !== this.#load) return;
      const usable = isTrouble(adopted) ? adopted.closed : adopted;
      if (usable) {
        Object.assign(this, usable);
        this.basePlan = usable.plan;
        this.words = words as SurveyWords;
        if (usable.group !== this.words.group || hasOwnWords(usable.study)) this.words = await this.#loadWords();
        if (load !== this.#load) return;
      }
      if (trouble) {
        await this.fail(trouble);
        return;
      }
      await this.#openDraft();
      if (load !== this.#load) return;
    } catch {
      if (load !== this.#load) return;
      // Without random numbers two sheets could get one id, and one of them be lost.
      if (this.words) await this.fail({ code: hasRandom() ? 'load-failed' : 'no-random' });
      else host.lost();
      return;
    }
    host.requestUpdate();
    this.announce('canyu-ready', {});
  }

  /** The words for what was adopted, in the language of now. */
  #loadWords(): Promise<SurveyWords> {
    return loadWords(this.locale, this.group, this.host.instrument, this.study) as Promise<SurveyWords>;
  }

  async #openDraft(): Promise<void> {
    this.keeper = undefined;
    if (storeComesFirst() || this.study?.extras?.length) await this.needLate();
    this.#begin();
    if (!this.late) return;
    // Not before it is known whether there is a sheet to go on with.
    this.phase = 'loading';
    await this.late.views.offer().catch(this.onStoreError);
    if ((this.phase as Phase) === 'loading') this.phase = 'session';
  }

  #begin(): void {
    const { study, wave, words, group } = this;
    const { host } = this;
    if (!study || !wave || !words) return;
    if (this.trouble) {
      this.phase = 'trouble';
      return;
    }
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
    this.plan = this.basePlan;
    this.late?.views.extend();
    this.#lastAction = performance.now();
    this.consentMissing = false;
    this.phase = 'session';
  }

  /** Throws the current answers away and shows the consent screen to the next person. */
  async reset(): Promise<void> {
    const { keeper, state } = this;
    await keeper?.settled(true);
    if (state && this.phase !== 'thanks') await keeper?.drop();
    this.late?.views.forget();
    this.unfinished = undefined;
    this.#begin();
    this.show();
  }

  /** The other language: same answers, other words. */
  async changeLocale(locale: Locale): Promise<void> {
    if (this.locale === locale) return;
    if (!this.words) return this.open(locale);
    this.locale = locale;
    try {
      const words = await this.#loadWords();
      if (this.locale !== locale) return;
      this.words = words;
      if (this.late) await this.needLate();
      this.dispatch({ type: 'locale', locale }, false);
    } catch {
      this.host.requestUpdate();
    }
  }

  /** Under which key the store keeps the draft. */
  get draftKey(): string {
    return this.keeper?.key ?? '';
  }

  /** The item that the session is at, if it is at one. */
  get item(): Item | undefined {
    return this.state && this.words?.items.get(this.state.at);
  }

  get progress(): Progress {
    const { plan, state } = this;
    if (!plan || !state) return { index: 0, total: 0, minutesLeft: 1 };
    if (this.#progress?.plan !== plan || this.#progress.state !== state)
      this.#progress = { plan, state, value: progressOf(plan, state) };
    return this.#progress.value;
  }

  get consent(): Consent | undefined {
    const { words, study } = this;
    if (!words || !study || !this.plan) return undefined;
    const { form, notes = [] } = this.plan;
    const questions = form.closed.filter((id) => !notes.includes(id)).length;
    return consentOf(words, study, {
      questions,
      minutes: (questions > 15 ? 6 : 3) + (study.extras ? 1 : 0),
      linking: this.plan.linking,
    });
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
    // The rest of the survey arrives while the first question is read.
    if (action.type === 'answer' || this.needsLate(state.at)) void this.needLate();
    else if (!this.late && this.item) setTimeout(() => void this.needLate(), 400);
    if (before.at !== state.at) {
      const { index, total } = this.progress;
      this.announce('canyu-progress', { index, total });
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
    const kind = this.words?.items.get(step)?.kind;
    return ['community', 'link', 'review'].includes(step) || kind === 'text' || (kind === 'note' && !this.pageView);
  }

  /** Draws a part of the form on one page; undefined where there is one question at a time. */
  get pageView(): typeof PageView | undefined {
    return this.host.layout === 'page' ? this.#page : undefined;
  }

  /** Loads what draws many questions on one page, where the layout asks for that. */
  async needPage(): Promise<void> {
    if (this.host.layout !== 'page' || this.#page) return;
    this.#page = (await import('./page/page-view.js')).pageView;
    this.host.requestUpdate();
  }

  /** Loads what the later steps need, the store among it; shows trouble if it does not arrive. */
  async needLate(): Promise<boolean> {
    const { locale } = this;
    if (this.late?.views.locale === locale && this.keeper) return true;
    try {
      const [messages, { createLateViews, openKeeper }] = await Promise.all([
        loadMessages(lateSurveyCatalogues, locale),
        import('./late/late-views.js'),
      ]);
      const app = this as unknown as SurveyApp;
      openKeeper(app);
      this.late = { messages, views: await createLateViews(app, messages, locale) };
      this.host.requestUpdate();
      return true;
    } catch {
      this.announce('canyu-error', { code: 'load-failed' });
      if (this.state?.consent) this.storeTrouble = 'load-failed';
      this.host.requestUpdate();
      return false;
    }
  }

  /** Tries the last failed write again. */
  async retrySave(): Promise<void> {
    if ((await this.needLate()) && this.state) this.keeper?.save(this.state);
  }

  /** Loads the tools: because somebody wants them now (`open`), helps, or wanted them before in this session. */
  async needTools(open: boolean): Promise<void> {
    try {
      const { createTools } = await import('./tools/tools.js');
      this.tools ??= await createTools(this as unknown as SurveyApp);
      if (open) this.tools.open();
      this.host.requestUpdate();
    } catch {
      this.announce('canyu-error', { code: 'load-failed' });
    }
  }

  /** Adds a style sheet of a part that was loaded later. */
  addStyles(sheet: CSSResult): void {
    if (this.styles.includes(sheet)) return;
    this.styles.push(sheet);
    adoptStyles(this.host.renderRoot as ShadowRoot, [theme, ...this.styles]);
  }

  async fail(trouble: Trouble): Promise<void> {
    this.trouble = trouble;
    this.phase = 'trouble';
    const isWorded = await this.needLate();
    this.announce('canyu-error', { code: trouble.code });
    if (isWorded) this.host.requestUpdate();
    else this.host.lost();
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
    const heading = this.#focusHeading && root.querySelector<HTMLElement>('h2');
    if (heading) {
      this.#focusHeading = false;
      heading.focus();
    }
    this.tools?.updated(root);
  }

  readonly onDraftSaved = (draft: SessionState): void => {
    this.announce('canyu-saved', { responseId: draft.id });
    // What is on screen already holds the answer; drawing it a second time would cost as much as the answer itself.
    if (!this.storeTrouble) return;
    this.storeTrouble = undefined;
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
