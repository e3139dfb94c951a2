/**
 * The kiosk's page as an app that works without a network: in real browsers, closed and started again with the server gone; and
 * updates, good ones and broken ones, between and in the middle of respondents. All under the strict policy.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { serve, STRICT_CSP } from '../../scripts/lib/serve.mjs';
import { root } from '../../scripts/lib/setup.mjs';
import { Driver, PHONE, prepare } from './driver.mjs';
import { answering, answerSheet, meantAnswers, onePerson } from './people.mjs';
import { browsers, core, deepText, distFile, launch, openPage, openSite, readStore, until } from './site.mjs';

/** An app needs its manifest besides what the strict policy allows, a study with recordings their sound. */
const CSP = `${STRICT_CSP}; manifest-src 'self'; media-src 'self'`;
const APP = '/app/kiosk/';
const TYPES = {
  js: 'text/javascript',
  json: 'application/json',
  html: 'text/html',
  mp3: 'audio/mpeg',
  css: 'text/css',
};

const study = JSON.parse(await readFile(new URL('demo/data/try-study.json', root), 'utf8'));
const workerBeside = await readFile(new URL('demo/kiosk-sw.js', root));

/** Stands in for the kiosk: says what it shows when it is told to, and has a survey in it. */
const FAKE = `
  globalThis.loads = Number(sessionStorage.getItem('loads') ?? 0) + 1;
  sessionStorage.setItem('loads', globalThis.loads);
  globalThis.show = (state) =>
    document.querySelector('canyu-kiosk').dispatchEvent(
      new CustomEvent('canyu-kiosk-state', { detail: { state }, bubbles: true, composed: true }));
  customElements.define('canyu-kiosk', class extends HTMLElement {
    connectedCallback() {
      const survey = document.createElement('canyu-survey');
      const attributes = { src: this.getAttribute('src'), device: 'kiosk', group: 'resident', wave: 'pre', form: 'short' };
      for (const [name, value] of Object.entries(attributes)) survey.setAttribute(name, value);
      this.append(survey);
      if (!this.hasAttribute('silent')) show('attract');
    }
  });`;

const pageOf = (version, { attributes = '', head = '' } = {}) => `<!doctype html>
  <html lang="zh-Hans" data-version="${version}"><head><meta charset="utf-8" /><title>kiosk</title>
  <link rel="icon" href="data:," /><link rel="manifest" href="kiosk.webmanifest" /><link rel="stylesheet" href="page.css" />${head}
  <script type="module" src="../dist/kiosk-app.js"></script>
  <script type="module" src="fake.js"></script>
  <script type="module" src="../dist/canyu.js"></script>
  </head><body><canyu-kiosk src="study.json" ${attributes}></canyu-kiosk></body></html>`;

const filesOf = (version, options) => ({
  'kiosk.html': pageOf(version, options),
  'fake.js': FAKE,
  'page.css': 'body { margin: 0 }',
  'kiosk.webmanifest': JSON.stringify({ name: 'kiosk', start_url: 'kiosk.html', display: 'fullscreen' }),
  'kiosk-sw.js': workerBeside,
  'study.json': JSON.stringify({ ...options?.study, ...study }),
  'other.html': '<!doctype html><title>other</title><link rel="icon" href="data:," />',
});

/** A build of Canyu in which `change` has altered files, with a worker that knows them: as a new release. */
async function buildWith(changes) {
  let worker = await readFile(distFile('kiosk-worker.js'), 'utf8');
  const hash = (algorithm, encoding, text) => createHash(algorithm).update(text).digest(encoding);
  const built = {};
  for (const [name, change] of Object.entries(changes)) {
    const before = await readFile(distFile(name), 'utf8');
    built[name] = change(before);
    for (const [algorithm, encoding] of [
      ['sha384', 'base64'],
      ['md5', 'hex'],
    ]) {
      assert.ok(worker.includes(hash(algorithm, encoding, before)), `the worker knows ${name} by its ${algorithm}`);
      worker = worker.replace(hash(algorithm, encoding, before), hash(algorithm, encoding, built[name]));
    }
  }
  return { ...built, 'kiosk-worker.js': worker };
}

