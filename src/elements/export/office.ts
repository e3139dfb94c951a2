import type { Pace } from '../../export/zip.js';
import type { makeOffice as write, OfficeAnswer, OfficeRequest } from '../../office.js';
import { ask, startWorker } from '../change-index/compute-in-worker.js';

/** Set by the bundler to the address of `office.js`; there is none in unbundled modules. */
declare const __OFFICE_FILE__: string | undefined;

/** What failed is the way to the writers, not the writing. */
const missing = (): Error => new Error('office-missing');

/**
 * Has an office document written in a worker; where none can start (another origin, a policy of the page), by the page itself.
 * @throws {Error} `office-missing` where the writers' file cannot be loaded; the signal's reason once it is aborted
 */
export async function makeOffice(request: OfficeRequest, pace: Pace, signal: AbortSignal): Promise<Blob> {
  const address = typeof __OFFICE_FILE__ === 'string' ? __OFFICE_FILE__ : undefined;
  const worker = startWorker(address);
  const answer = worker && (await ask<OfficeAnswer>(worker, request, signal));
  signal.throwIfAborted();
  if (answer && 'blob' in answer) return answer.blob;
  if (answer) throw new Error(answer.error);
  const office = await load();
  return office.makeOffice(request, pace);
}

async function load(): Promise<{ readonly makeOffice: typeof write }> {
  try {
    return await import('../../office.js');
  } catch {
    throw missing();
  }
}
