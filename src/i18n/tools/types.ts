import type { Group } from '../../core/text.js';

/** Who may help somebody through the survey and who may not (method.md §2.1). */
export interface HelperTexts {
  readonly title: string;
  readonly may: string;
  readonly mayNot: string;
  readonly how: string;
  /** All of it in two sentences, for the screens on which the question has to have the room. */
  readonly short: string;
}

/** Why nothing is read aloud, and what to do. */
export interface ReadingTroubleTexts {
  /** The device has no voice of its own for this language. */
  readonly 'no-voice': string;
  /** The voice stopped or never began. */
  readonly failed: string;
  /** The browser lets a page make a sound only after a press. */
  readonly blocked: string;
}

/** Texts of the respondent's tools: text size, reading aloud, contrast, number keys, help. */
export interface ToolsMessages {
  /** Name of the whole part, as a screen reader says it. */
  readonly name: string;
  readonly size: string;
  readonly sizes: Readonly<Record<'standard' | 'large' | 'largest', string>>;
  readonly readQuestion: string;
  readonly readPage: string;
  readonly stopReading: string;
  readonly readAlways: string;
  readonly contrast: string;
  readonly digits: string;
  readonly digitsHint: string;
  readonly helped: string;
  readonly helper: (group: Group) => HelperTexts;
  readonly trouble: ReadingTroubleTexts;
  readonly close: string;
}
