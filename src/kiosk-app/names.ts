/** What the page and its service worker must call by the same name. */

/** Header of the page's own requests for the newest files: the worker lets them through to the network. */
export const CHECK_HEADER = 'canyu-check';

/** Message to a waiting worker: nobody is answering, take over. */
export const SKIP_WAITING = 'canyu-skip-waiting';

const PREFIX = 'canyu-kiosk';

/** The version of the page's own files in the address of a worker. */
export function versionOf(worker: string): string {
  return new URL(worker).searchParams.get('v') ?? '';
}

/** Name of the cache that holds one version of the own files of the page at `scope`. */
export function cacheOf(scope: string, version: string): string {
  return `${PREFIX} ${scope} ${version}`;
}

/** The caches of the page at `scope` among all of the site. */
export function cachesOf(scope: string, names: readonly string[]): string[] {
  return names.filter((name) => name.startsWith(`${PREFIX} ${scope} `));
}

/** Put into a cache last of all: everything before it is there. */
export function completeMark(scope: string): string {
  return new URL('canyu-kiosk-complete', scope).href;
}
