import { canResume } from '../../../core/session/can-resume.js';
import { responseOf } from '../../../core/session/response-of.js';
import { advance } from '../../../core/session/session.js';
import type { SurveyResponse } from '../../../core/response/types.js';
import type { Locale } from '../../../core/text.js';
import type { HandoverMessages, InAppBrowser, Way } from '../../../i18n/handover/types.js';
import { handoverCatalogues } from '../../../i18n/handover/index.js';
import { loadMessages } from '../../../i18n/locale.js';
import { saveStudy } from '../../../store/studies.js';
import type { SubmitOptions } from '../../../store/store.js';
import { downloadText } from '../../download.js';
import { guardLeaving } from '../leave-guard.js';
import type { Handover, Sheet } from '../handover/handover.js';
import type { Clipboard } from '../handover/handover-view.js';
import type * as waysOut from '../handover/ways-out.js';
import { dayOf } from '../../day.js';
import type { SurveyApp } from '../survey-app.js';
import { writeSheet } from './write-sheet.js';

const endings = new WeakMap<object, Ending>();

/** How long a failure waits for the ways out to be loaded, ms; afterwards the plain download has to do. */
const patience = 3000;

/** The ways out, in one language. */
export interface WaysOut {
  readonly locale: Locale;
  readonly messages: HandoverMessages;
  readonly part: typeof waysOut;
  /** The app that the page is open in, where downloads do nothing. */
  readonly inApp: InAppBrowser | undefined;
}

/** From the unfinished sheet on, or from the review to the thanks: handing in, and what to do when the store does not take it. */
export class Ending {
  static of(app: SurveyApp): Ending {
    let ending = endings.get(app);
    if (!ending) endings.set(app, (ending = new Ending(app)));
    return ending;
  }

  /** How the response left the page, when it was not stored. */
  handedOver: Way | undefined;
  /** The respondent who is thanked now gave a linking code. */
  codeGiven = false;
  /** Id of the response that was offered as a file without the ways out. */
  downloaded: string | undefined;
  /** What the file holds, to be copied where a browser or a frame allows no downloads. */
  fileText = '';
  /** The clipboard of the respondent who is thanked now, while it may hold the answers. */
  clipboard: Clipboard | undefined;
  /** The receipt of the respondent who is thanked now, where responses are sealed. */
  receipt: string | undefined;
  waysOut: WaysOut | undefined;
  #loading: { readonly locale: Locale; readonly done: Promise<void> } | undefined;
  #handover: { readonly id: string; readonly handover: Handover } | undefined;
  readonly #app: SurveyApp;

  constructor(app: SurveyApp) {
    this.#app = app;
  }

  /** The response as it would be stored now. */
  get response(): SurveyResponse | null {
    const { state, plan } = this.#app;
    return state ? responseOf(state, dayOf(), plan) : null;
  }

  /** Whether there is a wave after this one. */
  get hasLaterWave(): boolean {
    const { study, wave } = this.#app;
    return study !== undefined && study.waves.at(-1)?.id !== wave?.id;
  }

  /** Asks whose an unfinished sheet is, if it belongs to this survey. */
  offer(draft: unknown): void {
    const app = this.#app;
    if (!app.plan || !app.state || !canResume(app.plan, draft, app.state)) return;
    app.unfinished = draft;
    app.phase = 'resume';
  }

  /** Goes on with the unfinished sheet. */
  readonly onResume = (): void => {
    const app = this.#app;
    if (!app.unfinished || !app.plan || !app.words) return;
    app.state = advance(app.plan, app.unfinished, { type: 'locale', locale: app.words.locale });
    app.unfinished = undefined;
    app.phase = 'session';
    if (app.state.mode === 'helped') void app.needTools(false);
    app.show();
  };

