/**
 * What is told by colour is told otherwise too (WCAG 1.4.1): photographed without any colour, what is chosen, pressed or has the focus
 * still looks different from what is not, by frame, weight and tick.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { files, Hand } from './access/screens.mjs';
import { pageSight } from './access/sight.mjs';
import { launch, openPage, openSite } from './site.mjs';

describe('without colours', () => {
  let site;
  let browser;
  let dark;
  before(async () => {
    site = await openSite({ files });
    browser = await launch('chromium');
    dark = await browser.newPage();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(search) {
    const { page } = await openPage(browser);
    await page.evaluateOnNewDocument(pageSight);
    await page.setViewport({ width: 360, height: 740 });
    await page.emulateVisionDeficiency('achromatopsia');
    const hand = new Hand(page, 'resident');
    await hand.open(
      `${site.url}/test/page/access/page.html?${new URLSearchParams({ group: 'resident', wave: 'pre', ...search })}`,
    );
    return hand;
  }

  /** The n-th thing, as it looks now. */
  async function photograph({ page }, selector, n) {
    const handle = await page.evaluateHandle((wanted, index) => globalThis.sight.all(wanted)[index], selector, n);
    return Buffer.from(await handle.asElement().screenshot()).toString('base64');
  }

  /** Share of the points of a picture that are clearly lighter or darker in another. */
  const difference = (one, other) =>
    dark.evaluate(
      async (...pictures) => {
        const [a, b] = await Promise.all(
          pictures.map(async (png) => {
            const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
            const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
            const ink = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
            ink.drawImage(bitmap, 0, 0);
            return ink.getImageData(0, 0, bitmap.width, bitmap.height);
          }),
        );
        if (a.width !== b.width || a.height !== b.height) return 1;
        let points = 0;
        for (let i = 0; i < a.data.length; i += 4) if (Math.abs(a.data[i] - b.data[i]) > 40) points++;
        return points / (a.width * a.height);
      },
      one,
      other,
    );

  async function expectTold(hand, selector, n, act, what) {
    const before = await photograph(hand, selector, n);
    assert.ok((await difference(before, await photograph(hand, selector, n))) < 0.001, 'it is still');
    await act();
    await hand.settle();
    // The mark of the focus is told apart by itself; here it must not help.
    await hand.page.evaluate(() => globalThis.sight.root().activeElement?.blur());
    const share = await difference(before, await photograph(hand, selector, n));
    assert.ok(share > 0.02, `${what}: ${(100 * share).toFixed(2)} % of it changes`);
  }

  test('a chosen answer, a rung of the ladder, a box that is ticked', async () => {
    const hand = await open({ src: '/made/plain.json' });
    const tick = () => hand.press('.box input', 0);
    await expectTold(hand, '.box input', 0, tick, 'a box');
    await hand.press('.box input', 1);
    await hand.go();
    await hand.go();
    await expectTold(hand, '.option', 2, () => hand.press('.option input', 2), 'an answer');
    await expectTold(hand, '.apart .option', 0, () => hand.press('.apart input', 0), 'an answer apart');
    await hand.until(({ name }) => name === 'LD');
    await expectTold(hand, '.option', 1, () => hand.press('.option input', 1), 'a rung');
    await hand.page.close();
  });

  test('a size of text that is on', async () => {
    const hand = await open({ src: '/made/plain.json' });
    await hand.press('.tools');
    await hand.wait('.panel:not([hidden]) .steps');
    // The last one, whose own size does not change with it.
    await expectTold(hand, '.steps button', 0, () => hand.press('.steps button', 1), 'a size that was on');
    await hand.page.evaluate(() => sessionStorage.clear());
    await hand.page.close();
  });

  test('a picture of the card that is pressed', async () => {
    const hand = await open({ src: '/made/card.json', form: 'short' });
    await hand.agree();
    await hand.until(({ kind }) => kind === 'card');
    await expectTold(hand, '.tray button', 4, () => hand.press('.tray button', 4), 'a picture');
    await expectTold(hand, '.places li', 1, () => hand.press('.tray button', 5), 'a place');
    await hand.page.close();
  });

  test('the way on says in words whether the question is answered', async () => {
    const hand = await open({ study: 'words' });
    await hand.agree();
    await hand.go();
    const label = () =>
      hand.page.evaluate(() => globalThis.sight.textOf(globalThis.sight.all('button[type=submit]')[0]));
    assert.equal(await label(), '跳过');
    await hand.press('.option input', 0);
    await hand.settle();
    assert.equal(await label(), '下一题');
    await hand.page.close();
  });
});
