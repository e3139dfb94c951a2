/**
 * The store in real browsers that are killed in mid-write, as a tablet is whose battery dies: every response that was
 * acknowledged is there when the browser comes back, once and whole. A kill does not undo what the operating system has
 * already taken over, so that writes are flushed is checked elsewhere (test/store: `durability`).
 *
 * Meanwhile the page packs what it has stored, so that kills strike there too.
 *
 * CANYU_KILLS sets how often each browser is killed (default 10), CANYU_TOGETHER how many sheets are under way at once.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browsers, bundleStore, close, kill, launch, pause, serveStore } from '../campaign/support.mjs';

const KILLS = Number(process.env.CANYU_KILLS ?? 10);
/** Answer sheets under way at once, as in several tabs. */
const TOGETHER = Number(process.env.CANYU_TOGETHER ?? 2);

let script;
let site;

before(async () => {
  script = await bundleStore();
  site = await serveStore(script);
});
after(() => site.close());

/** Runs in the page: submits response after response, reports each one that the store acknowledged, and packs meanwhile. */
function submitForEver(together) {
  const { openStore, draftKey, compactResponses } = globalThis.canyuStore;
  const store = openStore();
  const loop = async (wave) => {
    for (;;) {
      const id = crypto.randomUUID();
      const response = {
        schema: 'canyu-response/1',
        id,
        study: 'kill',
        instrument: 'participation-trust@1.0.0',
        wave,
        group: 'resident',
        form: 'short',
        mode: 'self',
        locale: 'zh-Hans',
        answers: { CY1: 3, T1: id.repeat(40) },
        link: null,
        consent: { version: '1', hash: null },
        date: '2026-11-24',
        seconds: 60,
        device: 'own',
      };
      await store.saveDraft(draftKey(response), { id, answers: { CY1: 3 } });
      await store.submit(response);
      void fetch(location.pathname, { method: 'POST', body: id });
    }
  };
  for (let n = 0; n < together; n++) void loop(`wave-${n}`);
  const pack = async () => {
    for (;;) {
      await compactResponses(store, { least: 10, size: 20 });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  void pack();
}

/** Runs in the page: everything in the database, read without the store, what the store says of itself, and what the packs give. */
async function look() {
  const { openStore, storeHealth, readAllResponses, parseResponse } = globalThis.canyuStore;
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
  const responses = await read('responses');
  const packed = await readAllResponses(store, 'kill', parseResponse);
  const plain = await readAllResponses(store, 'kill', (value) => parseResponse(value));
  return {
    alarm,
    ids: responses.map((text) => {
      const { id, answers } = JSON.parse(text);
      return answers.T1 === id.repeat(40) ? id : `half of ${id}`;
    }),
    drafts: (await read('drafts')).map(([id]) => id),
    health: await storeHealth(store),
    packs: (await read('packs')).length,
    isSame: JSON.stringify(packed) === JSON.stringify(plain),
  };
}

test('a browser to test with is there', () => assert.ok(browsers.includes('chromium')));

describe('kill -9', { concurrency: true }, () => {
  for (const name of browsers) {
    test(`${name}: ${KILLS} kills lose, double and halve nothing`, async (t) => {
      const profile = await mkdtemp(join(tmpdir(), 'canyu-kill-'));
      const told = new Set();
      site.acknowledged.set(`/${name}`, told);
      let browser;
      let packs = 0;
      try {
        for (let round = 0; round <= KILLS; round++) {
          browser = await launch(name, profile);
          const page = (await browser.pages())[0] ?? (await browser.newPage());
          await page.goto(`${site.origin}/${name}`);
          const found = await page.evaluate(look);
          const { alarm, drafts, health } = found;

          assert.equal(alarm, null, `round ${round}: alarm, though ${told.size} responses should be there`);
          const ids = new Set(found.ids);
          const lost = [...told].filter((id) => !ids.has(id));
          assert.deepEqual(lost, [], `round ${round}: ${lost.length} of ${told.size} acknowledged responses are lost`);
          assert.equal(ids.size, found.ids.length, `round ${round}: a response is there twice`);
          for (const id of ids) assert.ok(!id.startsWith('half'), `round ${round}: ${id}`);
          for (const id of drafts) assert.ok(!ids.has(id), `round ${round}: both draft and response of ${id}`);
          assert.equal(health.complete, true, JSON.stringify(health));
          assert.ok(found.isSame, `round ${round}: the packs give something else than the records`);
          packs = Math.max(packs, found.packs);
          if (round === KILLS) break;

          const before = told.size;
          await page.evaluate(submitForEver, TOGETHER);
          while (told.size === before) await pause(5);
          await pause(Math.random() * 500);
          await kill(browser, profile);
          browser = undefined;
        }
        assert.ok(told.size >= KILLS * 3, `only ${told.size} responses were acknowledged`);
        assert.ok(packs > 0, 'nothing was packed');
        t.diagnostic(`${told.size} responses acknowledged, none lost in ${KILLS} kills; ${packs} packs at the end`);
      } finally {
        if (browser) await close(browser);
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
      await page.goto(site.origin);
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
