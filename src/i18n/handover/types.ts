import type { Group } from '../../core/text.js';

/** A way in which a sheet that could not be stored leaves the page. */
export type Way = 'download' | 'copy' | 'share' | 'qr';

/** Browsers inside other apps, in which a download silently does nothing. */
export type InAppBrowser = 'wechat' | 'qq' | 'alipay' | 'weibo' | 'dingtalk';

/** Texts of the ways out for a sheet that could not be stored. */
export interface HandoverMessages {
  readonly title: string;
  /** Which app the page is open in, and what that means here. */
  readonly inApp: (app: InAppBrowser) => string;
  /** The same, said before the first answer, when nothing is lost by opening the page elsewhere. */
  readonly inAppBefore: (app: InAppBrowser) => string;
  /** Whom to give it to; names that are not known are empty. */
  readonly to: (group: Group, organisation: string, contact: string) => string;
  readonly ways: Readonly<Record<Way, string>>;
  /** What to know before a way is taken. */
  readonly hints: Readonly<Record<Way, string>>;
  /** Said when a way worked; of the codes: how to use them. */
  readonly done: Readonly<Record<Way, string>>;
  readonly failed: Readonly<Record<Way, string>>;
  /** The respondent confirms that the sheet is kept, and ends. */
  readonly kept: Readonly<Record<Way, string>>;
  /** What is said with the thanks. */
  readonly thanks: Readonly<Record<Way, string>>;
  readonly qr: {
    readonly position: (index: number, count: number) => string;
    readonly label: (index: number, count: number) => string;
    readonly previous: string;
    readonly next: string;
    readonly rest: (count: number) => string;
  };
  readonly content: string;
  readonly contentText: string;
  readonly clipboard: {
    readonly text: string;
    readonly clear: string;
    readonly cleared: string;
    readonly failed: string;
  };
}
