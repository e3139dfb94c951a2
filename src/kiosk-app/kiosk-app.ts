/**
 * Makes the page of a `<canyu-kiosk>` an app that opens without a network, and keeps it up to date between respondents. One line in the
 * page: `<script type="module" src="…/kiosk-app.js"></script>`, and `kiosk-sw.js` beside the page.
 */
import { fetchOwnFiles, keepOwnFiles, versionOfFiles } from './own-files.js';
import { cacheOf, versionOf } from './names.js';
import { register } from './register.js';
import { Switch } from './switch.js';
import { AppTrouble, type AppTroubleCode } from './trouble.js';

/** How the page stands. Also in `document.documentElement.dataset`: `canyuOffline` and `canyuUpdate`. */
export interface KioskAppStatus {
  /** `ready`: opens without a network · `preparing`: its files are being copied · `none`: will not open without a network. */
  readonly offline: 'none' | 'preparing' | 'ready';
  /** `waiting`: a new version is here and takes over when nobody is answering · `failed`: there is one but it is not whole. */
  readonly update: 'none' | 'checking' | 'waiting' | 'failed';
  readonly trouble?: { readonly code: AppTroubleCode; readonly file?: string | undefined } | undefined;
}

declare global {
  interface DocumentEventMap {
    'canyu-kiosk-app': CustomEvent<KioskAppStatus>;
  }
}

/** How often a page that stays open looks for a new version. */
const HOURLY = 3_600_000;

/** The kiosk's first screen comes before the copying of files. */
const AFTER_START = 2000;

const canyuFolder = new URL('./', import.meta.url).href;
const scope = new URL(location.pathname, location.href).href;
const worker = new URL('kiosk-sw.js', document.baseURI).href;

let status: KioskAppStatus = { offline: 'none', update: 'none' };
let checking: Promise<void> | undefined;

function tell(change: Partial<KioskAppStatus>): void {
  status = { ...status, ...change };
  document.documentElement.dataset['canyuOffline'] = status.offline;
  document.documentElement.dataset['canyuUpdate'] = status.update;
  document.dispatchEvent(new CustomEvent('canyu-kiosk-app', { detail: status }));
}

function start(): void {
  if (!('serviceWorker' in navigator)) {
    tell({ trouble: { code: isSecureContext ? 'no-service-worker' : 'insecure' } });
    return;
  }
  const container = navigator.serviceWorker;
  const isReady = (): boolean => !!container.controller;
  tell({ offline: isReady() ? 'ready' : 'none' });
  container.addEventListener('controllerchange', () => tell({ offline: 'ready', trouble: undefined }));

  const switching = new Switch(document, container);
  const look = (): Promise<void> => (checking ??= check(switching).finally(() => (checking = undefined)));
  setTimeout(look, AFTER_START);
  setInterval(look, HOURLY);
  addEventListener('online', look);
  document.addEventListener('canyu-kiosk-update', look);
}

/** Looks for a new version, and fetches it where there is one. Never rejects. */
async function check(switching: Switch): Promise<void> {
  tell(status.offline === 'ready' ? { update: 'checking' } : { offline: 'preparing' });
  try {
    const registration = await newest();
    switching.watch(registration);
    const installed = await settled(registration);
    if (!installed) throw new AppTrouble('install');
    tell({ update: registration.waiting ? 'waiting' : 'none', trouble: undefined });
  } catch (error) {
    const { code, file } = error instanceof AppTrouble ? error : new AppTrouble('install');
    const offline = status.offline === 'ready' ? 'ready' : 'none';
    // A tablet without a network has nothing to be told while its page works.
    const isQuiet = offline === 'ready' && code === 'network';
    tell({ offline, update: offline === 'ready' && !isQuiet ? 'failed' : 'none', trouble: { code, file } });
  }
}

/** The registration, after the files of the page and the worker's script were compared with the server's. */
async function newest(): Promise<ServiceWorkerRegistration> {
  const files = await fetchOwnFiles(document, canyuFolder);
  const version = await versionOfFiles(files);
  const before = await navigator.serviceWorker.getRegistration(scope);
  if (before?.scope === scope && newestIs(before, version)) {
    try {
      await before.update();
    } catch {
      throw new AppTrouble(navigator.onLine ? 'install' : 'network', worker);
    }
    return before;
  }
  if (!isOf(before?.active, version)) await keepOwnFiles(files, scope, version);
  try {
    return await register(`${worker}?v=${version}`, scope);
  } catch (error) {
    await forget(scope, version, before);
    throw error;
  }
}

/** Clears away the files of a version that came to nothing. */
async function forget(at: string, version: string, registration?: ServiceWorkerRegistration): Promise<void> {
  if (!isOf(registration?.active, version) && !isOf(registration?.waiting, version))
    await caches.delete(cacheOf(at, version));
}

const newestIs = ({ waiting, active }: ServiceWorkerRegistration, version: string): boolean =>
  isOf(waiting ?? active, version);

const isOf = (one: ServiceWorker | null | undefined, version: string): boolean =>
  !!one && versionOf(one.scriptURL) === version;

/** Waits until a worker that is being installed has all its files; false where it did not get them, and what it left is cleared away. */
async function settled(registration: ServiceWorkerRegistration): Promise<boolean> {
  const { installing } = registration;
  if (!installing) return true;
  const state = await new Promise<ServiceWorkerState>((resolve) => {
    const see = (): void => {
      if (installing.state !== 'installing') resolve(installing.state);
    };
    installing.addEventListener('statechange', see);
    see();
  });
  if (state !== 'redundant') return true;
  await forget(registration.scope, versionOf(installing.scriptURL), registration);
  return false;
}

start();
