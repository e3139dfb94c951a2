import { canResume } from '../../../core/session/can-resume.js';
import { responseOf } from '../../../core/session/response-of.js';
import { advance } from '../../../core/session/session.js';
import type { SurveyResponse } from '../../../core/response/types.js';
import { saveStudy } from '../../../store/studies.js';
import { today } from '../platform.js';
import type { SurveyApp } from '../survey-app.js';

const endings = new WeakMap<object, Ending>();

/** From the unfinished sheet on, or from the review to the thanks: handing in, and what to do when the store does not take it. */
export class Ending {
  static of(app: SurveyApp): Ending {
    let ending = endings.get(app);
    if (!ending) endings.set(app, (ending = new Ending(app)));
    return ending;
  }

  /** The response was handed over as a file, not stored. */
  handedOver = false;
  /** The respondent who is thanked now gave a linking code. */
  codeGiven = false;
  /** Id of the response that was offered as a file. */
  downloaded: string | undefined;
  /** What the file holds, to be copied where a browser or a frame allows no downloads. */
  fileText = '';
  readonly #app: SurveyApp;

  constructor(app: SurveyApp) {
    this.#app = app;
  }

  /** The response as it would be stored now. */
  get response(): SurveyResponse | null {
    return this.#app.state ? responseOf(this.#app.state, today()) : null;
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
      await app.store.submit(response, app.draftKey);
      app.storeTrouble = undefined;
      app.announce('canyu-saved', { responseId: response.id });
      this.#finish(response, false);
    } catch (error) {
      app.onStoreError(error);
      app.phase = 'failed';
      app.show();
    }
    // Elements that show results from this browser need the study's settings too.
    if (app.host.src && app.study) await saveStudy(app.store, app.study).catch(() => undefined);
  };

  /** Thanks the respondent; nothing of the answers stays in memory. */
  #finish(response: SurveyResponse, handedOver: boolean): void {
    const app = this.#app;
    this.handedOver = handedOver;
    this.codeGiven = response.link !== null;
    this.downloaded = undefined;
    this.fileText = '';
    app.phase = 'thanks';
    app.state = undefined;
    const { id: responseId, wave, group } = response;
    app.announce('canyu-complete', { responseId, wave, group });
    app.show();
  }

  /** Hands the response to the browser's download as a `canyu-backup/1` file that the evaluator can gather like any other. */
  readonly onDownload = async (): Promise<void> => {
    const { response } = this;
    if (!response) return;
    this.fileText = await fileOf(response);
    const url = URL.createObjectURL(new Blob([this.fileText], { type: 'application/x-ndjson' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `canyu-${response.study}-${response.wave}-${response.id.slice(0, 8)}.ndjson`;
    link.click();
    // Some browsers start the download only after this task: the address must outlive it.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    this.downloaded = response.id;
    this.#app.show(false);
  };

  /** The respondent has the file: nothing more is kept here. */
  readonly onHandedOver = async (): Promise<void> => {
    const { response } = this;
    if (!response || this.downloaded !== response.id) return;
    await this.#app.store.dropDraft(this.#app.draftKey).catch(() => undefined);
    this.#app.storeTrouble = undefined;
    this.#finish(response, true);
  };
}

/** A backup file with this one response; where the page has no crypto for its addresses, the plain document. */
async function fileOf(response: SurveyResponse): Promise<string> {
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  if (!subtle) return `${JSON.stringify(response)}\n`;
  const { writeBackup } = await import('../../../core/backup/backup.js');
  const lines = await writeBackup(
    { study: response.study, device: response.device, createdAt: response.date, records: [response] },
    subtle,
  );
  return `${lines.join('\n')}\n`;
}