/** The organisation's server. `files`: beside the page · `dist`: in place of files of the build; either may be `{status, type, body}`. */
async function openServer(port = 0) {
  const state = { files: filesOf(1), dist: {}, csp: CSP, requests: [] };
  const answer = async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    state.requests.push(`${request.method} ${pathname}`);
    const [, own, built] = /^\/app\/(?:kiosk\/(.+)|dist\/(.+))$/.exec(pathname) ?? [];
    const name = own ?? built;
    let made = own ? state.files[own] : state.dist[built];
    if (built && made === undefined) made = await readFile(distFile(built)).catch(() => undefined);
    const {
      status = 200,
      type = TYPES[/\w+$/.exec(name ?? '')] ?? 'application/manifest+json',
      body,
    } = made === undefined
      ? { status: 404, type: 'text/plain', body: '' }
      : made?.body !== undefined
        ? made
        : { body: made };
    response.setHeader('Content-Security-Policy', state.csp);
    response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(body);
  };
  const site = await serve({ port, handle: (request, response) => (void answer(request, response), true) });
  return Object.assign(state, { url: site.url, port: Number(new URL(site.url).port), close: site.close });
}

const statusOf = (page) => page.evaluate(() => ({ ...document.documentElement.dataset }));
const last = (page) => page.evaluate(() => globalThis.statuses.at(-1));
/** Keeps what the page says of itself, from its beginning. */
const listen = (page) =>
  page.evaluateOnNewDocument(() => {
    globalThis.statuses = [];
    document.addEventListener('canyu-kiosk-app', ({ detail }) => globalThis.statuses.push(detail));
  });
const isReady = async (page) => (await statusOf(page)).canyuOffline === 'ready';

/** Looks for an update, as the staff's button does. */
const callUpdate = (page) =>
  page.evaluate(() => {
    const event = new CustomEvent('canyu-kiosk-update', { bubbles: true, composed: true });
    // In a task of its own: the page may be gone before it can answer.
    setTimeout(() => document.querySelector('canyu-kiosk').dispatchEvent(event));
  });

/** Looks for an update and waits for what comes of it. */
async function update(page, wanted) {
  await page.evaluate(() => (document.documentElement.dataset.canyuUpdate = ''));
  await callUpdate(page);
  await until(async () => (await statusOf(page)).canyuUpdate === wanted, `update ${wanted}`, 30_000);
}

/** Long enough for what must not happen to happen. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 1500));

async function driverOf(page) {
  await page.setViewport(PHONE);
  const driver = new Driver(page, 'touch');
  await driver.look(true);
  return driver;
}

async function answer(page, sheet) {
  assert.ok(await answerSheet(await driverOf(page), sheet));
}

/** What a stored record holds as answers. */
const answersOf = ([, text]) => core.parseResponse(JSON.parse(text)).value.answers;