  /** Stores the response; "saved" is shown only after the store says so. */
  readonly onSubmit = async (): Promise<void> => {
    const app = this.#app;
    const { response } = this;
    if (!response || app.phase === 'submitting') return;
    if (!app.announce('canyu-submit', { responseId: response.id }, true)) return;
    app.phase = 'submitting';
    app.show(false);
    await app.keeper?.settled(true);
    try {
      await app.store.submit(response, app.draftKey, await this.#seal(response));
      app.storeTrouble = undefined;
      app.announce('canyu-saved', { responseId: response.id });
      this.#finish(response);
    } catch (error) {
      app.onStoreError(error);
      // Nothing moves under a finger: the ways out are there when the failure is shown, or not on this screen.
      await Promise.race([this.prepare(), new Promise((resolve) => setTimeout(resolve, patience))]);
      app.phase = 'failed';
      guardLeaving(app);
      app.show();
    }
    // Elements that show results from this browser need the study's settings too.
    if (app.host.src && app.study) await saveStudy(app.store, app.study).catch(() => undefined);
  };

  /** What is stored in place of the response of a sealed study. */
  async #seal(response: SurveyResponse): Promise<SubmitOptions> {
    const { study } = this.#app;
    this.receipt = undefined;
    if (!study?.seal) return {};
    const { sealResponse, sealReceipt } = await import('../../../seal/seal.js');
    const record = await sealResponse(response, study);
    this.receipt = await sealReceipt(record);
    return { record };
  }

  /** The text that leaves the page for a response that cannot be stored. */
  async #write(response: SurveyResponse): Promise<string> {
    const { study } = this.#app;
    return study?.seal ? (await import('../../../seal/seal.js')).sealedSheet(response, study) : writeSheet(response);
  }

  /** Thanks the respondent; nothing of the answers stays in memory. */
  #finish(response: SurveyResponse, handedOver?: Way): void {
    const app = this.#app;
    const { changed, root } = this;
    const copied = this.#handover?.id === response.id && this.#handover.handover.inClipboard;
    this.clipboard = copied && this.waysOut ? new this.waysOut.part.Clipboard(root, changed) : undefined;
    this.handedOver = handedOver;
    this.codeGiven = response.link !== null;
    this.downloaded = undefined;
    this.fileText = '';
    this.#handover = undefined;
    app.phase = 'thanks';
    app.state = undefined;
    const { id: responseId, wave, group } = response;
    app.announce('canyu-complete', { responseId, wave, group });
    app.show();
  }

  /** Loads the ways out for a sheet that cannot be stored, in the language of now: at the first sign of trouble, while there is a network. */
  prepare(): Promise<void> {
    const { locale } = this.#app;
    if (this.#loading?.locale !== locale) this.#loading = { locale, done: this.#prepare(locale) };
    return this.#loading.done;
  }

  async #prepare(locale: Locale): Promise<void> {
    try {
      const [messages, part] = await Promise.all([
        loadMessages(handoverCatalogues, locale),
        import('../handover/ways-out.js'),
      ]);
      this.#app.addStyles(part.handoverStyles);
      this.waysOut = { locale, messages, part, inApp: part.inAppBrowser(navigator.userAgent) };
      this.changed();
    } catch {
      // Without them there is still the download.
      this.#loading = undefined;
    }
  }

  /** The ways out for the response that could not be stored. */
  get handover(): Handover | undefined {
    const { response, waysOut, root, changed } = this;
    if (!response || !waysOut || this.#app.phase !== 'failed') return undefined;
    if (this.#handover?.id !== response.id) {
      const sheet = async (): Promise<Sheet> => ({ text: await this.#write(response), name: nameOf(response) });
      const handover = new waysOut.part.Handover({ sheet, root, shared: response.device === 'kiosk', changed });
      this.#handover = { id: response.id, handover };
    }
    return this.#handover.handover;
  }

  get root(): ShadowRoot {
    return this.#app.host.renderRoot as ShadowRoot;
  }

  readonly changed = (): void => this.#app.show(false);

  /** The plain way out, where the others did not load: a `canyu-backup/1` file that the evaluator can gather like any other. */
  readonly onDownload = async (): Promise<void> => {
    const { response } = this;
    if (!response) return;
    this.fileText = await this.#write(response);
    downloadText(this.fileText, nameOf(response));
    this.downloaded = response.id;
    this.changed();
  };

  /** The respondent has kept the sheet: nothing more of it is kept here. */
  readonly onHandedOver = async (): Promise<void> => {
    const { response } = this;
    if (!response) return;
    const left = this.#handover?.id === response.id ? this.#handover.handover.left : undefined;
    const way = left ?? (this.downloaded === response.id ? 'download' : undefined);
    if (!way) return;
    await this.#app.store.dropDraft(this.#app.draftKey).catch(() => undefined);
    this.#app.storeTrouble = undefined;
    this.#finish(response, way);
  };
}

/** Name of the file of a response, without its ending. */
const nameOf = ({ study, wave, id }: SurveyResponse): string => `canyu-${study}-${wave}-${id.slice(0, 8)}`;
