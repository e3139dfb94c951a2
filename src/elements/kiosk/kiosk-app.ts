import { advanceKiosk, isResting, startKiosk } from '../../core/kiosk/kiosk.js';
import type { Closed, KioskEvent, KioskRules, KioskState } from '../../core/kiosk/types.js';
import { openWaves } from '../../core/study/waves.js';
import type { Study, Wave } from '../../core/study/types.js';
import type { Group, Locale } from '../../core/text.js';
import { loadMessages, type LocaleController } from '../../i18n/locale.js';
import { kioskCatalogues } from '../../i18n/kiosk/index.js';
import type { KioskMessages, KioskTrouble } from '../../i18n/kiosk/types.js';
import { lateSurveyCatalogues } from '../../i18n/survey/index.js';
import type { LateSurveyMessages } from '../../i18n/survey/types.js';
import { openStore, type Store } from '../../store/store.js';
import { setReadingVolume } from '../survey/tools/volume.js';
import type { CanyuSurveyEvents } from '../survey/canyu-survey.js';
import { isTrouble, loadStudy } from '../survey/study-source.js';
import type { CanyuKiosk, CanyuKioskEvents } from './canyu-kiosk.js';
import { dayOf } from '../day.js';
import { kioskClock } from './clock.js';
import { hoursOf, isOpenNow } from './hours.js';
import { minutesOf } from './minutes.js';
import { noticeOf, type StaffNotice } from './notice.js';
import { outcomeOf } from './receipt.js';
import { readSettings, writeSettings, type KioskSettings } from './settings.js';
import type { Staff } from './staff/staff.js';
import { hasPin } from './staff/pin.js';
import { Stage } from './stage.js';

/** How often a study that could not be read is asked for again, milliseconds. */
const RETRY = 60_000;

type NewEvent = KioskEvent extends infer E ? (E extends KioskEvent ? Omit<E, 'at'> : never) : never;

/** Runs a kiosk for its element: what can happen goes to the reducer in core, and its answer to the screen. */
export class KioskApp {
  readonly host: CanyuKiosk;
  readonly store: Store = openStore();
  readonly stage: Stage;
  state: KioskState;
  messages: KioskMessages | undefined;
  thanks: LateSurveyMessages | undefined;
  study: Study | undefined;
  settings: KioskSettings = { device: '', volume: 1 };
  trouble: KioskTrouble | undefined;
  notice: StaffNotice;
  staff: Staff | undefined;
  /** Minutes that a survey takes. */
  minutes = 6;
  #ready = false;
  #hasPin = false;
  #load = 0;
  #tried = 0;
  #told = '';
  #pageLocale: Locale;
  readonly #language: LocaleController;

  constructor(host: CanyuKiosk, language: LocaleController) {
    this.host = host;
    this.#language = language;
    this.#pageLocale = language.locale;
    this.stage = new Stage(host, this.store, this.onSurveyEnd);
    this.state = startKiosk(this.rules, kioskClock().now());
  }

  /** What the attributes, the study and staff say of this kiosk's ways. */
  get rules(): KioskRules {
    const { idleSeconds, warningSeconds, thanksSeconds } = this.host;
    return {
      idle: secondsOf(idleSeconds, 90),
      warning: secondsOf(warningSeconds, 30),
      thanks: secondsOf(thanksSeconds, 12),
      locale: this.#homeLocale,
      groups: this.groups,
    };
  }

  /** The groups that answer here. */
  get groups(): readonly Group[] {
    const wanted = this.host.groups?.split(/[\s,]+/).filter(Boolean);
    const all = this.study?.groups ?? [];
    return wanted?.length ? all.filter((group) => wanted.includes(group)) : all;
  }

  /** The waves that may be answered today. */
  get waves(): readonly Wave[] {
    return this.study ? openWaves(this.study, dayOf(kioskClock().date())) : [];
  }

  /** The wave that is answered today: of those that are open the one that staff chose, else the first. */
  get wave(): Wave | undefined {
    return this.waves.find(({ id }) => id === this.settings.wave) ?? this.waves[0];
  }

