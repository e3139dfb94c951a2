import type { Way } from '../../../i18n/handover/types.js';
import { copyText } from './copy.js';
import { downloadText } from '../../download.js';
import { inAppBrowser } from './in-app.js';
import { canShare, shareText } from './share.js';
import type { QrPicture } from './qr-picture.js';

/** What leaves the page. */
export interface Sheet {
  readonly text: string;
  /** Name of the file without its ending. */
  readonly name: string;
}

/** What a `Handover` needs from the page around it. */
export interface HandoverOptions {
  /** Makes the text that leaves the page: a backup file, or whatever the study asks for instead. */
  readonly sheet: () => Promise<Sheet>;
  /** Where a field may be put for copying. */
  readonly root: ShadowRoot;
  /** A device that the next person uses too: nothing is put into its clipboard. */
  readonly shared: boolean;
  readonly changed: () => void;
}

type Outcome = 'done' | 'cancelled' | 'failed';

/**
 * One sheet that could not be stored, and the ways in which it can leave the page: as a file, through the clipboard, through the share
 * sheet, or as QR codes. It only offers; that the sheet is kept is for the respondent to say.
 */
export class Handover {
  /** The app around this page, where downloads do nothing. */
  readonly inApp = inAppBrowser(navigator.userAgent);
  /** The ways that this browser may have, the likeliest first. */
  readonly ways: readonly Way[];
  /** The way that was taken last. */
  way: Way | undefined;
  /** How that went. Closing a share sheet again is neither. */
  outcome: 'done' | 'failed' | undefined;
  /** Whether the sheet left by some way, so that the respondent can say that it is kept. */
  left: Way | undefined;
  /** Whether the text was put into the clipboard. */
  inClipboard = false;
  /** Whether the text itself is shown: once something was tried, for want of anything else. */
  get showsText(): boolean {
    return this.text !== '' && (this.outcome === 'failed' || !this.#options.shared);
  }
  /** The text, once a way was tried. */
  text = '';
  codes: readonly QrPicture[] = [];
  /** Which code is on screen. */
  code = 0;
  readonly #options: HandoverOptions;
  readonly #sheet: Promise<Sheet>;
  #seen = new Set<number>();

  constructor(options: HandoverOptions) {
    this.#options = options;
    const copies: Way[] = options.shared ? [] : ['copy'];
    const shares: Way[] = canShare() ? ['share'] : [];
    this.ways = this.inApp ? [...copies, ...shares, 'qr', 'download'] : ['download', ...copies, ...shares, 'qr'];
    // Made now: the clipboard and the share sheet open only in the press itself.
    this.#sheet = options.sheet();
    this.#sheet.catch(() => undefined);
  }

  /** How many codes were not on screen yet. */
  get unseen(): number {
    return this.codes.length - this.#seen.size;
  }

  /** Whether the respondent can be asked if the sheet is kept: not before every code was there to be scanned. */
  get canBeKept(): boolean {
    return this.left !== undefined && !(this.left === 'qr' && this.unseen > 0);
  }

  readonly onDownload = (): Promise<void> =>
    this.#take('download', ({ text, name }) => {
      downloadText(text, name);
      return Promise.resolve('done');
    });

  readonly onCopy = (): Promise<void> =>
    this.#take('copy', async ({ text }) => {
      const done = await copyText(text, this.#options.root);
      this.inClipboard ||= done;
      return done ? 'done' : 'failed';
    });

  // Browsers share only files with endings that they know.
  readonly onShare = (): Promise<void> => this.#take('share', ({ text, name }) => shareText(text, `${name}.txt`));

  readonly onQr = (): Promise<void> =>
    this.#take('qr', async ({ text }) => {
      const { qrPictures } = await import('./qr-picture.js');
      this.codes = qrPictures(text);
      this.#show(0);
      return 'done';
    });

  readonly onPrevious = (): void => this.#show(this.code - 1);
  readonly onNext = (): void => this.#show(this.code + 1);

  #show(code: number): void {
    // After the last comes the first: no button vanishes under a finger.
    this.code = (code + this.codes.length) % this.codes.length;
    this.#seen.add(this.code);
    this.#options.changed();
  }

  async #take(way: Way, leave: (sheet: Sheet) => Promise<Outcome>): Promise<void> {
    let outcome: Outcome;
    try {
      const sheet = await this.#sheet;
      outcome = await leave(sheet);
      this.text = sheet.text;
    } catch {
      outcome = 'failed';
    }
    if (outcome === 'cancelled') return;
    this.way = way;
    this.outcome = outcome;
    // A copy that has to be made by hand is a way out as well.
    if (outcome === 'done' || way === 'copy') this.left = way;
    this.#options.changed();
  }
}
