/**
 * The survey in an iframe, for sites that cannot load scripts: an organisation serves `frame.html`, partners on other origins show it.
 * Height, state and counts leave, and nothing else; both sides believe only whom they should.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { STRICT_CSP } from '../../scripts/lib/serve.mjs';
import { Driver, prepare } from './driver.mjs';
import { answering, answerSheet, meantAnswers, onePerson } from './people.mjs';
import { browsers, core, deepText, distFile, launch, openPage, openSite, readStore, until } from './site.mjs';

/** What a message may hold, by its type: everything else would be too much. */
const KEYS = {
  height: ['canyu', 'height', 'type'],
  state: ['canyu', 'state', 'type'],
  error: ['canyu', 'code', 'state', 'type'],
  progress: ['canyu', 'index', 'total', 'type'],
};
const REMARK = '这句话不出这个框：梧桐里四八一六';
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-downloads';

/** Keeps every message that a page gets, and every event of an iframe. */
const SPY = `globalThis.got = []; globalThis.told = [];
addEventListener('message', ({ origin, data }) => got.push({ origin, data }));
addEventListener('canyu-frame', ({ target, detail }) => told.push({ id: target.id, detail }));`;

/** A page beside or around the survey that says what it has no right to say, to everybody it can reach. */
const FORGER = `const forged = [
  { canyu: 'frame/1', type: 'height', height: 7777 }, { canyu: 'frame/1', type: 'state', state: 'complete' },
  { canyu: 'frame/1', type: 'lang', lang: 'en' }, { canyu: 'frame/1', type: 'hello' },
];
globalThis.got = [];
addEventListener('message', ({ origin, data }) => got.push({ origin, data }));
globalThis.forge = () => {
  for (const message of forged) {
    if (parent !== window) parent.postMessage(message, '*');
    for (let i = 0; i < parent.frames.length; i++) parent.frames[i].postMessage(message, '*');
  }
};`;