for (const name of browsers) {
  describe(`offline kiosk in ${name}`, { timeout: 400_000 }, () => {
    let server;
    let profile;
    let browser;
    let opened;

    const start = async () => {
      browser = await launch(name, { userDataDir: profile });
    };
    /** Opens the kiosk's page and watches it. */
    const open = async (search = '') => {
      opened = await openPage(browser);
      await prepare(opened.page);
      await listen(opened.page);
      await opened.page.goto(`${server.url}${APP}kiosk.html${search}`);
      return opened.page;
    };
    const openReady = async () => {
      const page = await open();
      await until(() => isReady(page), 'files kept', 60_000);
      return page;
    };
    /** Everything off and on again. */
    const reboot = async () => {
      await browser.close();
      await start();
    };
    const pullCable = () => server.close();
    const versionOf = async (page) => (await statusOf(page)).version;
    /** Waits for the page to have loaded itself anew; while it does, it cannot be asked. */
    const untilVersion2 = (page, what) =>
      until(
        () =>
          versionOf(page).then(
            (version) => version === '2',
            () => false,
          ),
        what,
        40_000,
      );

    beforeEach(async () => {
      profile = await mkdtemp(join(tmpdir(), 'canyu-offline-'));
      server = await openServer();
      await start();
    });
    afterEach(async () => {
      await browser.close();
      await server.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    });

    test('after a reboot without a network a whole survey is answered and stored', async () => {
      await openReady();
      assert.deepEqual(await opened.troubles(), []);
      await pullCable();
      await reboot();

      const page = await open();
      const person = onePerson();
      await answer(page, person.sheets.pre);
      const records = await readStore(page);
      assert.deepEqual(records.map(answersOf), [meantAnswers(person.sheets.pre)]);

      await reboot();
      const again = await open('?from=home-screen');
      assert.deepEqual(await readStore(again), records, 'the sheet is there after another reboot');
      await until(async () => (await last(again)).trouble, 'a look for updates that finds no network');
      assert.deepEqual(await last(again).then(({ offline, trouble }) => [offline, trouble.code]), ['ready', 'network']);
    });

    test('keeps the files of the page and of Canyu and nothing else, for this page only', async () => {
      const page = await openReady();
      await answer(page, onePerson().sheets.pre);
      await page.evaluate(async () => {
        for (const method of ['POST', 'PUT']) await fetch('study.json', { method, body: 'answers' });
        await fetch('other.html');
      });
      const kept = await page.evaluate(async () => {
        const found = {};
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          found[name] = (await cache.keys()).map(({ url }) => new URL(url).pathname).sort();
        }
        return found;
      });
      const [own, built, ...more] = Object.values(kept).sort((a, b) => a.length - b.length);
      assert.deepEqual(more, []);
      const files = ['canyu-kiosk-complete', 'fake.js', 'kiosk.html', 'kiosk.webmanifest', 'page.css', 'study.json'];
      assert.deepEqual(
        own,
        files.map((file) => APP + file),
      );
      const chunks = (await readdir(distFile('chunks'))).filter((file) => file.endsWith('.js'));
      assert.deepEqual(
        built,
        ['canyu.js', 'kiosk-app.js', ...chunks.map((file) => `chunks/${file}`)]
          .map((file) => `/app/dist/${file}`)
          .sort(),
      );
      for (const request of ['POST /app/kiosk/study.json', 'PUT /app/kiosk/study.json', 'GET /app/kiosk/other.html'])
        assert.ok(server.requests.includes(request), `${request} goes to the server`);

      const other = await browser.newPage();
      await other.goto(`${server.url}${APP}other.html`);
      assert.equal(await other.evaluate(() => navigator.serviceWorker.controller), null, 'other pages are left alone');
      assert.deepEqual(await opened.troubles(), []);
    });

    test('a new version waits for the respondent to finish, and takes over once', async () => {
      const page = await openReady();
      assert.equal(await page.evaluate(() => globalThis.loads), 1, 'to keep the files, the page is not loaded again');
      const sheet = onePerson().sheets.pre;
      // The browser loads the page anew for another kind of screen.
      const driver = await driverOf(page);
      const loads = await page.evaluate(() => globalThis.loads);
      await page.evaluate(() => globalThis.show('survey'));
      const steps = answering(driver, sheet);
      for (let i = 0; i < 4; i++) await steps.next();

      const [late] = (await readdir(distFile('chunks'))).filter((file) => file.startsWith('late-views'));
      server.dist = await buildWith({ [`chunks/${late}`]: (text) => `${text};globalThis.lateVersion=2;` });
      server.files = filesOf(2);
      await update(page, 'waiting');
      while (!(await steps.next()).done);
      assert.deepEqual((await readStore(page)).map(answersOf), [meantAnswers(sheet)]);
      await page.evaluate(() => globalThis.show('thanks'));
      await settle();
      const before = await page.evaluate(() => [
        document.documentElement.dataset.version,
        globalThis.loads,
        globalThis.lateVersion ?? null,
      ]);
      assert.deepEqual(before, ['1', loads, null], 'the old version to the end, with its own late part');

      await Promise.all([page.waitForNavigation(), page.evaluate(() => globalThis.show('attract'))]);
      await until(async () => (await versionOf(page)) === '2', 'version 2');
      await settle();
      const now = (file) =>
        import(file).then(() => [document.documentElement.dataset.version, globalThis.loads, globalThis.lateVersion]);
      assert.deepEqual(await page.evaluate(now, `/app/dist/chunks/${late}`), ['2', loads + 1, 2]);
      assert.equal(
        await page.evaluate(async () => (await caches.keys()).length),
        2,
        'nothing is left of the old version',
      );
      assert.deepEqual(await opened.troubles(), []);

      await pullCable();
      await reboot();
      assert.equal(await versionOf(await open()), '2');
    });

    test('an update that is not whole leaves the version before at work', async () => {
      const page = await openReady();
      const [chunk] = (await readdir(distFile('chunks'))).filter((file) => file.startsWith('late-views'));
      const good = await buildWith({ [`chunks/${chunk}`]: (text) => `${text};` });
      const web = { type: 'text/html', body: '<!doctype html><title>Not here</title>' };
      const broken = {
        'a part of Canyu is missing': [{ ...good, [`chunks/${chunk}`]: { status: 404, body: '' } }, {}],
        'a part of Canyu is of another version': [{ ...good, [`chunks/${chunk}`]: 'export {};' }, {}],
        'a part of Canyu is a web page': [{ ...good, [`chunks/${chunk}`]: web }, {}],
        'the list of Canyu is missing': [
          { ...good, 'kiosk-worker.js': { status: 404, body: '' } },
          { 'page.css': 'body {}' },
        ],
        'the study is missing': [good, { 'study.json': { status: 404, body: '' } }],
        'the study is a web page': [good, { 'study.json': web }],
        'the study breaks off': [good, { 'study.json': '{"schema":' }],
        'the page is another one': [good, { 'kiosk.html': web }],
        'the server has trouble': [good, { 'page.css': { status: 500, body: '' } }],
      };
      for (const [what, [dist, files]] of Object.entries(broken)) {
        server.dist = dist;
        server.files = { ...filesOf(2), ...files };
        await update(page, 'failed').catch((error) => assert.fail(`${what}: ${error.message}`));
        const { offline, trouble } = await last(page);
        assert.equal(offline, 'ready', what);
        assert.match(trouble.code, /^(file|install)$/, what);
        assert.equal(
          await page.evaluate(async () => (await caches.keys()).length),
          2,
          `${what}: nothing half done stays`,
        );
      }
      assert.equal(await page.evaluate(() => globalThis.loads), 1);
      await reboot();
      const again = await open();
      assert.deepEqual([await versionOf(again), (await statusOf(again)).canyuOffline], ['1', 'ready']);

      server.dist = good;
      server.files = filesOf(2);
      await callUpdate(again);
      await untilVersion2(again, 'the mended update');
    });

    test(
      'a full disk leaves the version before at work',
      { skip: name !== 'chromium' && 'quota is set by CDP' },
      async () => {
        const page = await openReady();
        const client = await page.createCDPSession();
        await client.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1000 });
        server.files = { ...filesOf(2), 'page.css': `/*${'x'.repeat(500_000)}*/` };
        await update(page, 'failed');
        assert.equal((await last(page)).trouble.code, 'storage-full');
        await reboot();
        assert.equal(await versionOf(await open()), '1');
      },
    );

    test('a second tab does not change the version under a respondent in the first', async () => {
      const first = await openReady();
      const second = await open();
      await first.evaluate(() => globalThis.show('survey'));
      server.files = filesOf(2);
      await update(second, 'waiting');
      await settle();
      assert.deepEqual([await versionOf(first), await versionOf(second)], ['1', '1']);
      await first.evaluate(() => setTimeout(() => globalThis.show('closed')));
      for (const page of [first, second]) {
        await untilVersion2(page, 'version 2 in both');
      }
    });

    test('a kiosk that does not come up is mended by an update', async () => {
      server.files = filesOf(1, { attributes: 'silent' });
      opened = await openPage(browser);
      const { page } = opened;
      // A minute of silence, made short.
      await page.evaluateOnNewDocument(() => {
        const { setTimeout } = globalThis;
        globalThis.setTimeout = (work, time, ...rest) => setTimeout(work, time === 60_000 ? 4000 : time, ...rest);
      });
      await page.goto(`${server.url}${APP}kiosk.html`);
      await until(() => isReady(page), 'files kept', 60_000);
      server.files = filesOf(2);
      await callUpdate(page);
      await untilVersion2(page, 'version 2');
    });

    test('recordings of the study are kept, as far as there are any, and can be played from any place', async () => {
      server.files = {
        ...filesOf(1, { study: { audio: { 'zh-Hans': 'sound/' } } }),
        'sound/resident-CY1.mp3': Buffer.from('0123456789'),
      };
      await openReady();
      await pullCable();
      const page = await open();
      const answers = await page.evaluate(async () => {
        const ask = async (headers) => {
          const response = await fetch('sound/resident-CY1.mp3', { headers });
          return [response.status, response.headers.get('content-range'), await response.text()];
        };
        return [await ask({}), await ask({ range: 'bytes=2-4' })];
      });
      assert.deepEqual(answers, [
        [200, null, '0123456789'],
        [206, 'bytes 2-4/10', '234'],
      ]);
    });

    test('says why where a page cannot be kept', async () => {
      server.csp = CSP.replace("'allow-duplicates'", '');
      await open();
      await until(async () => (await last(opened.page))?.trouble, 'a reason');
      const { offline, trouble } = await last(opened.page);
      assert.deepEqual([offline, trouble.code], ['none', 'policy']);
    });
  });
}

