import type { SurveyResponse } from '../../../core/response/types.js';
import type { SurveyApp } from '../survey-app.js';

const endings = new WeakMap<object, Ending>();

/** What can be done with a response that the store did not take: download it, then finish. */
export class Ending {
  static of(app: SurveyApp): Ending {
    let ending = endings.get(app);
    if (!ending) endings.set(app, (ending = new Ending(app)));
    return ending;
  }

  /** Set once a file was offered for this response. */
  downloaded: string | undefined;
  readonly #app: SurveyApp;

  constructor(app: SurveyApp) {
    this.#app = app;
  }

  /** Hands the response to the browser's download as a `canyu-backup/1` file that the evaluator can gather like any other. */
  readonly onDownload = async (): Promise<void> => {
    const { response } = this.#app;
    if (!response) return;
    const url = URL.createObjectURL(new Blob([await fileOf(response)], { type: 'application/x-ndjson' }));
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
    const { response } = this.#app;
    if (!response || this.downloaded !== response.id) return;
    this.#app.handedOver = true;
    this.downloaded = undefined;
    await this.#app.store.dropDraft(this.#app.draftKey).catch(() => undefined);
    this.#app.storeTrouble = undefined;
    this.#app.finish(response);
  };
}

/** A backup file with this one response; where the page has no crypto for its addresses, the plain document. */
async function fileOf(response: SurveyResponse): Promise<string> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (!subtle) return `${JSON.stringify(response)}\n`;
  const { writeBackup } = await import('../../../core/backup/backup.js');
  const lines = await writeBackup(
    { study: response.study, device: response.device, createdAt: response.date, records: [response] },
    subtle,
  );
  return `${lines.join('\n')}\n`;
}
