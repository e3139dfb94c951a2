import { AppTrouble } from './trouble.js';
import { CHECK_HEADER, cacheOf, completeMark } from './names.js';
import { recordingsOf } from './recordings.js';

/** A file of the page as the server gives it now. */
export interface OwnFile {
  readonly url: string;
  readonly body: ArrayBuffer;
  readonly headers: Headers;
}

/** Headers that describe the journey of a file and not the file. */
const JOURNEY = ['content-encoding', 'content-length', 'transfer-encoding', 'vary', 'date', 'age'];

/** How many files are asked for at a time. */
const AT_ONCE = 6;

/**
 * Addresses of the files that the page names and that Canyu's own folder does not hold: itself, styles, scripts, pictures, icons, the
 * kiosk's study and instrument, and whatever `<meta name="canyu-kiosk-files" content="a.png b.js">` adds. Other sites' files are left out.
 */
export function namedFiles(page: Document, canyuFolder: string): string[] {
  const here = new URL(page.location.href);
  here.search = here.hash = '';
  const addresses = [here.href];
  const add = (address: string | null): void => {
    if (address?.trim()) addresses.push(new URL(address, page.baseURI).href.replace(/#.*$/, ''));
  };
  for (const link of page.querySelectorAll('link[href]'))
    if (/\b(stylesheet|icon|apple-touch-icon|manifest)\b/.test(link.getAttribute('rel') ?? ''))
      add(link.getAttribute('href'));
  for (const source of page.querySelectorAll('script[src], img[src], canyu-kiosk[src]'))
    add(source.getAttribute('src'));
  for (const kiosk of page.querySelectorAll('canyu-kiosk[instrument]')) add(kiosk.getAttribute('instrument'));
  const more = page.querySelector('meta[name="canyu-kiosk-files"]')?.getAttribute('content') ?? '';
  for (const address of more.split(/\s+/)) add(address);
  return [...new Set(addresses)].filter(
    (address) => address.startsWith(`${here.origin}/`) && !address.startsWith(canyuFolder),
  );
}

/**
 * Fetches the page's own files past the service worker; recordings of a study too, as far as there are any.
 * @throws AppTrouble `network` where the server cannot be reached, `file` where a file is missing or is not what it should be
 */
export async function fetchOwnFiles(page: Document, canyuFolder: string): Promise<OwnFile[]> {
  const files = await inTurns(namedFiles(page, canyuFolder), (url) => fetchFile(url));
  const kiosk = page.querySelector('canyu-kiosk');
  const recordings = await recordingsOf(kiosk, page.baseURI, files, canyuFolder);
  const recorded = await inTurns(recordings, (url) => fetchFile(url, true));
  return [...files, ...recorded].filter((file) => file !== undefined);
}

async function inTurns<T>(addresses: readonly string[], fetchOne: (url: string) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const turn = async (): Promise<void> => {
    while (next < addresses.length) {
      const at = next++;
      results[at] = await fetchOne(addresses[at]!);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, turn));
  return results;
}

async function fetchFile(url: string): Promise<OwnFile>;
async function fetchFile(url: string, mayBeMissing: true): Promise<OwnFile | undefined>;
async function fetchFile(url: string, mayBeMissing?: boolean): Promise<OwnFile | undefined> {
  let response: Response;
  let body: ArrayBuffer;
  try {
    response = await fetch(url, { cache: 'no-cache', headers: { [CHECK_HEADER]: '1' } });
    body = await response.arrayBuffer();
  } catch {
    throw new AppTrouble('network', url);
  }
  if (mayBeMissing && (response.status === 404 || response.status === 410)) return undefined;
  // A sign-in page of a network, or a server's own page for what it does not have, comes redirected or in another format.
  if (!response.ok || response.redirected || !looksRight(url, body, response.headers))
    throw new AppTrouble('file', url);
  const headers = new Headers(response.headers);
  for (const name of JOURNEY) headers.delete(name);
  return { url, body, headers };
}

function looksRight(url: string, body: ArrayBuffer, headers: Headers): boolean {
  const { pathname } = new URL(url);
  if (/\.(json|webmanifest)$/.test(pathname)) return isJson(body);
  if (pathname === location.pathname) return textOf(body).includes('<canyu-');
  const isPage = /html/.test(headers.get('content-type') ?? '');
  return !isPage || !/\.(m?js|css|png|svg|jpe?g|webp|mp3)$/.test(pathname);
}

function isJson(body: ArrayBuffer): boolean {
  try {
    return typeof JSON.parse(textOf(body)) === 'object';
  } catch {
    return false;
  }
}

const textOf = (body: ArrayBuffer): string => new TextDecoder().decode(body);

/** The version of a set of files: changes with any content, and with the policy that a file is served under. */
export async function versionOfFiles(files: readonly OwnFile[]): Promise<string> {
  const lines = await Promise.all(
    files.map(async ({ url, body, headers }) =>
      [url, await sha256(body), headers.get('content-security-policy') ?? ''].join(' '),
    ),
  );
  return (await sha256(new TextEncoder().encode(lines.sort().join('\n')))).slice(0, 16);
}

async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Puts the files into the cache that the worker of this version reads.
 * @throws AppTrouble `storage-full`; nothing of the version stays then
 */
export async function keepOwnFiles(files: readonly OwnFile[], scope: string, version: string): Promise<void> {
  const name = cacheOf(scope, version);
  try {
    const cache = await caches.open(name);
    for (const { url, body, headers } of files) await cache.put(url, new Response(body, { headers }));
    await cache.put(completeMark(scope), new Response());
  } catch {
    await caches.delete(name);
    throw new AppTrouble('storage-full');
  }
}
