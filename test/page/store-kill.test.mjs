/**
 * The store in real browsers that are killed in mid-write, as a tablet is whose battery dies: every response that was
 * acknowledged is there when the browser comes back, once and whole. A kill does not undo what the operating system has
 * already taken over, so that writes are flushed is checked elsewhere (test/store: `durability`).
 *
 * CANYU_KILLS sets how often each browser is killed (default 10).
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import puppeteer from 'puppeteer-core';
import { rollup } from 'rollup';
import ts from 'typescript';
import { CHROMIUM_FLAGS, findBrowser } from '../../scripts/lib/setup.mjs';

const KILLS = Number(process.env.CANYU_KILLS ?? 10);
const browsers = ['chromium', 'firefox'].filter((name) => findBrowser(name));

/** What the pages use of the store, as one script that defines `canyuStore`. */
const ENTRY = `
  export { openStore } from './store.ts';
  export { draftKey } from './keys.ts';
  export { storeHealth } from './health.ts';`;

const source = fileURLToPath(new URL('../../src/store/', import.meta.url));
const typescript = {
  name: 'typescript',
  resolveId(id, importer) {
    if (id === 'entry') return join(source, 'entry.ts');
    if (id.startsWith('.')) return join(importer, '..', id.replace(/\.js$/, '.ts'));
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

let script;
let server;
let origin;
/** Ids that each browser's page reported as stored, by the path of the page. */
const acknowledged = new Map(browsers.map((name) => [`/${name}`, new Set()]));

before(async () => {
  const bundle = await rollup({ input: 'entry', plugins: [typescript, nodeResolve()] });
  const { output } = await bundle.generate({ format: 'iife', name: 'canyuStore', inlineDynamicImports: true });
  script = output[0].code;
  server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      for await (const chunk of request) acknowledged.get(request.url).add(String(chunk));
      response.end();
      return;
    }
    const type = request.url === '/store.js' ? 'text/javascript' : 'text/html';
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.end(
      type === 'text/html' ? '<!doctype html><title>store</title><script src="/store.js"></script>' : script,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${server.address().port}`;
});

after(() => {
  server.close();
  server.closeAllConnections();
});

const launch = (name, userDataDir) =>
  puppeteer.launch({
    executablePath: findBrowser(name),
    headless: true,
    userDataDir,
    ...(name === 'firefox' ? { browser: 'firefox' } : { args: CHROMIUM_FLAGS }),
  });

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

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** kill -9 of a browser with everything it started; resolves when all of it is gone, so that no file is held any more. */
async function kill(browser, profile) {
  const child = browser.process();
  const gone = once(child, 'exit');
  const tree = (await processTree(child.pid)).reverse();
  for (const pid of tree) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
  await gone;
  for (const pid of tree) while (await runs(pid)) await pause(5);
  // Puppeteer puts Firefox's preferences back when it sees the exit.
  const isBusy = async () => (await readdir(profile)).some((file) => file.endsWith('.puppeteer'));
  for (let patience = 100; patience > 0 && (await isBusy()); patience -= 1) await pause(20);
}

/** Runs in the page: submits response after response and reports each one that the store acknowledged. */
function submitForEver() {
  const { openStore, draftKey } = globalThis.canyuStore;
  const store = openStore();
  const loop = async () => {
    for (;;) {
      const id = crypto.randomUUID();
      const response = {
        schema: 'canyu-response/1',
        id,
        study: 'kill',
        wave: 'pre',
        group: 'resident',
        answers: { T1: id.repeat(40), CY1: 3 },
      };
      await store.saveDraft(draftKey(response), { id, answers: { CY1: 3 } });
      await store.submit(response);
      void fetch(location.pathname, { method: 'POST', body: id });
    }
  };
  void loop();
}

/** Runs in the page: everything in the database, read without the store, and what the store says of itself. */
async function look() {
  const { openStore, storeHealth } = globalThis.canyuStore;
  const store = openStore();
  const alarm = await store.ready().then(
    () => null,
    (error) => error.code,
  );
  const read = (name) =>
    store.transact([name], 'readonly', async (transaction) => {
      const request = transaction.objectStore(name).getAll();
      await new Promise((resolve) => (request.onsuccess = resolve));
      return request.result;
    });
  return { alarm, responses: await read('responses'), drafts: await read('drafts'), health: await storeHealth(store) };
}

test('a browser to test with is there', () => assert.ok(browsers.includes('chromium')));

describe('kill -9', { concurrency: true }, () => {
  for (const name of browsers) {
    test(`${name}: ${KILLS} kills lose, double and halve nothing`, async (t) => {
      const profile = await mkdtemp(join(tmpdir(), 'canyu-kill-'));
      const told = acknowledged.get(`/${name}`);
      let browser;
      try {
        for (let round = 0; round <= KILLS; round++) {
          browser = await launch(name, profile);
          const page = (await browser.pages())[0] ?? (await browser.newPage());
          await page.goto(`${origin}/${name}`);
          const { alarm, responses, drafts, health } = await page.evaluate(look);

          assert.equal(alarm, null, `round ${round}: alarm, though ${told.size} responses should be there`);
          const stored = responses.map((text) => JSON.parse(text));
          const ids = new Set(stored.map(({ id }) => id));
          const lost = [...told].filter((id) => !ids.has(id));
          assert.deepEqual(lost, [], `round ${round}: ${lost.length} of ${told.size} acknowledged responses are lost`);
          assert.equal(ids.size, stored.length, `round ${round}: a response is there twice`);
          for (const { id, answers } of stored) assert.equal(answers.T1, id.repeat(40));
          for (const [id] of drafts) assert.ok(!ids.has(id), `round ${round}: both draft and response of ${id}`);
          assert.equal(health.complete, true, JSON.stringify(health));
          if (round === KILLS) break;

          const before = told.size;
          await page.evaluate(submitForEver);
          while (told.size === before) await pause(5);
          await pause(Math.random() * 500);
          await kill(browser, profile);
          browser = undefined;
        }
        assert.ok(told.size >= KILLS * 3, `only ${told.size} responses were acknowledged`);
        t.diagnostic(`${told.size} responses acknowledged, none lost in ${KILLS} kills`);
      } finally {
        await browser?.close();
        await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      }
    });
  }
});

for (const name of browsers) {
  test(`${name}: a sandboxed frame gets an error it can handle`, async () => {
    const browser = await launch(name);
    try {
      const page = await browser.newPage();
      await page.goto(origin);
      const answer = await page.evaluate((code) => {
        const frame = document.createElement('iframe');
        frame.sandbox = 'allow-scripts';
        const attempt = `const store = canyuStore.openStore();
          const codeOf = (promise) => promise.then(() => 'resolved', (error) => error.code);
          Promise.all([store.ready(), store.saveDraft('k', { id: 'x' }), store.readDraft('k')].map(codeOf))
            .then((codes) => parent.postMessage(codes, '*'));`;
        frame.srcdoc = `<!doctype html><script>${code}</script><script>${attempt}</script>`;
        const told = new Promise((resolve) => addEventListener('message', ({ data }) => resolve(data), { once: true }));
        document.body.append(frame);
        return told;
      }, script);
      assert.deepEqual(answer, ['unavailable', 'unavailable', 'unavailable']);
    } finally {
      await browser.close();
    }
  });
}
