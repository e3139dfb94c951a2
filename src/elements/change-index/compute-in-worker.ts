import type { LocalOutcome, LocalRequest } from '../../compute-local.js';

/** Set by the bundler to the address of the worker; there is none in the classic bundle and in unbundled modules. */
declare const __WORKER_FILE__: string | undefined;

/** Longest piece of work on the page's own thread, in milliseconds; well under the 50 that a person notices. */
const SLICE = 25;

/** Computes in a worker; where none can start (another origin, a policy of the page, no second file) on the page, in slices. */
export async function compute(request: LocalRequest, signal: AbortSignal): Promise<LocalOutcome> {
  const worker = startWorker(typeof __WORKER_FILE__ === 'undefined' ? undefined : __WORKER_FILE__);
  const outcome = worker && (await ask<LocalOutcome>(worker, request, signal));
  if (outcome ?? signal.aborted) return outcome ?? aborted;
  return computeInSlices(request, signal);
}

const aborted: LocalOutcome = { status: 'trouble', code: 'compute-failed', detail: 'aborted' };

/** The worker, or undefined where the page does not allow one. */
export function startWorker(address: string | undefined): Worker | undefined {
  if (!address) return undefined;
  try {
    return new Worker(trusted(address), { type: 'module' });
  } catch {
    return undefined;
  }
}

/**
 * The address as `require-trusted-types-for 'script'` wants it. The documented header allows the name `lit-html` more than once,
 * and Lit's own policy exists by now, so that a header that does not allow it costs only this worker.
 */
function trusted(address: string): string {
  try {
    policy ??= (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('lit-html', {
      createScriptURL: (url) => url,
    });
    return policy ? (policy.createScriptURL(address) as string) : address;
  } catch {
    return address;
  }
}

interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptPolicy;
}

let policy: ScriptPolicy | undefined;

/** The worker's one answer; undefined when it could not start or died, or nobody waits any more. Ends the worker. */
export function ask<T>(worker: Worker, request: unknown, signal: AbortSignal): Promise<T | undefined> {
  return new Promise<T | undefined>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<T>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(undefined);
    };
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}

/** The same work on the page's own thread, which gets its turn whenever a slice is used up. */
export async function computeInSlices(request: LocalRequest, signal: AbortSignal): Promise<LocalOutcome> {
  const { computeLocal } = await import('../../compute-local.js');
  let end = performance.now() + SLICE;
  return computeLocal(request, () => {
    if (signal.aborted) throw new Error('aborted');
    if (performance.now() < end) return undefined;
    return nextTurn().then(() => void (end = performance.now() + SLICE));
  });
}

/** A new task, so that clicks and frames come in between; a timer would wait 4 ms each time. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
