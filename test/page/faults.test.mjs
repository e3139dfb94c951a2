/**
 * What goes wrong in the field, on a real page: settings with a mistake, a store that cannot open, a full disk, records of a newer
 * version, a reload in the middle, two tabs at once. Each has its message in both languages, nothing is lost, the page goes on.
 */
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { STRICT_CSP } from '../../scripts/lib/serve.mjs';
import { DESK, Driver, prepare } from './driver.mjs';
import { answering, answerSheet, makePeople, meantAnswers, onePerson, responsesOf } from './people.mjs';
import { browsers, core, deepText, launch, openPage, openSite, readStore, until, writeStore } from './site.mjs';

const { canonicalJson } = core;
const valid = core.defaultStudy('settings');

/** Settings that are no good, and what the screen says of them. */
const SETTINGS = [
  {
    what: 'a study file that is cut off',
    file: '{"schema": "canyu-study/1", "id": "cut',
    code: 'study-invalid',
    says: { 'zh-Hans': '问卷的设置有误', en: 'The settings of this study have a mistake' },
  },
  {
    what: 'a study file with a mistake',
    file: canonicalJson({ ...valid, consent: undefined, waves: [{ id: 'pre' }] }),
    code: 'study-invalid',
    says: { 'zh-Hans': '问卷的设置有误', en: 'The settings of this study have a mistake' },
    points: '/waves',
  },
  {
    what: 'a study file of a newer version',
    file: canonicalJson({ ...valid, schema: 'canyu-study/2' }),
    code: 'newer-schema',
    says: { 'zh-Hans': '本页的程序版本太旧', en: 'This page’s program is too old' },
  },
  {
    what: 'an unknown group',
    search: { study: 'settings', group: 'visitor' },
    code: 'unknown-group',
    says: { 'zh-Hans': '不知道这份问卷是给谁的', en: 'Whom are these questions for?' },
    points: 'visitor',
  },
  {
    what: 'an unknown wave',
    search: { study: 'settings', wave: 'third', group: 'resident' },
    code: 'unknown-wave',
    says: { 'zh-Hans': '不知道这是第几次调查', en: 'Which survey is this, the first or the second?' },
    points: 'third',
  },
];

const FULL = { 'zh-Hans': '这台设备的存储空间满了', en: 'This device has run out of space' };
const SHUT = { 'zh-Hans': '这个浏览器现在不能保存答案', en: 'This browser cannot save answers right now' };
const NEWER_STORE = {
  'zh-Hans': '这台设备上的数据来自更新的版本',
  en: 'The data on this device come from a newer version',
};
const NOT_SAVED = { 'zh-Hans': '答卷还没有存好', en: 'Your answer sheet is not saved yet' };

/** Firefox keeps files without asking. */
const DOWNLOADS = {
  'browser.download.folderList': 2,
  'browser.download.useDownloadDir': true,
  'browser.download.always_ask_before_handling_new_types': false,
};

