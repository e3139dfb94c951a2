/**
 * What is left of answers on the disk of the device. 1,000 marked answers of a sealed study are looked for in every file of the browser's
 * profile, as UTF-8, as UTF-16 and as base64, after it was closed and after it was killed: none. For a study that is not sealed, the same
 * search says what stays after everybody withdrew; that is told, not promised (RELIABILITY.md).
 *
 * CANYU_MARKS sets how many answers are marked (default 60 in each browser).
 */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browsers, bundleStore, close, kill, launch, serveStore } from '../campaign/support.mjs';

const MARKS = Number(process.env.CANYU_MARKS ?? 60);
/** Begins every marked answer. Not of letters that base64 or hex could make by chance. */
const MARK = '记号🀄MARKED-';

let site;
before(async () => {
  site = await serveStore(await bundleStore());
});
after(() => site.close());

/** The ways in which bytes of a text may lie in a file. base64: at each of the three places where a text can begin. */
function patterns(text) {
  const utf8 = Buffer.from(text, 'utf8');
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replaceAll('=', '');
    // The signs at both ends hold bits of neighbours.
    return encoded.slice(Math.ceil((shift * 8) / 6) + (shift ? 1 : 0), -2);
  });
  return {
    'UTF-8': [utf8],
    'UTF-16': [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()],
    base64: base64.flatMap((each) => [Buffer.from(each), Buffer.from(each.replaceAll('+', '-').replaceAll('/', '_'))]),
  };
}

async function* filesIn(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) yield join(entry.parentPath ?? entry.path, entry.name);
  }
}

/** Every file of the profile that holds the text, with how often and in which way. */
async function search(profile, text) {
  const hits = [];
  let [files, bytes] = [0, 0];
  for await (const file of filesIn(profile)) {
    const { size } = await stat(file).catch(() => ({ size: 0 }));
    if (!size || size > 200_000_000) continue;
    const content = await readFile(file);
    files += 1;
    bytes += content.length;
    for (const [way, needles] of Object.entries(patterns(text))) {
      let count = 0;
      for (const needle of needles) {
        for (let at = content.indexOf(needle); at >= 0; at = content.indexOf(needle, at + 1)) count += 1;
      }
      if (count) hits.push({ file: file.slice(profile.length + 1), way, count });
    }
  }
  return { hits, files, bytes };
}

/** Runs in the page: people whose free text is marked; a sealed study as the survey does it, with drafts in memory. */
async function answer(count, mark, isSealed) {
  const { openStore, draftKey, sealResponse, draftsInMemory, makeSealKeys } = globalThis.canyuStore;
  const store = openStore();
  await store.ready();
  const keys = isSealed && (await makeSealKeys({ passphrase: 'plain words for a scan of the disk' }));
  const study = { id: 'scan', ...(keys && { seal: { recipients: keys.recipients } }) };
  const drafts = isSealed ? draftsInMemory(store) : store;
  const ids = [];
  for (let n = 0; n < count; n++) {
    const id = crypto.randomUUID();
    const answers = { CY1: 1 + (n % 5), T1: `${mark}${n}-请把路灯修好` };
    const response = {
      schema: 'canyu-response/1',
      id,
      study: 'scan',
      instrument: 'participation-trust@1.0.0',
      wave: 'pre',
      group: 'resident',
      form: 'short',
      mode: 'self',
      locale: 'zh-Hans',
      answers,
      link: null,
      consent: { version: '1', hash: null },
      date: '2026-11-24',
      seconds: 60,
      device: 'kiosk',
    };
    await drafts.saveDraft(draftKey(response), { id, answers });
    const record = isSealed ? await sealResponse(response, study) : undefined;
    await store.submit(response, draftKey(response), isSealed ? { record } : {});
    ids.push(id);
  }
  return { ids, keys: keys && { text: keys.evaluator.text, passphrase: keys.evaluator.passphrase } };
}

/** Runs in the page: opens what is stored with the evaluator's key; how many of the marked answers come back. */
async function openAll(key, mark) {
  const { openStore, openSealed, readKeyFile } = globalThis.canyuStore;
  const store = openStore();
  const texts = await store.transact(['responses'], 'readonly', async (transaction) => {
    const request = transaction.objectStore('responses').getAll();
    await new Promise((resolve) => (request.onsuccess = resolve));
    return request.result;
  });
  const records = texts.map((text) => ({ record: JSON.parse(text) }));
  const { responses, failed } = await openSealed(records, await readKeyFile(key.text, key.passphrase));
  return { opened: responses.filter(({ answers }) => answers.T1.startsWith(mark)).length, failed: failed.length };
}

const open = async (name, profile) => {
  const browser = await launch(name, profile);
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.goto(`${site.origin}/`);
  return { browser, page };
};

for (const name of browsers) {
  describe(`answers on the disk, ${name}`, () => {
    let profile;
    before(async () => void (profile = await mkdtemp(join(tmpdir(), 'canyu-scan-'))));
    after(() => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

    test(`sealed: none of ${MARKS} marked answers, after a kill and after closing`, async (t) => {
      const first = await open(name, profile);
      const { keys } = await first.page.evaluate(answer, MARKS, MARK, true);
      await kill(first.browser, profile);
      const killed = await search(profile, MARK);
      assert.deepEqual(killed.hits, []);

      const second = await open(name, profile);
      assert.deepEqual(await second.page.evaluate(openAll, keys, MARK), { opened: MARKS, failed: 0 });
      await close(second.browser);
      const closed = await search(profile, MARK);
      assert.deepEqual(closed.hits, []);
      t.diagnostic(`no hit in ${closed.files} files, ${(closed.bytes / 1e6).toFixed(0)} MB`);
    });

    test('not sealed: what a search finds after everybody withdrew', async (t) => {
      const other = await mkdtemp(join(tmpdir(), 'canyu-scan-'));
      try {
        const first = await open(name, other);
        const { ids } = await first.page.evaluate(answer, MARKS, MARK, false);
        await close(first.browser);
        const stored = await search(other, MARK);
        assert.ok(stored.hits.length > 0, 'a search that finds nothing where answers are is no search');
        const second = await open(name, other);
        const removed = await second.page.evaluate(async (all) => {
          const { openStore, removeResponses, storeHealth } = globalThis.canyuStore;
          const store = openStore();
          return [await removeResponses(store, 'scan', all), (await storeHealth(store)).responses];
        }, ids);
        assert.deepEqual(removed, [MARKS, 0]);
        await close(second.browser);
        const withdrawn = await search(other, MARK);
        const third = await open(name, other);
        await third.page.evaluate(
          () =>
            new Promise((resolve, reject) => {
              const deleting = indexedDB.deleteDatabase('canyu');
              deleting.onsuccess = resolve;
              deleting.onerror = () => reject(deleting.error);
            }),
        );
        await close(third.browser);
        const wiped = await search(other, MARK);
        const say = ({ hits }) =>
          hits.map(({ file, way, count }) => `${count} × ${way} in ${file}`).join('; ') || 'nothing';
        t.diagnostic(`stored: ${say(stored)}`);
        t.diagnostic(`after withdrawal: ${say(withdrawn)}`);
        t.diagnostic(`after the database was deleted: ${say(wiped)}`);
      } finally {
        await rm(other, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      }
    });
  });
}
