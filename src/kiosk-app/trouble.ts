/**
 * Why the page is not kept, or not the newest version of it. `no-service-worker`: the browser has none · `insecure`: neither https nor
 * localhost · `policy`: the page's policy forbids it · `network`: the server cannot be reached · `file`: a file is missing there or is not
 * what it should be · `storage-full` · `install`: a file of Canyu is missing or is not the one this version was built with.
 */
export type AppTroubleCode =
  'no-service-worker' | 'insecure' | 'policy' | 'network' | 'file' | 'storage-full' | 'install';

/** Why a step towards an offline page failed. */
export class AppTrouble extends Error {
  readonly code: AppTroubleCode;
  /** Address of the file in question. */
  readonly file: string | undefined;

  constructor(code: AppTroubleCode, file?: string) {
    super(`canyu-kiosk-app: ${code}${file ? ` ${file}` : ''}`);
    this.code = code;
    this.file = file;
  }
}
