import { backupLevel, type BackupLevel } from '../../../core/kiosk/backup-state.js';
import { receiptOf } from '../../../core/backup/receipt.js';
import { html, type TemplateResult } from 'lit';
import { loadMessages } from '../../../i18n/locale.js';
import { kioskStaffCatalogues } from '../../../i18n/kiosk/index.js';
import type { KioskStaffMessages } from '../../../i18n/kiosk/types.js';
import { acceptLoss, requestPersistence, storeHealth, type StoreHealth } from '../../../store/health.js';
import { countResponses, type CellCount } from '../../../store/responses.js';
import { download } from '../../download.js';
import { shareText } from '../../survey/handover/share.js';
import { dayOf } from '../../day.js';
import { kioskClock } from '../clock.js';
import type { KioskApp } from '../kiosk-app.js';
import { tallyOf } from '../notice.js';
import { makeBackup, verifyBackup, wipe, type BackupFile, type Verification } from './backup.js';
import { chooseFolder, hasFolders, knownFolder, writeInto, type Folder } from './folder.js';
import { panelView } from './panel-view.js';
import { PinPad, pinView, setupView } from './pin-view.js';
import { readRecords } from './records.js';

/** Which page of the staff's part is shown. */
export type StaffPage = 'setup' | 'pin' | 'panel' | 'new-pin';

/** Parts of the panel that can say how the last press went. */
export type Part = 'backup' | 'verify' | 'wipe' | 'health' | 'receipts' | 'settings';

/** Opens the staff's part: the PIN first, or the set-up where there is none. */
export const openStaff = (app: KioskApp, hasPin: boolean): Staff => new Staff(app, hasPin ? 'pin' : 'setup');

/** What staff can do at a kiosk. Shows counts, never answers. */
export class Staff {
  page: StaffPage;
  messages: KioskStaffMessages | undefined;
  readonly pin: PinPad;
  readonly app: KioskApp;
  counts: readonly CellCount[] = [];
  health: StoreHealth | undefined;
  level: BackupLevel = 'empty';
  /** A file that is ready: the share sheet opens only within a press. */
  file: BackupFile | undefined;
  folder: Folder | undefined;
  readonly hasFolders = hasFolders();
  verification: Verification | undefined;
  /** The first of the two presses that clear the tablet. */
  wipeAsked = false;
  receipts: readonly string[] | undefined;
  /** Something is under way; other buttons wait. */
  busy = false;
  /** The store was read once: before that nothing is shown that would move under a finger. */
  ready = false;
  said: { readonly part: Part; readonly text: string; readonly alarm?: boolean } | undefined;

  constructor(app: KioskApp, page: StaffPage) {
    this.app = app;
    this.page = page;
    this.pin = new PinPad(this);
    void this.#loadTexts();
  }

