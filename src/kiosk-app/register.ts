import { AppTrouble } from './trouble.js';

interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptPolicy;
}

let policy: ScriptPolicy | undefined;

/**
 * Registers a service worker for the page at `scope` only. Browsers that require trusted types refuse the plain address; the documented
 * header allows the name `lit-html` more than once, so that no further name has to be allowed.
 * @throws AppTrouble `policy`, or `install` where the worker's file is missing or is no good
 */
export async function register(address: string, scope: string): Promise<ServiceWorkerRegistration> {
  const trusted = trust(address);
  try {
    return await navigator.serviceWorker.register(trusted, { scope, updateViaCache: 'none' });
  } catch {
    throw new AppTrouble(navigator.onLine ? 'install' : 'network', address);
  }
}

function trust(address: string): string {
  try {
    policy ??= (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('lit-html', {
      createScriptURL: (url) => url,
    });
  } catch {
    throw new AppTrouble('policy', address);
  }
  return policy ? (policy.createScriptURL(address) as string) : address;
}
