/** Steps of the text size: once, 1.25 times and 1.6 times the survey's own (20 px, 24 px at a kiosk). */
export type Size = 'standard' | 'large' | 'largest';

/** The steps in the order in which they are shown. */
export const sizes: readonly Size[] = ['standard', 'large', 'largest'];

/** What a respondent set for reading and answering. Nothing of it says anything about the answers. */
export interface Settings {
  readonly size: Size;
  /** Pure black and white, thicker lines. */
  readonly contrast: boolean;
  /** Number keys choose answers. */
  readonly digits: boolean;
  /** Every question is read aloud when it appears. */
  readonly reading: boolean;
}

/** Where every respondent begins. */
export const standard: Settings = { size: 'standard', contrast: false, digits: false, reading: false };

/** Key in `sessionStorage`; the survey loads the tools at once when it is there. */
const KEY = 'canyu-tools';

/** The settings of this browser session; `standard` where there are none, or where the page may not ask. */
export function readSettings(): Settings {
  try {
    const { size, contrast, digits, reading } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<
      Record<keyof Settings, unknown>
    >;
    return {
      size: sizes.find((one) => one === size) ?? standard.size,
      contrast: contrast === true,
      digits: digits === true,
      reading: reading === true,
    };
  } catch {
    return standard;
  }
}

/** Keeps the settings until the browser session ends. A page that may not store loses them on reload, nothing else. */
export function keepSettings(settings: Settings): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Sandboxed frames and blocked site data: the settings hold for this page only.
  }
}
