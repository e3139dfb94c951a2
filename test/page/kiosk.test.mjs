/**
 * The kiosk's own page, built bundle, strict policy: people who answer one after the other by touch, with the eyes of the curious one
 * who comes next, and staff who back up and clear the tablet.
 */
import assert from 'node:assert/strict';
import { createHash, webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { readBackup } from '../../build/src/core/backup/backup.js';
import { makeSealKeys } from '../../build/src/seal/keys.js';
import { openSealed, readKeyFile } from '../../build/src/seal/open.js';
import { serve, STRICT_CSP } from '../../scripts/lib/serve.mjs';
import { root } from '../../scripts/lib/setup.mjs';
import { Driver, prepare } from './driver.mjs';
import { answering, onePerson } from './people.mjs';
import { deepText, launch, openPage, readStore, until } from './site.mjs';

const UPRIGHT = { width: 800, height: 1280, hasTouch: true, isMobile: true, deviceScaleFactor: 1 };
const PIN = 'long enough';
const DIST = process.env.CANYU_DIST ?? 'dist';
const PAGE = '/demo/kiosk.html';
/** The same page without the worker that keeps it for times without a network: locks of another part keep pages out of bfcache. */
const BARE = '/demo/bare.html';

/** Crockford's base 32 of the first 50 bits, worked out otherwise than in Canyu. */
function receiptOf(text) {
  const sorted = (value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key])]),
        )
      : value;
  const hex = createHash('sha256')
    .update(JSON.stringify(sorted(JSON.parse(text))))
    .digest('hex');
  let bits = BigInt(`0x${hex}`) >> 206n;
  let letters = '';
  for (let i = 0; i < 10; i++, bits >>= 5n) letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number(bits & 31n)] + letters;
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

