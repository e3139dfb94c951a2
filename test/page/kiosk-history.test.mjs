/**
 * Back, forward and reload at the kiosk, in Firefox too: whatever was on screen, the next person finds the first screen and nothing of
 * the one before. (`kiosk.test.mjs` does it in Chromium by touch, and looks at everything that the browser keeps.)
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { STRICT_CSP } from '../../scripts/lib/serve.mjs';
import { browsers, deepText, launch, openPage, openSite, readStore, until } from './site.mjs';

/** Runs in the page: sets the tablet up, and leaves the staff's part. */
async function setUp() {
  const root = document.querySelector('canyu-kiosk').shadowRoot;
  const find = async (selector) => {
    for (;;) {
      const found = root.querySelector(selector);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  for (const id of ['device', 'pin', 'again']) (await find(`#${id}`)).value = 'long enough';
  (await find('button[type=submit]')).click();
  (await find('.head button')).click();
  await find('.attract .start');
}

/** Runs in the page: the first person answers three questions; gives the wording of the one that is shown then. */
async function answerThree() {
  const root = document.querySelector('canyu-kiosk').shadowRoot;
  const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
  const find = async (selector, from = () => root) => {
    for (;;) {
      const found = from()?.querySelector(selector);
      if (found) return found;
      await pause();
    }
  };
  (await find('.attract .start')).click();
  (await find('.who li button')).click();
  const survey = () => root.querySelector('canyu-survey')?.shadowRoot;
  (await find('input[name=participate]', survey)).click();
  survey().querySelector('input[name=process]').click();
  (await find('button[type=submit]', survey)).click();
  let heading = '';
  for (let questions = 0; questions < 3;) {
    const shown = survey().querySelector('h2')?.textContent ?? '';
    const radio = survey().querySelectorAll('input[type=radio]')[1];
    if (shown === heading || !survey().querySelector('.nav')) {
      await pause();
      continue;
    }
    heading = shown;
    if (radio) {
      radio.click();
      questions += 1;
      await pause();
    }
    survey().querySelector('button[type=submit]').click();
  }
  while (survey().querySelector('h2').textContent === heading) await pause();
  return survey().querySelector('h2').textContent.trim();
}

for (const name of browsers) {
  describe(`history of a kiosk in ${name}`, () => {
    let site;
    let browser;
    before(async () => {
      site = await openSite({
        policies: { '/demo/kiosk.html': `${STRICT_CSP}; manifest-src 'self'` },
        files: {
          '/made/other.html': {
            type: 'text/html',
            body: '<!doctype html><title>other</title><link rel="icon" href="data:,">',
          },
        },
      });
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    test('nothing of the person before, after back, forward and reload', async () => {
      const { page, troubles } = await openPage(browser);
      await page.goto(`${site.url}/demo/kiosk.html?form=short`);
      await page.evaluate(setUp);
      const ways = {
        back: async () => {
          await page.goto(`${site.url}/made/other.html`);
          await page.goBack();
        },
        forward: async () => {
          await page.goBack();
          await page.goForward();
        },
        reload: () => page.reload(),
      };
      await page.goto(`${site.url}/made/other.html`);
      await page.goto(`${site.url}/demo/kiosk.html?form=short`);
      for (const [way, go] of Object.entries(ways)) {
        const question = await page.evaluate(answerThree);
        assert.ok(question.length > 3);
        await go();
        await until(
          () =>
            page.evaluate(() => Boolean(document.querySelector('canyu-kiosk')?.shadowRoot?.querySelector('.attract'))),
          `the first screen after ${way}`,
        );
        const text = await deepText(page);
        assert.ok(!text.includes(question), `${way} shows the question`);
        assert.equal(
          await page.evaluate(() => document.querySelector('canyu-kiosk').shadowRoot.querySelector('canyu-survey')),
          null,
        );
        assert.deepEqual(await readStore(page, 'drafts'), [], way);
        assert.deepEqual(await readStore(page), [], way);
        assert.doesNotMatch(
          await page.evaluate(() => location.href + document.title + JSON.stringify(sessionStorage)),
          /CY|answers/,
        );
      }
      assert.deepEqual(await troubles(), []);
    });
  });
}
