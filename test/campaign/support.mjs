/** What the campaigns share: the store as one script for a bare page, a server for it, and browsers that can be killed. */
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import puppeteer from 'puppeteer-core';
import { rollup } from 'rollup';
import ts from 'typescript';
import { CHROMIUM_FLAGS, findBrowser } from '../../scripts/lib/setup.mjs';

/** The browsers of this machine that campaigns run in; CANYU_BROWSERS narrows it. */
export const browsers = (process.env.CANYU_BROWSERS ?? 'chromium,firefox')
  .split(',')
  .filter((name) => ['chromium', 'firefox'].includes(name) && findBrowser(name));

const source = fileURLToPath(new URL('../../src/', import.meta.url));

/** What the pages use of Canyu and of idb-keyval, as one script that defines `canyuStore`. */
const ENTRY = `
  export { openStore } from './store/store.ts';
  export { draftKey, responseKey } from './store/keys.ts';
  export { storeHealth, acceptLoss } from './store/health.ts';
  export { addResponses } from './store/import.ts';
  export { backupLines } from './store/backup-lines.ts';
  export { compactResponses } from './store/compact.ts';
  export { countResponses, readAllResponses, removeResponses } from './store/responses.ts';
  export { parseResponse } from './core/response/parse.ts';
  export { canonicalJson } from './core/json/canonical.ts';
  export { readBackup, writeBackup } from './core/backup/backup.ts';
  export { sealResponse, sealReceipt } from './seal/seal.ts';
  export { draftsInMemory } from './store/drafts-in-memory.ts';
  export { startSession, advance, stepsOf } from './core/session/session.ts';
  export { responseOf } from './core/session/response-of.ts';
  export { compactLater } from './store/compact-later.ts';
  export { makeSealKeys, readKeyFile } from './seal/keys.ts';
  export { openSealed } from './seal/open.ts';
  export { entries, setMany, createStore } from 'idb-keyval';`;

const typescript = {
  name: 'typescript',
  resolveId(id, importer) {
    if (id === 'entry') return join(source, 'entry.ts');
    if (id.startsWith('.') && importer?.startsWith(source)) return join(importer, '..', id.replace(/\.js$/, '.ts'));
    return null;
  },
  async load(id) {
    if (!id.endsWith('.ts')) return null;
    const text = id === join(source, 'entry.ts') ? ENTRY : await readFile(id, 'utf8');
    const { ESNext, ES2022 } = { ...ts.ModuleKind, ...ts.ScriptTarget };
    return ts.transpileModule(text, {
      compilerOptions: { module: ESNext, target: ES2022, useDefineForClassFields: false },
    }).outputText;
  },
};

/** The script, straight from the sources; `entry` exports something else. */
export async function bundleStore() {
  const bundle = await rollup({
    input: 'entry',
    plugins: [typescript, nodeResolve({ exportConditions: ['production'], browser: true })],
    onwarn: (warning) => {
      if (warning.code !== 'CIRCULAR_DEPENDENCY') console.warn(warning.message);
    },
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'canyuStore', inlineDynamicImports: true });
  return output[0].code;
}

/**
 * Serves a bare page with the script at every path. `acknowledged`: what pages reported with POST, by path.
 */
export async function serveStore(script) {
  const acknowledged = new Map();
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      let body = '';
      for await (const chunk of request) body += chunk;
      if (!acknowledged.has(request.url)) acknowledged.set(request.url, new Set());
      acknowledged.get(request.url).add(body);
      response.end();
      return;
    }
    const isScript = request.url === '/store.js';
    response.setHeader('content-type', `${isScript ? 'text/javascript' : 'text/html'}; charset=utf-8`);
    response.end(
      isScript ? script : '<!doctype html><html lang="en"><title>store</title><script src="/store.js"></script></html>',
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    acknowledged,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Starts a browser on a profile. */
export const launch = (name, userDataDir, options = {}) =>
  puppeteer.launch({
    executablePath: findBrowser(name),
    headless: true,
    userDataDir,
    protocolTimeout: 1_800_000,
    ...(name === 'firefox' ? { browser: 'firefox' } : { args: CHROMIUM_FLAGS }),
    ...options,
  });

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** All processes below `pid`, as far as the system tells (Linux); the process itself is the last. */
async function processTree(pid) {
  const children = new Map();
  for (const entry of await readdir('/proc').catch(() => [])) {
    const stat = /^\d+$/.test(entry) && (await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => ''));
    const parent = stat && Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (parent) children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const below = (id) => [...(children.get(id) ?? []).flatMap(below), id];
  return below(pid);
}

/**
 * Whether anything of a process still runs. Its first thread can be dead (Z) while another one is inside the kernel and holds
 * the files. Chromium started again without this wait has now and then reported its database as lost (`dataLoss`) and emptied
 * it; that is another fault than the one tested here.
 */
async function runs(pid) {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const states = threads.map((id) => readFile(`/proc/${pid}/task/${id}/stat`, 'utf8').catch(() => ''));
  return (await Promise.all(states)).some((stat) => /\) [^ZX]/.test(stat));
}

/** kill -9 of a browser with everything it started; resolves when all of it is gone, so that no file is held any more. */
export async function kill(browser, profile) {
  const child = browser.process();
  const gone = once(child, 'exit');
  // Stopped first, so that it starts nothing anew for what dies beneath it: that would hold the files after the kill.
  process.kill(child.pid, 'SIGSTOP');
  const tree = (await processTree(child.pid)).reverse();
  for (const pid of tree) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
  await gone;
  await ended(tree);
  // Puppeteer puts Firefox's preferences back when it sees the exit.
  const isBusy = async () => (await readdir(profile)).some((file) => file.endsWith('.puppeteer'));
  for (let patience = 100; patience > 0 && (await isBusy()); patience -= 1) await pause(20);
}

const ended = async (tree) => {
  for (const pid of tree) while (await runs(pid)) await pause(5);
};

/** Closes a browser as a person does; resolves when all of its processes are gone. */
export async function close(browser) {
  const tree = await processTree(browser.process().pid);
  await browser.close();
  await ended(tree);
}
