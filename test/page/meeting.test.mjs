/**
 * The pages of the meeting as they are used: on a projector of any size under the strict policy, with the network gone, and from a memory
 * stick with the classic bundle.
 */
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { root } from '../../scripts/lib/setup.mjs';
import { browsers, distFile, launch, openPage, openSite, until } from './site.mjs';

const WALLS = [
  [1280, 720],
  [1920, 1080],
  [1024, 768],
];

/** What a page of the wall looks like now. */
const look = (page) =>
  page.evaluate(() => {
    const shadow = document.querySelector('canyu-report')?.shadowRoot;
    const slide = shadow?.querySelector('.slide');
    const count = shadow?.querySelector('.count')?.textContent.trim();
    if (!slide || !count) return undefined;
    const [at, of] = count.split('/').map(Number);
    const texts = [];
    const walk = document.createTreeWalker(shadow, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { data, parentElement } = walk.currentNode;
      if (!data.trim() || !parentElement.checkVisibility() || parentElement.closest('style, dialog, .visually-hidden'))
        continue;
      texts.push({ text: data.trim(), size: parseFloat(getComputedStyle(parentElement).fontSize) });
    }
    const rolls = [slide, ...slide.querySelectorAll('*')].filter((box) => {
      const { overflowX, overflowY } = getComputedStyle(box);
      const down = box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(overflowY);
      const across = box.scrollWidth > box.clientWidth + 1 && /auto|scroll/.test(overflowX);
      return down || across;
    });
    const bar = shadow.querySelector('nav.bar').getBoundingClientRect();
    const cut = [...slide.querySelectorAll('p, li, canvas, button, input, h2')].filter(
      (box) => box.checkVisibility() && box.getBoundingClientRect().bottom > bar.top + 1,
    );
    const place = slide.querySelector('.place');
    const pictures = [...slide.querySelectorAll('canvas')].map((canvas) => canvas.getBoundingClientRect());
    const overfull = place && pictures.reduce((sum, { height }) => sum + height, 0) > place.clientHeight + 2;
    return {
      at,
      of,
      heading: shadow.querySelector('#heading').textContent.trim(),
      text: texts.map(({ text }) => text).join(' '),
      smallest: texts.reduce((least, one) => (one.size < least.size ? one : least)),
      rolls: rolls.map((box) => box.className || box.tagName),
      cut: cut.map((box) => box.textContent.trim().slice(0, 40) || box.tagName),
      overfull: Boolean(overfull),
      pageRolls:
        document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth,
      drawn: [...slide.querySelectorAll('canvas')].every((canvas) => canvas.style.width !== ''),
      pictures: pictures.length,
    };
  });

const opened = (page) => until(() => look(page), 'the first page of the meeting', 40_000);

/** Turns to the next page by a clicker's key and looks at it when it is drawn. */
async function turn(page, from) {
  await page.keyboard.press('PageDown');
  return until(
    async () => {
      const seen = await look(page);
      return seen && seen.at === from + 1 && seen.drawn && seen;
    },
    `page ${from + 1}`,
  );
}

async function everyPage(page, see) {
  let seen = await opened(page);
  for (;;) {
    await see(seen);
    if (seen.at === seen.of) return seen.of;
    seen = await turn(page, seen.at);
  }
}

/** Gives a file to the element's field for files. */
async function choose(page, ...paths) {
  const field = await page.evaluateHandle(() =>
    document.querySelector('canyu-report').shadowRoot.querySelector('input[type=file]'),
  );
  await field.uploadFile(...paths);
}

