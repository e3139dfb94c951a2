import type { Group, Locale } from '../text.js';

/** What a shared tablet shows. `closed`: nobody can begin now, see `Closed`. `staff`: behind the PIN. */
export type KioskScreen = 'attract' | 'closed' | 'who' | 'survey' | 'thanks' | 'staff';

/**
 * Why nobody can begin. `loading`: not everything is here yet · `setup`: staff have not chosen a PIN · `trouble`: the study or the store
 * cannot be used · `wave`: no wave is open today · `hours`: outside opening hours.
 */
export type Closed = 'loading' | 'setup' | 'trouble' | 'wave' | 'hours';

/**
 * Why a kiosk went back to its beginning. `idle`: nobody touched it through a warning · `finished`: after the thanks · `stopped`: the
 * respondent did not want to go on · `left`: the page was left or came back from the browser's memory · `staff`: the panel was closed.
 */
export type ResetReason = 'idle' | 'finished' | 'stopped' | 'left' | 'staff';

/** What became of a sheet, for the thanks screen. */
export interface Outcome {
  /** Whether it is in the store of this device; else its respondent took it along. */
  readonly stored: boolean;
  /** First characters of the record's address, `7Q3ZK-0M9TA`; absent where the page has no crypto. */
  readonly receipt?: string | undefined;
  /** A linking code was given; false too where the sheet is sealed and the device cannot know. */
  readonly code: boolean;
}

/** How a kiosk behaves. Times in seconds. */
export interface KioskRules {
  /** Without a touch for so long, the warning comes. */
  readonly idle: number;
  /** So long the warning waits for a touch. */
  readonly warning: number;
  /** So long thanks stay after the last touch. */
  readonly thanks: number;
  /** The language that every respondent is met in. */
  readonly locale: Locale;
  /** Who can answer here; with one group nobody is asked who they are. */
  readonly groups: readonly Group[];
}

/** Where a kiosk is. Holds no answers: those are in the survey and go with it. */
export interface KioskState {
  readonly screen: KioskScreen;
  /** Set while nobody can begin. A respondent who is at it may finish all the same. */
  readonly closed?: Closed | undefined;
  readonly locale: Locale;
  /** Counts resets. Two surveys with different rounds have nothing in common. */
  readonly round: number;
  readonly group?: Group | undefined;
  readonly outcome?: Outcome | undefined;
  /** Milliseconds of the kiosk's clock: the last touch. */
  readonly touched: number;
  /** When the warning ends and the kiosk begins anew; set while the warning is shown. */
  readonly warnedUntil?: number | undefined;
  /** The respondent is asked whether to stop. */
  readonly stopping?: boolean | undefined;
}

/** What can happen at a kiosk; `at`: milliseconds of a clock that never goes back. */
export type KioskEvent = { readonly at: number } & (
  | { readonly type: 'availability'; readonly closed: Closed | undefined }
  | { readonly type: 'start' }
  | { readonly type: 'group'; readonly group: Group }
  | { readonly type: 'locale'; readonly locale: Locale }
  /** Any touch or key. */
  | { readonly type: 'touch' }
  /** The sheet is stored or handed over. `round`: whose it is. */
  | { readonly type: 'complete'; readonly round: number; readonly outcome: Outcome }
  /** The respondent has read the thanks. */
  | { readonly type: 'done' }
  /** The respondent may want to stop: asks first where answers would be lost. */
  | { readonly type: 'ask-stop' }
  | { readonly type: 'go-on' }
  | { readonly type: 'stop' }
  | { readonly type: 'leave' }
  | { readonly type: 'staff' }
  | { readonly type: 'staff-done' }
  | { readonly type: 'tick' }
);

/** The state after an event; `reset` where the kiosk went back to its beginning. */
export interface KioskStep {
  readonly state: KioskState;
  readonly reset?: ResetReason;
}