for (const name of browsers) {
  describe(`when something goes wrong in ${name}`, () => {
    const files = Object.fromEntries(
      SETTINGS.flatMap(({ file }, n) => (file ? [[`/made/study-${n}.json`, { body: file }]] : [])),
    );
    const policies = {
      '/test/page/fixtures/frame.html': `${STRICT_CSP}; frame-src 'self' blob:`,
      '/test/page/fixtures/framed.html': STRICT_CSP,
    };
    let site;
    let browser;
    let downloads;

    before(async () => {
      downloads = await mkdtemp(join(tmpdir(), 'canyu-downloads-'));
      site = await openSite({ files, policies });
      browser = await launch(name, {
        preferences: { ...DOWNLOADS, 'browser.download.dir': downloads },
        ...(name === 'chromium' && { downloadBehavior: { policy: 'allow', downloadPath: downloads } }),
      });
    });
    after(async () => {
      await browser?.close();
      await site?.close();
      await rm(downloads, { recursive: true, force: true });
    });

    async function open(fixture, search, wait = true) {
      const watched = await openPage(browser);
      await prepare(watched.page);
      await watched.page.setViewport({ width: DESK.width, height: DESK.height });
      await watched.page.goto(site.page(fixture, search));
      const driver = new Driver(watched.page, 'mouse', search?.lang);
      if (wait) await driver.look();
      return { ...watched, driver };
    }

    async function expectUnharmed(page) {
      await page.evaluate(() =>
        document.querySelector('#host').scrollIntoView({ block: 'center', behavior: 'instant' }),
      );
      const before = await page.evaluate(() => globalThis.host.clicks);
      await page.click('#host');
      assert.deepEqual(await page.evaluate(() => globalThis.host), { clicks: before + 1, errors: [] });
    }

    /** Both languages on the screen that is there, which stays what it is. */
    async function expectSaid(page, texts, selector = 'canyu-survey', frame = page) {
      for (const [lang, text] of [...Object.entries(texts), Object.entries(texts)[0]]) {
        await frame.evaluate((tag) => void (document.documentElement.lang = tag), lang);
        await until(async () => (await deepText(frame, selector)).includes(text), `“${text}”`);
      }
    }

    async function answersOf(page, id) {
      const found = (await readStore(page)).filter(([key]) => key.endsWith(`/${id}`));
      assert.equal(found.length, 1, `one response ${id}`);
      return JSON.parse(found[0][1]).answers;
    }

    for (const [n, { what, file, search, code, says, points }] of SETTINGS.entries()) {
      test(`${what} is told in both languages`, async () => {
        const wanted = file ? { src: `/made/study-${n}.json`, wave: 'pre', group: 'resident' } : search;
        const { page, driver, troubles } = await open('faults.html', wanted);
        assert.equal(driver.screen.kind, 'message');
        assert.deepEqual((await driver.heard('canyu-error')).at(-1), { code });
        await expectSaid(page, says);
        if (points) {
          const details = await page.evaluate(
            () => document.querySelector('canyu-survey').shadowRoot.querySelector('details').textContent,
          );
          assert.ok(details.includes(points), details);
        }
        await expectUnharmed(page);
        assert.deepEqual(await troubles(), []);
        await page.close();
      });
    }

    test('a study file that is not there can be asked for again', async () => {
      const { page, driver } = await open('faults.html', { src: '/made/late.json', wave: 'pre', group: 'resident' });
      await expectSaid(page, { 'zh-Hans': '问卷暂时打不开', en: 'The questions cannot be opened right now' });
      assert.deepEqual((await driver.heard('canyu-error')).at(-1), { code: 'study-not-found' });
      await expectUnharmed(page);
      files['/made/late.json'] = { body: await readFile(new URL('../../demo/data/try-study.json', import.meta.url)) };
      await driver.button('reopen');
      assert.equal(driver.screen.kind, 'consent');
      await page.close();
    });

    test('a reload in the middle loses nothing', async () => {
      const person = onePerson('resident', { seed: 21, form: 'full' });
      const { page, driver, troubles } = await open('faults.html', { study: 'reload', wave: 'pre', group: 'resident' });
      const sheet = person.sheets.pre;
      const half = { ...sheet, stopsAt: 'CJ2' };
      assert.equal(await answerSheet(driver, half), false);
      const { heading } = driver.screen;
      // What the store has acknowledged is what a reload may not lose; the step itself is written after it is shown.
      await until(
        async () => (await readStore(page, 'drafts')).some(([, [, draft]]) => JSON.parse(draft).at === 'CJ2'),
        'the step in the store',
      );
      await page.reload();
      const again = new Driver(page, 'mouse');
      await again.look();
      assert.equal(again.screen.kind, 'message');
      await expectSaid(page, { 'zh-Hans': '上次的问卷还没答完', en: 'A questionnaire is half finished' });
      await again.look(true);
      await again.button('resume');
      assert.equal(again.screen.heading, heading);
      assert.equal(again.screen.chosen, null);
      assert.ok(await answerSheet(again, sheet));
      const { responseId } = (await again.heard('canyu-complete')).at(-1);
      // Changes of mind meant for the first half are made at the review as well.
      assert.deepEqual(await answersOf(page, responseId), meantAnswers(sheet));
      assert.deepEqual(await readStore(page, 'drafts'), []);
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('two tabs at once both get stored', async () => {
      const people = [onePerson('resident', { seed: 31 }), onePerson('resident', { seed: 32 })];
      const tabs = [];
      for (const person of people) {
        const tab = await open('faults.html', { study: 'tabs', wave: 'pre', group: 'resident', form: 'short' });
        tabs.push({ ...tab, person, steps: answering(tab.driver, person.sheets.pre), done: false });
      }
      while (tabs.some(({ done }) => !done)) {
        for (const tab of tabs.filter(({ done }) => !done)) {
          await tab.page.bringToFront();
          tab.done = (await tab.steps.next()).done;
        }
      }
      for (const { page, driver, person, troubles } of tabs) {
        const { responseId } = (await driver.heard('canyu-complete')).at(-1);
        assert.deepEqual(await answersOf(page, responseId), meantAnswers(person.sheets.pre));
        assert.deepEqual(await troubles(), []);
      }
      assert.deepEqual(await readStore(tabs[0].page, 'drafts'), []);
      for (const { page } of tabs) await page.close();
    });

    test('a response of a newer version is left alone and counted, and the index is computed without it', async () => {
      const responses = responsesOf(
        makePeople({ seed: 3, residents: 12, input: () => 'keyboard', isShort: () => false, habits: {} }),
        'people',
      );
      const newer = [
        'people/pre/resident/ffffffff-0000-4000-8000-000000000001',
        '{"schema":"canyu-response/2","id":"ffffffff-0000-4000-8000-000000000001","mood":[1,2]}',
      ];
      const first = await open('survey.html', { study: 'people', wave: 'pre', group: 'resident' });
      await writeStore(first.page, [
        ...responses.map((each) => [[each.study, each.wave, each.group, each.id].join('/'), canonicalJson(each)]),
        newer,
      ]);
      await first.page.close();
      const { page, troubles } = await open('index.html', undefined, false);
      const text = await until(async () => {
        const now = await deepText(page, 'canyu-change-index');
        return now.includes('谁回答了') && now;
      }, 'the index');
      assert.ok(text.includes('项目前 12 人，项目后 12 人'), text);
      assert.match(text, /居民的变化：\+/);
      await expectSaid(
        page,
        { 'zh-Hans': '另有 1 份答卷读不出来', en: '1 more sheet could not be read' },
        'canyu-change-index',
      );
      assert.deepEqual(
        (await readStore(page)).filter(([key]) => key === newer[0]),
        [newer],
      );
      assert.deepEqual(await readStore(page, 'aside'), []);
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('in a sandbox without storage the answers go into a file', async () => {
      const person = onePerson('resident', { seed: 41 });
      const show = site.page('framed.html', { study: 'sandbox', wave: 'pre', group: 'resident', form: 'short' });
      const { page, troubles } = await open('frame.html', { show }, false);
      const frame = await until(() => page.frames().find((each) => each.url() === show), 'the frame');
      const driver = new Driver(page, 'mouse', 'zh-Hans', frame);
      await driver.look();
      await expectSaid(page, SHUT, 'canyu-survey', frame);
      await driver.look(true);
      for await (const { kind } of answering(driver, { ...person.sheets.pre, first: {} })) if (kind === 'review') break;
      await driver.button('handIn');
      assert.equal(driver.screen.kind, 'message');
      await expectSaid(page, NOT_SAVED, 'canyu-survey', frame);
      await expectSaid(page, SHUT, 'canyu-survey', frame);
      await driver.look(true);
      await driver.press({ text: driver.words.download });
      const file = await until(
        async () => (await readdir(downloads)).find((each) => each.endsWith('.ndjson')),
        'the downloaded file',
      );
      assert.match(file, /^canyu-sandbox-pre-[0-9a-f]{8}\.ndjson$/);
      const text = await until(async () => readFile(join(downloads, file), 'utf8'), 'its text');
      const backup = await core.readBackup(text.split('\n'), webcrypto.subtle);
      assert.ok(backup.ok, JSON.stringify(backup.problems));
      assert.equal(backup.value.complete, true);
      const [{ record }, ...others] = backup.value.records;
      assert.equal(others.length, 0);
      assert.deepEqual(record.answers, meantAnswers(person.sheets.pre));
      await driver.look(true);
      await driver.button('handedOver');
      assert.equal(driver.screen.kind, 'thanks');
      await expectUnharmed(page);
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    // Firefox has a limit to set as well, but near it some small writes still fit, so that it cannot be told which.
    if (name === 'chromium') {
      test('on a full disk nothing is lost, and it is stored once there is room', async () => {
        const sheet = { ...onePerson('resident', { seed: 51 }).sheets.pre, first: {} };
        const search = { study: 'full', wave: 'pre', group: 'resident', form: 'short' };
        const { page, troubles } = await open('faults.html', search, false);
        // By keyboard: the message comes while a pointer would be on its way.
        const driver = new Driver(page, 'keyboard');
        await driver.look();
        const session = await page.createCDPSession();
        const { usage } = await page.evaluate(() => navigator.storage.estimate());
        await session.send('Storage.overrideQuotaForOrigin', { origin: site.url, quotaSize: usage + 2_000_000 });
        await page.evaluate(fillDisk);
        // The store opens soon after the first question is shown, or with its answer.
        let asked = 0;
        for await (const { kind } of answering(driver, sheet)) if (kind === 'choice' && asked++ === 1) break;
        await expectSaid(page, FULL);
        await driver.look(true);
        for await (const { kind } of answering(driver, sheet)) if (kind === 'review') break;
        await driver.button('handIn');
        assert.equal(driver.screen.kind, 'message');
        await expectSaid(page, NOT_SAVED);
        await expectSaid(page, FULL);
        const errors = await driver.heard('canyu-error');
        assert.deepEqual(errors.at(-1), { code: 'quota' });
        await driver.look(true);
        await driver.press({ text: driver.words.retry });
        await until(async () => (await driver.heard('canyu-error')).length > errors.length, 'the next failure');
        await driver.look(true);
        assert.equal(driver.screen.heading, NOT_SAVED['zh-Hans'], 'still full');
        const stored = async () => (await readStore(page)).filter(([key]) => key.startsWith('full/')).length;
        assert.equal(await stored(), 0);
        await expectUnharmed(page);
        await page.evaluate(emptyDisk);
        await driver.look(true);
        await driver.button('retry');
        assert.equal(driver.screen.kind, 'thanks');
        const { responseId } = (await driver.heard('canyu-complete')).at(-1);
        assert.deepEqual(await answersOf(page, responseId), meantAnswers(sheet));
        assert.equal(await stored(), 1);
        assert.deepEqual(await readStore(page, 'drafts'), []);
        assert.deepEqual(await troubles(), []);
        await session.send('Storage.overrideQuotaForOrigin', { origin: site.url });
        await page.close();
      });
    }

    // The last one: after it the store of this browser is one of the future.
    test('a store of a newer version is not touched', async () => {
      const sheet = { ...onePerson('resident', { seed: 61 }).sheets.pre, first: {} };
      const search = { study: 'future', wave: 'pre', group: 'resident', form: 'short' };
      const first = await open('survey.html', search);
      const before = await readStore(first.page);
      await first.page.evaluate(
        () =>
          new Promise((resolve, reject) => {
            const opening = indexedDB.open('canyu', 99);
            opening.onsuccess = () => {
              opening.result.close();
              resolve();
            };
            opening.onerror = () => reject(opening.error);
          }),
      );
      await first.page.close();
      const { page, driver, troubles } = await open('faults.html', search);
      await expectSaid(page, NEWER_STORE);
      await driver.look(true);
      for await (const { kind } of answering(driver, sheet)) if (kind === 'review') break;
      await driver.button('handIn');
      await expectSaid(page, NOT_SAVED);
      await expectSaid(page, NEWER_STORE);
      assert.deepEqual((await driver.heard('canyu-error')).at(-1), { code: 'version' });
      assert.deepEqual(await readStore(page), before);
      await expectUnharmed(page);
      assert.deepEqual(await troubles(), []);
      await page.close();
    });
  });
}

/** Fills what the browser allows this origin, down to the last bytes. */
async function fillDisk() {
  const open = () =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open('junk');
      opening.onupgradeneeded = () => opening.result.createObjectStore('junk', { autoIncrement: true });
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
  const put = (database, size) =>
    new Promise((resolve) => {
      const writing = database.transaction('junk', 'readwrite', { durability: 'strict' });
      writing.objectStore('junk').add(crypto.getRandomValues(new Uint8Array(size)));
      writing.oncomplete = () => resolve(true);
      writing.onabort = () => resolve(false);
    });
  for (const size of [65_536, 8_192, 1_024, 64]) {
    // A browser may close the connection of a write that it refuses.
    const database = await open();
    while (await put(database, size));
    database.close();
  }
}

async function emptyDisk() {
  await new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('junk');
    deleting.onsuccess = resolve;
    deleting.onerror = () => reject(deleting.error);
  });
}
