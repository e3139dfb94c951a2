/**
 * Both forms, from consent to thanks, by somebody who has nothing but a keyboard: in Chromium, Firefox and WebKitGTK, on a small and a
 * large screen, in light and dark. WCAG 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11, 1.4.11, 3.2.1, 3.2.2.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { answerForm, KeyboardPerson } from './access/keyboard.mjs';
import { eyesOf, pageSight } from './access/sight.mjs';
import { hasWebKit, openWebKit } from './access/webkit.mjs';
import { browsers, launch, openPage, openSite, readStore, until } from './site.mjs';

const WORDS = { 'zh-Hans': { handIn: '交答卷' }, en: { handIn: 'Hand in' } };
/** Answers to the six small questions: a text, or which option. */
const CODE = { G1: 'w', G2: 3, G3: 13, G4: 2, G5: 4, G6: 1 };

/** Firefox does not scroll when any part of a thing is in the window. */
const ENOUGH = { firefox: 0.05 };

/** Who answers where. `careful`: Tab all the way round at each kind of screen, forward and back. */
const RUNS = {
  chromium: [
    { group: 'resident', lang: 'zh-Hans', viewport: { width: 360, height: 640 }, scheme: 'light', careful: true },
    { group: 'official', lang: 'en', viewport: { width: 1280, height: 800 }, scheme: 'dark' },
  ],
  firefox: [
    { group: 'resident', lang: 'en', viewport: { width: 1280, height: 720 }, careful: true },
    { group: 'official', lang: 'zh-Hans', viewport: { width: 500, height: 640 } },
  ],
};

const address = (site, { group, lang }, more = {}) =>
  `${site.url}/test/page/access/page.html?${new URLSearchParams({ study: 'keys', wave: 'pre', group, lang, ...more })}`;

/** The kinds of screens of one form; every one has been on the way. */
function expectWholeForm(kinds) {
  const code = [...kinds].filter((kind) => /^G\d$/.test(kind));
  assert.equal(code.length, 6, [...kinds].join(', '));
  for (const kind of ['consent', 'note', 'text', 'review']) assert.ok(kinds.has(kind), kind);
  assert.ok([...kinds].filter((kind) => kind.startsWith('choice')).length >= 2, [...kinds].join(', '));
}

let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

for (const name of browsers) {
  describe(`a keyboard in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());

    for (const run of RUNS[name]) {
      test(`${run.group}s’ form, ${run.lang}, ${run.viewport.width} px`, async (t) => {
        const { page, troubles } = await openPage(browser);
        await page.evaluateOnNewDocument(pageSight);
        await page.setViewport(run.viewport);
        if (run.scheme) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: run.scheme }]);
        await page.goto(address(site, run));
        const person = new KeyboardPerson(eyesOf(page), { enough: ENOUGH[name] });
        const kinds = await answerForm(person, { words: WORDS[run.lang], code: CODE, careful: run.careful });
        expectWholeForm(kinds);
        const stored = (await readStore(page)).filter(([key]) => key.includes(`/${run.group}/`));
        assert.equal(stored.length, 1, 'the sheet is stored');
        t.diagnostic(`${person.seen.length} screens, ${person.stops} times the focus was looked at`);
        assert.deepEqual(await troubles(), []);
        await page.close();
      });
    }

    test('the tools: opened, used and closed without losing the place', async () => {
      const { page } = await openPage(browser);
      await page.evaluateOnNewDocument(pageSight);
      await page.setViewport({ width: 500, height: 740 });
      await page.goto(address(site, { group: 'resident', lang: 'zh-Hans' }, { study: 'tools' }));
      const eyes = eyesOf(page);
      const person = new KeyboardPerson(eyes, { enough: ENOUGH[name] });
      await person.arrive({ first: true });
      const opener = await person.tabTo(({ text }) => text === '大字 · 朗读', 'the tools');
      await eyes.press('Enter');
      await until(
        async () => (await eyes.ask('focused'))?.text === opener.text && page.$eval('canyu-survey', isOpen),
        'the panel',
      );
      person.last = undefined;
      const names = [];
      for (let focus; (focus = await person.tab())?.tag !== undefined && names.length < 20;) {
        if (focus.name === 'participate') break;
        names.push(focus.name || focus.text);
        if (focus.value === 'largest' || focus.name === 'digits') await eyes.press(' ');
      }
      assert.deepEqual(names, ['朗读这一页', '标准', '大', '特大', 'reading', 'contrast', 'digits', 'helped', '收起']);
      assert.equal(
        await page.$eval('canyu-survey', (survey) => survey.shadowRoot.querySelector('.page').dataset.size),
        'largest',
      );
      // Back up into the panel, and Escape.
      await eyes.pressShift('Tab');
      await eyes.press('Escape');
      await until(async () => !(await page.$eval('canyu-survey', isOpen)), 'the closed panel');
      assert.equal((await eyes.ask('focused')).text, opener.text, 'the focus is on the button that opens the panel');
      // With the largest text the whole way on is still reachable and in sight.
      person.last = undefined;
      person.screen = await eyes.ask('look');
      for (const box of ['participate', 'process']) {
        await person.tabTo((focus) => focus.name === box, box);
        await eyes.press(' ');
      }
      await person.goOn();
      await person.goOn();
      // Digits choose, Enter goes on (2.1.4: only while switched on).
      await eyes.press('2');
      assert.equal((await eyes.ask('look')).chosen, 1);
      await eyes.press('Enter');
      await person.arrive();
      await page.evaluate(() => sessionStorage.clear());
      await page.close();
    });
  });
}

const isOpen = (survey) => survey.shadowRoot.querySelector('[aria-expanded=true]') !== null;

describe('a keyboard in webkit', { skip: !hasWebKit && 'there is no WebKitGTK here' }, () => {
  let webkit;
  before(async () => {
    webkit = await openWebKit();
  });
  after(() => webkit?.close());

  for (const run of [
    { group: 'resident', lang: 'zh-Hans', careful: true },
    { group: 'official', lang: 'en' },
  ]) {
    test(`${run.group}s’ form, ${run.lang}`, async (t) => {
      await webkit.goto(address(site, run));
      const person = new KeyboardPerson(webkit);
      const kinds = await answerForm(person, { words: WORDS[run.lang], code: CODE, careful: run.careful });
      expectWholeForm(kinds);
      t.diagnostic(`${person.seen.length} screens, ${person.stops} times the focus was looked at`);
    });
  }
});