describe('the meeting on the wall', { timeout: 600_000 }, () => {
  let site;
  let browser;
  before(async () => {
    site = await openSite();
    browser = await launch('chromium');
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const [width, height] of WALLS) {
    for (const lang of ['zh-Hans', 'en']) {
      test(`${width} × ${height}, ${lang}: nothing scrolls, nothing is cut, all type is large`, async () => {
        const { page, troubles } = await openPage(browser);
        await page.setViewport({ width, height });
        await page.goto(`${site.url}/demo/meeting.html?lang=${lang}`);
        // 28 px at 1280 × 720, and as much of any other wall.
        const least = Math.min(28, (28 * width) / 1280);
        const seen = new Set();
        const pages = await everyPage(page, ({ at, heading, smallest, rolls, cut, overfull, pageRolls, text }) => {
          const where = `page ${at} “${heading}”`;
          assert.deepEqual(rolls, [], where);
          assert.deepEqual(cut, [], where);
          assert.equal(overfull, false, `${where}: pictures larger than their place`);
          assert.equal(pageRolls, false, where);
          assert.ok(smallest.size >= least, `${where}: “${smallest.text}” has ${smallest.size} px`);
          assert.doesNotMatch(text, /undefined|NaN|\[object/, where);
          seen.add(heading);
        });
        assert.ok(pages >= 16, `${pages} pages`);
        assert.equal(seen.size, pages, 'every page has its own heading');
        assert.deepEqual(await troubles(), []);
        await page.close();
      });
    }
  }

  test('a phone scrolls down but never across', async () => {
    const { page } = await openPage(browser);
    await page.setViewport({ width: 360, height: 640, hasTouch: true, isMobile: true });
    await page.goto(`${site.url}/demo/meeting.html?lang=zh-Hans`);
    await everyPage(page, async ({ at, heading }) => {
      const across = await page.evaluate(() => {
        const slide = document.querySelector('canyu-report').shadowRoot.querySelector('.slide');
        return [slide.scrollWidth - slide.clientWidth, document.documentElement.scrollWidth - innerWidth];
      });
      assert.deepEqual(across, [0, 0], `page ${at} “${heading}”`);
    });
    await page.close();
  });

  test('a finger turns pages, and a reload comes back to the same one', async () => {
    const { page } = await openPage(browser);
    await page.setViewport({ width: 820, height: 1180, hasTouch: true });
    await page.goto(`${site.url}/demo/meeting.html?lang=en`);
    await opened(page);
    const session = await page.createCDPSession();
    const swipe = async (from, to) => {
      const at = (x) => [{ x, y: 300 }];
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from) });
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(to) });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await swipe(600, 200);
    await until(async () => (await look(page)).at === 2, 'page 2 by a swipe');
    await swipe(200, 600);
    await until(async () => (await look(page)).at === 1, 'page 1 by a swipe back');
    await page.evaluate(() => (location.hash = '#4'));
    await until(async () => (await look(page)).at === 4, 'page 4 by the address');
    await page.reload();
    assert.equal((await opened(page)).at, 4);
    await page.close();
  });
});

for (const name of browsers) {
  describe(`the meeting without a network in ${name}`, { timeout: 300_000 }, () => {
    let profile;
    before(async () => (profile = await mkdtemp(join(tmpdir(), 'canyu-meeting-'))));
    after(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));

    test('opens again, with sample and charts, when the server is gone', async () => {
      const site = await openSite();
      const address = `${site.url}/demo/meeting.html?lang=en`;
      let browser = await launch(name, { userDataDir: profile });
      try {
        const first = await openPage(browser);
        await first.page.goto(address);
        await until(
          () => first.page.evaluate(() => document.documentElement.dataset.canyuOffline === 'ready'),
          'the files of the page to be kept',
          60_000,
        );
        assert.deepEqual(await first.troubles(), []);
        await browser.close();
        await site.close();

        browser = await launch(name, { userDataDir: profile });
        const { page } = await openPage(browser);
        await page.setViewport({ width: 1280, height: 720 });
        await page.goto(address);
        let pictures = 0;
        const pages = await everyPage(page, (seen) => (pictures += seen.pictures));
        assert.ok(pages >= 16 && pictures >= 8, `${pages} pages, ${pictures} pictures`);
      } finally {
        await browser.close();
        await site.close().catch(() => undefined);
      }
    });
  });

  describe(`the meeting from a memory stick in ${name}`, { timeout: 300_000 }, () => {
    let stick;
    let browser;
    before(async () => {
      stick = await mkdtemp(join(tmpdir(), 'canyu-stick-'));
      await mkdir(join(stick, 'demo'));
      await mkdir(join(stick, 'dist'));
      for (const file of ['meeting.html', 'meeting.js', 'meeting.css', 'report.material.json'])
        await cp(new URL(`demo/${file}`, root), join(stick, 'demo', file));
      await cp(new URL('demo/data/published.json', root), join(stick, 'results.json'));
      await cp(distFile('canyu.iife.js'), join(stick, 'dist', 'canyu.iife.js'));
      browser = await launch(name);
    });
    after(async () => {
      await browser.close();
      await rm(stick, { recursive: true, force: true });
    });

    test('asks for the results file and shows every page of it', async () => {
      const { page } = await openPage(browser);
      const exceptions = [];
      page.on('pageerror', (error) => exceptions.push(String(error)));
      await page.setViewport({ width: 1280, height: 720 });
      await page.goto(`${pathToFileURL(join(stick, 'demo', 'meeting.html')).href}?lang=en`);
      await until(
        () =>
          page.evaluate(() =>
            document.querySelector('canyu-report')?.shadowRoot?.textContent.includes('Please open a results file'),
          ),
        'the question for a file',
      );
      await choose(page, join(stick, 'results.json'), join(stick, 'demo', 'report.material.json'));
      let pictures = 0;
      let declined = 0;
      const pages = await everyPage(page, (seen) => {
        pictures += seen.pictures;
        declined += Number(/not taken up/.test(seen.heading));
      });
      assert.ok(pages >= 16 && pictures >= 8, `${pages} pages, ${pictures} pictures`);
      assert.equal(declined, 3);
      assert.deepEqual(exceptions, []);
    });
  });
}