for (const name of browsers) {
  describe(`in an iframe in ${name}`, () => {
    let browser;
    let downloads;
    /** Three websites: the organisation's with the survey, a partner's that shows it, and a stranger's. */
    const sites = {};

    before(async () => {
      downloads = await mkdtemp(join(tmpdir(), 'canyu-frame-'));
      for (const who of ['organisation', 'partner', 'stranger']) {
        const files = { '/spy.js': { type: 'text/javascript', body: SPY } };
        const policies = {};
        sites[who] = { ...(await openSite({ files, policies })), files, policies };
      }
      Object.assign(sites.stranger.files, {
        '/forger.html': { type: 'text/html', body: '<!doctype html><script src="/forger.js"></script>' },
        '/forger.js': { type: 'text/javascript', body: FORGER },
      });
      browser = await launch(name, {
        preferences: {
          'browser.download.folderList': 2,
          'browser.download.useDownloadDir': true,
          'browser.download.always_ask_before_handling_new_types': false,
          'browser.download.dir': downloads,
        },
        ...(name === 'chromium' && { downloadBehavior: { policy: 'allow', downloadPath: downloads } }),
      });
    });
    after(async () => {
      await browser?.close();
      for (const site of Object.values(sites)) await site.close();
      await rm(downloads, { recursive: true, force: true });
    });

    const frameAddress = (search) =>
      `${sites.organisation.url}/dist/frame.html?${new URLSearchParams({ study: 'frame', wave: 'pre', group: 'resident', ...search })}`;
    const frameTag = (address, attributes = '') =>
      `<iframe id="survey" title="问卷" ${attributes} src="${address.replaceAll('&', '&amp;')}"></iframe>`;

    /** Opens a page of a website around `body`, under the strict policy that also allows the frames. */
    async function openAround(
      who,
      body,
      { host = '<script src="/dist/frame-host.js" defer></script>', lang, from } = {},
    ) {
      const site = sites[who];
      const style = 'html{background:#f4efe6} body{margin:0} iframe{display:block;width:100%;height:300px;border:0}';
      site.files['/page.css'] = { type: 'text/css', body: style };
      site.files['/page.html'] = {
        type: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="${lang ?? 'zh-Hans'}"><title>Around</title><link rel="icon" href="data:," />
          <link rel="stylesheet" href="/page.css" /><script src="/spy.js"></script>${host}${body}`,
      };
      const around = from ?? site.url;
      // blob: for Firefox, where a file that the iframe offers counts as a page that it goes to.
      const frames = `; frame-src ${sites.organisation.url} ${sites.stranger.url} blob:`;
      site.policies['/page.html'] = `${STRICT_CSP}${frames}`;
      const watched = await openPage(browser);
      await prepare(watched.page);
      await watched.page.setViewport({ width: 820, height: 900 });
      await watched.page.goto(`${around}/page.html`);
      return watched;
    }

    const frameOf = (page, part = '/dist/frame') =>
      until(
        () => page.frames().find((each) => each !== page.mainFrame() && each.url().includes(part)),
        `frame ${part}`,
      );
    const messagesOf = (page) => page.evaluate(() => globalThis.got);
    const heightOf = (page) => page.evaluate(() => document.querySelector('#survey').getBoundingClientRect().height);
    const contentHeight = (frame) =>
      frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));

    /** A person whose pointer goes to where the iframe is on the page around. */
    async function personAt(page, frame, input = 'mouse', locale = 'zh-Hans') {
      const click = async (x, y) => {
        const [left, top] = await page.evaluate(async (down) => {
          const iframe = document.querySelector('#survey');
          const seen = iframe.getBoundingClientRect().top + down;
          if (seen < 50 || seen > innerHeight - 50) {
            scrollBy({ top: seen - innerHeight / 2, behavior: 'instant' });
            // The browser's own process has to learn where the other process's part of the page now is.
            await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
          }
          const { left, top } = iframe.getBoundingClientRect();
          return [left, top];
        }, y);
        await page.mouse.click(left + x, top + y);
      };
      const hands = { mouse: { click }, keyboard: page.keyboard, browser: () => page.browser() };
      const driver = new Driver(hands, input, locale, frame);
      await driver.look();
      await settle(page, frame);
      return driver;
    }

    test('a whole survey says height, state and counts to the page around, and no answer and no id', async () => {
      const address = frameAddress({ form: 'full', parent: sites.partner.url });
      const { page, troubles, warnings } = await openAround('partner', frameTag(address, `sandbox="${SANDBOX}"`));
      const frame = await frameOf(page);
      // By keyboard: a pointer would aim at where the iframe was before its height followed.
      const driver = await personAt(page, frame, 'keyboard');
      const person = onePerson('resident', { form: 'full' });
      const sheet = person.sheets.pre;
      for (const id of core.participationTrust.forms.full.resident.open) sheet.texts[id] = REMARK;
      assert.ok(await answerSheet(driver, sheet));
      const { responseId } = (await driver.heard('canyu-complete')).at(-1);
      const stored = (await readStore(frame)).find(([key]) => key.endsWith(responseId));
      assert.deepEqual(JSON.parse(stored[1]).answers, meantAnswers(sheet));
      assert.ok(stored[1].includes(REMARK));

      await until(async () => (await messagesOf(page)).at(-1)?.data.type === 'height', 'the last height');
      const messages = await messagesOf(page);
      assert.ok(messages.length > 60, `${messages.length} messages`);
      for (const { origin, data } of messages) {
        assert.equal(origin, sites.organisation.url);
        const kind = data.state === 'error' ? 'error' : data.type;
        assert.deepEqual(Object.keys(data).sort(), KEYS[kind], JSON.stringify(data));
        const numbers = Object.values(data).filter((value) => typeof value !== 'string');
        assert.ok(numbers.every(Number.isInteger), JSON.stringify(data));
        const words = Object.values(data).filter((value) => typeof value === 'string');
        const known = ['frame/1', 'height', 'state', 'progress', 'ready', 'started', 'saved', 'complete'];
        assert.deepEqual(
          words.filter((word) => !known.includes(word)),
          [],
        );
      }
      const all = JSON.stringify(messages);
      assert.ok(!all.includes(responseId) && !all.includes('四八一六'));
      const states = messages.filter(({ data }) => data.type === 'state').map(({ data }) => data.state);
      assert.deepEqual([...new Set(states)], ['ready', 'started', 'saved', 'complete']);
      const counts = messages.filter(({ data }) => data.type === 'progress').map(({ data }) => data);
      assert.ok(counts.every(({ index, total }) => index <= total));
      // The helper gives the site the same, as events of the iframe.
      assert.deepEqual(
        await page.evaluate(() => globalThis.told),
        messages.map(({ data }) => ({ id: 'survey', detail: data })),
      );
      assert.deepEqual(await troubles(), []);
      assert.deepEqual(warnings, []);
      await page.close();
    });

    test('the iframe is as tall as what is in it, also when the text grows', async () => {
      const address = frameAddress({ parent: sites.partner.url });
      const host = '<script type="module" src="/dist/frame-host.js"></script>';
      const { page, troubles } = await openAround('partner', frameTag(address), { host });
      const frame = await frameOf(page);
      await personAt(page, frame);
      const follows = async (what) => {
        await until(async () => (await heightOf(page)) === (await contentHeight(frame)), what);
        return heightOf(page);
      };
      const first = await follows('the height of the first screen');
      assert.ok(first > 300);
      await frame.evaluate(() => document.querySelector('canyu-survey').style.setProperty('--canyu-font-size', '40px'));
      const large = await until(async () => (await heightOf(page)) > first * 1.3 && heightOf(page), 'a taller iframe');
      assert.equal(await follows('the larger text'), large);
      await frame.evaluate(() => document.querySelector('canyu-survey').style.removeProperty('--canyu-font-size'));
      await until(async () => (await heightOf(page)) === first, 'the first height again');
      await page.setViewport({ width: 360, height: 740 });
      assert.ok((await follows('the narrow page')) > first);
      // Nothing inside is cut off or has to be scrolled to.
      assert.ok(await frame.evaluate(() => document.scrollingElement.scrollHeight <= innerHeight));
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('an iframe with a border in a page that counts it in is still tall enough', async () => {
      const { page } = await openAround('partner', frameTag(frameAddress({ parent: sites.partner.url })));
      const frame = await frameOf(page);
      await personAt(page, frame);
      await page.evaluate(() => {
        const { style } = document.querySelector('#survey');
        style.boxSizing = 'border-box';
        style.border = '5px solid';
      });
      await frame.evaluate(() => document.querySelector('canyu-survey').style.setProperty('--canyu-font-size', '30px'));
      await until(async () => (await heightOf(page)) === (await contentHeight(frame)) + 10, 'the border');
      await page.close();
    });

    test('a helper that comes late is told what holds', async () => {
      const address = frameAddress({ parent: sites.partner.url });
      const { page, troubles } = await openAround('partner', frameTag(address), { host: '' });
      const frame = await frameOf(page);
      await personAt(page, frame);
      assert.equal(await heightOf(page), 300);
      const before = (await messagesOf(page)).length;
      await page.evaluate(() => import('/dist/frame-host.js'));
      await until(async () => (await heightOf(page)) === (await contentHeight(frame)), 'the height');
      const told = await page.evaluate(() => globalThis.told.map(({ detail }) => detail.state ?? detail.type));
      assert.ok(told.includes('ready') && told.includes('height'), told.join());
      assert.ok((await messagesOf(page)).length > before);
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('the helper names its own origin where the page has several addresses', async () => {
      const address = frameAddress({});
      const body = `<iframe id="survey" title="问卷" data-canyu-frame="${address.replaceAll('&', '&amp;')}"></iframe>`;
      const { page, troubles } = await openAround('partner', body);
      const frame = await frameOf(page);
      assert.equal(new URL(frame.url()).searchParams.get('parent'), sites.partner.url);
      await personAt(page, frame);
      await until(async () => (await heightOf(page)) === (await contentHeight(frame)), 'the height');
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('the language of the iframe is that of its tag, also when that changes', async () => {
      const address = frameAddress({ parent: sites.partner.url });
      const { page } = await openAround('partner', frameTag(address, 'lang="en-GB"'));
      const frame = await frameOf(page);
      const inside = (pattern) => until(async () => pattern.test(await deepText(frame)), String(pattern));
      await inside(/Your community|questions/);
      assert.doesNotMatch(await deepText(frame), /\p{Script=Han}{8}/u);
      await page.evaluate(() => void (document.querySelector('#survey').lang = 'zh-CN'));
      await inside(/\p{Script=Han}{8}/u);
      assert.equal(await frame.evaluate(() => document.title), '问卷');
      await page.close();
    });

    for (const [what, search] of [
      ['names another page', () => ({ study: 'other', parent: sites.stranger.url })],
      ['names nobody', () => ({ study: 'nobody' })],
      ['names everybody', () => ({ study: 'everybody', parent: '*' })],
      ['names a page instead of an origin', () => ({ study: 'page', parent: `${sites.partner.url}/` })],
    ]) {
      test(`where the address ${what}, the page around is told nothing and cannot say anything`, async () => {
        const { page } = await openAround('partner', frameTag(frameAddress(search())));
        const frame = await frameOf(page);
        const driver = await personAt(page, frame);
        for (const box of ['participate', 'process']) await driver.press({ box });
        await driver.go({ submit: true });
        await page.evaluate((to) => {
          const { contentWindow } = document.querySelector('#survey');
          for (const type of ['hello', 'lang']) contentWindow.postMessage({ canyu: 'frame/1', type, lang: 'en' }, to);
        }, sites.organisation.url);
        await settle(page, frame);
        assert.deepEqual(await messagesOf(page), []);
        assert.equal(await frame.evaluate(() => document.documentElement.lang), 'zh-Hans');
        assert.equal(await heightOf(page), 300);
        await page.close();
      });
    }

    /** Two round trips through both windows: what was posted before has arrived by then. */
    async function settle(...windows) {
      for (let i = 0; i < 2; i++) {
        for (const each of windows) {
          await each.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
        }
      }
    }

    test('forged messages of a frame beside it are believed by neither side', async () => {
      const address = frameAddress({ parent: sites.partner.url });
      const body = `${frameTag(address)}<iframe id="forger" title="x" src="${sites.stranger.url}/forger.html"></iframe>`;
      const { page, troubles } = await openAround('partner', body);
      const frame = await frameOf(page);
      const forger = await frameOf(page, '/forger.html');
      await personAt(page, frame);
      await until(async () => (await heightOf(page)) === (await contentHeight(frame)), 'the height');
      const height = await heightOf(page);
      const told = () => page.evaluate(() => globalThis.told.length);
      const before = await told();
      await forger.evaluate(() => globalThis.forge());
      await until(async () => (await messagesOf(page)).some(({ data }) => data.height === 7777), 'the forged message');
      await settle(page, frame, forger);
      assert.equal(await heightOf(page), height);
      assert.equal(await page.evaluate(() => document.querySelector('#forger').getBoundingClientRect().height), 300);
      assert.equal(await told(), before);
      assert.equal(await frame.evaluate(() => document.documentElement.lang), 'zh-Hans');
      // Nothing of the survey went to the frame beside it.
      const heard = await forger.evaluate(() => globalThis.got);
      assert.deepEqual(
        heard.filter(({ origin }) => origin !== sites.stranger.url),
        [],
      );
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('ten thousand made-up messages change nothing on either side', async () => {
      const address = frameAddress({ parent: sites.partner.url });
      const { page, troubles } = await openAround('partner', frameTag(address));
      const frame = await frameOf(page);
      await personAt(page, frame);
      await until(async () => (await heightOf(page)) === (await contentHeight(frame)), 'the height');
      const [height, before] = [await heightOf(page), await page.evaluate(() => globalThis.told.length)];
      // From the right window and origin, so that only their content speaks against them.
      const nonsense = (to) => {
        const values = [
          null,
          '',
          'frame/1',
          0,
          -1,
          1e9,
          NaN,
          0.5,
          [],
          {},
          '1px',
          'javascript:alert(1)',
          'zh-<img>',
          true,
        ];
        const pick = (n) => values[n % values.length];
        for (let n = 0; n < 5000; n++) {
          const message = {
            canyu: n % 3 ? 'frame/1' : pick(n),
            type: ['height', 'lang', 'state', 'progress', pick(n)][n % 5],
          };
          for (const [i, key] of ['height', 'lang', 'state', 'code', 'index', 'total'].entries())
            message[key] =
              key === 'height' && n % 5 === 0 ? [-1, 1e9, NaN, 0.5, '500'][(n % 7) % 5] : pick(n * 7 + i * 3 + 1);
          if (message.index === 0 && message.total === 0) message.total = 'many';
          to.postMessage(n % 11 ? message : pick(n), '*');
        }
      };
      await page.evaluate(`(${nonsense})(document.querySelector('#survey').contentWindow)`);
      await frame.evaluate(`(${nonsense})(parent)`);
      await settle(page, frame);
      await until(async () => (await messagesOf(page)).length > 5000, 'all of them');
      assert.equal(await heightOf(page), height);
      assert.equal(await page.evaluate(() => globalThis.told.length), before);
      assert.equal(await frame.evaluate(() => document.documentElement.lang), 'zh-Hans');
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    for (const [what, search, code] of [
      [
        'a study file of another website',
        () => ({ src: `${sites.stranger.url}/demo/data/try-study.json` }),
        'foreign-source',
      ],
      ['an instrument of another website', () => ({ instrument: '//127.0.0.1:9/own.json' }), 'foreign-source'],
      ['a data: address', () => ({ src: 'data:application/json,{}' }), 'foreign-source'],
      ['a script as an address', () => ({ src: 'javascript:alert(1)' }), 'foreign-source'],
      ['no study at all', () => ({ study: '' }), 'bad-address'],
    ]) {
      test(`${what} is refused in plain words`, async () => {
        const { page, troubles } = await openAround(
          'partner',
          frameTag(frameAddress({ ...search(), parent: sites.partner.url })),
        );
        const frame = await frameOf(page);
        const text = await until(async () => {
          const now = await deepText(frame);
          return now.includes(code) && now;
        }, code);
        assert.match(text, /问卷.*survey/is);
        assert.equal(await frame.evaluate(() => document.querySelectorAll('canyu-survey').length), 0);
        const states = (await messagesOf(page)).map(({ data }) => data).filter(({ type }) => type === 'state');
        assert.deepEqual(states, [{ canyu: 'frame/1', type: 'state', state: 'error', code }]);
        assert.deepEqual(await troubles(), []);
        await page.close();
      });
    }

    test('what an address must not say is ignored, and nothing of it becomes HTML', async () => {
      const search = {
        group: '<img src=x onerror=alert(1)>',
        onclick: 'alert(1)',
        style: 'position:fixed',
        mode: 'paper',
        id: 'x',
        lang: '"><b>',
      };
      const { page, troubles } = await openAround('partner', frameTag(frameAddress(search)));
      const frame = await frameOf(page);
      await until(async () => (await deepText(frame)).includes('group'), 'the message');
      const survey = await frame.evaluate(() => {
        const element = document.querySelector('canyu-survey');
        return [
          element.getAttributeNames().sort(),
          element.shadowRoot.querySelectorAll('img').length,
          document.documentElement.lang,
        ];
      });
      assert.deepEqual(survey, [['group', 'study', 'wave'], 0, 'zh-Hans']);
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('a study file beside the page is shown in the language of the address', async () => {
      const address = frameAddress({ src: '../demo/data/try-study.json', lang: 'en', parent: sites.partner.url });
      const { page, troubles } = await openAround('partner', frameTag(address));
      const frame = await frameOf(page);
      await until(async () => (await deepText(frame)).includes('Yuqian Community Action'), 'the study');
      assert.equal(await frame.evaluate(() => document.title), 'Survey');
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('in a sandbox without an origin the survey works, and the answers go into a file', async () => {
      const address = frameAddress({ form: 'short', parent: sites.partner.url });
      const { page } = await openAround(
        'partner',
        frameTag(address, 'sandbox="allow-scripts allow-forms allow-downloads"'),
      );
      await page.evaluate(() => void (document.querySelector('#survey').style.height = '1600px'));
      const frame = await frameOf(page, '/dist/frame-classic.html');
      const driver = await personAt(page, frame);
      assert.match(await deepText(frame), /这个浏览器现在不能保存答案/);
      const { sheets } = onePerson('resident', { seed: 41 });
      for await (const { kind } of answering(driver, { ...sheets.pre, first: {} })) if (kind === 'review') break;
      await driver.button('handIn');
      assert.match(await deepText(frame), /答卷还没有存好/);
      await driver.press({ text: driver.words.download });
      const file = await until(
        async () => (await readdir(downloads)).find((each) => each.endsWith('.ndjson')),
        'the file',
      );
      const text = await until(() => readFile(join(downloads, file), 'utf8'), 'its text');
      const { answers } = JSON.parse(
        text.split('\n').find((line) => line.includes('canyu-response/1')),
        (_, v) => v?.record ?? v,
      );
      assert.deepEqual(answers, meantAnswers(sheets.pre));
      // Its messages come from nowhere in particular, and the helper believes nobody whom it cannot name.
      assert.ok((await messagesOf(page)).every(({ origin }) => origin === 'null'));
      assert.deepEqual(await page.evaluate(() => globalThis.told), []);
      await page.close();
    });

    test('answers given inside a website of another owner are in that website’s part of the browser', async () => {
      // For a browser “localhost” and “127.0.0.1” are two owners, two ports of one of them are not.
      const from = sites.partner.url.replace('127.0.0.1', 'localhost');
      const address = frameAddress({ study: 'apart', form: 'short', parent: from });
      const { page, troubles } = await openAround('partner', frameTag(address), { from, host: '' });
      const frame = await frameOf(page);
      // Pressed by script: this is about where answers are kept, and input into another process arrives when it likes.
      const click = (x, y) =>
        frame.evaluate(
          (...point) =>
            document
              .querySelector('canyu-survey')
              .shadowRoot.elementFromPoint(...point)
              .closest('label, button')
              .click(),
          x,
          y,
        );
      const driver = new Driver({ mouse: { click }, browser: () => browser }, 'mouse', 'zh-Hans', frame);
      await driver.look();
      const { sheets } = onePerson();
      assert.ok(await answerSheet(driver, { ...sheets.pre, texts: {}, code: 'skip' }));
      const own = async (where) => (await readStore(where)).filter(([key]) => key.startsWith('apart/')).length;
      assert.equal(await own(frame), 1);
      assert.deepEqual(await troubles(), []);
      const alone = await openPage(browser);
      await alone.page.goto(address);
      await until(async () => (await deepText(alone.page)).length > 100, 'the survey');
      assert.equal(await own(alone.page), 0);
      await alone.page.close();
      await page.close();
    });

    test('without any script of the site it is an ordinary iframe that scrolls', async () => {
      const { page, troubles } = await openAround('partner', frameTag(frameAddress({ form: 'short' })), { host: '' });
      const frame = await frameOf(page);
      await until(async () => (await deepText(frame)).length > 200, 'the survey');
      const [content, seen] = await frame.evaluate(() => [document.scrollingElement.scrollHeight, innerHeight]);
      assert.ok(seen === 300 && content > seen);
      // By keyboard through the whole of it, from the page around.
      const driver = new Driver(page, 'keyboard', 'zh-Hans', frame);
      await driver.look();
      assert.ok(await answerSheet(driver, onePerson().sheets.pre));
      assert.deepEqual(await messagesOf(page), []);
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('on a page of its own it talks to nobody', async () => {
      const { page, troubles } = await openPage(browser);
      await page.goto(frameAddress({ parent: sites.partner.url }));
      await page.evaluate(() => {
        globalThis.got = [];
        addEventListener('message', ({ data }) => globalThis.got.push(data));
      });
      await until(async () => (await deepText(page)).length > 200, 'the survey');
      await settle(page);
      assert.deepEqual(await messagesOf(page), []);
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    for (const [what, script] of [
      ['the bundle', '/dist/canyu.js'],
      ['its own script', '/dist/frame.js'],
    ]) {
      test(`where ${what} does not arrive the frame still says something`, async () => {
        sites.organisation.files[script] = { status: 404, type: 'text/plain', body: 'gone' };
        const { page } = await openAround('partner', frameTag(frameAddress({ parent: sites.partner.url })));
        const frame = await frameOf(page);
        assert.match(await deepText(frame), /正在打开问卷.*paper copy/s);
        if (script.endsWith('canyu.js'))
          await until(async () => (await deepText(frame)).includes('load-failed'), 'the code');
        delete sites.organisation.files[script];
        await page.close();
      });
    }

    test('under a policy without Trusted Types policies the frame says why', async () => {
      const { policies } = sites.organisation;
      for (const page of ['frame', 'frame-classic'])
        policies[`/dist/${page}.html`] = STRICT_CSP.replace(/trusted-types .*$/, "trusted-types 'none'");
      for (const sandbox of [SANDBOX, 'allow-scripts']) {
        const address = frameAddress({ parent: sites.partner.url });
        const { page } = await openAround('partner', frameTag(address, `sandbox="${sandbox}"`));
        const frame = await frameOf(page, sandbox === SANDBOX ? '/dist/frame.html' : '/dist/frame-classic.html');
        await until(async () => /trusted-types.*trusted-types/s.test(await deepText(frame)), 'the message');
        const [{ data }] = (await messagesOf(page)).filter(({ data: { type } }) => type === 'state');
        assert.deepEqual(data, { canyu: 'frame/1', type: 'state', state: 'error', code: 'trusted-types' });
        await page.close();
      }
      for (const path of Object.keys(policies)) delete policies[path];
    });
  });
}

test('the helper is small', async (t) => {
  const bytes = gzipSync(await readFile(distFile('frame-host.js')), { level: 9 }).length;
  t.diagnostic(`frame-host.js: ${bytes} bytes gzip`);
  assert.ok(bytes <= 1500);
});
