/**
 * What tests of the built bundle share: the server with the strict policy, the browsers, and a watch on a page for everything
 * that must not happen there. CANYU_DIST names the folder of the bundle, from the project's root (default `dist`).
 */
import { readFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { serve, STRICT_CSP } from '../../scripts/lib/serve.mjs';
import { CHROMIUM_FLAGS, findBrowser, root } from '../../scripts/lib/setup.mjs';

const DIST = process.env.CANYU_DIST ?? 'dist';

/** Address of a file of the bundle on disk. */
export const distFile = (name) => new URL(`${DIST}/${name}`, root);

/** The headless core of the bundle under test. */
export const core = await import(distFile('core.js').href);

/** The browsers of this machine that pages are tested in. */
export const browsers = ['chromium', 'firefox'].filter((name) => findBrowser(name));

/**
 * Serves the project under the strict policy, with the bundle under test at `/dist/` and again at `/copy/`.
 * @param {object} [options]
 * @param {Record<string, string>} [options.policies] another policy for some paths; '' for none
 * @param {Record<string, string | {status?: number, type?: string, body?: string}>} [options.files] made files, by path
 * @param {(text: string) => string} [options.alter] changes the scripts below `/copy/`
 * @returns `url`, `page(name, search)` (the address of a fixture), `requests` (paths asked for, in order), `files`, `close`
 */
export async function openSite({ policies = {}, files = {}, alter } = {}) {
  const requests = [];
  const { url, close } = await serve({
    csp: STRICT_CSP,
    handle(request, response) {
      const { pathname, search } = new URL(request.url, 'http://localhost');
      requests.push(pathname + search);
      if (pathname in policies) {
        if (policies[pathname]) response.setHeader('Content-Security-Policy', policies[pathname]);
        else response.removeHeader('Content-Security-Policy');
      }
      if (pathname in files) {
        const made = files[pathname];
        const { status = 200, type = 'application/json', body = made } = typeof made === 'string' ? {} : made;
        response.writeHead(status, { 'Content-Type': type }).end(body);
        return true;
      }
      const [, folder, name] = /^\/(dist|copy)\/(.*)$/.exec(pathname) ?? [];
      if (folder === 'copy' && alter && name.endsWith('.js')) {
        void readFile(distFile(name), 'utf8').then(
          (text) => response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(alter(text)),
          () => response.writeHead(404).end(),
        );
        return true;
      }
      if (folder) request.url = `/${DIST}/${name}`;
      return false;
    },
  });
  const page = (name, search = {}) => {
    const query = new URLSearchParams(search).toString();
    return `${url}/test/page/fixtures/${name}${query && `?${query}`}`;
  };
  return { url, page, requests, files, close };
}

/** Starts a browser. `preferences`: for Firefox, e.g. its storage limit. */
export function launch(name, { preferences, args = [], ...options } = {}) {
  const executablePath = findBrowser(name);
  return name === 'firefox'
    ? puppeteer.launch({ browser: 'firefox', executablePath, extraPrefsFirefox: preferences, ...options })
    : puppeteer.launch({ executablePath, args: [...CHROMIUM_FLAGS, ...args], ...options });
}

/**
 * Opens a page that keeps a list of what must not happen on it: errors on the console, exceptions, violations of the policy.
 * @returns {Promise<{page: import('puppeteer-core').Page, warnings: string[], troubles: () => Promise<string[]>}>}
 */
export async function openPage(browser) {
  const page = await browser.newPage();
  const errors = [];
  const warnings = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
    if (message.type() === 'warn') warnings.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(`exception: ${String(error?.message ?? error)}`));
  await page.evaluateOnNewDocument(() => {
    globalThis.policyViolations = [];
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile }) =>
      globalThis.policyViolations.push(`policy: ${effectiveDirective} ${blockedURI} ${sample} (${sourceFile})`),
    );
  });
  const troubles = async () => [
    ...errors,
    ...(
      await Promise.all(page.frames().map((frame) => frame.evaluate(() => globalThis.policyViolations ?? [])))
    ).flat(),
  ];
  return { page, warnings, troubles };
}

/** Waits until `ask` gives something true, and returns it. */
export async function until(ask, what = 'condition', patience = 20_000) {
  const end = Date.now() + patience;
  for (;;) {
    const value = await ask();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** All text of a page as it is read, across open shadow roots. */
export function deepText(page, selector = 'body') {
  return page.evaluate((from) => {
    const read = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (node instanceof Element && (/^(script|style|template)$/i.test(node.tagName) || !node.checkVisibility()))
        return '';
      const inside = node.shadowRoot ?? node;
      return [...inside.childNodes].map(read).join(' ');
    };
    return read(document.querySelector(from)).replace(/\s+/g, ' ').trim();
  }, selector);
}

/** Every key and value of one object store, read past all code of Canyu; none where the database is not there yet. */
export function readStore(page, store = 'responses') {
  return page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('canyu');
        opening.onupgradeneeded = () => opening.transaction.abort();
        opening.onerror = () => resolve([]);
        opening.onsuccess = () => {
          const database = opening.result;
          const from = database.transaction(name).objectStore(name);
          const keys = from.getAllKeys();
          const values = from.getAll();
          values.onsuccess = () => {
            database.close();
            resolve(keys.result.map((key, index) => [key, values.result[index]]));
          };
          values.onerror = () => reject(values.error);
        };
      }),
    store,
  );
}

/** Puts records into an object store of the database that Canyu has made, past all its code. */
export function writeStore(page, records, store = 'responses') {
  return page.evaluate(
    (name, all) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('canyu');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(name, 'readwrite');
          for (const [key, value] of all) writing.objectStore(name).put(value, key);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onabort = () => reject(writing.error);
        };
      }),
    store,
    records,
  );
}
