/** Two waves by card and by device, in the built bundle under the strict policy, with real input: the sheets find each other, and only they. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DESK, Driver, PHONE, prepare } from './driver.mjs';
import { browsers, core, deepText, launch, openPage, openSite, readStore, until } from './site.mjs';

const both = (zhHans, en) => ({ 'zh-Hans': zhHans, en });

const study = (linking) =>
  JSON.stringify({
    schema: 'canyu-study/1',
    id: `by-${linking}`,
    title: both('议事会', 'Council'),
    instrument: 'participation-trust@1.0.0',
    waves: [
      { id: 'pre', label: both('前', 'Before') },
      { id: 'post', label: both('后', 'After') },
    ],
    groups: ['resident'],
    communities: [],
    linking,
    consent: {
      organisation: both('榆钱行动', 'Yuqian Action'),
      contact: both('刘老师', 'Ms Liu'),
      storedIn: both('北京', 'Beijing'),
      tokensDestroyedBy: '2098-12-31',
      keptUntil: '2099-12-31',
      resultsOn: both('居民会上', 'at the meeting'),
    },
  });

const NAMES = core.cardNames['zh-Hans'];
const nameOf = (symbol) => NAMES[core.cardSymbols.indexOf(symbol)];

for (const name of browsers) {
  describe(`linking in ${name}`, () => {
    let site;
    let browser;

    before(async () => {
      site = await openSite({ files: { '/made/card.json': study('card'), '/made/device.json': study('device') } });
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    /** One device of one household: what its browser keeps stays until the end of the test. */
    async function newDevice() {
      const context = await browser.createBrowserContext();
      const watched = await openPage(context);
      await prepare(watched.page);
      return { ...watched, close: () => context.close() };
    }

    /** One sheet, from consent to thanks; `link` does the step that links. */
    async function answer({ page }, linking, wave, input, link) {
      await page.setViewport(input === 'touch' ? { ...PHONE, isMobile: name !== 'firefox' } : DESK);
      await page.goto(
        site.page('survey.html', { src: `/made/${linking}.json`, wave, group: 'resident', form: 'short' }),
      );
      const person = new Driver(page, input);
      await person.look(true);
      assert.equal(person.screen.kind, 'consent');
      for (const box of ['participate', 'process', 'link']) await person.press({ box });
      await person.go({ submit: true });
      await person.go({ submit: true });
      while (person.screen.kind === 'choice' && person.screen.name !== 'device')
        await person.answer(person.screen.options[1]);
      await link(person);
      while (person.screen.kind === 'choice') await person.answer(person.screen.options[1]);
      assert.equal(person.screen.kind, 'review');
      await person.button('handIn');
      assert.equal(person.screen.kind, 'thanks', JSON.stringify(person.screen));
      return deepText(page);
    }

    /** The matcher on the sheets of all devices, as the evaluator gathers them. */
    async function linksOf(...devices) {
      const sheets = (await Promise.all(devices.map(({ page }) => readStore(page))))
        .flat()
        .map(([, text]) => JSON.parse(text));
      for (const sheet of sheets) assert.ok(core.parseResponse(sheet, core.participationTrust).ok);
      const of = (wave) => sheets.filter((sheet) => sheet.wave === wave);
      return { sheets, ...core.linkResponses(of('pre'), of('post')) };
    }

    test('by card: each finds its own, on whichever device', async () => {
      let seed = 11;
      const [mine, yours] = core.makeCards(2, (limit) => (seed = (seed * 48271) % 2147483647) % limit);
      const byCard = (symbols) => async (person) => {
        assert.equal(person.screen.heading, '请拿出您的卡片');
        for (const symbol of symbols) await person.press({ text: nameOf(symbol) });
        await until(async () => (await deepText(person.page)).includes('对上了'), 'the card fits');
        await person.go({ submit: true });
      };
      const [one, other] = [await newDevice(), await newDevice()];
      const thanks = await answer(one, 'card', 'pre', 'touch', byCard(mine));
      assert.match(thanks, /请把卡片收好/);
      await answer(one, 'card', 'pre', 'mouse', byCard(yours));
      await answer(other, 'card', 'post', 'mouse', byCard(mine));
      const { sheets, exact, oneOff, unlinkedBaseline } = await linksOf(one, other);
      assert.equal(sheets.length, 3);
      assert.equal(exact.length, 1);
      assert.deepEqual([oneOff.length, unlinkedBaseline], [0, 1]);
      for (const { link } of sheets) assert.equal(link.length, 7);
      const everything = JSON.stringify(sheets);
      for (const symbol of mine) assert.ok(!everything.includes(`"${symbol}"`));
      for (const device of [one, other]) {
        assert.deepEqual(await device.troubles(), []);
        await device.close();
      }
    });

    test('by device: two waves on one device are one person, another device is another', async () => {
      const own = async (person) => {
        assert.equal(person.screen.name, 'device');
        await person.choose('own');
        await person.go({ submit: true });
      };
      const [one, other] = [await newDevice(), await newDevice()];
      await answer(one, 'device', 'pre', 'touch', own);
      await answer(other, 'device', 'pre', 'mouse', own);
      await answer(one, 'device', 'post', 'mouse', own);
      const { sheets, exact, oneOff, unlinkedBaseline } = await linksOf(one, other);
      assert.equal(sheets.length, 3);
      assert.equal(exact.length, 1);
      assert.deepEqual([oneOff.length, unlinkedBaseline], [0, 1]);
      const number = await one.page.evaluate(() => localStorage.getItem('canyu-device:by-device'));
      assert.match(number, /^[0-9a-f-]{36}$/);
      assert.ok(!JSON.stringify(sheets).includes(number));
      for (const device of [one, other]) {
        assert.deepEqual(await device.troubles(), []);
        await device.close();
      }
    });
  });
}

describe('the page that prints cards', () => {
  test('makes as many as asked, all different, all cards, ten to an A4 page', async () => {
    const site = await openSite();
    const browser = await launch(browsers[0]);
    try {
      const { page, troubles } = await openPage(browser);
      await page.setViewport(DESK);
      await page.goto(`${site.url}/demo/card.html?lang=zh-Hans`);
      await page.$eval('#count', (field) => (field.value = '23'));
      for (const [words, languages] of [
        ['zh-Hans', 1],
        ['en', 1],
        ['both', 2],
      ]) {
        await page.click(`input[name=words][value=${words}]`);
        await page.click('button[type=submit]');
        const made = await page.evaluate(() => ({
          pages: document.querySelectorAll('.sheet').length,
          cards: [...document.querySelectorAll('.card')].map((card) =>
            [...card.querySelectorAll('path')].map((path) => path.getAttribute('d')),
          ),
          spills: [...document.querySelectorAll('.card')].filter((card) => card.scrollHeight > card.clientHeight)
            .length,
          shown: [...document.querySelectorAll('.card li:first-child span')].filter((label) => label.checkVisibility())
            .length,
        }));
        assert.equal(made.pages, 3);
        assert.equal(made.cards.length, 23);
        assert.equal(made.spills, 0, words);
        assert.equal(made.shown, 23 * languages);
        const symbols = made.cards.map((paths) =>
          paths.map((path) => core.cardSymbols.find((symbol) => core.cardPictures[symbol] === path)),
        );
        assert.ok(symbols.every(core.isCard));
        assert.equal(new Set(symbols.map(String)).size, 23);
      }
      assert.deepEqual(await troubles(), []);
    } finally {
      await browser.close();
      await site.close();
    }
  });
});