describe('the demo of the kiosk', { timeout: 200_000 }, () => {
  let site;
  let browser;
  before(async () => {
    site = await openSite({ policies: { '/demo/kiosk.html': CSP } });
    browser = await launch('chromium');
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  test('can be installed: the manifests are good in both languages, and so are the icons', async () => {
    const { page } = await openPage(browser);
    const client = await page.createCDPSession();
    await page.goto(`${site.url}/demo/kiosk.html`);
    const { url, errors } = await client.send('Page.getAppManifest');
    assert.deepEqual([url, errors], [`${site.url}/demo/kiosk.webmanifest`, []]);
    const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
    // A browser window without a profile of its own installs nothing.
    const real = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
    assert.deepEqual(real, []);

    const read = async (name) => JSON.parse(await readFile(new URL(`demo/${name}`, root), 'utf8'));
    for (const [name, lang] of Object.entries({ 'kiosk.webmanifest': 'zh-Hans', 'kiosk.en.webmanifest': 'en' })) {
      const manifest = await read(name);
      assert.equal(manifest.lang, lang);
      assert.ok(manifest.name && manifest.short_name.length <= 13, 'a name that fits below an icon');
      assert.ok(new URL(manifest.start_url, site.url).href.startsWith(new URL(manifest.scope, site.url).href));
      for (const { src, sizes } of manifest.icons) {
        const bytes = await readFile(new URL(`demo/${src}`, root));
        assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src);
      }
      assert.deepEqual(new Set(manifest.icons.map(({ purpose }) => purpose)), new Set(['any', 'maskable']));
    }
  });

  test('takes a new version when the staff look for one and nobody is answering', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/demo/kiosk.html`);
    await until(() => isReady(page), 'files kept', 60_000);
    await until(() => deepText(page, 'canyu-kiosk'), 'the kiosk');
    site.files['/demo/kiosk.css'] = { type: 'text/css', body: 'body { --release: 2 }' };
    await callUpdate(page);
    const release = () => page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--release'));
    await until(
      () =>
        release().then(
          (value) => value.includes('2'),
          () => false,
        ),
      'the new style sheet',
    );
    // It stays: taken away again, it would be one more version, which the next page takes while it is looked at.
  });

  test('opens without a network', async () => {
    const { page, troubles } = await openPage(browser);
    await page.goto(`${site.url}/demo/kiosk.html?lang=en`);
    await until(() => isReady(page), 'files kept', 60_000);
    const text = () => deepText(page, 'canyu-kiosk');
    // A tablet that is new asks for a PIN first.
    const isThere = (now) => /PIN/.test(now) && now;
    const online = await until(async () => isThere(await text()), 'the first screen');
    assert.deepEqual(await troubles(), []);
    const { files } = site;
    for (const path of [
      '/demo/kiosk.html',
      '/demo/data/kiosk-study.json',
      '/demo/kiosk.css',
      '/demo/kiosk.js',
      '/dist/canyu.js',
    ])
      files[path] = { status: 503, body: '' };
    await page.setOfflineMode(true);
    await page.reload();
    await until(async () => (await text()) === online, `the same without a network: ${online.slice(0, 80)}`);
  });

  for (const lang of ['zh-Hans', 'en'])
    test(`the checklist is one page of A4 (${lang})`, async () => {
      const { page, troubles } = await openPage(browser);
      await page.goto(`${site.url}/demo/kiosk-checklist.html?lang=${lang}`);
      const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1);
      const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf).map(Number);
      assert.ok(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, `A4, not ${width} × ${height}`);
      assert.deepEqual(await troubles(), []);
    });
});