describe('kiosk', () => {
  let site;
  let browser;
  /** What the server gives in place of files. */
  const made = {};
  before(async () => {
    const page = await readFile(new URL(`.${PAGE}`, root), 'utf8');
    const bare = page.replace(/<script[^>]*kiosk-app\.js[^>]*><\/script>/, '');
    assert.notEqual(bare, page);
    Object.assign(made, {
      [BARE]: bare,
      '/demo/other.html': '<!doctype html><title>other</title><link rel="icon" href="data:,">',
    });
    // An installed app needs its manifest besides what the strict policy allows.
    const csp = `${STRICT_CSP}; manifest-src 'self'`;
    site = await serve({
      csp,
      handle(request, response) {
        // What must not be stored is not kept in bfcache either, and there a kiosk is in danger.
        response.setHeader('Cache-Control', 'no-cache');
        const body = made[request.url.split('?')[0]];
        if (body)
          response.writeHead(200, { 'Content-Type': body[0] === '{' ? 'application/json' : 'text/html' }).end(body);
        request.url = request.url.replace(/^\/dist\//, `/${DIST}/`);
        return body !== undefined;
      },
    });
    browser = await launch('chromium', { ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  /** A tablet of its own, with everything that its page says on the console. */
  async function tablet({ path = BARE, lang = 'zh-Hans', times = '', viewport = UPRIGHT } = {}) {
    const context = await browser.createBrowserContext();
    const { page, troubles } = await openPage(context);
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    await prepare(page);
    await page.evaluateOnNewDocument(() => {
      globalThis.states = [];
      // As on an iPhone: Chromium keeps no page in bfcache that asked for the whole screen.
      if (location.pathname.endsWith('bare.html')) Element.prototype.requestFullscreen = undefined;
      addEventListener('canyu-kiosk-state', ({ detail }) => globalThis.states.push(detail.state));
      addEventListener('pageshow', ({ persisted }) => (globalThis.wasKept = persisted));
    });
    await page.setViewport(viewport);
    await page.goto(`${site.url}${path}?lang=${lang}&form=short${times}`);
    return { page, troubles, said, close: () => context.close() };
  }

  const inKiosk = (page, work, ...given) =>
    page.evaluate(
      (body, all) => {
        // The test's own function, from its text: the page's policy allows no eval, so only what is named here.
        const root = document.querySelector('canyu-kiosk').shadowRoot;
        const [selector, value] = all;
        const found = [...root.querySelectorAll(selector)].find((one) => !value || one.textContent.includes(value));
        if (body === 'is') return Boolean(found);
        if (body === 'text') return found?.textContent.replace(/\s+/g, ' ').trim();
        if (body === 'fill') found.value = all[2];
        if (body === 'aim') {
          found.scrollIntoView({ block: 'center', behavior: 'instant' });
          const { left, top, width, height } = found.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };
        }
        return undefined;
      },
      work,
      given,
    );
  const shown = (page, selector, value) =>
    until(() => inKiosk(page, 'is', selector, value), `${selector} ${value ?? ''}`);
  async function tap(page, selector, value) {
    await shown(page, selector, value);
    const { x, y } = await inKiosk(page, 'aim', selector, value);
    await page.touchscreen.tap(x, y);
  }
  async function setUp(page) {
    await shown(page, '#again');
    for (const [id, value] of [
      ['#device', '2'],
      ['#pin', PIN],
      ['#again', PIN],
    ])
      await inKiosk(page, 'fill', id, '', value);
    await tap(page, 'button[type=submit]');
    await tap(page, '.head button');
    await shown(page, '.attract');
  }
  async function openStaff(page, pin = PIN) {
    for (let i = 0; i < 5; i++) await page.touchscreen.tap(UPRIGHT.width - 20, 20);
    await shown(page, '#pin');
    await inKiosk(page, 'fill', '#pin', '', pin);
    await tap(page, 'button[type=submit]:enabled');
  }

  /** From the first screen to the review, or to the screen that `until` names. */
  async function answer(page, sheet, stop = ({ kind }) => kind === 'review') {
    await tap(page, '.start');
    await tap(page, '.who li button');
    await shown(page, 'canyu-survey');
    await page.evaluate(() => {
      globalThis.canyuTools.survey = document.querySelector('canyu-kiosk').shadowRoot.querySelector('canyu-survey');
    });
    const driver = new Driver(page, 'touch');
    await driver.look();
    for await (const screen of answering(driver, sheet)) if (stop(screen)) break;
    return driver;
  }
  async function handIn(page, sheet) {
    const driver = await answer(page, sheet);
    await driver.press({ text: driver.words.handIn });
    await shown(page, '.number');
    return inKiosk(page, 'text', '.number');
  }

  /** Everything that the next person could find: what the page holds, beneath all shadow roots, and what the browser keeps for it. */
  const everything = (page) =>
    page.evaluate(async () => {
      const html = (node) => {
        const inside = [...(node.shadowRoot ?? node).childNodes].map(html).join('');
        if (node.nodeType === Node.TEXT_NODE) return node.data;
        if (!(node instanceof Element)) return inside;
        return `<${node.localName}${[...node.attributes].map(({ name, value }) => ` ${name}=${value}`).join('')}${
          'value' in node && node.localName !== 'li' ? ` value:${node.value} ${node.checked ?? ''}` : ''
        }>${inside}`;
      };
      return {
        dom: html(document.body)
          .replace(/\s+/g, ' ')
          .replace(/<p class=for-staff>[^<]*/, ''),
        title: document.title,
        address: location.href,
        history: history.length,
        state: JSON.stringify(history.state),
        session: JSON.stringify({ ...sessionStorage }),
        local: Object.keys(localStorage).sort().join(),
        name: window.name,
        cookies: document.cookie,
        databases: (await indexedDB.databases()).map(({ name }) => name).join(),
      };
    });

  test('three people one after the other, each with the right receipt, and none sees anything of the one before', async () => {
    const { page, troubles, said, close } = await tablet({ path: PAGE });
    await setUp(page);
    const first = await everything(page);
    const receipts = [];
    for (const seed of [3, 5, 8]) {
      const sheet = sheetOf(seed);
      const receipt = await handIn(page, sheet);
      receipts.push(receipt);
      await tap(page, '.thanks .main');
      await shown(page, '.attract');
      await until(async () => {
        const now = await everything(page);
        return now.dom === first.dom || assert.doesNotMatch(now.dom, new RegExp(receipt));
      }, 'the first screen as it was');
      const { local, ...now } = await everything(page);
      assert.deepEqual({ ...now, local: first.local }, first);
      assert.equal(local, 'canyu-store:canyu', 'the watermark of the store, which only counts');
      assert.deepEqual(await readStore(page, 'drafts'), []);
      const stored = (await readStore(page)).map(([, text]) => text);
      assert.ok(
        stored.some((text) => {
          const { answers } = JSON.parse(text);
          return receiptOf(text) === receipt && sameAnswers(answers, sheet.answers);
        }),
        'the receipt is that of what this person answered',
      );
    }
    assert.equal(new Set(receipts).size, 3);
    assert.deepEqual((await readStore(page)).map(([, text]) => receiptOf(text)).sort(), receipts.sort());
    assert.deepEqual(said, []);
    assert.deepEqual(await troubles(), []);
    await close();
  });

  for (const at of ['mid-survey', 'thanks']) {
    test(`back, forward, reload and bfcache show nothing: ${at}`, async () => {
      const { page, troubles, close } = await tablet();
      await setUp(page);
      const first = await everything(page);
      const sheet = sheetOf(13);
      const begin = () => (at === 'thanks' ? handIn(page, sheet) : answer(page, sheet));
      const expectClean = async (what) => {
        await shown(page, '.attract');
        const { dom, title } = await everything(page);
        assert.equal(dom, first.dom, what);
        assert.equal(title, first.title);
      };
      await begin();
      await page.goto(`${site.url}/demo/other.html`);
      await page.goBack();
      await expectClean('back');
      const kept = await page.evaluate(() => [
        globalThis.wasKept,
        JSON.stringify(performance.getEntriesByType('navigation')[0].notRestoredReasons?.reasons ?? null),
      ]);
      assert.deepEqual(kept, [true, 'null'], 'the page came from the cache');
      await begin();
      await page.goForward();
      await page.goBack();
      await expectClean('forward and back');
      await begin();
      await page.reload();
      await expectClean('reload');
      assert.deepEqual(await readStore(page, 'drafts'), []);
      assert.equal((await readStore(page)).length, at === 'thanks' ? 3 : 0);
      assert.deepEqual(await troubles(), []);
      await close();
    });
  }

  test('idle in the middle: a warning, more time by a touch, and at last everything is gone', async () => {
    const { page, troubles, close } = await tablet({ times: '&idle-seconds=3&warning-seconds=3' });
    await setUp(page);
    const first = await everything(page);
    const driver = await answer(page, sheetOf(21), ({ name }) => name === 'CY2');
    const { heading } = driver.screen;
    await shown(page, 'dialog.idle[open]');
    // Anywhere, also beside the dialog.
    await page.touchscreen.tap(30, UPRIGHT.height - 30);
    await until(async () => !(await inKiosk(page, 'is', 'dialog')), 'the survey again');
    assert.equal((await page.evaluate(() => globalThis.canyuTools.look())).heading, heading);
    await shown(page, 'dialog.idle[open]');
    await page.keyboard.press('Enter');
    await until(async () => !(await inKiosk(page, 'is', 'dialog')), 'the survey again');
    const now = await page.evaluate(() => globalThis.canyuTools.look());
    assert.deepEqual(
      [now.heading, now.focus !== ''],
      [heading, true],
      'the key pressed nothing, and the focus is back in the survey',
    );
    await shown(page, 'dialog.idle[open]');
    await shown(page, '.attract');
    assert.equal((await everything(page)).dom, first.dom);
    assert.deepEqual((await page.evaluate(() => globalThis.states)).slice(-7), [
      ...['survey', 'warning', 'survey', 'warning', 'survey', 'warning', 'attract'],
    ]);
    assert.deepEqual(await readStore(page), []);
    assert.deepEqual(await troubles(), []);
    await close();
  });

  test('staff: wrong PINs wait, also after a reload; a backup is checked before the tablet is cleared', async () => {
    const { page, troubles, close } = await tablet();
    await setUp(page);
    const receipt = await handIn(page, sheetOf(34));
    await tap(page, '.thanks .main');
    await shown(page, '.attract');
    await openStaff(page, 'not this one 1');
    for (const guess of ['not this one 2', 'not this one 3']) {
      await until(() => inKiosk(page, 'is', 'button[type=submit]:enabled'), 'the next try');
      await inKiosk(page, 'fill', '#pin', '', guess);
      await tap(page, 'button[type=submit]:enabled');
    }
    await shown(page, '.wait', '秒');
    await page.reload();
    await shown(page, '.attract');
    for (let i = 0; i < 5; i++) await page.touchscreen.tap(UPRIGHT.width - 20, 20);
    await shown(page, '.wait', '秒');
    assert.equal(await inKiosk(page, 'is', 'button[type=submit]:enabled'), false);
    await shown(page, 'button[type=submit]:enabled');
    await inKiosk(page, 'fill', '#pin', '', PIN);
    await tap(page, 'button[type=submit]:enabled');
    await shown(page, '#health');
    assert.doesNotMatch(await deepText(page), new RegExp(receipt), 'the list is shown only when it is wanted');
    // The file that would be downloaded.
    await page.evaluate(() => {
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob) => {
        globalThis.backup = blob;
        return createObjectURL(blob);
      };
    });
    await tap(page, '.panel button', '存成文件');
    await shown(page, '.outcome', '已经交给浏览器下载');
    assert.equal(await inKiosk(page, 'is', 'button', '清空'), false);
    await page.evaluate(async () => {
      const field = document.querySelector('canyu-kiosk').shadowRoot.querySelector('#verify-file');
      const files = new DataTransfer();
      files.items.add(new File([await globalThis.backup.text()], 'backup.ndjson'));
      field.files = files.files;
      field.dispatchEvent(new Event('change'));
    });
    await shown(page, '.outcome', '1 份都在这个文件里');
    await tap(page, '.panel button', '清空 1 份');
    assert.equal((await readStore(page)).length, 1);
    await tap(page, '.danger:enabled');
    await shown(page, '.outcome', '已经删掉 1 份');
    assert.deepEqual(await readStore(page), []);
    assert.deepEqual(await troubles(), []);
    await close();
  });

  test('a sealed study: no draft, no plain word on the tablet, and the evaluator’s key opens what was answered', async () => {
    const keys = await makeSealKeys({ passphrase: 'four words for a test' });
    const study = JSON.parse(await readFile(new URL('demo/data/kiosk-study.json', root), 'utf8'));
    made['/demo/data/kiosk-study.json'] = JSON.stringify({ ...study, seal: { recipients: keys.recipients } });
    try {
      const { page, troubles, close } = await tablet();
      await setUp(page);
      const sheet = sheetOf(55);
      const driver = await answer(page, sheet);
      assert.deepEqual(await readStore(page, 'drafts'), []);
      await driver.press({ text: driver.words.handIn });
      await shown(page, '.number');
      const receipt = await inKiosk(page, 'text', '.number');
      await tap(page, '.thanks .main');
      await shown(page, '.attract');
      const [[, text], ...more] = await readStore(page);
      assert.deepEqual(more, []);
      const record = JSON.parse(text);
      assert.equal(record.schema, 'canyu-sealed/1');
      assert.equal(receiptOf(text), receipt, 'the receipt is that of the sealed record');
      assert.doesNotMatch(text, /answers|CY1|zh-Hans/);
      assert.deepEqual(await readStore(page, 'drafts'), []);
      const key = await readKeyFile(keys.evaluator.text, keys.evaluator.passphrase);
      const { responses, failed } = await openSealed([{ record }], key);
      assert.deepEqual(failed, []);
      assert.ok(sameAnswers(responses[0].answers, sheet.answers));
      assert.equal(responses[0].device, 'kiosk');
      assert.deepEqual(await troubles(), []);
      await close();
    } finally {
      delete made['/demo/data/kiosk-study.json'];
    }
  });

  test('a sealed study does not start on plain http, and says why', async () => {
    const { recipients } = await makeSealKeys({ passphrase: 'four words for a test' });
    const study = JSON.parse(await readFile(new URL('demo/data/kiosk-study.json', root), 'utf8'));
    made['/demo/data/kiosk-study.json'] = JSON.stringify({ ...study, seal: { recipients } });
    try {
      const context = await browser.createBrowserContext();
      const { page } = await openPage(context);
      await prepare(page);
      // What a browser leaves out of a page that came over plain http from another machine.
      await page.evaluateOnNewDocument(() => {
        Object.defineProperty(globalThis.Crypto.prototype, 'subtle', { value: undefined });
        Object.defineProperty(globalThis, 'isSecureContext', { value: false });
      });
      await page.setViewport(UPRIGHT);
      await page.goto(`${site.url}${BARE}?lang=en&form=short`);
      await until(async () => /https/.test(await deepText(page)), 'the reason');
      assert.equal(await inKiosk(page, 'is', '.start:enabled'), false);
      await context.close();
    } finally {
      delete made['/demo/data/kiosk-study.json'];
    }
  });

  test('staff: a backup into a folder is read again there, the folder is known the next day; the share sheet gets the same file', async () => {
    const { page, troubles, close } = await tablet();
    // A real folder of the browser, chosen by hand otherwise; and a share sheet that keeps what it is given.
    await page.evaluate(() => {
      globalThis.asked = 0;
      globalThis.showDirectoryPicker = async () => {
        globalThis.asked += 1;
        return (await navigator.storage.getDirectory()).getDirectoryHandle('stick', { create: true });
      };
      navigator.canShare = () => true;
      navigator.share = async ({ files: [file] }) => void (globalThis.shared = [file.name, await file.text()]);
    });
    const inFolder = () =>
      page.evaluate(async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('stick');
        const files = [];
        for await (const [name, handle] of folder.entries()) files.push([name, await (await handle.getFile()).text()]);
        return files;
      });
    await setUp(page);
    await handIn(page, sheetOf(34));
    await tap(page, '.thanks .main');
    await shown(page, '.attract');
    await openStaff(page);
    await tap(page, '.panel button', '文件夹');
    await shown(page, '.outcome', '已经');
    const [[name, text]] = await inFolder();
    assert.match(name, /^canyu-kiosk-demo-2-\d{4}-\d\d-\d\d\.ndjson$/);
    const reading = await readBackup(text, webcrypto.subtle);
    assert.ok(reading.ok && reading.value.complete);
    assert.deepEqual([reading.value.header.count, reading.value.records.length], [1, 1]);
    await shown(page, '.panel button', '清空 1 份');

    await tap(page, '.panel button', '分享');
    await until(() => page.evaluate(() => globalThis.shared), 'the share sheet');
    const [sharedName, sharedText] = await page.evaluate(() => globalThis.shared);
    assert.deepEqual([sharedName, sharedText], [name.replace('.ndjson', '.txt'), text]);

    await tap(page, '.panel button', '文件夹');
    await until(
      async () => (await inFolder()).length === 1 && inKiosk(page, 'is', '.outcome', '已经'),
      'the same file',
    );
    assert.equal(await page.evaluate(() => globalThis.asked), 1, 'the folder is asked for once');
    assert.deepEqual(await troubles(), []);
    await close();
  });

  test('staff: the list of receipts is printed alone, and the folder that is gone is told', async () => {
    const { page, troubles, close } = await tablet();
    await page.evaluate(() => {
      globalThis.print = () => (globalThis.printed = true);
      globalThis.showDirectoryPicker = async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('gone', { create: true });
        await folder.remove();
        return folder;
      };
    });
    await setUp(page);
    const receipt = await handIn(page, sheetOf(89));
    await tap(page, '.thanks .main');
    await shown(page, '.attract');
    await openStaff(page);
    await tap(page, '.panel button', '文件夹');
    await shown(page, '.outcome', '没能存进');
    assert.equal(await inKiosk(page, 'is', '.panel button', '清空'), false);
    await tap(page, '.receipts button');
    await shown(page, '.receipts li', receipt);
    await tap(page, '.receipts .nav button');
    assert.equal(await page.evaluate(() => globalThis.printed), true);
    await page.emulateMediaType('print');
    const visible = await page.evaluate(() =>
      [...document.querySelector('canyu-kiosk').shadowRoot.querySelectorAll('h2, h3, li, button, p')]
        .filter((one) => one.checkVisibility())
        .map((one) => one.textContent.trim()),
    );
    assert.ok(visible.some((text) => text.includes(receipt)));
    assert.ok(
      visible.every((text) => !/PIN|清空|音量/.test(text)),
      visible.join(' | '),
    );
    await page.emulateMediaType(null);
    assert.deepEqual(await troubles(), []);
    await close();
  });

  test('the screen is kept on from the first start, and again after another window was in front', async () => {
    const { page, close } = await tablet();
    await page.evaluate(() => {
      globalThis.locks = [];
      navigator.wakeLock.request = async () => {
        const lock = { released: false, release: async () => void (lock.released = true) };
        globalThis.locks.push(lock);
        return lock;
      };
    });
    await setUp(page);
    const count = () => page.evaluate(() => globalThis.locks.length);
    const before = await count();
    await page.evaluate(() => {
      for (const lock of globalThis.locks) lock.released = true;
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await until(async () => (await count()) > before, 'another lock');
    await page.evaluate(() => document.querySelector('canyu-kiosk').remove());
    assert.equal(await page.evaluate(() => globalThis.locks.at(-1).released), true);
    await close();
  });

  for (const lang of ['zh-Hans', 'en']) {
    test(`nothing is cut off or too small for a finger, at any width: ${lang}`, async () => {
      for (const [width, height] of [
        [1280, 800],
        [800, 1280],
        [360, 740],
      ]) {
        const { page, troubles, close } = await tablet({ lang, viewport: { ...UPRIGHT, width, height } });
        const check = async (name) => {
          const found = await page.evaluate(() => {
            const root = document.querySelector('canyu-kiosk').shadowRoot;
            const small = [...root.querySelectorAll('button, select, input:not([type=checkbox])')]
              .map((one) => [one.textContent.trim() || one.id, one.getBoundingClientRect()])
              .filter(([, { width, height }]) => height < 48 || width < 48)
              .map(([text]) => text);
            return { small, wider: document.documentElement.scrollWidth - innerWidth };
          });
          assert.deepEqual(found, { small: [], wider: 0 }, `${name}, ${width} px`);
          const report = await axe(page);
          assert.deepEqual(report, [], `${name}, ${width} px`);
        };
        await shown(page, '#again');
        await check('set-up');
        await setUp(page);
        await check('first screen');
        await tap(page, '.start');
        await shown(page, '.who');
        await check('who');
        await tap(page, '.who .nav button');
        await shown(page, '.attract');
        await close();
        assert.deepEqual(await troubles().catch(() => []), []);
      }
    });
  }

  /** What axe finds on the page as it is. */
  async function axe(page) {
    const client = await page.createCDPSession();
    await client.send('Runtime.evaluate', { expression: await axeSource() });
    await client.detach();
    return page.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    });
  }
});

/** What a resident means to answer, without changes of mind; a kiosk asks no open questions. */
const sheetOf = (seed) => ({ ...onePerson('resident', { seed }).sheets.pre, texts: {}, first: {} });

let source;
const axeSource = async () => (source ??= await readFile(new URL('node_modules/axe-core/axe.min.js', root), 'utf8'));

const sameAnswers = (one, other) =>
  Object.entries(other).every(([id, value]) => one[id] === value) &&
  Object.entries(one).every(([id, value]) => other[id] === value || value === undefined);