  get #homeLocale(): Locale {
    return this.settings.locale ?? this.#language.locale;
  }

  /** Reads everything anew: study, settings, texts. Nobody is at it. */
  async open(): Promise<void> {
    const load = ++this.#load;
    this.#ready = false;
    this.#tried = kioskClock().now();
    this.dispatch({ type: 'availability', closed: 'loading' });
    const trouble = await this.#read().catch((): KioskTrouble => 'load');
    if (load !== this.#load) return;
    this.trouble = trouble;
    this.#ready = true;
    if (trouble) this.tell('canyu-error', { code: `kiosk-${trouble}` });
    if (isResting(this.state)) this.state = { ...this.state, locale: this.rules.locale };
    await this.loadTexts().catch(() => (this.trouble = 'load'));
    this.#lookAtTheClock();
    void this.look();
    if (this.closed === 'setup') void this.openStaff();
    this.update();
  }

  async #read(): Promise<KioskTrouble | undefined> {
    if (!(crypto as Partial<Crypto>).subtle) return 'insecure';
    const study = await loadStudy(this.host.src, this.host.study ?? 'canyu');
    if (isTrouble(study)) return 'study';
    this.study = study;
    if (this.groups.length === 0) return 'groups';
    this.minutes = await minutesOf(this.host, study, this.groups);
    try {
      this.settings = await readSettings(this.store);
      // A full disk takes no write: better that nobody begins than that somebody's sheet finds no place.
      await writeSettings(this.store, this.settings);
      this.#hasPin = await hasPin(this.store);
    } catch {
      return 'store';
    }
    setReadingVolume(this.settings.volume);
    return undefined;
  }

  /** The texts in the language of now; one that does not arrive leaves the others on screen. */
  async loadTexts(): Promise<void> {
    const { locale } = this.state;
    if (this.messages?.locale === locale) return;
    const [messages, thanks] = await Promise.all([
      loadMessages(kioskCatalogues, locale),
      loadMessages(lateSurveyCatalogues, locale),
    ]);
    if (locale !== this.state.locale) return;
    this.messages = messages;
    this.thanks = thanks;
    this.update();
  }

  /** Why nobody can begin now. */
  get closed(): Closed | undefined {
    if (!this.#ready) return 'loading';
    if (this.trouble) return 'trouble';
    if (!this.#hasPin) return 'setup';
    if (!this.wave) return 'wave';
    return isOpenNow(hoursOf(this.host.hours), kioskClock().date()) ? undefined : 'hours';
  }

  /** Takes an event to the reducer and shows what comes of it. */
  dispatch(event: NewEvent): void {
    const before = this.state;
    const { state, reset } = advanceKiosk(this.rules, before, { ...event, at: kioskClock().now() });
    this.state = state;
    if (reset) this.#clear();
    if (state.screen === 'survey' && state.group && this.wave) {
      this.stage.open(state.round, state.group, this.wave.id, state.locale);
    } else {
      this.stage.clear();
    }
    if (state.screen !== 'staff' && this.closed !== 'setup') this.staff = undefined;
    if (before.locale !== state.locale) void this.loadTexts().catch(() => undefined);
    if (reset) this.tell('canyu-reset', { reason: reset });
    this.#tellState();
    // Countdowns run with every tick and touch; nothing else on screen does.
    const counts = state.screen === 'thanks' || state.warnedUntil !== undefined || before.warnedUntil !== undefined;
    if (counts || (event.type !== 'touch' && before !== state)) this.update();
  }

  /** Once a second. */
  readonly onTick = (): void => {
    this.dispatch({ type: 'tick' });
    this.#lookAtTheClock();
    const again = this.trouble && kioskClock().now() - this.#tried > RETRY;
    if (again && isResting(this.state)) void this.open();
  };

  #lookAtTheClock(): void {
    this.dispatch({ type: 'availability', closed: this.closed });
  }

  /** Looks whether staff are needed: copies are due, or sheets are missing. */
  async look(): Promise<void> {
    try {
      this.notice = await noticeOf(this.store, this.settings.backup, kioskClock().date().getTime());
    } catch {
      this.#lockUp();
    }
    this.update();
  }

  /** Nothing of the last respondent stays: neither here nor, as far as a page can do that, in the browser. */
  #clear(): void {
    this.stage.clear();
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
    // Writes of the last seconds are done by then; nobody waits for it.
    void this.look();
  }

  readonly onSurveyEnd = async (round: number, detail: CanyuSurveyEvents['canyu-complete']): Promise<void> => {
    const { responseId: id, wave, group } = detail;
    const outcome = await outcomeOf(this.store, { study: this.study?.id ?? '', wave, group, id });
    this.dispatch({ type: 'complete', round, outcome });
    if (!outcome.stored) this.#lockUp();
  };

  /** The store does not work: nobody begins until it does. */
  #lockUp(): void {
    this.trouble ??= 'store';
    this.#tried = kioskClock().now();
    this.#lookAtTheClock();
  }

  /** Staff want their panel, or there is no PIN yet. */
  async openStaff(): Promise<void> {
    if (this.trouble === 'insecure' || !isResting(this.state) || !this.#ready) return;
    const { openStaff } = await import('./staff/staff.js');
    if (!isResting(this.state)) return;
    this.staff = openStaff(this, this.#hasPin);
    if (this.#hasPin) this.dispatch({ type: 'staff' });
    this.update();
  }

  /** Keeps what staff changed. */
  async change(change: Partial<KioskSettings>): Promise<void> {
    const settings = { ...this.settings, ...change };
    await writeSettings(this.store, settings);
    this.settings = settings;
    setReadingVolume(settings.volume);
    this.#hasPin = await hasPin(this.store);
    this.#lookAtTheClock();
    if (isResting(this.state)) this.dispatch({ type: 'locale', locale: this.rules.locale });
    void this.look();
  }

  /** The page around may have changed its language. */
  followLanguage(): void {
    const { locale } = this.#language;
    if (locale === this.#pageLocale) return;
    this.#pageLocale = locale;
    if (isResting(this.state)) this.dispatch({ type: 'locale', locale: this.rules.locale });
  }

  tell<K extends keyof CanyuKioskEvents | 'canyu-error'>(
    type: K,
    detail: K extends keyof CanyuKioskEvents ? CanyuKioskEvents[K] : { readonly code: string },
  ): void {
    this.host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #tellState(): void {
    const { screen, warnedUntil } = this.state;
    const state = warnedUntil === undefined ? screen : 'warning';
    if (state === this.#told) return;
    this.#told = state;
    this.tell('canyu-kiosk-state', { state });
  }

  update(): void {
    this.host.requestUpdate();
  }
}

/** A number of seconds from an attribute; anything that is none, or not above 0, counts as not given. */
const secondsOf = (given: number | string | undefined, standard: number): number => {
  const seconds = Number(given);
  return seconds > 0 && Number.isFinite(seconds) ? seconds : standard;
};
