/**
 * What befalls a whole browser, with its real files: a private window, storage that the browser cleared, a database whose files are
 * damaged, a clock that was set back. (Single operations that fail, a full disk, old tabs, newer and missing databases: test/store,
 * test/page/faults.test.mjs; kill -9: test/page/store-kill.test.mjs.)
 */
import assert from 'node:assert/strict';
import { mkdtemp, open as openFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browsers, bundleStore, close, launch, serveStore } from './support.mjs';

let site;
before(async () => {
  site = await serveStore(await bundleStore());
});
after(() => site.close());

/** Runs in the page: stores `count` responses; tells what the store says of itself before and after. */
async function visit(count) {
  const { openStore, storeHealth } = globalThis.canyuStore;
  const store = openStore({ patience: 20_000 });
  const alarm = await store.ready().then(
    () => null,
    (error) => error.code,
  );
  const outcomes = [];
  for (let n = 0; n < count; n++) {
    const id = crypto.randomUUID();
    const response = { schema: 'canyu-response/1', id, study: 'world', wave: 'pre', group: 'resident', answers: {} };
    outcomes.push(
      await store.submit(response).then(
        (outcome) => outcome,
        (error) => error.code,
      ),
    );
  }
  return { alarm, added: outcomes.filter((each) => each === 'added').length, health: await storeHealth(store) };
}

async function withProfile(work) {
  const profile = await mkdtemp(join(tmpdir(), 'canyu-world-'));
  try {
    await work(profile);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** One visit in a browser of its own. */
async function once(name, profile, count, prepare) {
  const browser = await launch(name, profile);
  try {
    const page = await browser.newPage();
    await prepare?.(page);
    await page.goto(`${site.origin}/`);
    return await page.evaluate(visit, count);
  } finally {
    await close(browser);
  }
}

/** Overwrites the first 4 KiB of the files that `wanted` names. */
async function damage(profile, wanted) {
  let count = 0;
  for (const entry of await readdir(profile, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isFile() || !wanted.test(path)) continue;
    const file = await openFile(path, 'r+');
    const { size } = await file.stat();
    await file.write(Buffer.alloc(Math.min(size, 4096), 0x5a), 0);
    await file.close();
    count += 1;
  }
  return count;
}

for (const name of browsers) {
  describe(`the world of ${name}`, () => {
    test('in a private window the store works', async () => {
      await withProfile(async (profile) => {
        const browser = await launch(name, profile);
        try {
          const context = await browser.createBrowserContext();
          const page = await context.newPage();
          await page.goto(`${site.origin}/`);
          const { alarm, added, health } = await page.evaluate(visit, 5);
          assert.deepEqual([alarm, added, health.responses, health.complete], [null, 5, 5, true]);
        } finally {
          await close(browser);
        }
      });
    });

    test('a clock set back by forty years changes nothing', async () => {
      await withProfile(async (profile) => {
        assert.equal((await once(name, profile, 5)).added, 5);
        const back = await once(name, profile, 5, (page) =>
          page.evaluateOnNewDocument(() => {
            const now = Date.now;
            Date.now = () => now() - 40 * 365 * 86_400_000;
          }),
        );
        assert.deepEqual([back.alarm, back.added, back.health.responses, back.health.complete], [null, 5, 10, true]);
      });
    });

    test('a database with damaged files raises the alarm, and the page goes on', async (t) => {
      await withProfile(async (profile) => {
        assert.equal((await once(name, profile, 20)).added, 20);
        const files =
          name === 'firefox' ? /[\\/]idb[\\/][^\\/]+\.sqlite$/ : /indexeddb\.leveldb[\\/](CURRENT|MANIFEST-\d+)$/;
        assert.ok((await damage(profile, files)) > 0);
        const { alarm, added, health } = await once(name, profile, 5);
        t.diagnostic(`alarm ${alarm}, then ${added} of 5 stored, complete: ${health.complete}, error: ${health.error}`);
        assert.ok(['corrupt', 'unavailable'].includes(alarm), `alarm: ${alarm}`);
        assert.notEqual(health.complete, true);
      });
    });

    if (name === 'chromium') {
      test('a database that the browser cleared raises the alarm', async () => {
        await withProfile(async (profile) => {
          assert.equal((await once(name, profile, 20)).added, 20);
          const { alarm, added, health } = await once(name, profile, 5, async (page) => {
            const session = await page.createCDPSession();
            await session.send('Storage.clearDataForOrigin', { origin: site.origin, storageTypes: 'indexeddb' });
          });
          assert.deepEqual([alarm, added, health.complete], ['corrupt', 5, false]);
        });
      });
    }
  });
}
