/**
 * The kiosk's service worker. Keeps two sets of files and answers from them alone, so that the page opens without a network:
 * the files of Canyu, listed with their hashes when Canyu was built, and the page's own files, which the page has put into a cache
 * of their own (own-files.ts) before it registered this worker under their version, `?v=…`.
 *
 * Either set is taken over whole or not at all: where one file is missing or is another than the list says, the installation fails
 * and the version before goes on. Nothing is ever put into a cache while people answer.
 */
import { addRoute, precache } from 'workbox-precaching';
import { createPartialResponse } from 'workbox-range-requests';
import { registerRoute } from 'workbox-routing';
import { CHECK_HEADER, cacheOf, cachesOf, completeMark, SKIP_WAITING, versionOf } from './names.js';

/** Of a service worker's global scope, what is used here; the DOM's types have none. */
interface WorkerScope {
  readonly location: Location;
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  /** Filled in by the build: the files of Canyu, relative to its folder. */
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string; readonly integrity: string }[];
  /** Set by the file beside the page that imports this one: Canyu's folder. */
  readonly canyuFolder?: string;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate' | 'message', listener: (event: WorkerEvent) => void): void;
}
interface WorkerEvent {
  readonly data?: unknown;
  waitUntil(work: Promise<unknown>): void;
}
declare const self: WorkerScope;

const { scope } = self.registration;
const cacheName = cacheOf(scope, versionOf(self.location.href));
const folder = new URL(self.canyuFolder ?? './', self.location.href);

precache(self.__WB_MANIFEST.map((entry) => ({ ...entry, url: new URL(entry.url, folder).href })));
addRoute({ directoryIndex: '', cleanURLs: false, ignoreURLParametersMatching: [/./] });

registerRoute(
  ({ request, sameOrigin }) => sameOrigin && !request.headers.has(CHECK_HEADER),
  async ({ request }) => {
    const ignoreSearch = request.mode === 'navigate';
    const kept = await caches.match(request, { cacheName, ignoreSearch, ignoreVary: true });
    if (!kept) return fetch(request);
    return request.headers.has('range') ? createPartialResponse(request, kept) : kept;
  },
);

self.addEventListener('install', (event) => event.waitUntil(ownFilesAreHere()));

async function ownFilesAreHere(): Promise<void> {
  if (!(await caches.match(completeMark(scope), { cacheName })))
    throw new Error('canyu: the files of the page are not all here; kiosk-app.js registers this worker');
}

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

async function takeOver(): Promise<void> {
  const old = cachesOf(scope, await caches.keys()).filter((name) => name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('message', (event) => {
  if (event.data === SKIP_WAITING) event.waitUntil(self.skipWaiting());
});