  async #loadTexts(): Promise<void> {
    const { locale } = this.app.state;
    if (this.messages?.locale === locale) return;
    this.messages = await loadMessages(kioskStaffCatalogues, locale);
    this.app.update();
  }

  view(): TemplateResult {
    void this.#loadTexts().catch(() => undefined);
    const { messages, page } = this;
    if (!messages) return html`<section class="screen staff"><p role="status">…</p></section>`;
    return html`<section class="screen staff">
      ${{ panel: panelView, pin: pinView, setup: setupView, 'new-pin': setupView }[page](this, messages)}
    </section>`;
  }

  /** The PIN was right, or has just been set. */
  async enter(): Promise<void> {
    this.page = 'panel';
    this.app.update();
    this.folder = await knownFolder(this.app.store);
    await this.refresh();
    this.ready = true;
    this.app.update();
  }

  readonly onClose = (): void => {
    this.receipts = undefined;
    this.app.staff = undefined;
    this.app.dispatch({ type: 'staff-done' });
    this.app.update();
  };

  /** Looks at the store anew. */
  async refresh(): Promise<void> {
    const { app } = this;
    const { store, study } = app;
    const [health, counts, tally] = await Promise.all([
      storeHealth(store),
      countResponses(store, study?.id).catch(() => []),
      tallyOf(store).catch(() => undefined),
    ]);
    this.health = health;
    this.counts = counts;
    const now = kioskClock().date().getTime();
    this.level = tally ? backupLevel(app.settings.backup, tally, now) : 'overdue';
    app.update();
    void this.#prepare();
  }

  /** Makes the file before it is wanted. */
  async #prepare(): Promise<BackupFile | undefined> {
    const { store, study, settings } = this.app;
    const at = kioskClock().date();
    this.file = study && (await makeBackup(store, study.id, settings.device, at, dayOf(at)).catch(() => undefined));
    this.app.update();
    return this.file;
  }

  get #study(): string {
    return this.app.study?.id ?? '';
  }

  /** Does something that takes a while, and says how it went. */
  async #run(part: Part, work: (messages: KioskStaffMessages) => Promise<string | undefined>): Promise<void> {
    const { messages } = this;
    if (this.busy || !messages) return;
    this.busy = true;
    this.said = { part, text: messages.busy };
    this.app.update();
    try {
      const text = await work(messages);
      this.said = text ? { part, text } : undefined;
    } catch (error) {
      this.said = { part, text: error instanceof Said ? error.message : messages.failed, alarm: true };
    }
    this.busy = false;
    await this.refresh();
    void this.app.look();
  }

  readonly onFile = (): Promise<void> =>
    this.#run('backup', async ({ backup }) => {
      const file = await this.#fresh();
      download(file.content, `${file.name}.ndjson`);
      await this.app.change({ backup: file.made });
      return backup.fileDone(`${file.name}.ndjson`, file.made.count);
    });

  /** With the file that is ready: the browser lets the share sheet open only within the press. */
  readonly onShare = (): Promise<void> =>
    this.#run('backup', async ({ backup }) => {
      const { file } = this;
      if (!file) throw new Error();
      const done = await shareText(file.content, `${file.name}.txt`);
      if (done === 'cancelled') return undefined;
      if (done === 'failed') throw new Error();
      await this.app.change({ backup: file.made });
      return backup.shareDone;
    });

  readonly onFolder = (): Promise<void> => this.#intoFolder(this.folder);
  readonly onOtherFolder = (): Promise<void> => this.#intoFolder(undefined);

  #intoFolder(known: Folder | undefined): Promise<void> {
    return this.#run('backup', async ({ backup }) => {
      const folder = known ?? (await chooseFolder(this.app.store));
      if (!folder) return undefined;
      this.folder = folder;
      const file = await this.#fresh();
      try {
        const written = await writeInto(folder, `${file.name}.ndjson`, file.content);
        if ((await this.#verify(written)).outcome !== 'good') throw new Error();
      } catch {
        throw new Said(backup.folderFailed);
      }
      return backup.folderDone(`${file.name}.ndjson`, file.made.count);
    });
  }

  async #fresh(): Promise<BackupFile> {
    const file = await this.#prepare();
    if (!file) throw new Error();
    return file;
  }

  readonly onVerify = (event: Event): void => {
    const field = event.currentTarget as HTMLInputElement;
    const [chosen] = field.files ?? [];
    if (!chosen) return;
    void this.#run('verify', async ({ verify }) => {
      const found = await this.#verify(await chosen.text());
      field.value = '';
      if (found.outcome === 'good') return verify.good(found.count);
      throw new Said(found.outcome === 'missing' ? verify.missing(found.missing, found.count) : verify[found.outcome]);
    });
  };

  /** Compares a file with the store; where it holds every sheet, it counts as the last backup. */
  async #verify(text: string): Promise<Verification> {
    const found = await verifyBackup(this.app.store, this.#study, text);
    this.verification = found;
    this.wipeAsked = false;
    if (found.outcome === 'good') {
      const { count, born, seq } = found;
      await this.app.change({ backup: { at: kioskClock().date().getTime(), born, seq, count, verified: true } });
    }
    return found;
  }

  readonly onWipeAsk = (): void => {
    this.wipeAsked = true;
    this.app.update();
  };

  readonly onWipeCancel = (): void => {
    this.wipeAsked = false;
    this.app.update();
  };

  readonly onWipe = (): Promise<void> =>
    this.#run('wipe', async (messages) => {
      const { verification } = this;
      if (verification?.outcome !== 'good') throw new Error();
      const { removed, kept } = await wipe(this.app.store, this.#study, verification.held);
      this.verification = undefined;
      this.wipeAsked = false;
      this.receipts = undefined;
      return `${messages.wipe.done(removed)}${kept ? ` ${messages.wipe.kept(kept)}` : ''}`;
    });

  readonly onPersist = (): Promise<void> =>
    this.#run('health', async ({ health }) => health.persisted(await requestPersistence(10_000)));

  readonly onAccept = (): Promise<void> =>
    this.#run('health', async () => {
      await acceptLoss(this.app.store);
      return undefined;
    });

  readonly onReceipts = (): Promise<void> =>
    this.#run('receipts', async () => {
      const { records } = await readRecords(this.app.store, this.#study);
      this.receipts = [...new Set(records.map(({ address }) => receiptOf(address)))].sort();
      return undefined;
    });

  /** Keeps a setting. */
  change(change: Parameters<KioskApp['change']>[0]): Promise<void> {
    return this.#run('settings', async ({ settings }) => {
      await this.app.change(change);
      return settings.saved;
    });
  }

  readonly onUpdate = (): Promise<void> =>
    this.#run('settings', async ({ settings }) => {
      this.app.tell('canyu-kiosk-update', {});
      const { serviceWorker } = navigator as Partial<Navigator>;
      const installed = await serviceWorker?.getRegistration();
      return installed ? settings.updateAsked : settings.updateNone;
    });

  readonly onNewPin = (): void => {
    this.pin.clear();
    this.page = 'new-pin';
    this.app.update();
  };

  /** A PIN was set. At the first start the browser is asked to keep what will be stored, and staff see its answer. */
  async pinSet(device: string): Promise<void> {
    const first = this.page === 'setup';
    const { app } = this;
    // Before it opens for everybody.
    if (first) app.dispatch({ type: 'staff' });
    await app.change({ device });
    if (!first) this.said = { part: 'settings', text: this.messages?.settings.pinChanged ?? '' };
    this.page = 'panel';
    this.app.update();
    // Its answer changes what the panel says, so it is awaited; but not for long, because Firefox waits for a person.
    if (first) await Promise.race([this.onPersist(), new Promise((resolve) => setTimeout(resolve, 2000))]);
    await this.enter();
  }
}

/** Something went wrong, and these are the words for it. */
class Said extends Error {}
