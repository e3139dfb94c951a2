/**
 * Never an empty box: what a person sees where a policy, a browser or the network takes something away that the elements need. The
 * page around goes on as before.
 */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { STRICT_CSP } from '../../scripts/lib/serve.mjs';
import { root } from '../../scripts/lib/setup.mjs';
import { Driver, prepare } from './driver.mjs';
import { answerSheet, makeResults, onePerson } from './people.mjs';
import { browsers, core, deepText, launch, openPage, openSite, until } from './site.mjs';

const NO_TYPES = STRICT_CSP.replace(/trusted-types .*$/, "trusted-types 'none'");
/** What the page itself wrote into the tag. */
const OWN = /如果这里一直没有出现问卷.*please call 5555 0100/s;
const SAID = /这一块内容在这个网页上显示不出来.*trusted-types.*This part cannot be shown.*trusted-types/s;
const TOO_OLD = /这个浏览器太旧.*old-browser.*This browser is too old.*old-browser/s;
const TAGS = ['canyu-survey', 'canyu-change-index', 'canyu-chart'];

for (const name of browsers) {
  describe(`never an empty box in ${name}`, () => {
    const files = { '/made/results.json': core.canonicalJson(makeResults()) };
    const policies = {};
    let site;
    let browser;
    before(async () => {
      // The residents' words in Chinese come with the bundle itself, the officials' after it.
      const fixture = await readFile(new URL('fixtures/fallback.html', import.meta.url), 'utf8');
      files['/test/page/fixtures/fallback-officials.html'] = {
        type: 'text/html',
        body: fixture.replace('group="resident"', 'group="official"'),
      };
      site = await openSite({ files, policies });
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    /** Opens a fixture. `policy`: another one than the strict one · `without`: runs before every script of the page. */
    async function open(fixture, { policy = STRICT_CSP, without, search } = {}) {
      policies[`/test/page/fixtures/${fixture}`] = policy;
      const watched = await openPage(browser);
      await prepare(watched.page);
      if (without) await watched.page.evaluateOnNewDocument(without);
      await watched.page.goto(site.page(fixture, search));
      return watched;
    }

    const codes = (page) =>
      page.evaluate(() =>
        globalThis.canyuTools.heard.filter(([type]) => type === 'canyu-error').map(([, { code }]) => code),
      );
    const says = (page, selector, pattern) =>
      until(async () => pattern.test(await deepText(page, selector)), `${selector}: ${pattern}`);
    const isHigh = (page, selector) =>
      page.evaluate((one) => {
        const { height, width } = document.querySelector(one).getBoundingClientRect();
        return height > 10 && width > 10;
      }, selector);

    async function expectUnharmed(page) {
      await page.evaluate(() =>
        document.querySelector('#host').scrollIntoView({ block: 'center', behavior: 'instant' }),
      );
      const { clicks } = await page.evaluate(() => globalThis.host);
      await page.click('#host');
      assert.equal(await page.evaluate(() => globalThis.host.clicks), clicks + 1);
    }

    for (const fixture of ['fallback.html', 'fallback-classic.html']) {
      test(`${fixture}: where the policy allows no Trusted Types policy every element says so`, async () => {
        const { page } = await open(fixture, { policy: NO_TYPES });
        for (const tag of TAGS) {
          await says(page, tag, SAID);
          assert.ok(await isHigh(page, tag), tag);
        }
        await says(page, 'canyu-survey', OWN);
        assert.deepEqual(
          await codes(page),
          TAGS.map(() => 'trusted-types'),
        );
        await expectUnharmed(page);
        await page.close();
      });
    }

    test('an element that is put on such a page later says so too, also inside a foreign shadow root, and once', async () => {
      const { page } = await open('fallback.html', { policy: NO_TYPES });
      await says(page, 'canyu-chart', SAID);
      await page.evaluate(() => {
        const part = document.createElement('section');
        const survey = document.createElement('canyu-survey');
        part.attachShadow({ mode: 'open' }).append(survey);
        document.body.prepend(part);
        // Moved, as frameworks do.
        part.shadowRoot.prepend(survey);
      });
      await says(page, 'section', SAID);
      assert.equal(
        await page.evaluate(() => document.querySelector('section').shadowRoot.querySelectorAll('p').length),
        2,
      );
      await page.close();
    });

    test('where another library has taken the name of the policy, the elements say so', async () => {
      const policy = STRICT_CSP.replace(" 'allow-duplicates'", '');
      const { page } = await open('fallback.html', {
        policy,
        without: () => void globalThis.trustedTypes?.createPolicy('lit-html', { createHTML: (text) => text }),
      });
      await says(page, 'canyu-survey', SAID);
      await expectUnharmed(page);
      await page.close();
    });

    test('what the page wrote into the tag is there until the survey is, and then no longer', async () => {
      const { page, troubles } = await open('fallback.html', {
        policy: STRICT_CSP.replace("script-src 'self'", 'script-src x:'),
      });
      assert.match(await deepText(page, 'canyu-survey'), OWN);
      assert.ok(await isHigh(page, 'canyu-survey'));
      assert.ok((await troubles()).length > 0, 'scripts were blocked');
      await page.close();
      const again = await open('fallback.html');
      await says(again.page, 'canyu-survey', /参加之前/);
      assert.doesNotMatch(await deepText(again.page, 'canyu-survey'), OWN);
      await again.page.close();
    });

    if (name === 'chromium') {
      test('what the page wrote into the tag is there without JavaScript', async () => {
        const page = await browser.newPage();
        await page.setJavaScriptEnabled(false);
        await page.goto(site.page('fallback.html'));
        assert.match(await deepText(page, 'canyu-survey'), OWN);
        assert.ok(await isHigh(page, 'canyu-survey'));
        await page.close();
      });
    }

    test('where the bundle does not arrive, what the page wrote into the tag stays', async () => {
      files['/dist/canyu.js'] = { status: 404, type: 'text/plain', body: 'gone' };
      const { page } = await open('fallback.html');
      await until(() => page.evaluate(() => document.readyState === 'complete'), 'the page');
      assert.match(await deepText(page, 'canyu-survey'), OWN);
      assert.ok(await isHigh(page, 'canyu-survey'));
      await expectUnharmed(page);
      delete files['/dist/canyu.js'];
      await page.close();
    });

    test('where a later part does not arrive, the element says so in both languages and opens when asked again', async () => {
      const first = await openPage(browser);
      site.requests.length = 0;
      await first.page.goto(site.page('fallback-officials.html'));
      await says(first.page, 'canyu-survey', /参加之前/);
      await first.page.close();
      const file = site.requests.find((each) => /\/consent\.official\.zh-Hans-[\w-]+\.js$/.test(each));
      files[file] = { status: 503, type: 'text/plain', body: 'busy' };
      const { page } = await open('fallback-officials.html');
      await says(page, 'canyu-survey', /没有完全打开.*did not load completely/s);
      assert.ok((await codes(page)).includes('load-failed'));
      delete files[file];
      await page.evaluate(() => document.querySelector('canyu-survey').shadowRoot.querySelector('button').click());
      await says(page, 'canyu-survey', /参加之前/);
      await page.close();
    });

    for (const [what, without] of [
      ['is not there', () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined })],
      [
        'throws when it is named',
        () =>
          Object.defineProperty(globalThis, 'indexedDB', {
            get() {
              throw new DOMException('no', 'SecurityError');
            },
          }),
      ],
      [
        'cannot be opened',
        () =>
          void (IDBFactory.prototype.open = () => {
            throw new DOMException('no', 'SecurityError');
          }),
      ],
    ]) {
      test(`where IndexedDB ${what} the survey is there, and says what that means`, async () => {
        const { page } = await open('fallback.html', { without });
        const driver = new Driver(page, 'mouse');
        await driver.look();
        for (const box of ['participate', 'process']) await driver.press({ box });
        await driver.go({ submit: true });
        await driver.next();
        await driver.answer(2);
        await says(page, 'canyu-survey', /这个浏览器现在不能保存答案.*把答卷下载成文件/s);
        assert.equal(driver.screen.kind, 'choice');
        assert.ok((await codes(page)).includes('unavailable'));
        await expectUnharmed(page);
        await page.close();
      });
    }

    test('without crypto.subtle a sheet is answered to the end, without a code', async () => {
      const { page } = await open('fallback.html', {
        without: () => Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }),
      });
      const driver = new Driver(page, 'mouse');
      await driver.look();
      const { sheets } = onePerson();
      assert.ok(await answerSheet(driver, { ...sheets.pre, ticksLink: false }));
      await expectUnharmed(page);
      await page.close();
    });

    for (const [what, without] of [
      ['crypto', () => Object.defineProperty(globalThis, 'crypto', { value: undefined })],
      [
        'random numbers',
        () =>
          void (Crypto.prototype.getRandomValues = () => {
            throw new Error('no entropy');
          }),
      ],
    ]) {
      test(`without ${what} the survey does not start, and says something`, async () => {
        const { page } = await open('fallback.html', { without });
        const driver = new Driver(page, 'mouse');
        await driver.look();
        assert.equal(driver.screen.kind, 'message');
        assert.ok((await deepText(page, 'canyu-survey')).length > 10);
        assert.equal((await codes(page)).length, 1);
        assert.equal(
          await page.evaluate(() => document.querySelector('canyu-survey').shadowRoot.querySelectorAll('input').length),
          0,
        );
        await expectUnharmed(page);
        await page.close();
      });
    }

    test('without custom elements every tag says that the browser is too old', async () => {
      const { page } = await open('fallback.html', {
        without: () => Object.defineProperty(globalThis, 'customElements', { value: undefined }),
      });
      for (const tag of TAGS) await says(page, tag, TOO_OLD);
      assert.deepEqual(
        await codes(page),
        TAGS.map(() => 'old-browser'),
      );
      await expectUnharmed(page);
      await page.close();
    });

    test('without adopted style sheets it is plain, and works', async () => {
      const { page } = await open('fallback.html', {
        without: () => {
          delete Document.prototype.adoptedStyleSheets;
          delete ShadowRoot.prototype.adoptedStyleSheets;
          delete CSSStyleSheet.prototype.replace;
        },
      });
      // By keyboard: without the sheets the rows of the options are not boxes, so that a pointer could miss them.
      const driver = new Driver(page, 'keyboard');
      await driver.look();
      assert.ok(await answerSheet(driver, onePerson().sheets.pre));
      await page.close();
    });
  });
}

test('the fallback knows every element of the bundle', async () => {
  const { tags } = await import(new URL('build/src/define/plain.js', root).href);
  const defined = (await readdir(new URL('src/define/', root))).map((file) => /^(canyu-.*)\.ts$/.exec(file)?.[1]);
  assert.deepEqual(
    defined.filter((tag) => tag && !tags.includes(tag)),
    [],
  );
});
