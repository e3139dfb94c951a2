/**
 * A sheet that cannot be stored, inside WeChat: a person answers the whole survey by touch on a phone, and the answers leave the page as
 * QR codes, photographed from the screen and read by another maker's reader.
 */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { webcrypto } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { Driver, PHONE, prepare } from './driver.mjs';
import { answering, meantAnswers, onePerson } from './people.mjs';
import { core, deepText, launch, openPage, openSite, until } from './site.mjs';

const jsQR = createRequire(import.meta.url)('jsqr');
const WECHAT =
  'Mozilla/5.0 (Linux; Android 12; M2102J2SC Build/SKQ1; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 ' +
  'Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.42.2460(0x28002A50) WeChat/arm64 NetType/WIFI Language/zh_CN';

const WORDS = {
  'zh-Hans': {
    show: '显示二维码，让人扫走',
    next: '下一张',
    kept: '每一张都扫好了，结束',
    app: '微信',
    copy: '复制答卷',
  },
  en: {
    show: 'Show it as QR codes',
    next: 'Next code',
    kept: 'Every code was scanned: finish',
    app: 'WeChat',
    copy: 'Copy the answer sheet',
  },
};

describe('handing a sheet over inside WeChat', () => {
  let site;
  let browser;
  before(async () => {
    site = await openSite();
    browser = await launch('chromium');
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  /** The codes as they are on screen, read from a picture of it. */
  async function photograph(page, dark) {
    const handle = await page.evaluateHandle(() =>
      document.querySelector('canyu-survey').shadowRoot.querySelector('.codes svg'),
    );
    const picture = Buffer.from(await handle.asElement().screenshot()).toString('base64');
    const { data, width, height } = await dark.evaluate(async (png) => {
      const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const ink = canvas.getContext('2d');
      ink.drawImage(bitmap, 0, 0);
      const { data: pixels } = ink.getImageData(0, 0, bitmap.width, bitmap.height);
      let text = '';
      for (let i = 0; i < pixels.length; i += 8192) text += String.fromCharCode(...pixels.subarray(i, i + 8192));
      return { data: btoa(text), width: bitmap.width, height: bitmap.height };
    }, picture);
    const read = jsQR(new Uint8ClampedArray(Buffer.from(data, 'base64')), width, height);
    assert.ok(read, 'the code cannot be read');
    return read.data;
  }

  for (const [locale, form] of [
    ['zh-Hans', 'full'],
    ['en', 'short'],
  ]) {
    test(`the answers leave as QR codes (${locale})`, async (t) => {
      const words = WORDS[locale];
      const person = onePerson('resident', { seed: 71, form, locale });
      const { page, troubles } = await openPage(browser);
      const dark = await browser.newPage();
      await page.bringToFront();
      await prepare(page);
      await page.setUserAgent(WECHAT);
      await page.evaluateOnNewDocument(() =>
        Object.defineProperty(globalThis, 'indexedDB', { configurable: true, get: () => undefined }),
      );
      await page.setViewport(PHONE);
      await page.goto(
        site.page('faults.html', { study: 'wechat', wave: 'pre', group: 'resident', form, lang: locale }),
      );
      const driver = new Driver(page, 'touch', locale);
      await driver.look();
      for await (const { kind } of answering(driver, person.sheets.pre)) if (kind === 'review') break;
      for (const [id] of Object.entries(person.sheets.pre.first)) {
        await driver.go({ changeOf: id });
        await driver.answer(person.sheets.pre.answers[id]);
      }
      await driver.button('handIn');
      await until(async () => (await deepText(page, 'canyu-survey')).includes(words.app), 'the ways out');
      const press = (text) => driver.press({ text });
      await press(words.show);
      const position = () =>
        page.evaluate(
          () => document.querySelector('canyu-survey').shadowRoot.querySelector('figcaption')?.textContent ?? '',
        );
      const count = Number(/(\d+)\D*$/.exec(await until(position, 'a code'))[1]);
      t.diagnostic(`${count} codes for a ${form} sheet`);
      const chunks = [];
      for (let n = 1; n <= count; n++) {
        await until(async () => new RegExp(`${n}\\D+${count}`).test(await position()), `code ${n}`);
        await page.bringToFront();
        chunks.push(await photograph(page, dark));
        if (n < count) await press(words.next);
      }
      const { texts, gaps, faults } = core.joinQrChunks(chunks.sort(() => -1));
      assert.deepEqual([gaps, faults], [[], []]);
      const backup = await core.readBackup(texts[0].text, webcrypto.subtle);
      assert.ok(backup.ok, JSON.stringify(backup.problems));
      const [{ record }] = backup.value.records;
      assert.deepEqual(record.answers, meantAnswers(person.sheets.pre));
      assert.equal(record.link?.length, 7);
      const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(inner <= outer, `${inner} px wide on a phone of ${outer} px`);
      await driver.look(true);
      await driver.go({ text: words.kept });
      assert.equal(driver.screen.kind, 'thanks');
      assert.deepEqual(await troubles(), []);
      await page.close();
      await dark.close();
    });
  }
});
