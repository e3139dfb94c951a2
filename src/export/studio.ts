import type { Pace } from './zip.js';

/** A chart as a picture file. */
export interface PictureFile {
  /** e.g. `01-plane.png`. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the pages of an office document are made from besides the results. */
export interface OfficeFacts {
  readonly settingsLine: string;
  /** The word for made-up data; absent where the study is a real one. */
  readonly synthetic?: string | undefined;
}

/**
 * What needs a page to be made: pictures of the charts, and the documents for office programs. Passed in, so that the rest of this folder
 * works without one.
 */
export interface Studio {
  /** Every chart that has something to show, as a picture that explains itself, with the settings line on it. */
  pictures(facts: OfficeFacts, pace: Pace): Promise<readonly PictureFile[]>;
  /**
   * The deck or the report; absent where the page may not load the writers.
   * @throws {Error} `office-missing` where the file of the writers cannot be loaded
   */
  office?(kind: 'pptx' | 'docx', facts: OfficeFacts, pace: Pace): Promise<Blob>;
}
