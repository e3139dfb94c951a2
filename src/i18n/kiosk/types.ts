import type { Group, Locale } from '../../core/text.js';

/** A title and what it means. */
export interface Said {
  readonly title: string;
  readonly text: string;
}

/** Why a device cannot be a kiosk now. `store`: nothing can be kept here · `insecure`: no https · `study`: no usable study file. */
export type KioskTrouble = 'store' | 'insecure' | 'study' | 'groups' | 'load';

/** What a respondent at a shared tablet reads, outside of the survey itself. */
export interface KioskMessages {
  readonly locale: Locale;
  readonly loading: string;
  readonly languages: string;
  readonly attract: {
    /** Name of a study without a title of its own. */
    readonly title: string;
    readonly by: (organisation: string) => string;
    /** `minutes` the whole takes. */
    readonly time: (minutes: number) => string;
    readonly noName: string;
    readonly start: string;
    /** How long without a touch until everything is cleared, seconds. */
    readonly clears: (seconds: number) => string;
    /** Small print for staff: copies are due, or sheets are missing. */
    readonly staff: { readonly backup: string; readonly lost: string };
    readonly synthetic: string;
  };
  readonly who: {
    readonly title: string;
    readonly groups: Readonly<Record<Group, { readonly name: string; readonly text: string }>>;
    readonly back: string;
  };
  readonly stop: {
    readonly button: string;
    readonly title: string;
    readonly text: string;
    readonly goOn: string;
    readonly stop: string;
  };
  readonly idle: {
    readonly title: string;
    readonly text: string;
    /** Seconds left. */
    readonly left: (seconds: number) => string;
    readonly more: string;
  };
  readonly thanks: {
    readonly taken: string;
    readonly receipt: string;
    readonly receiptUse: string;
    readonly done: string;
    /** Seconds until the first screen comes back. */
    readonly back: (seconds: number) => string;
  };
  readonly closed: {
    /** `next`: a time, e.g. "明天 9:00", or undefined. */
    readonly hours: (next: string | undefined) => Said;
    readonly when: (inDays: number, weekday: string, time: string) => string;
    /** `next`: when the next wave opens, written out, or undefined when there is none. */
    readonly wave: (next: string | undefined) => Said;
    readonly trouble: Readonly<Record<KioskTrouble, Said>>;
    readonly retry: string;
  };
}

/** What staff read. */
export interface KioskStaffMessages {
  readonly locale: Locale;
  readonly setup: {
    readonly title: string;
    readonly text: string;
    readonly honest: string;
    readonly device: string;
    readonly deviceHint: string;
    readonly pin: string;
    readonly pinHint: (characters: number) => string;
    readonly again: string;
    readonly show: string;
    readonly save: string;
    readonly tooShort: (characters: number) => string;
    readonly different: string;
    readonly gesture: string;
  };
  readonly pin: {
    readonly title: string;
    readonly label: string;
    readonly open: string;
    readonly cancel: string;
    readonly wrong: string;
    readonly wait: (seconds: number) => string;
    readonly forgotten: string;
  };
  readonly failed: string;
  readonly busy: string;
  readonly title: string;
  readonly close: string;
  readonly counts: {
    readonly title: string;
    readonly head: readonly [wave: string, group: string, count: string];
    readonly none: string;
    readonly total: (count: number) => string;
  };
  readonly groups: Readonly<Record<Group, string>>;
  readonly backup: {
    readonly title: string;
    readonly level: {
      readonly empty: string;
      readonly safe: (when: string) => string;
      readonly due: (when: string) => string;
      readonly overdue: (when: string | undefined) => string;
    };
    readonly mayDelete: string;
    readonly file: string;
    readonly share: string;
    readonly folder: string;
    readonly otherFolder: string;
    readonly fileDone: (name: string, count: number) => string;
    readonly shareDone: string;
    readonly folderDone: (name: string, count: number) => string;
    readonly folderFailed: string;
    readonly whom: string;
  };
  readonly verify: {
    readonly title: string;
    readonly text: string;
    readonly choose: string;
    readonly good: (count: number) => string;
    readonly missing: (missing: number, count: number) => string;
    readonly damaged: string;
    readonly foreign: string;
  };
  readonly wipe: {
    readonly title: string;
    readonly locked: string;
    readonly text: (count: number) => string;
    readonly unsent: (count: number) => string;
    readonly first: (count: number) => string;
    readonly sure: (count: number) => string;
    readonly cancel: string;
    readonly done: (count: number) => string;
    readonly kept: (count: number) => string;
  };
  readonly health: {
    readonly title: string;
    readonly persisted: (persisted: boolean | null) => string;
    readonly ask: string;
    readonly used: (used: string, free: string) => string;
    readonly unknownSpace: string;
    readonly unsent: (count: number) => string;
    readonly aside: (count: number) => string;
    readonly complete: string;
    readonly lost: (expected: number | null, found: number | null) => string;
    readonly accept: string;
    readonly error: string;
  };
  readonly receipts: {
    readonly title: string;
    readonly text: string;
    readonly show: string;
    readonly save: string;
    readonly print: string;
    readonly heading: (study: string, count: number) => string;
  };
  readonly settings: {
    readonly title: string;
    readonly wave: string;
    readonly waveOnly: (wave: string) => string;
    readonly waveNone: string;
    readonly language: string;
    readonly volume: string;
    readonly volumes: readonly [quiet: string, middle: string, full: string];
    readonly newPin: string;
    readonly pinChanged: string;
    readonly update: string;
    readonly updateAsked: string;
    readonly updateNone: string;
    readonly saved: string;
  };
}
