import type { KeyCode, SealCode } from '../core/sealed/codes.js';

/** The one error that sealing, keys and opening reject with. */
export class SealError extends Error {
  readonly code: SealCode | KeyCode;
  /** In plain English, for developers. */
  readonly detail: string;

  constructor(code: SealCode | KeyCode, detail = '', cause?: unknown) {
    super(detail ? `${code}: ${detail}` : code, { cause });
    this.name = 'SealError';
    this.code = code;
    this.detail = detail;
  }
}
